"""One's own reminders, and what was sent to everybody."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ballast.kit import clock
from ballast.kit.refusal import Refusal
from ballast.kit.wholes import whole
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reminders import actions, queries
from ballast.rooms.reminders.cards import Channel, State
from ballast.rulebook.powers import Power
from ballast.rulebook.reminders import HOURS, OBLIGATORY, WEEK, Kind, Wishes


@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    """How the person asking is reminded, and what was sent to them; a POST changes it."""
    official, refusal = _official(request), None
    if request.method == "POST" and official is not None:
        try:
            actions.tune(official, _wishes(request), _addresses(request), at=timezone.now())
            messages.success(request, _("Your reminders are set."))
            return redirect("reminders")
        except Refusal as refused:
            refusal = refused
    who = request.user.get_username()
    told = {
        "mine": queries.wishes_of(who), "sent": queries.sent_to(who), "refusal": refusal, "hours": HOURS,
        "channels": list(Channel), "kinds": [(kind, kind in OBLIGATORY) for kind in Kind],
        "week": list(enumerate(WEEK))[:5],
    }  # fmt: skip
    return render(request, "reminders/mine.html", told, status=400 if refusal else 200)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """What was sent to everybody."""
    people.require(_official(request), Power.SUPERVISE)
    query = request.GET
    try:
        day = parse_date(query.get("day", ""))
    except ValueError:
        day = None
    state = query.get("state", "")
    found = queries.sent(day=day, state=state if state in list(State) else "", who=query.get("who", "").strip())
    return render(request, "reminders/sent.html", {"sent": found, "states": list(State), "asked": query})


def _official(request: HttpRequest) -> OfficialCard | None:
    return people.official_of(request.user, on=clock.today())


def _wishes(request: HttpRequest) -> Wishes:
    form = request.POST
    quiet = frozenset(day for text in form.getlist("quiet") if (day := whole(text, digits=1)) is not None)
    chosen = {str(said) for said in form.getlist("kinds")}
    kinds = {str(kind) for kind in Kind} - chosen - {str(kind) for kind in OBLIGATORY}
    return Wishes(whole(form.get("hour", "")) or 0, "muted" in form, frozenset(kinds), quiet)


def _addresses(request: HttpRequest) -> dict[Channel, str | None]:
    """The addresses given, and those taken away; a field left empty changes nothing."""
    form = request.POST
    given: dict[Channel, str | None] = {one: text for one in Channel if (text := form.get(f"to.{one}", "").strip())}
    return given | {one: None for one in Channel if f"drop.{one}" in form}
