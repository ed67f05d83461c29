"""The imprint 版记 at the foot of the last page (7.4): who has copies, who printed it and when."""

from datetime import date

from ballast.kit.documents.description import Imprint
from ballast.kit.documents.measures import TEXT_WIDTH
from ballast.kit.documents.roles import IMPRINT
from ballast.kit.documents.wordml import Element, paragraph, text_run, w

_THICK, _THIN = 8, 6  # eighths of a point: 0.35 mm for the first and last line, 0.25 mm between (7.4.1)
_ONE = 280  # a character of size 4, in twips


def date_in_full(on: date) -> str:
    """7.3.5.4: year in full, month and day without a leading zero: 2025年8月5日."""
    return f"{on.year}年{on.month}月{on.day}日"


def imprint_table(imprint: Imprint) -> list[Element]:
    """A table floating on the lower edge of the type area, and the paragraph it hangs on."""
    rows = [_row(_copies(imprint.copies_to))] if imprint.copies_to else []
    rows.append(_row(_issue(imprint)))
    borders = w(
        "tblBorders",
        w("top", val="single", sz=_THICK, space=0, color="000000"),
        w("bottom", val="single", sz=_THICK, space=0, color="000000"),
        w("insideH", val="single", sz=_THIN, space=0, color="000000"),
    )
    place = w("tblpPr", vertAnchor="margin", horzAnchor="margin", tblpX=0, tblpYSpec="bottom")
    properties = w(
        "tblPr",
        place,
        w("tblW", w=TEXT_WIDTH, type="dxa"),
        borders,
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
    )
    table = w("tbl", properties, w("tblGrid", w("gridCol", w=TEXT_WIDTH)), *rows)
    # The anchor takes next to no height: a page filled to its last line must not run over for its sake.
    return [table, paragraph(IMPRINT.style, properties=(w("spacing", line=10, lineRule="exact"),))]


def _row(content: Element) -> Element:
    return w("tr", w("tc", w("tcPr", w("tcW", w=TEXT_WIDTH, type="dxa")), content))


def _copies(copies_to: str) -> Element:
    """7.4.2: one character in from either side; further lines begin under the first office."""
    side = w("ind", left=4 * _ONE, right=_ONE, hanging=3 * _ONE)
    return paragraph(IMPRINT.style, text_run(f"抄送：{copies_to.rstrip('。')}。"), properties=(side,))


def _issue(imprint: Imprint) -> Element:
    """7.4.3: the printing office one character from the left, the date one from the right."""
    tabs = w("tabs", w("tab", val="right", pos=TEXT_WIDTH - _ONE))
    line = text_run(f"{imprint.issuer}\t{date_in_full(imprint.issued_on)}印发")
    return paragraph(IMPRINT.style, line, properties=(tabs, w("ind", left=_ONE)))
