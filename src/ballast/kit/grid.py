"""A sheet as read: a rectangle of plain values with the addresses a person uses in Excel."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

Value = str | int | float | bool | date | datetime | time | timedelta | None


def column_letter(index: int) -> str:
    """The Excel letter of a zero-based column index: 0 is ``A``, 26 is ``AA``."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The zero-based index of an Excel column letter: ``A`` is 0, ``AA`` is 26."""
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1


def address(row: int, column: int) -> str:
    """The A1 address of zero-based ``row`` and ``column``."""
    return f"{column_letter(column)}{row + 1}"


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, zero-based and inclusive on both ends."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: ``rows[r][c]`` counted from A1 (nothing trimmed at the top or left); empty cells are None.

    ``hidden_rows`` and ``hidden_columns`` are not shown (folded away or filtered); ``struck`` cells are crossed out.
    """

    name: str
    rows: list[list[Value]]
    merges: list[Merge] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()
