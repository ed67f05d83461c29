"""Slips against a tour's confirmed results: put, and decided; approved, the month's ranking gets a further edition."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ballast import month as the_month
from ballast.kit.wholes import whole
from ballast.rooms.people import queries as people
from ballast.rooms.tours import actions, queries
from ballast.rulebook.powers import Power
from ballast.rulebook.slips import SlipVerb
from ballast.site.views import asking
from ballast.site.views.supervision.fields import text


@require_POST
def amend(request: HttpRequest, serial: str) -> HttpResponse:
    """Put a slip."""
    official = people.require(asking.official(request), Power.TOUR)
    tour, judge = queries.find(serial), whole(text(request, "judge"), digits=3) or 0
    said = actions.Amending(
        project=text(request, "project"), judge=judge,
        marks={item.code: text(request, item.code) for item in tour.rule.items},
        coefficient=text(request, "coefficient"),
        reason=text(request, "reason"), evidence=text(request, "evidence"),
    )  # fmt: skip
    actions.amend(serial, said, official=official, at=timezone.now())
    messages.success(request, _("The slip was put; another person of the office decides on it."))
    return redirect("tour-results", serial)


@require_POST
def decide(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Approve, refuse or withdraw a slip."""
    at, said, official = timezone.now(), text(request, "verb"), asking.official(request)
    if said not in list(SlipVerb):
        raise Http404(said)
    edition, sealed = the_month.amend_tour(
        serial, number, verb=SlipVerb(said), remark=text(request, "remark"), official=official, at=at
    )
    told = "、".join(f"{one.month} ({one.number})" for one in sealed) or "—"
    words = _("Approved: edition %(n)s of the results. Further editions of months: %(told)s")
    messages.success(request, words % {"n": edition, "told": told} if edition else _("Done and recorded."))
    return redirect("tour-results", serial)
