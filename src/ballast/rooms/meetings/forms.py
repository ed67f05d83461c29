"""How a value of a record is written in papers, slides and tables: one form a row, units inside where they belong."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from ballast.kit.money import YI, in_unit, in_wan, in_yi
from ballast.rooms.figures.queries import tenths
from ballast.rulebook.books import Book

Row = Mapping[str, Any]
HUNDRED = 100


def _bare(text: str) -> str:
    return text.replace(",", "")


FORMS: dict[str, Callable[[Any], str]] = {
    "text": str,
    "count": lambda value: f"{int(value)}个",
    "bare": lambda value: f"{int(value)}",
    "minutes": lambda value: f"{int(value)}分钟",
    "yi": lambda value: f"{_bare(in_yi(int(value)))}亿元",
    "yibare": lambda value: _bare(in_yi(int(value))),
    "yifine": lambda value: _bare(in_unit(int(value), YI, 2)),
    "wan": lambda value: _bare(in_wan(int(value))),
    "percent": lambda value: f"{tenths(value * HUNDRED)}%",
    "percentbare": lambda value: f"{tenths(value * HUNDRED)}",
}


def _rate(row: Row, _: Book, __: str) -> Decimal | None:
    plan, done = row["annual_plan"], row["completed_ytd"]
    return Decimal(int(done)) / Decimal(int(plan)) if plan and plan > 0 and done is not None else None


def _due(row: Row, book: Book, month: str) -> int | None:
    """What the city's schedule asks by the end of the month."""
    plan = row["annual_plan"]
    return None if plan is None else int(int(plan) * book.scheduled(int(month[5:])))


# Columns that follow from a row and the book of its month.
DERIVED: dict[str, Callable[[Row, Book, str], Any]] = {"rate": _rate, "due": _due}


def value(row: Row, column: str, book: Book, month: str) -> Any:
    """A column of a project's row, or what follows from it; None where it is absent."""
    found = DERIVED[column](row, book, month) if column in DERIVED else row.get(column)
    return None if found == "" else found


def shown(found: Any, form: str) -> str:
    """A value as it is written; empty where it is absent."""
    return "" if found is None else FORMS[form](found)
