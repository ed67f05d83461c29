"""The paired telephone: a code shown on the screen, taken without signing in, and the remote it opens."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ballast.kit import clock
from ballast.kit.qr import picture
from ballast.kit.wholes import whole
from ballast.rooms.meetings import actions
from ballast.rooms.meetings import queries as meetings
from ballast.rooms.meetings.actions import NoRemote, Note
from ballast.rooms.people import queries as people
from ballast.rulebook.powers import Power
from ballast.site.boards.meetings import stage as board
from ballast.site.views import asking
from ballast.site.views.meetings.outcomes import known
from ballast.site.views.supervision.fields import text

HERE = {"localhost", "127.0.0.1", "[::1]"}


@require_POST
def show(request: HttpRequest, number: str) -> HttpResponse:
    """Show a code for a telephone, as a picture and as an address to type."""
    code = actions.show_code(number, official=asking.official(request), at=timezone.now())
    address = request.build_absolute_uri(reverse("remote-welcome", args=[code]))
    unreachable = request.get_host().rpartition(":")[0] in HERE or request.get_host() in HERE
    return _pairing(request, number, {"address": address, "image": picture(address), "unreachable": unreachable})


@require_safe
def look(request: HttpRequest, number: str) -> HttpResponse:
    """Which telephones are connected; nothing where that is what is shown already."""
    people.require(asking.official(request), Power.MEET)
    if meetings.pairing(number, at=timezone.now()).seen == request.GET.get("seen"):
        return HttpResponse(status=204)
    return _pairing(request, number, {})


@require_POST
def end(request: HttpRequest, number: str) -> HttpResponse:
    """Disconnect a telephone."""
    remote = whole(text(request, "remote"), digits=9) or 0
    actions.end_remote(number, remote, official=asking.official(request), at=timezone.now())
    return _pairing(request, number, {})


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest, code: str) -> HttpResponse:
    """Ask whether this telephone is to be the remote; a POST takes the code, which then opens nothing any more."""
    at = timezone.now()
    if request.method == "POST":
        device = request.headers.get("User-Agent", "")
        by = request.user.get_username()
        token = actions.pair(code, device=device, on=clock.today(), at=at, by=by)
        return redirect("remote-held", token)
    return render(request, "site/meetings/room/welcome.html", {"meeting": known(actions.invited(code, at=at))})


@login_not_required
@require_safe
def held(request: HttpRequest, token: str) -> HttpResponse:
    """The remote: turn the screen, and type what is said."""
    return _page(request, token, "remote")


@login_not_required
@require_safe
def now(request: HttpRequest, token: str) -> HttpResponse:
    """The page the screen stands at; nothing where it is the one already shown; why, where the remote is over."""
    try:
        by = actions.held(token, on=clock.today(), at=timezone.now())
    except NoRemote as refusal:
        return render(request, "site/meetings/room/over.html", {"refusal": refusal})
    if board.seen(by.meeting) == request.GET.get("seen"):
        return HttpResponse(status=204)
    return _page(request, token, "remote_now")


@login_not_required
@require_POST
def turn(request: HttpRequest, token: str) -> HttpResponse:
    """Turn the screen to a page."""
    at = timezone.now()
    actions.turn_by_remote(token, text(request, "page"), on=clock.today(), at=at)
    return _page(request, token, "remote_now") if request.headers.get("HX-Request") else redirect("remote-held", token)


@login_not_required
@require_POST
def note(request: HttpRequest, token: str) -> HttpResponse:
    """Keep a remark, at once; the same slip again changes nothing."""
    at = timezone.now()
    said = Note(
        slip=text(request, "slip"), words=text(request, "words"), agenda=whole(text(request, "agenda"), digits=4) or 0,
        speaker=text(request, "speaker"),
    )  # fmt: skip
    actions.remark_by_remote(token, said, on=clock.today(), at=at)
    if "application/json" not in request.headers.get("Accept", ""):
        return redirect("remote-held", token)
    return JsonResponse({"kept": said.slip})


def _pairing(request: HttpRequest, number: str, shown: dict[str, object]) -> HttpResponse:
    found = {"meeting": known(number), "pairing": meetings.pairing(number, at=timezone.now())}
    return render(request, "site/meetings/room/pairing.html", found | shown)


def _page(request: HttpRequest, token: str, template: str) -> HttpResponse:
    by = actions.held(token, on=clock.today(), at=timezone.now())
    found = known(by.meeting)
    context = {
        "stage": board.controls(found, on=clock.today()), "meeting": found, "slip": board.fresh_slip(),
        "paired": True,
        "doors": {name: reverse(f"remote-{name}", args=[token]) for name in ("now", "turn", "note")},
        "who": f"remote-{by.remote}",
    }  # fmt: skip
    answer = render(request, f"site/meetings/room/{template}.html", context)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
