"""How pages of the league say points, places and whom a sheet ranks."""

from fractions import Fraction
from typing import Any

from django import template
from django.utils.html import json_script
from django.utils.safestring import SafeString

from ballast.kit.sentence import Sentence
from ballast.kit.speech import spoken
from ballast.rulebook.scoring.cards import two
from ballast.rulebook.telling.values import decimal

register = template.Library()
OF = {
    "county": Sentence("县（市、区）", "County"), "park": Sentence("园区", "Park"),
    "leader": Sentence("包联领导", "Linked leader"), "department": Sentence("责任部门", "Department"),
    "office": Sentence("责任单位", "Responsible office"),
}  # fmt: skip


@register.filter
def points(value: object) -> str:
    """Points to two decimals, a minus as a minus; a dash where there are none."""
    return two(value).replace("-", "−") if isinstance(value, Fraction | int) else "—"


@register.filter
def signed(value: object) -> str:
    """Points more or less, with their sign."""
    return f"+{points(value)}" if isinstance(value, Fraction | int) and value > 0 else points(value)


@register.filter
def exact(value: object) -> str:
    """A number without decimals it does not need."""
    return decimal(value) if isinstance(value, Fraction | int) else "—"


@register.filter
def hundred(share: object) -> str:
    """A share as so many of a hundred."""
    return f"{round(float(share) * 100)}" if isinstance(share, Fraction | int) else "—"


@register.filter
def absolute(value: object) -> object:
    """Without its sign."""
    return abs(value) if isinstance(value, int) else value


@register.filter
def unlocal(value: object) -> str:
    """A number as style sheets and attributes want it."""
    return f"{value:g}" if isinstance(value, int | float) else ""


@register.filter
def of_words(of: str) -> str:
    """Whom a sheet ranks."""
    return spoken(OF.get(of, Sentence(of, of)))


@register.simple_tag
def chart_json(option: Any, name: str, number: object = "") -> SafeString:
    """A chart's option under an id of its own, where a page has several."""
    return json_script(option, f"{name}{number}")
