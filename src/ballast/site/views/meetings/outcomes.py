"""What a meeting came to: notes taken back, decisions handed out, minutes, and the review of the one before."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.kit.downloads import WORD, handed_out
from ballast.kit.wholes import whole
from ballast.rooms.meetings import actions
from ballast.rooms.meetings import queries as meetings
from ballast.rooms.meetings.actions import Assignment
from ballast.rooms.meetings.cards import MeetingCard
from ballast.rooms.people import queries as people
from ballast.rulebook.powers import Power
from ballast.site.boards.meetings import outcomes as board
from ballast.site.boards.meetings import reviewing
from ballast.site.views import asking
from ballast.site.views.supervision.fields import day, text


@require_safe
def page(request: HttpRequest, number: str) -> HttpResponse:
    """Remarks, decisions and items of a meeting, and its minutes."""
    found = known(number)
    context = {
        "meeting": found, "told": board.outcomes(found, on=clock.today(), held=asking.reach(request)),
        "may_meet": people.may(asking.official(request), Power.MEET),
    }  # fmt: skip
    return render(request, "site/meetings/outcomes.html", context)


@require_safe
def review(request: HttpRequest, number: str) -> HttpResponse:
    """复盘: what became of the meeting before this one."""
    found = known(number)
    told = reviewing.review(found, on=clock.today(), held=asking.reach(request))
    return render(request, "site/meetings/review.html", {"meeting": found, "review": told})


@require_POST
def take_back(request: HttpRequest, number: str) -> HttpResponse:
    """Take back a note."""
    actions.take_back(number, text(request, "slip"), official=asking.official(request), at=timezone.now())
    messages.success(request, _("Taken back; its record stays."))
    return redirect("meeting-outcomes", number)


@require_POST
def assign(request: HttpRequest, number: str) -> HttpResponse:
    """Hand out an item of a decision."""
    at = timezone.now()
    given = Assignment(
        words=text(request, "words"), office=whole(text(request, "office")) or 0, level=text(request, "level"),
        deadline=day(request, "deadline"), serial=text(request, "serial"), area=text(request, "area"),
        person=text(request, "person"), leader=text(request, "leader"), by_enterprise="by_enterprise" in request.POST,
    )  # fmt: skip
    decision = whole(text(request, "decision"), digits=4) or 0
    item = actions.assign(
        number, decision, given, official=asking.official(request), on=clock.today(), at=at
    )  # fmt: skip
    messages.success(request, _("Handed out: %(number)s") % {"number": item})
    return redirect("meeting-outcomes", number)


@require_POST
def issue(request: HttpRequest, number: str) -> HttpResponse:
    """Issue the minutes."""
    at = timezone.now()
    edition = actions.issue_minutes(number, official=asking.official(request), on=clock.today(), at=at)
    messages.success(request, _("The minutes were issued, edition %(edition)s.") % {"edition": edition})
    return redirect("meeting-outcomes", number)


@require_safe
def minutes(request: HttpRequest, number: str, edition: int) -> HttpResponse:
    """The minutes as they were issued."""
    found = meetings.minutes_document(number, edition)
    if found is None:
        raise Http404(number)
    name, data = found
    detail = {"meeting": number, "edition": edition}
    return handed_out(
        data, name, WORD, act="download", by=request.user.get_username(), at=timezone.now(), detail=detail
    )  # fmt: skip


def known(number: str) -> MeetingCard:
    """The meeting asked for. Raises 404."""
    found = meetings.meeting(number)
    if found is None:
        raise Http404(number)
    return found
