"""How time between two days is counted: days, working days, or months in three ways."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from ballast.rulebook import months
from ballast.rulebook.measures.measured import Unit
from ballast.rulebook.measures.registry import Use

TimeUnit = Literal["months", "days", "workdays"]
Count = Literal["full", "calendar", "inclusive", "month_ends"]


class Timed(Use):
    """``unit``: months, days or workdays; ``count``: how they are counted.

    full: whole months to the day; calendar: by the months' numbers, whatever the day; inclusive: as calendar, the
    first month counted (of days: the first day counted); month_ends: how many month-ends have passed, the first
    month's own and the day itself counted.
    """

    unit: TimeUnit = Field("months", description="单位 / the unit")
    count: Count = Field(
        "full", description="算法：full 足月、calendar 月份相减、inclusive 起始月（日）也算、month_ends 经过几个月末"
    )


def unit_of(use: Timed, _: object) -> Unit:
    """The unit the arguments ask for."""
    return Unit(use.unit)


def elapsed(first: date, last: date, use: Timed, workday: Callable[[date], bool]) -> int:
    """Time from ``first`` to ``last``; below zero where ``last`` is earlier."""
    if last < first:
        return -elapsed(last, first, use, workday)
    more = use.count == "inclusive"
    if use.unit == "days":
        return (last - first).days + more
    if use.unit == "workdays":
        days = range(0 if more else 1, (last - first).days + 1)
        return sum(bool(workday(first + timedelta(days=step))) for step in days)
    if use.count == "full":
        return months.full_months(first, last)
    if use.count == "month_ends":
        last += timedelta(days=1)  # the first of the next month where the day is a month-end
        return months.number(months.of(last)) - months.number(months.of(first))
    return months.number(months.of(last)) - months.number(months.of(first)) + more
