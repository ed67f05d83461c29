"""The style sheet of an official document, made from the table of roles alone."""

import copy
from functools import cache

from docx.opc.oxml import serialize_part_xml

from ballast.kit.documents.measures import BODY_SIZE, LETTER_SPACING, LINE_PITCH, characters
from ballast.kit.documents.roles import ROLES, RUN_IN_STYLE, Role
from ballast.kit.documents.typefaces import FANG_SONG, TYPEFACES, Typeface
from ballast.kit.documents.wordml import Element, fonts, w

TABLE_STYLE = "OfficialTable"


def write_styles(styles: Element) -> None:
    """Replace the content of a w:styles element by the styles of the standard."""
    for child in list(styles):
        styles.remove(child)
    styles.extend(copy.deepcopy(_sheet()))


@cache
def _sheet() -> list[Element]:
    """Every style; made once and copied into each document."""
    base = [_defaults(), _normal(), _default_paragraph_font(), _normal_table(), _table_style(), _run_in()]
    return [*base, *(_paragraph_style(role) for role in ROLES)]


def font_table() -> bytes:
    """The font table: every face with the names a machine lacking it may try instead (w:altName)."""
    return serialize_part_xml(w("fonts", *(_font(face) for face in TYPEFACES)))


def _font(face: Typeface) -> Element:
    names = w("altName", val=",".join(face.same))
    kind = (w("charset", val="86"), w("family", val=face.family), w("pitch", val="auto"))
    return w("font", names, *kind, name=face.name)


def _defaults() -> Element:
    language = w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    run = w("rPr", fonts(FANG_SONG.name), w("sz", val=BODY_SIZE), w("szCs", val=BODY_SIZE), language)
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr")))


def _normal() -> Element:
    """Spacing between Chinese and Latin off, and no widow control: either would break the page of 22 lines by 28.

    No paragraph snaps to the grid of the page: the exact line and the letter spacing hold its pitch by themselves, for
    LibreOffice (7.4 to this day) misreads a negative w:charSpace and gives a character 26 points instead of 15.8.
    """
    properties = w(
        "pPr",
        w("widowControl", val=0),
        w("autoSpaceDE", val=0),
        w("autoSpaceDN", val=0),
        w("snapToGrid", val=0),
        w("spacing", before=0, after=0, line=LINE_PITCH, lineRule="exact"),
        w("jc", val="both"),
    )
    size = w("rPr", w("snapToGrid", val=0), w("sz", val=BODY_SIZE), w("szCs", val=BODY_SIZE))
    name = w("name", val="Normal")
    return w("style", name, w("qFormat"), properties, size, type="paragraph", default=1, styleId="Normal")


def _default_paragraph_font() -> Element:
    name = w("name", val="Default Paragraph Font")
    return w("style", name, w("uiPriority", val=1), type="character", default=1, styleId="DefaultParagraphFont")


def _normal_table() -> Element:
    return w("style", w("name", val="Normal Table"), type="table", default=1, styleId="TableNormal")


def _table_style() -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(side, val="single", sz=4, space=0, color="000000") for side in sides))
    cells = w("tblCellMar", w("left", w=57, type="dxa"), w("right", w=57, type="dxa"))
    return w(
        "style",
        w("name", val="公文表格"),
        w("basedOn", val="TableNormal"),
        w("tblPr", borders, cells),
        type="table",
        customStyle=1,
        styleId=TABLE_STYLE,
    )


def _run_in() -> Element:
    return w(
        "style",
        w("name", val="公文标题后正文"),
        w("basedOn", val="DefaultParagraphFont"),
        w("rPr", fonts(FANG_SONG.name)),
        type="character",
        customStyle=1,
        styleId=RUN_IN_STYLE,
    )


def _paragraph_style(role: Role) -> Element:
    style = w(
        "style",
        w("name", val=role.name),
        w("basedOn", val="Normal"),
        w("qFormat"),
        _paragraph_properties(role),
        type="paragraph",
        customStyle=1,
        styleId=role.style,
    )
    run = w("rPr", fonts(role.typeface.name))
    run.append(w("color", val=role.colour))
    if role.pitched:
        run.append(w("spacing", val=LETTER_SPACING))
    if role.size is not None:
        run.extend([w("sz", val=role.size), w("szCs", val=role.size)])
    style.append(run)
    return style


def _paragraph_properties(role: Role) -> Element:
    properties = w("pPr")
    if role.keep_with_next:
        properties.append(w("keepNext"))
    if role.line is not None:
        properties.append(w("spacing", line=role.line, lineRule="exact"))
    elif role.natural:
        properties.append(w("spacing", before=80, line=240, lineRule="auto"))
    if role.first_line_chars:
        width = characters(role.first_line_chars // 100)
        properties.append(w("ind", firstLineChars=role.first_line_chars, firstLine=width))
    properties.append(w("jc", val=role.align))
    if role.outline is not None:
        properties.append(w("outlineLvl", val=role.outline))
    return properties
