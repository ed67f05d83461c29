"""Months and dates: the month-end, whole months between days, a day so many months on."""

from calendar import monthrange
from datetime import date


def number(month: str) -> int:
    """Months since the year 0 of a month or date in ISO text."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def text(number: int) -> str:
    """The month of a number, as ``2025-07``."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def of(day: date) -> str:
    """The month a day lies in."""
    return f"{day.year:04d}-{day.month:02d}"


def before(month: str, back: int) -> str:
    """The month so many months before."""
    return text(number(month) - back)


def last_day(month: str) -> date:
    """The last day of a month."""
    year, place = int(month[:4]), int(month[5:7])
    return date(year, place, monthrange(year, place)[1])


def add_months(day: date, count: int) -> date:
    """The same day so many months on; where that month is shorter, its last day."""
    year, place = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, place + 1, min(day.day, monthrange(year, place + 1)[1]))


def full_months(first: date, last: date) -> int:
    """Whole months gone by from ``first`` to ``last``; below zero where ``last`` is earlier."""
    if last < first:
        return -full_months(last, first)
    count = (last.year - first.year) * 12 + last.month - first.month
    return count if add_months(first, count) <= last else count - 1
