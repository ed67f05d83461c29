"""Filters by which every page writes the values of figures the same way."""

from decimal import Decimal

from django import template

from ballast.rooms.figures.cards import Value
from ballast.rooms.figures.display import ABSENT, display, tenths, unit_word
from ballast.rooms.figures.page import written
from ballast.rulebook.figures.declarations import Unit

register = template.Library()
UNITS = {"yuan": "万元", "count": "个", "jobs": "人"}


@register.filter
def figure_text(value: Value | None, unit: str) -> str:
    """A value as prose has it: 亿元, percent, points, or the plain number."""
    return ABSENT if value is None else display(value, unit)


@register.filter
def figure_unit(unit: str) -> str:
    """The unit behind ``figure_text``."""
    return unit_word(unit)


@register.filter
def change_text(change: Value | None, unit: str) -> str:
    """A change with its sign: percent of a count or an amount, percentage points of a rate.

    It has no colour: a fall is bad news of investment and good news of stalls.
    """
    number = change.number if change else None
    if number is None:
        return ABSENT
    points = unit in (Unit.PERCENT, Unit.POINTS)
    return f"{tenths(number * 100):+,}" + (f" {Unit.POINTS.zh}" if points else "%")


@register.filter
def contribution(amount: Decimal | None, unit: str) -> str:
    """What a row brings to a figure: 元 in 万元, all else plain."""
    return written(amount, unit)


@register.filter
def contribution_unit(unit: str) -> str:
    """The unit behind ``contribution``."""
    return UNITS.get(unit, "")
