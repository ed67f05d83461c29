"""Filters of the import preview."""

from collections.abc import Mapping

from django import template

from ballast.kit.money import WAN, YI
from ballast.kit.sentence import Sentence
from ballast.kit.speech import spoken
from ballast.rooms.registry.importing.fields import ListField, RowRole

register = template.Library()
UNIT_NAMES = {
    1: Sentence("元", "yuan"), 1_000: Sentence("千元", "1,000 yuan"), WAN: Sentence("万元", "10,000 yuan"),
    1_000_000: Sentence("百万元", "million yuan"), YI: Sentence("亿元", "100 million yuan"),
}  # fmt: skip
FIELDS = {str(field) for field in ListField}
ROLES = {str(role): role.label for role in RowRole}


@register.filter
def unit_name(unit: int) -> str:
    """The name of a unit of money."""
    return spoken(UNIT_NAMES[unit])


@register.filter
def role_name(role: str) -> str:
    """What a row was taken for; nothing for a row that was not looked at."""
    return spoken(ROLES[role]) if role in ROLES else ""


@register.filter
def known_field(field: str) -> bool:
    """Whether a field is among those a person may choose."""
    return field in FIELDS


@register.filter
def elsewhere(hidden: list[tuple[str, str]], sheet: int) -> list[tuple[str, str]]:
    """What was changed on other sheets than ``sheet``."""
    return [(key, text) for key, text in hidden if key.split(".")[1] != str(sheet)]


@register.filter
def either(told: Mapping[str, str]) -> str:
    """The sentence of a kept fault or reason in the reader's language."""
    zh, en = told.get("zh") or told.get("reason", ""), told.get("en") or told.get("reason_en", "")
    return spoken(Sentence(zh, en))
