"""Cells as they are kept: one writing for what can be understood, and as typed for what cannot.

A kept cell is JSON: an amount is a number in 万元, a date its ISO text, a choice its Chinese word; what is empty is
not kept at all. So two cells say the same when they are equal.
"""

import math
import re
import unicodedata
from collections.abc import Mapping

from ballast.kit.grid import Value
from ballast.kit.money import WAN
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.reporting.workbook import values
from ballast.rooms.reporting.workbook.roster import Line
from ballast.rooms.reporting.workbook.writing import proposed_whole, proposed_year, recorded
from ballast.rulebook.forms import BY_KEY, COLUMNS, Column, Kind
from ballast.rulebook.merging import Cell

EDITABLE = tuple(column for column in COLUMNS if column.editable)
NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")


class NotACell(Refusal):
    """What was sent as a cell is none of the form's, or cannot be kept."""


def entered(column: Column, said: object, *, where: str) -> Cell:
    """A cell typed into a page or sent by a program; ``1,250`` is a number there. Raises NotACell."""
    if said is not None and not isinstance(said, str | int | float):
        raise _no_cell(where, "应为文字或数字", "should be text or a number", "not_a_cell")
    if isinstance(said, str):
        if len(said) > values.LONGEST_TEXT:
            raise _no_cell(where, f"文字有 {len(said)} 字，最多 {values.LONGEST_TEXT} 字，请缩短",
                           f"has {len(said)} characters; at most {values.LONGEST_TEXT}", "text_too_long")  # fmt: skip
        if not is_text(said):
            raise _no_cell(where, "含有不是文字的字符，请重新填写", "carries what is no text; write it anew", "no_text")
        if column.kind is Kind.MONEY:
            said = _number(said)
    return kept(column, said)


def kept(column: Column, value: Value) -> Cell:
    """A cell as it is kept; what its column cannot hold is kept as typed, for the checks to name."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    try:
        return _understood(column, value)
    except values.CellFault:
        if isinstance(value, str | int | float):
            return value[: values.LONGEST_TEXT + 1] if isinstance(value, str) else value
        return str(value)


def row(cells: Mapping[str, Value], line: Line) -> dict[str, Cell]:
    """The kept cells of one row of a workbook."""
    return settled({column.key: kept(column, cells.get(column.key)) for column in EDITABLE}, line)


def known(line: Line) -> dict[str, Cell]:
    """What stands for a project's cells before anybody typed: its month's facts and its known dates."""
    return row({key: _shown(key, value) for key, value in recorded(line).items()}, line)


def settled(cells: Mapping[str, Cell], line: Line) -> dict[str, Cell]:
    """The cells that say something; a sum that is what the form itself proposes says nothing."""
    said = {key: cell for key, cell in cells.items() if cell not in (None, "")}
    month = amount(said.get("month_completed"))
    if month is not None:
        year, proposed = amount(said.get("year_to_date")), proposed_year(line, month)
        whole = proposed_whole(line, month, proposed if year is None else year)
        for key, right in (("to_date", whole), ("year_to_date", proposed)):
            if right is not None and amount(said.get(key)) == right:
                del said[key]
    return said


def heading(key: str, month: str) -> str:
    """What a column is called in the form of ``month``."""
    return BY_KEY[key].heading(month) if key in BY_KEY else key


def _understood(column: Column, value: Value) -> Cell:
    if column.kind is Kind.MONEY:
        found = values.amount(value)
        return None if found is None else in_wan(found)
    if column.kind is Kind.DATE:
        day = values.day(value)
        return day.isoformat() if day else None
    if column.kind is Kind.CHOICE:
        code = values.word(value, column.choices)
        return next((word.zh for word in column.choices if word == code), None)
    return values.text(value) or None


def in_wan(amount: int) -> int | float:
    """元 as the number of 万元 that a cell holds."""
    return amount // WAN if amount % WAN == 0 else amount / WAN


def amount(cell: Cell) -> int | None:
    """元 of a cell that holds 万元; None where it holds none."""
    try:
        return values.amount(cell)
    except values.CellFault:
        return None


def _shown(key: str, value: Value) -> Value:
    """A value as the form shows it: amounts in 万元."""
    return in_wan(value) if BY_KEY[key].kind is Kind.MONEY and isinstance(value, int) else value


def _number(said: str) -> Cell:
    plain = re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", said))
    if not NUMBER.fullmatch(plain) or len(plain) > 20:
        return said
    return float(plain) if "." in plain else int(plain)


def is_text(said: str) -> bool:
    """Whether every sign is one that a database keeps: no NUL, no half of a character."""
    try:
        said.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in said


def _no_cell(where: str, zh: str, en: str, code: str) -> NotACell:
    return NotACell(Sentence(f"这一格{zh}", f"This cell {en}"), where=where, code=code)


def no_amount(where: str) -> NotACell:
    """The refusal of what is no amount of 万元."""
    return _no_cell(where, "应填金额（万元）", "should be an amount in 万元", "not_an_amount")
