"""Filters by which every page says a sentence, an amount or an address the same way."""

from typing import Any

from django import template
from django.template.context import RequestContext
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ballast.kit.money import in_wan, in_yi
from ballast.kit.phones import masked
from ballast.kit.sentence import Sentence
from ballast.kit.speech import spoken as spoken
from ballast.kit.words import Word
from ballast.rulebook.terms import Basis

register = template.Library()
ABSENT = "—"


@register.filter
def said(what: object) -> str:
    """A ``Sentence`` or ``Word`` in the reader's language, of phones the ends alone; anything else as it is."""
    if isinstance(what, Word):
        return spoken(what.label)
    return masked(spoken(what)) if isinstance(what, Sentence) else str(what)


@register.filter
def basis(code: str) -> str:
    """The names of one basis or more (``declared+statistical``)."""
    known = {str(one): one for one in Basis}
    return "、".join(spoken(known[part].label) if part in known else part for part in code.split("+"))


@register.filter
def wan(amount: object) -> str:
    """元 as 万元 for tables, as it was reported; a dash where nothing was."""
    return in_wan(amount) if isinstance(amount, int) else ABSENT


@register.filter
def yi(amount: object) -> str:
    """元 as 亿元 with one decimal, as prose has it."""
    return in_yi(amount) if isinstance(amount, int) else ABSENT


@register.filter
def get(mapping: Any, key: Any) -> Any:
    """``mapping[key]``, or None."""
    return mapping.get(key) if mapping else None


@register.simple_tag(takes_context=True)
def here(context: RequestContext, address: str) -> SafeString:
    """The mark of the navigation's current place."""
    path = context.request.path if "request" in context else ""
    current = path == address if address == "/" else path.startswith(address)
    return format_html(' aria-current="{}"', "page") if current else SafeString("")


@register.simple_tag(takes_context=True)
def with_query(context: RequestContext, **changes: object) -> str:
    """The query of this page with some keys changed; an empty value removes its key."""
    query = context.request.GET.copy()
    for key, value in changes.items():
        query.pop(key, None)
        if value not in (None, ""):
            query[key] = str(value)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def sort_head(context: RequestContext, now: str, column: str, title: str) -> SafeString:
    """The head of a column the list can be sorted by: from the largest first, names from the first."""
    first, other = (column, f"-{column}") if column in ("name", "county") else (f"-{column}", column)
    address = with_query(context, sort=other if now == first else first, page="")
    said = {f"-{column}": ' aria-sort="descending"', column: ' aria-sort="ascending"'}.get(now, "")
    number = "" if column in ("name", "county") else ' class="number"'
    head = '<th scope="col"{}{}><a href="{}">{}</a></th>'
    return format_html(head, SafeString(said), SafeString(number), address, title)


@register.simple_tag(takes_context=True)
def figure_head(context: RequestContext, figure: Any) -> SafeString:
    """The head of a column of a figure, by which its lines can be sorted: largest first, then the other way."""
    now, code = context["request"].GET.get("sort", ""), figure.code
    address = with_query(context, sort=code if now == f"-{code}" else f"-{code}")
    said = {f"-{code}": ' aria-sort="descending"', code: ' aria-sort="ascending"'}.get(now, "")
    head = '<th scope="col" class="number"{}><a href="{}">{}</a></th>'
    return format_html(head, SafeString(said), address, spoken(figure.name))
