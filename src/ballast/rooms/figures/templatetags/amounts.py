"""Filters by which every page writes the values of figures the same way."""

from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

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
def change_text(change: Value | None, unit: str) -> SafeString | str:
    """A change: percent of a count or an amount, percentage points of a rate; coloured by its sign."""
    number = change.number if change else None
    if number is None:
        return ABSENT
    points = unit in (Unit.PERCENT, Unit.POINTS)
    text = f"{tenths(number * 100):+,}" + (" 个百分点" if points else "%")
    return format_html('<span class="{}">{}</span>', "fall" if number < 0 else "rise" if number > 0 else "", text)


@register.filter
def contribution(amount: Decimal | None, unit: str) -> str:
    """What a row brings to a figure: 元 in 万元, all else plain."""
    return written(amount, unit)


@register.filter
def contribution_unit(unit: str) -> str:
    """The unit behind ``contribution``."""
    return UNITS.get(unit, "")
