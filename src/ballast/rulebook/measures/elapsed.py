"""How time between two days is counted: days, working days, or months in three ways."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

from pydantic import Field

from ballast.rulebook import months
from ballast.rulebook.measures.facts import Number
from ballast.rulebook.measures.measured import Unit
from ballast.rulebook.measures.registry import Use

TimeUnit = Literal["months", "days", "workdays"]
Count = Literal["exact", "full", "calendar", "inclusive", "month_ends"]


class Timed(Use):
    """``unit``: months, days or workdays; ``count``: how they are counted.

    exact: months with their odd days, so that "more than 2 months" begins on the day after two; full: whole months
    gone by; calendar: by the months' numbers, whatever the day; inclusive: as calendar, the first month counted (of
    days: the first day counted); month_ends: how many month-ends have passed, the first month's own and the day itself
    counted.
    """

    unit: TimeUnit = Field("months", description="单位 / the unit")
    count: Count = Field(
        "exact",
        description="exact 足月加零头、full 足月、calendar 月份相减、inclusive 起始月（日）也算、month_ends 月末数",
    )


def unit_of(use: Timed, _: object) -> Unit:
    """The unit the arguments ask for."""
    return Unit.SPAN if use.unit == "months" and use.count == "exact" else Unit(use.unit)


def elapsed(first: date, last: date, use: Timed, workday: Callable[[date], bool]) -> Number:
    """Time from ``first`` to ``last``; below zero where ``last`` is earlier."""
    if last < first:
        return -elapsed(last, first, use, workday)
    if use.unit == "months":
        return _MONTHS[use.count](first, last)
    more = use.count == "inclusive"
    if use.unit == "days":
        return (last - first).days + more
    days = range(0 if more else 1, (last - first).days + 1)
    return sum(bool(workday(first + timedelta(days=step))) for step in days)


def _exact(first: date, last: date) -> Number:
    """Whole months, and the odd days as a share of the month they lie in."""
    whole = months.full_months(first, last)
    begun, next_ = months.add_months(first, whole), months.add_months(first, whole + 1)
    return whole + Fraction((last - begun).days, (next_ - begun).days)


def _calendar(first: date, last: date) -> Number:
    return months.number(months.of(last)) - months.number(months.of(first))


_MONTHS: dict[str, Callable[[date, date], Number]] = {
    "exact": _exact, "full": months.full_months, "calendar": _calendar,
    "inclusive": lambda first, last: _calendar(first, last) + 1,
    # The first of the next month where the day is a month-end.
    "month_ends": lambda first, last: _calendar(first, last + timedelta(days=1)),
}  # fmt: skip
