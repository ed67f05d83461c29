"""Filters by which the pages of the monthly loop write cells the same way."""

from django import template

from ballast.kit.money import in_wan
from ballast.kit.phones import masked
from ballast.rooms.reporting import queries
from ballast.rooms.reporting.cards import Change, Reported
from ballast.rulebook.forms import BY_KEY
from ballast.rulebook.merging import Cell

register = template.Library()
ABSENT = "—"


@register.filter
def cell(value: Cell) -> str:
    """A cell as the form shows it: numbers with their thousands; a dash for none."""
    if value is None or value == "":
        return ABSENT
    return f"{value:,}" if isinstance(value, int | float) else value


@register.filter
def change(value: float | None) -> str:
    """A difference with its sign; nothing for none."""
    return f"{value:+,}" if value else ""


@register.filter
def column(changed: Change) -> str:
    """What the column of a change is called in the form of its month."""
    known = BY_KEY.get(changed.field)
    return known.heading(changed.month) if known else queries.figure_name(changed.field)


@register.filter
def reported(value: Reported) -> str:
    """What was reported: 元 as 万元, text with the ends of phones alone, a dash for nothing."""
    if value is None or value == "":
        return ABSENT
    return in_wan(value) if isinstance(value, int) else masked(value)
