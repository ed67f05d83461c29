"""The checker on the page: size, margins, grid and page numbers (5.1, 5.2, 7.5)."""

from collections.abc import Iterator

from docx.oxml.ns import qn

from ballast.kit.documents import measures as m
from ballast.kit.documents.finding import Finding, finding
from ballast.kit.documents.opened import Opened
from ballast.kit.documents.roles import PAGE_EVEN, PAGE_ODD
from ballast.kit.documents.wordml import Element

_WHERE = "页面设置"
_MILLIMETRE = 57  # twips; 5.2.1 allows a millimetre either way

_SIZES = (
    ("pgSz", "w", m.PAGE_WIDTH, "纸张宽度", "the width of the page"),
    ("pgSz", "h", m.PAGE_HEIGHT, "纸张高度", "the height of the page"),
    ("pgMar", "top", m.MARGIN_TOP, "上白边", "the upper margin"),
    ("pgMar", "bottom", m.MARGIN_BOTTOM, "下白边", "the lower margin"),
    ("pgMar", "left", m.MARGIN_LEFT, "左白边", "the left margin"),
    ("pgMar", "right", m.MARGIN_RIGHT, "右白边", "the right margin"),
)
_GRID = (("type", "linesAndChars"), ("linePitch", str(m.LINE_PITCH)), ("charSpace", str(m.CHARACTER_SPACE)))


def check_pages(opened: Opened) -> Iterator[Finding]:
    """Every section of the document, and the page numbers on odd and even pages."""
    sections = list(opened.document.iter(qn("w:sectPr")))
    if not sections:
        yield finding("page-size", _WHERE, "文档没有页面设置", "the document has no page set-up")
    for section in sections:
        yield from _sizes(section)
        yield from _grid(section)
    yield from _page_numbers(opened)


def check_feet(opened: Opened, claim: str) -> Iterator[Finding]:
    """The claim stands in the footers of odd pages and of even ones, and every section takes them."""
    claims = opened.claims()
    for part in sorted(part for part in opened.parts if part.startswith("word/footer")):
        said = {claims.get(piece.tag, piece.tag) for line in opened.lines(part) for piece in line.pieces}
        if claim not in said:
            yield finding("no-foot", part, "页脚没有版次和封账码", "this footer does not name edition and seal")
    for section in opened.document.iter(qn("w:sectPr")):
        kinds = {footer.get(qn("w:type")) for footer in section.findall(qn("w:footerReference"))}
        if not kinds >= {"default", "even"}:
            yield finding("no-foot", _WHERE, "有的页没有页脚", "some pages have no footer")


def _sizes(section: Element) -> Iterator[Finding]:
    for tag, attribute, right, zh, en in _SIZES:
        found = section.find(qn(f"w:{tag}"))
        value = "" if found is None else str(found.get(qn(f"w:{attribute}"), ""))
        if not value.lstrip("-").isdigit() or abs(int(value) - right) > _MILLIMETRE:
            shown = f"{int(value) * 25.4 / 1440:.1f}" if value.lstrip("-").isdigit() else "?"
            yield finding(
                "page-size" if tag == "pgSz" else "margins",
                _WHERE,
                f"{zh}为 {shown} mm，应为 {right * 25.4 / 1440:.0f} mm",
                f"{en} is {shown} mm; it should be {right * 25.4 / 1440:.0f} mm",
            )


def _grid(section: Element) -> Iterator[Finding]:
    grid = section.find(qn("w:docGrid"))
    for attribute, right in _GRID:
        value = "" if grid is None else str(grid.get(qn(f"w:{attribute}"), ""))
        if value != right:
            yield finding(
                "grid",
                _WHERE,
                f"文档网格 {attribute} 为“{value}”，每面22行、每行28字应为“{right}”",
                f"the document grid's {attribute} is {value!r}; 22 lines of 28 characters need {right!r}",
            )


def _page_numbers(opened: Opened) -> Iterator[Finding]:
    """Odd and even pages are told apart, both are numbered, and the first page is no exception."""
    settings = opened.parts.get("word/settings.xml")
    if settings is None or settings.find(qn("w:evenAndOddHeaders")) is None:
        yield finding("page-number", _WHERE, "单双页页码未分设", "odd and even pages share one page number")
    for section in list(opened.document.iter(qn("w:sectPr")))[:1]:
        kinds = {footer.get(qn("w:type")) for footer in section.findall(qn("w:footerReference"))}
        if not kinds >= {"default", "even"} or section.find(qn("w:titlePg")) is not None:
            yield finding(
                "page-number", _WHERE, "首页、单页或双页没有页码", "first, odd or even pages have no page number"
            )
    for role in (PAGE_ODD, PAGE_EVEN):
        numbered = [
            line
            for line in opened.lines()
            if line.style == role.style and any(piece.page_field for piece in line.pieces)
        ]
        dashes = "".join(piece.text for line in numbered for piece in line.pieces if not piece.page_field)
        if len(numbered) != 1 or dashes.split() != ["—", "—"]:
            yield finding(
                "page-number",
                _WHERE,
                f"{role.name}应为“— 页码 —”",
                f"the page number of {'odd' if role is PAGE_ODD else 'even'} pages should read — n —",
            )
