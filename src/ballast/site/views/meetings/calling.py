"""Meetings: the list, one of them, and the verbs that bring it about."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.kit.wholes import whole
from ballast.rooms.figures import queries as figures
from ballast.rooms.meetings import actions
from ballast.rooms.meetings import queries as meetings
from ballast.rooms.meetings.cards import About, Task
from ballast.rooms.people import queries as people
from ballast.rooms.policy import queries as policy
from ballast.rulebook.powers import Power
from ballast.site.boards.meetings.agenda import agenda
from ballast.site.views import asking
from ballast.site.views.supervision.fields import text, wanted_day


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Every meeting, the latest first."""
    official = asking.official(request)
    context = {
        "meetings": meetings.meetings(), "may_meet": people.may(official, Power.MEET), "today": clock.today(),
        "months": list(reversed(figures.months())), "choice": figures.choose_month(""),
        "kinds": policy.latest().meetings,
    }  # fmt: skip
    return render(request, "site/meetings/list.html", context)


@require_safe
def one(request: HttpRequest, number: str) -> HttpResponse:
    """One meeting and its agenda."""
    official = asking.official(request)
    found = meetings.meeting(number)
    if found is None:
        raise Http404(number)
    context = {
        "meeting": found, "agenda": agenda(
            found, held=asking.reach(request), prepares=people.may(official, Power.MEET)),
        "packs": meetings.packs_for(number, official=official, held=asking.reach(request)),
        "making": meetings.making(number, at=timezone.now()),
        "kind": policy.for_month(found.month).meetings.get(found.kind),
        "may_meet": people.may(official, Power.MEET), "abouts": list(About), "tasks": list(Task),
    }  # fmt: skip
    return render(request, "site/meetings/meeting.html", context)


@require_POST
def call(request: HttpRequest) -> HttpResponse:
    """Call a meeting."""
    official, at = people.require(asking.official(request), Power.MEET), timezone.now()
    number = actions.call_meeting(
        text(request, "kind"), title=text(request, "title"), month=text(request, "month"),
        held_on=wanted_day(request, "held_on"), place=text(request, "place"), official=official, at=at,
    )  # fmt: skip
    messages.success(request, _("The meeting was called: %(number)s") % {"number": number})
    return redirect("meeting", number)


@require_POST
def start(request: HttpRequest, number: str) -> HttpResponse:
    """Open the meeting."""
    actions.open_meeting(number, official=asking.official(request), at=timezone.now())
    return redirect("meeting", number)


@require_POST
def end(request: HttpRequest, number: str) -> HttpResponse:
    """Close the meeting."""
    actions.close_meeting(number, official=asking.official(request), at=timezone.now())
    return redirect("meeting", number)


@require_POST
def lay_again(request: HttpRequest, number: str) -> HttpResponse:
    """Lay the agenda anew by the rules."""
    actions.lay_again(number, official=asking.official(request), at=timezone.now())
    messages.success(request, _("The agenda was laid anew; what you put on or took off stays."))
    return redirect("meeting", number)


@require_POST
def put_on(request: HttpRequest, number: str) -> HttpResponse:
    """Put an item on the agenda by hand."""
    about, task = text(request, "about"), text(request, "task")
    actions.put_on(
        number, about=About(about) if about in list(About) else About.OTHER, subject=text(request, "subject"),
        title=text(request, "title"), task=Task(task) if task in list(Task) else Task.REPORTS,
        speaker=text(request, "speaker"), minutes=whole(text(request, "minutes"), digits=3) or 0,
        reason=text(request, "reason"), official=asking.official(request), at=timezone.now(),
    )  # fmt: skip
    return redirect("meeting", number)


@require_POST
def take_off(request: HttpRequest, number: str, code: int) -> HttpResponse:
    """Take an item off the agenda."""
    actions.take_off(
        number, code, reason=text(request, "reason"), official=asking.official(request), at=timezone.now()
    )  # fmt: skip
    return redirect("meeting", number)


@require_POST
def move(request: HttpRequest, number: str, code: int) -> HttpResponse:
    """Move an item of the agenda."""
    actions.move(
        number, code, to=whole(text(request, "to"), digits=3) or 1, reason=text(request, "reason"),
        official=asking.official(request), at=timezone.now(),
    )  # fmt: skip
    return redirect("meeting", number)
