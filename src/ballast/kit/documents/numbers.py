"""Every number of a finished document against its claim (the checker's first duty)."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from docx.oxml.ns import qn

from ballast.kit.documents.allowed import is_digit, untagged_numbers
from ballast.kit.documents.claims import control_tag, read_claim
from ballast.kit.documents.finding import Finding, finding
from ballast.kit.documents.opened import Line, Opened, Piece
from ballast.kit.documents.ordinals import read_label
from ballast.kit.documents.roles import HEADINGS, TABLE_ORDINAL
from ballast.kit.documents.wordml import Element
from ballast.kit.phones import masked
from ballast.kit.refusal import Refusal

Lookup = Callable[[str], str | None]
_HEADING_LEVEL = {role.style: level for level, role in enumerate(HEADINGS, start=1)}
_TOUCHING = frozenset("-−－+＋.．负")
_MULTIPLYING = frozenset("万亿千百十倍成%％‰")
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")


def check_numbers(opened: Opened, lookup: Lookup, names: Iterable[str]) -> Iterator[Finding]:
    """Every tagged number must equal its claim's value, every other number must be in an allowed form."""
    known = tuple(names)
    claims = opened.claims()
    ordinals = _Ordinals()
    for line in opened.lines():
        if line.style == TABLE_ORDINAL.style:
            yield from ordinals.check(line)
        else:
            yield from check_line(line, claims, lookup, known)


def check_line(line: Line, claims: dict[str, str], lookup: Lookup, names: tuple[str, ...] = ()) -> Iterator[Finding]:
    """The numbers of one paragraph: each against its claim, and those without one."""
    yield from _tagged(line, claims, lookup)
    yield from _untagged(line, names)
    if _TURNED.search(line.text):
        yield finding("direction", line.where, "含有改变书写方向的字符", "holds a character that turns the line round")


class _Ordinals:
    """A column of ordinals counts 1, 2, 3 within each table."""

    def __init__(self) -> None:
        self._table: Element = None
        self._last = 0

    def check(self, line: Line) -> Iterator[Finding]:
        table = next(line.element.iterancestors(qn("w:tbl")), None)
        self._last = self._last + 1 if table is not None and table is self._table else 1
        self._table = table
        if table is None or line.text != str(self._last):
            yield finding(
                "ordinal",
                line.where,
                f"序号应为 {self._last}，文中为“{line.text}”",
                f"the ordinal should be {self._last}; the text has {line.text!r}",
            )


def _controls(line: Line) -> Iterator[tuple[str, str]]:
    """Tag and whole text of every tagged control of the paragraph, in order."""
    controls: list[list[Piece]] = []
    for piece in line.pieces:
        if piece.control is None:
            continue
        if not controls or controls[-1][0].control is not piece.control:
            controls.append([])
        controls[-1].append(piece)
    for pieces in controls:
        yield pieces[0].tag, "".join(piece.text for piece in pieces)


def _tagged(line: Line, claims: dict[str, str], lookup: Lookup) -> Iterator[Finding]:
    for short, text in _controls(line):
        tag = claims.get(short, "") if short.startswith("claim:") else short
        if not tag or control_tag(tag) != short or not _readable(tag):
            yield finding(
                "broken-claim",
                line.where,
                f"数据“{text}”的标记 {short} 已损坏或其说明已丢失、被改",
                f"the tag {short} of the number {text!r} is broken, or its claim is lost or altered",
            )
            continue
        value = lookup(tag)
        if value is None:
            yield finding(
                "unknown-claim",
                line.where,
                f"数据“{text}”的标记 {tag} 查无此数",
                f"no figure or record answers to the tag {tag} of the number {text!r}",
            )
        elif masked(value) != text:
            yield finding(
                "wrong-number",
                line.where,
                f"文中为“{text}”，固定数据为“{value}”（{tag}）",
                f"the text has {text!r}, the fixed value is {value!r} ({tag})",
            )


def _readable(tag: str) -> bool:
    if tag.startswith("fact:"):
        return len(tag) > len("fact:")
    try:
        read_claim(tag)
    except Refusal:
        return False
    return True


def _untagged(line: Line, names: tuple[str, ...]) -> Iterator[Finding]:
    text = "".join("\0" * len(piece.text) if piece.tag or piece.page_field else piece.text for piece in line.pieces)
    level = _HEADING_LEVEL.get(line.style)
    label = read_label(level, text) if level else None
    if label is not None:
        text = "\0" * label[1] + text[label[1] :]
    for number in untagged_numbers(text, names, list_ordinal=level is None):
        yield finding(
            "untagged-number",
            line.where,
            f"数字“{number}”没有数据标记，无法核对其来源",
            f"the number {number!r} carries no tag, so it cannot be traced",
        )
    yield from _touching(line)


def _touching(line: Line) -> Iterator[Finding]:
    """A sign, decimal point or 万 outside a control would change the number read without touching its text."""
    for before, after in pairwise(line.pieces):
        if before.tag and not after.tag and is_digit(before.text[-1]) and after.text[0] in _MULTIPLYING:
            first = after.text[0]
            yield finding(
                "touching",
                line.where,
                f"“{first}”紧接数据“{before.text}”之后，会改变其数值",
                f"{first!r} stands directly behind the number {before.text!r} and would change its value",
            )
        if not after.tag or before.control is after.control or not is_digit(after.text[0]):
            continue
        last = before.text[-1]
        if is_digit(last) if before.tag else last in _TOUCHING:
            yield finding(
                "touching",
                line.where,
                f"“{last}”紧接数据“{after.text}”之前，会改变其数值",
                f"{last!r} stands directly before the number {after.text!r} and would change its value",
            )
