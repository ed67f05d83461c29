"""What it takes to be shown an address at all: the power to read, but for the addresses listed here.

An address nobody thought of is closed to administrators and to whoever holds no office. What a person may *do* there,
and to which projects, is asked by the view and the room behind it.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from ballast.rooms.people import queries as people
from ballast.rulebook.powers import Power
from ballast.site.refusing import page_of
from ballast.site.views import asking

ANYBODY: frozenset[Power] = frozenset()  # whoever has signed in, with or without an office
READERS = frozenset({Power.READ})
BOARDS, RESET = frozenset({Power.BOARDS}), frozenset({Power.RESET})
AUDIT = frozenset({Power.AUDIT})
ACCOUNTS, APPOINT = frozenset({Power.ACCOUNTS}), frozenset({Power.APPOINT})

# The name of an address and the powers of which one opens it.
TAKES: dict[str, frozenset[Power]] = {
    "set_language": ANYBODY, "start": ANYBODY, "tour-ballot": ANYBODY, "tour-cast": ANYBODY,
    "remote-welcome": ANYBODY, "remote-held": ANYBODY, "remote-now": ANYBODY, "remote-turn": ANYBODY,
    "remote-note": ANYBODY,
    "account_login": ANYBODY, "account_logout": ANYBODY, "mfa_authenticate": ANYBODY,
    "sign-on": ANYBODY, "openid_connect_callback": ANYBODY, "account": ANYBODY, "password": ANYBODY,
    "tokens": ANYBODY, "token-issue": ANYBODY, "token-revoke": ANYBODY,
    "account_reauthenticate": ANYBODY, "mfa_reauthenticate": ANYBODY, "mfa_activate_totp": ANYBODY,
    "mfa_deactivate_totp": ANYBODY, "mfa_view_recovery_codes": ANYBODY,
    "gate-accounts": RESET, "gate-account": RESET, "gate-reset-password": RESET, "gate-verb": RESET,
    "reminders": READERS | ACCOUNTS | APPOINT | AUDIT,
    "audit": AUDIT, "audit-verify": AUDIT, "audit-export": AUDIT,
    "people": BOARDS | ACCOUNTS | APPOINT | AUDIT, "people-roster": ACCOUNTS | APPOINT, "people-accounts": ACCOUNTS,
    "people-account-new": ACCOUNTS, "people-account-close": ACCOUNTS, "people-accounts-roster": ACCOUNTS,
    "people-appointments": APPOINT, "people-appoint": APPOINT, "people-appointments-roster": APPOINT,
    "people-areas": APPOINT, "people-areas-workbook": APPOINT, "people-areas-divide": APPOINT,
    "people-appointment-end": APPOINT, "people-office-new": APPOINT, "people-delegations": READERS | APPOINT,
    "people-delegate": READERS | APPOINT, "people-recall": READERS | APPOINT,
    "overview": BOARDS, "overview-reports": BOARDS, "map": BOARDS, "map-outlines": BOARDS,
    "league": BOARDS, "league-subject": BOARDS, "league-year": BOARDS, "league-deeds": BOARDS, "league-appeals": BOARDS,
    "figures:catalogue": BOARDS, "figures:figure": BOARDS,
    "meetings": BOARDS, "meeting": BOARDS, "pack": BOARDS, "pack-zip": BOARDS, "pack-file": BOARDS,
    "meeting-outcomes": BOARDS, "meeting-review": BOARDS,
    "meeting-minutes": BOARDS,
}  # fmt: skip
# Where a person begins: the first address they may open.
HOMES = (
    (Power.BOARDS, "overview"), (Power.READ, "projects"), (Power.ACCOUNTS, "people-accounts"),
    (Power.APPOINT, "people-appointments"), (Power.AUDIT, "audit"),
)  # fmt: skip


class Entrances:
    """Turn away, before any view is asked, whoever lacks what the address takes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """The page of the refusal, or the way to the person's own first page; None where they may enter."""
        if not request.user.is_authenticated or request.resolver_match is None:
            return None
        name = request.resolver_match.view_name
        wanted = TAKES.get(name, READERS)
        official = asking.official(request)
        if not wanted or any(people.may(official, power) for power in wanted):
            return None
        home = next((address for power, address in HOMES if people.may(official, power)), None)
        if name == "overview" and home:
            return redirect(home)
        return page_of(request, people.refusal(official, min(wanted, key=list(Power).index)))
