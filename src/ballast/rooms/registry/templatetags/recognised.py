"""Filters of the import preview."""

import re
from collections.abc import Mapping
from urllib.parse import urlencode

from django import template
from django.template import Context
from django.utils.html import format_html

from ballast.kit.money import WAN, YI
from ballast.kit.sentence import Sentence
from ballast.kit.speech import spoken
from ballast.rooms.registry.cards import ProposalCard
from ballast.rooms.registry.importing.fields import ListField, RowRole

register = template.Library()
UNIT_NAMES = {
    1: Sentence("元", "yuan"), 1_000: Sentence("千元", "1,000 yuan"), WAN: Sentence("万元", "10,000 yuan"),
    1_000_000: Sentence("百万元", "million yuan"), YI: Sentence("亿元", "100 million yuan"),
}  # fmt: skip
BEFORE = 5
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


@register.simple_tag(takes_context=True)
def cell(context: Context, where: str) -> str:
    """A cell of the previewed file, leading to its row among the sheet's; plain words where it names no sheet."""
    name, _, address = where.rpartition("!")
    index = next((index for index, sheet, _ in context["preview"].sheets if sheet == name), None)
    row = re.match(r"[A-Z]+([0-9]+)", address)
    if index is None or row is None:
        return where
    asked = urlencode([*context["hidden"], ("sheet", index), ("from", max(1, int(row[1]) - BEFORE))])
    return format_html('<a href="?{}#r{}">{}</a>', asked, row[1], where)


@register.filter
def as_sent(sent: ProposalCard) -> str:
    """The address of a sent list's preview, as the county left it."""
    return urlencode([*sent.said, ("default_area", sent.area_code), ("proposal", sent.id)])


@register.filter
def either(told: Mapping[str, str]) -> str:
    """The sentence of a kept fault or reason in the reader's language."""
    zh, en = told.get("zh") or told.get("reason", ""), told.get("en") or told.get("reason_en", "")
    return spoken(Sentence(zh, en))
