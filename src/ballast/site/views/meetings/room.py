"""In the room: the screen, its remote on a telephone, and the notes typed at either."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.kit.wholes import whole
from ballast.rooms.meetings import actions
from ballast.rooms.meetings.actions import Note
from ballast.rooms.people import queries as people
from ballast.rulebook.powers import Power
from ballast.site.boards.meetings import stage as board
from ballast.site.views import asking
from ballast.site.views.meetings.outcomes import known
from ballast.site.views.supervision.fields import text


@require_safe
def screen(request: HttpRequest, number: str) -> HttpResponse:
    """The screen of the room, full of the page it stands at."""
    return _page(request, number, "site/meetings/room/screen.html")


@require_safe
def remote(request: HttpRequest, number: str) -> HttpResponse:
    """The remote: turn the screen, and type what is said and decided."""
    return _page(request, number, "site/meetings/room/remote.html")


@require_safe
def now(request: HttpRequest, number: str) -> HttpResponse:
    """The page the screen stands at; nothing where it is the one already shown."""
    people.require(asking.official(request), Power.MEET)
    known(number)
    if board.seen(number) == request.GET.get("seen"):
        return HttpResponse(status=204)
    part = "remote_now" if "remote" in request.GET else "stage"
    return _page(request, number, f"site/meetings/room/{part}.html")


@require_POST
def turn(request: HttpRequest, number: str) -> HttpResponse:
    """Turn the screen to a page."""
    actions.turn_screen(number, text(request, "page"), official=asking.official(request), at=timezone.now())
    if not request.headers.get("HX-Request"):
        return redirect("meeting-remote", number)
    part = "remote_now" if "remote" in request.POST else "stage"
    return _page(request, number, f"site/meetings/room/{part}.html")


@require_POST
def note(request: HttpRequest, number: str) -> HttpResponse:
    """Keep what was typed, at once; the same slip again changes nothing."""
    official, at = asking.official(request), timezone.now()
    said = Note(
        slip=text(request, "slip"), words=text(request, "words"), agenda=whole(text(request, "agenda"), digits=4) or 0,
        speaker=text(request, "speaker"),
    )  # fmt: skip
    code = 0
    if text(request, "kind") == "decision":
        code = actions.decide(number, said, official=official, at=at)
    else:
        actions.remark(number, said, official=official, at=at)
    if "application/json" not in request.headers.get("Accept", ""):
        return redirect("meeting-remote", number)
    return JsonResponse({"kept": said.slip, "decision": code})


def _page(request: HttpRequest, number: str, template: str) -> HttpResponse:
    people.require(asking.official(request), Power.MEET)
    found = known(number)
    told = board.stage(found, held=asking.reach(request), on=clock.today())
    context = {
        "stage": told, "meeting": found, "slip": board.fresh_slip(), "who": request.user.get_username(),
        "doors": {name: reverse(f"meeting-room-{name}", args=[number]) for name in ("now", "turn", "note")},
    }  # fmt: skip
    return render(request, template, context)
