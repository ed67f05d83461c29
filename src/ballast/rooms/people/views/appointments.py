"""The security administrator's page: who holds which office, from when until when, and new offices."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.wholes import whole
from ballast.rooms.people import actions, queries
from ballast.rooms.people.views import asked
from ballast.rulebook.powers import Power
from ballast.rulebook.terms import Role

SHOWN = 100


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Appointments that run or are to come; those that ended are asked for by the tree on a day."""
    asked.by(request, Power.APPOINT)
    return _show(request)


@require_POST
def new(request: HttpRequest) -> HttpResponse:
    """Appoint one person."""
    official, said, now = asked.by(request, Power.APPOINT), request.POST, timezone.now()
    try:
        person = queries.official_named(said.get("person", "").strip())
        actions.appoint(
            person.id if person else 0, office_id=whole(said.get("office", "")) or 0, role=_role(said.get("role", "")),
            since=asked.day(said.get("since", "")), until=asked.day_or_none(said.get("until", "")),
            reason=said.get("reason", ""), at=now, by=official.username,
        )  # fmt: skip
    except Refusal as refusal:
        return _show(request, refusal=refusal)
    messages.success(request, _("Recorded."))
    return redirect("people-appointments")


@require_POST
def from_roster(request: HttpRequest) -> HttpResponse:
    """Appoint everybody of a roster, or nobody."""
    official, now = asked.by(request, Power.APPOINT), timezone.now()
    try:
        data, name = asked.file(request)
        count = actions.appoint_listed(data, name, on=clock.today(), at=now, by=official.username)
    except Refusal as refusal:
        return _show(request, refusal=refusal)
    messages.success(request, ngettext("%(n)s appointment.", "%(n)s appointments.", count) % {"n": count})
    return redirect("people-appointments")


@require_POST
def end(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """Let an appointment end with a day."""
    official, now = asked.by(request, Power.APPOINT), timezone.now()
    actions.end_appointment(
        appointment_id, until=asked.day(request.POST.get("until", "")), reason=request.POST.get("reason", ""),
        on=clock.today(), at=now, by=official.username,
    )  # fmt: skip
    messages.success(request, _("Recorded."))
    return redirect("people-appointments")


@require_POST
def office(request: HttpRequest) -> HttpResponse:
    """A new office of an area."""
    official = asked.by(request, Power.APPOINT)
    area, name = whole(request.POST.get("area", "")) or 0, request.POST.get("name", "")
    try:
        actions.found_office(name, area_id=area, at=timezone.now(), by=official.username)
    except Refusal as refusal:
        return _show(request, refusal=refusal)
    messages.success(request, _("Recorded."))
    return redirect("people-appointments")


def _show(request: HttpRequest, *, refusal: Refusal | None = None) -> HttpResponse:
    today = clock.today()
    search = request.GET.get("q", "").strip().lower()
    found = [
        card for card in queries.appointments()
        if (card.until is None or card.until >= today)
        and search in f"{card.name} {card.username} {card.office.name} {card.role.zh}".lower()
    ]  # fmt: skip
    told = {
        "appointments": found[:SHOWN], "count": len(found), "search": search, "today": today,
        "refusal": refusal, "roles": list(Role),
        "offices": queries.offices(), "areas": queries.areas(), "accounts": queries.accounts(), "typed": request.POST,
    }  # fmt: skip
    return render(request, "people/appointments.html", told, status=400 if refusal else 200)


def _role(text: str) -> Role:
    if text not in [role.value for role in Role]:
        raise Refusal(Sentence("请选择岗位", "Choose a role"), code="no_role")
    return Role(text)
