"""Boxes and tables as DrawingML; a number's claim goes into its run."""

from typing import Any

from pptx.oxml.xmlchemy import OxmlElement

from ballast.kit.decks.description import Box, Grid, Line, Place
from ballast.kit.decks.look import HEAD_FACE, INK, LATIN, NAVY, PALE, TEXT_FACE, WHITE, emu
from ballast.kit.documents.claims import control_tag
from ballast.kit.documents.description import Run, Text, runs

Element = Any  # lxml's elements carry no types
ALIGN = {"left": "l", "center": "ctr", "right": "r"}
TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"


class Pens:
    """Numbers shapes and keeps the claims too long for a run."""

    def __init__(self) -> None:
        self.claims: dict[str, str] = {}
        self.shapes = 1

    def number(self) -> int:
        """The next shape's id; unique in the deck."""
        self.shapes += 1
        return self.shapes

    def short(self, tag: str) -> str:
        """What a run carries for a claim."""
        short = control_tag(tag)
        if short != tag:
            self.claims[short] = tag
        return short


def a(tag: str, *children: Element, **attributes: object) -> Element:
    """The element ``a:tag``."""
    return _element(f"a:{tag}", children, attributes)


def p(tag: str, *children: Element, **attributes: object) -> Element:
    """The element ``p:tag``."""
    return _element(f"p:{tag}", children, attributes)


def _element(tag: str, children: tuple[Element, ...], attributes: dict[str, object]) -> Element:
    made: Element = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(name, str(value))
    made.extend(children)
    return made


def fill(colour: str) -> Element:
    """A solid fill, or none."""
    return a("solidFill", a("srgbClr", val=colour)) if colour else a("noFill")


def paragraph(line: Line, pens: Pens) -> Element:
    """One paragraph with its runs."""
    made = a("p", a("pPr", algn=ALIGN[line.align]))
    for run in runs(line.text):
        if run.text:
            face = HEAD_FACE if line.bold else TEXT_FACE
            properties = a(
                "rPr", fill(line.colour), a("latin", typeface=LATIN), a("ea", typeface=face), a("cs", typeface=face),
                lang="zh-CN", sz=round(line.size * 100), b=int(line.bold), dirty=0,
            )  # fmt: skip
            if not isinstance(run, Run):
                properties.set("bmk", pens.short(run.tag))
            text = a("t")
            text.text = run.text
            made.append(a("r", properties, text))
    return made


def frame(place: Place) -> tuple[Element, Element]:
    """Offset and extent."""
    return (
        a("off", x=emu(place.left), y=emu(place.top)), a("ext", cx=emu(place.width), cy=emu(place.height)),
    )  # fmt: skip


def box(drawn: Box, pens: Pens) -> Element:
    """A text box."""
    number = pens.number()
    edge = a("ln", fill(drawn.edge), w=9_525) if drawn.edge else a("ln", a("noFill"))
    shape = p("spPr", a("xfrm", *frame(drawn.place)), a("prstGeom", a("avLst"), prst="rect"), fill(drawn.fill), edge)
    body = p(
        "txBody",
        a("bodyPr", a("normAutofit"), wrap="square", lIns=72_000, rIns=72_000, tIns=36_000, bIns=36_000, anchor="ctr"),
        a("lstStyle"), *(paragraph(line, pens) for line in drawn.lines),
    )  # fmt: skip
    about = p("nvSpPr", p("cNvPr", id=number, name=f"文本 {number}"), p("cNvSpPr", txBox=1), p("nvPr"))
    return p("sp", about, shape, body)


def grid(drawn: Grid, pens: Pens) -> Element:
    """A native table: dark head, ruled lines, every second row pale."""
    number, place = pens.number(), drawn.place
    whole = sum(column.width for column in drawn.columns)
    widths = [emu(place.width * column.width / whole) for column in drawn.columns]
    high = emu(place.height / (len(drawn.rows) + 1))
    head = [Line(column.title, drawn.size, bold=True, colour=WHITE, align="center") for column in drawn.columns]
    table = a("tbl", a("tblPr", firstRow=1), a("tblGrid", *(a("gridCol", w=width) for width in widths)))
    table.append(a("tr", *(_cell(line, NAVY, pens) for line in head), h=high))
    for place_, row in enumerate(drawn.rows):
        painted = PALE if place_ % 2 else WHITE
        cells = (
            _cell(Line(text, drawn.size, colour=INK, align="right" if column.number else "left"), painted, pens)
            for column, text in zip(drawn.columns, row, strict=True)
        )
        table.append(a("tr", *cells, h=high))
    about = p("nvGraphicFramePr", p("cNvPr", id=number, name=f"表 {number}"), p("cNvGraphicFramePr"), p("nvPr"))
    return p("graphicFrame", about, p("xfrm", *frame(place)), a("graphic", a("graphicData", table, uri=TABLE)))


def _cell(line: Line, painted: str, pens: Pens) -> Element:
    sides = [a(side, fill("BFBFBF"), w=6_350) for side in ("lnL", "lnR", "lnT", "lnB")]
    properties = a("tcPr", *sides, fill(painted), marL=54_000, marR=54_000, marT=18_000, marB=18_000, anchor="ctr")
    return a("tc", a("txBody", a("bodyPr"), a("lstStyle"), paragraph(line, pens)), properties)


def title(text: Text, place: Place, size: float, colour: str, pens: Pens) -> Element:
    """The title of a slide, a placeholder so that outlines and readers know it."""
    number = pens.number()
    about = p("nvSpPr", p("cNvPr", id=number, name=f"标题 {number}"), p("cNvSpPr"), p("nvPr", p("ph", type="title")))
    body = p(
        "txBody", a("bodyPr", a("normAutofit"), anchor="ctr", lIns=0), a("lstStyle"),
        paragraph(Line(text, size, bold=True, colour=colour), pens),
    )  # fmt: skip
    return p("sp", about, p("spPr", a("xfrm", *frame(place))), body)
