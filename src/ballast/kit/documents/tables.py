"""Tables: ruled, as wide as the line, the head repeated on every page, numbers to the right."""

from collections.abc import Iterable, Sequence

from ballast.kit.documents.description import Column, Table, Text
from ballast.kit.documents.measures import TEXT_WIDTH
from ballast.kit.documents.roles import CAPTION, TABLE_HEAD, TABLE_NUMBER, TABLE_ORDINAL, TABLE_TEXT, UNIT_LINE
from ballast.kit.documents.runs import Inks
from ballast.kit.documents.styles import TABLE_STYLE
from ballast.kit.documents.wordml import Element, paragraph, text_run, w
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

ORDINAL_WIDTH = 680  # twips: 序号 in one line, with the margins of its cell
_ROLE_OF_KIND = {"text": TABLE_TEXT, "number": TABLE_NUMBER, "ordinal": TABLE_ORDINAL}


def table(described: Table, inks: Inks) -> list[Element]:
    """Caption, unit line and the table; a Refusal when a row does not fit the columns."""
    above = []
    if described.caption:
        above.append(paragraph(CAPTION.style, text_run(described.caption)))
    if described.unit:
        above.append(paragraph(UNIT_LINE.style, text_run(f"单位：{described.unit}")))
    widths = _widths(described.columns)
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    head = _row(
        (paragraph(TABLE_HEAD.style, text_run(column.title)) for column in described.columns), widths, head=True
    )
    body = [
        _row(_cells(described, row, number, inks), widths, head=False)
        for number, row in enumerate(described.rows, start=1)
    ]
    return [*above, w("tbl", _properties(), grid, head, *body)]


def _properties() -> Element:
    return w(
        "tblPr",
        w("tblStyle", val=TABLE_STYLE),
        w("tblW", w=TEXT_WIDTH, type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        w("tblLook", firstRow=1, noHBand=1, noVBand=1),
    )


def _widths(columns: Sequence[Column]) -> list[int]:
    """Ordinals as wide as their head, the others by their shares of the rest."""
    shares = [0 if column.kind == "ordinal" else column.width for column in columns]
    rest = TEXT_WIDTH - ORDINAL_WIDTH * shares.count(0)
    widths = [rest * share // sum(shares) if share else ORDINAL_WIDTH for share in shares]
    widths[-1] += TEXT_WIDTH - sum(widths)
    return widths


def _cells(described: Table, row: Iterable[Text], number: int, inks: Inks) -> list[Element]:
    written = list(row)
    expected = sum(column.kind != "ordinal" for column in described.columns)
    if len(written) != expected:
        raise Refusal(
            Sentence(
                f"表格第{number}行有{len(written)}格，应为{expected}格",
                f"row {number} of the table has {len(written)} cells; it should have {expected}",
            ),
            where=described.caption,
            code="ragged-table",
        )
    cells = iter(written)
    return [
        paragraph(
            _ROLE_OF_KIND[column.kind].style,
            *([text_run(str(number))] if column.kind == "ordinal" else inks.write(next(cells))),
        )
        for column in described.columns
    ]


def _row(paragraphs: Iterable[Element], widths: list[int], *, head: bool) -> Element:
    properties = w("trPr", w("cantSplit"), *([w("tblHeader")] if head else []))
    cells = (
        w("tc", w("tcPr", w("tcW", w=width, type="dxa"), w("vAlign", val="center")), content)
        for content, width in zip(paragraphs, widths, strict=True)
    )
    return w("tr", properties, *cells)
