"""The navigation: one row a room, with the powers that open it."""

from functools import cache

from django import template
from django.template.context import RequestContext
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ballast.rulebook.powers import Power

register = template.Library()
P = Power
ROOMS = (
    ({P.REPORT, P.COUNTY_REVIEW, P.CITY_REVIEW}, "worklist", _("My worklist")),
    ({P.BOARDS}, "overview", _("Overview")),
    ({P.READ}, "projects", _("Projects")),
    ({P.BOARDS}, "lights", _("Lights")),
    ({P.BOARDS}, "meetings", _("Meetings")),
    ({P.BOARDS}, "league", _("League")),
    ({P.ANSWER_ITEM, P.CONFIRM_ITEM}, "items", _("Action items")),
    ({P.BOARDS}, "map", _("Map")),
    ({P.BOARDS}, "figures:catalogue", _("Figures")),
    ({P.READ}, "reports", _("Monthly reports")),
    ({P.READ}, "questions", _("Questions")),
    ({P.READ}, "tours", _("Site tours")),
    ({P.IMPORT, P.PROPOSE}, "import", _("Import")),
    ({P.BOARDS, P.ACCOUNTS, P.APPOINT, P.AUDIT}, "people", _("People")),
    ({P.AUDIT}, "audit", _("Audit trail")),
    ({P.RESET}, "gate-accounts", _("Security of accounts")),
)


@register.simple_tag(takes_context=True)
def rooms(context: RequestContext) -> SafeString:
    """The rooms the person may enter, the one they are in marked."""
    may, path = frozenset(context.get("may") or ()), context["request"].path
    mine = [(address(name), said) for powers, name, said in ROOMS if powers & may]
    return format_html_join(
        "", '<li><a href="{}"{}>{}</a></li>', ((found, _here(path, found), said) for found, said in mine)
    )


def _here(path: str, found: str) -> SafeString:
    current = path == found if found == "/" else path.startswith(found)
    return SafeString(' aria-current="page"') if current else SafeString("")


@cache
def address(name: str) -> str:
    """Where a room is entered."""
    return reverse(name)
