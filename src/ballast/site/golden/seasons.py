"""Months and the pace of building in a northern city."""

from collections.abc import Iterator
from datetime import date, timedelta

FIRST, LAST_SEALED, OPEN = "2023-01", "2025-07", "2025-08"
# Frost and the new year's holidays slow January and February down; June and the autumn are the best of the year.
PACE = (0.6, 0.55, 0.95, 1.1, 1.2, 1.3, 1.1, 1.05, 1.15, 1.15, 1.0, 1.05)


def month_of(day: date) -> str:
    """The month of a day."""
    return f"{day:%Y-%m}"


def shown_on(until: str) -> date:
    """The day a city told up to the month ``until`` is shown on: nothing told lies after it.

    Of the open month it is the day of the freeze: counties are late, the city still reviews, nothing is sealed.
    """
    return start_of(after(until)).replace(day=10) if until == OPEN else end_of(after(until))


def after(month: str, steps: int = 1) -> str:
    """The month ``steps`` months later."""
    count = int(month[:4]) * 12 + int(month[5:]) - 1 + steps
    return f"{count // 12}-{count % 12 + 1:02d}"


def span(first: str, last: str) -> Iterator[str]:
    """Every month from ``first`` to ``last``, both included."""
    while first <= last:
        yield first
        first = after(first)


def between(first: str, last: str) -> int:
    """How many months ``last`` lies after ``first``."""
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:])


def pace(month: str) -> float:
    """How much is built in a month, the year's average being 1."""
    return PACE[int(month[5:]) - 1]


def start_of(month: str) -> date:
    """The first day of a month."""
    return date(int(month[:4]), int(month[5:]), 1)


def end_of(month: str) -> date:
    """The last day of a month."""
    return start_of(after(month)) - timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The day ``months`` later, not past the 28th, so that every month has it."""
    return start_of(after(month_of(day), months)).replace(day=min(day.day, 28))
