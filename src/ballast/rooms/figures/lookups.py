"""Tables the rulebook gives the engine: the numbered calendar, and what follows from an industry code."""

from functools import lru_cache
from typing import Any

import pyarrow as pa

from ballast.kit.workdays.calendar import PUBLISHED, Calendar
from ballast.rooms.figures.settling import LOOKUPS
from ballast.rooms.figures.workdays import workdays
from ballast.rulebook.figures.snapshot import classify
from ballast.rulebook.industries import NAMES, SECTIONS
from ballast.rulebook.industries.sections import LETTER_OF

ARROW = {"int64": pa.int64(), "string": pa.string(), "boolean": pa.bool_(), "date": pa.string()}


def days(calendar: Calendar) -> list[tuple[Any, ...]]:
    """Every day from 1990 to 2100: the day, its ordinal, the working days so far."""
    return [(day, *numbers) for day, numbers in workdays(calendar).numbers.items()]


@lru_cache(maxsize=1)
def classes() -> list[tuple[Any, ...]]:
    """Every code the standard can contain, with and without its letter, and what follows from it."""
    digits = [f"{division}{rest}" for division in NAMES for rest in ["", *map(str, range(10)), *_two()]]
    names = list(LOOKUPS["classes"])[1:]
    said = {code: [classify(code)[name] for name in names] for code in [*SECTIONS, *digits]}
    said |= {LETTER_OF[code[:2]] + code: said[code] for code in digits}
    return [(code, *values) for code, values in said.items()]


def _two() -> list[str]:
    return [f"{number:02d}" for number in range(100)]


def rows(name: str, calendar: Calendar = PUBLISHED) -> list[tuple[Any, ...]]:
    """The rows of one lookup."""
    return days(calendar) if name == "days" else classes()


def table(name: str, calendar: Calendar) -> str:
    """What a lookup is called in the engine; every state of the calendar has a table of its own."""
    return f"lookup_{name}_{hash(calendar.state()):x}".replace("-", "n") if name == "days" else f"lookup_{name}"


def arrow(columns: dict[str, str], rows: list[tuple[Any, ...]]) -> pa.Table:
    """Rows as an Arrow table; 0 and 1 of SQLite become what they mean."""
    parts = list(zip(*rows, strict=True)) if rows else [() for _ in columns]
    arrays = [
        pa.array([None if value is None else bool(value) for value in part] if kind == "boolean" else part, ARROW[kind])
        for kind, part in zip(columns.values(), parts, strict=True)
    ]
    return pa.table(dict(zip(columns, arrays, strict=True)))
