"""The imprint 版记 at the foot of the last page (7.4): who has copies, who printed it and when."""

from datetime import date

from ballast.kit.documents.description import Imprint
from ballast.kit.documents.measures import TEXT_WIDTH
from ballast.kit.documents.roles import IMPRINT, IMPRINT_RULE
from ballast.kit.documents.wordml import Element, paragraph, text_run, w

_ONE = 280  # a character of size 4, in twips


def date_in_full(on: date) -> str:
    """7.3.5.4: year in full, month and day without a leading zero: 2025年8月5日."""
    return f"{on.year}年{on.month}月{on.day}日"


def imprint_lines(imprint: Imprint) -> list[Element]:
    """Paragraphs framed to the lower edge of the type area, and the one their frame hangs on.

    The lines are underlined tabs, not borders: LibreOffice lets go of a frame whose paragraphs differ in borders.
    """
    framed = [_rule("thick")]
    if imprint.copies_to:
        # 7.4.2: one character in from either side; further lines begin under the first office.
        side = w("ind", left=4 * _ONE, right=_ONE, hanging=3 * _ONE)
        framed += [_framed(f"抄送：{imprint.copies_to.rstrip('。')}。", side), _rule("single")]
    # 7.4.3: the printing office one character from the left, the date one from the right.
    tabs = w("tabs", w("tab", val="right", pos=TEXT_WIDTH - _ONE))
    issue = f"{imprint.issuer}\t{date_in_full(imprint.issued_on)}印发"
    framed += [_framed(issue, tabs, w("ind", left=_ONE)), _rule("thick")]
    # The anchor takes next to no height: a page filled to its last line must not run over for its sake.
    return [*framed, paragraph(IMPRINT.style, properties=(w("spacing", line=10, lineRule="exact"),))]


def _framed(text: str, *properties: Element) -> Element:
    return paragraph(IMPRINT.style, text_run(text), properties=(_frame(), *properties))


def _rule(weight: str) -> Element:
    """7.4.1: a line across the type area, the first and last thick, the one between thin."""
    line = text_run("\t")
    line.rPr.append(w("u", val=weight))
    tabs = w("tabs", w("tab", val="right", pos=TEXT_WIDTH))
    return paragraph(IMPRINT_RULE.style, line, properties=(_frame(), tabs))


def _frame() -> Element:
    """The same frame for every paragraph of the imprint: neighbours with equal frames share one."""
    edge = {"vAnchor": "margin", "hAnchor": "margin", "xAlign": "left", "yAlign": "bottom"}
    return w("framePr", w=TEXT_WIDTH, wrap="around", **edge)
