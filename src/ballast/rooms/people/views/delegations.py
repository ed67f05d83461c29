"""Standing in for one another: one's own delegations, and for the security administrator everybody's."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.kit.refusal import Refusal
from ballast.rooms.people import actions, queries
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.people.views import asked
from ballast.rulebook.powers import ADMINISTRATIVE, Power


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What runs, is to come and was."""
    return _show(request, *_asking(request))


@require_POST
def new(request: HttpRequest) -> HttpResponse:
    """Lend one's powers; the security administrator does it for whoever is away."""
    official, everybody = _asking(request)
    said, now = request.POST, timezone.now()
    giver = queries.official_named(said.get("giver", "").strip()) if everybody else None
    taker = queries.official_named(said.get("taker", "").strip())
    powers = None if said.get("all") else [Power(text) for text in said.getlist("power") if text in set(Power)]
    try:
        actions.delegate(
            giver.id if giver else 0 if everybody else official.id, taker.id if taker else 0, powers=powers,
            since=asked.day(said.get("since", "")), until=asked.day_or_none(said.get("until", "")),
            reason=said.get("reason", ""), on=clock.today(), at=now, by=official.username,
        )  # fmt: skip
    except Refusal as refusal:
        return _show(request, official, everybody, refusal=refusal)
    messages.success(request, _("Recorded."))
    return redirect("people-delegations")


@require_POST
def recall(request: HttpRequest, delegation_id: int) -> HttpResponse:
    """End a delegation today."""
    (official, everybody), now = _asking(request), timezone.now()
    actions.recall(
        delegation_id, on=clock.today(), at=now, by=official.username,
        giver_id=None if everybody else official.id,
    )  # fmt: skip
    messages.success(request, _("Recorded."))
    return redirect("people-delegations")


def _asking(request: HttpRequest) -> tuple[OfficialCard, bool]:
    """Who asks, and whether they may lend and recall for everybody."""
    official = queries.official_of(request.user, on=clock.today())
    if official is not None and queries.may(official, Power.APPOINT):
        return official, True
    return queries.require(official, Power.READ), False


def _show(
    request: HttpRequest, official: OfficialCard, everybody: bool, *, refusal: Refusal | None = None
) -> HttpResponse:
    today = clock.today()
    found = queries.delegations(official_id=None if everybody else official.id)
    own = frozenset[Power]().union(*(seat.powers for seat in official.own))
    powers = set(Power) - ADMINISTRATIVE if everybody else own
    told = {
        "running": [one for one in found if one.until >= today], "over": [one for one in found if one.until < today],
        "everybody": everybody, "mine": official.id, "today": today, "refusal": refusal, "typed": request.POST,
        "powers": [power for power in Power if power in powers],
        "accounts": queries.accounts() if everybody or Power.BOARDS in own else [],
    }  # fmt: skip
    return render(request, "people/delegations.html", told, status=400 if refusal else 200)
