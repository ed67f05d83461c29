"""Filters for quantities other than money."""

from django import template

from ballast.site.boards import labels

register = template.Library()


@register.filter
def quantity(thousandths: int | None) -> str:
    """Thousandths of a unit as the page writes them; a dash where there are none."""
    return labels.ABSENT if thousandths is None else labels.quantity(thousandths)
