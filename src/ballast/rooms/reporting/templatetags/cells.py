"""Filters by which the pages of the monthly loop write cells the same way."""

from django import template

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
