"""Filters by which every page writes the values of figures, and leads to them, the same way."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from urllib.parse import quote

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString

from ballast.rooms.figures.cards import Figure, Value
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


@register.simple_tag
def figure_address(figure: Figure) -> str:
    """Where a figure is explained, for its month."""
    return f"{_page(figure.code)}?month={figure.month}"


@register.simple_tag
def figure_cells(cells: Iterable[tuple[Figure, Value, int]], key: str) -> SafeString:
    """The cells of one key's line in a table: every value leads to its rows and stands over a bar of its length."""
    quoted = quote(key)  # once a line: all else in it is ours, and a board draws a hundred cells
    return SafeString("".join(
        CELL.format(_page(figure.code), figure.month, figure.by, quoted, display(value, figure.unit),
                    " minus" if (value.numerator or 0) < 0 else "", bar)
        for figure, value, bar in cells
    ))  # fmt: skip


CELL = (
    '<td class="number"><a href="{}?month={}&amp;by={}&amp;key={}#rows">{}</a>'
    '<meter class="bar{}" min="0" max="100" value="{}" aria-hidden="true"></meter></td>'
)


@lru_cache(maxsize=512)
def _page(code: str) -> str:
    """The address of a figure's page; a board asks for a hundred and more."""
    return reverse("figures:figure", args=[code])
