"""The verbs of a tour, each by its own form: what is posted, to which action, and where one comes back to."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.tours import actions
from ballast.rooms.tours.views import asked

Act = Callable[[HttpRequest, str, OfficialCard | None, datetime], None]


@require_POST
def act(request: HttpRequest, serial: str, verb: str) -> HttpResponse:
    """Do one thing with a tour."""
    found = VERBS.get(verb)
    if found is None:
        raise Http404(verb)
    does, back = found
    does(request, serial, asked.official(request), timezone.now())
    messages.success(request, _("Done and recorded."))
    return redirect(back, serial)


def _put(request: HttpRequest) -> actions.PutForward:
    said = {name: asked.text(request, name) for name in ("area_code", "project", "line", "why")}
    return actions.PutForward(position=asked.whole(request, "position"), **said)


def _nominate(request: HttpRequest, serial: str, official: OfficialCard | None, at: datetime) -> None:
    actions.nominate(serial, _put(request), official=official, on=timezone.localdate(at), at=at)


def _replace(request: HttpRequest, serial: str, official: OfficialCard | None, at: datetime) -> None:
    actions.replace_nominee(serial, _put(request), official=official, on=timezone.localdate(at), at=at)


def _approve(request: HttpRequest, serial: str, official: OfficialCard | None, at: datetime) -> None:
    actions.approve(serial, asked.text(request, "project"), official=official, at=at)


def _difficulty(request: HttpRequest, serial: str, official: OfficialCard | None, at: datetime) -> None:
    actions.set_difficulty(
        serial, asked.text(request, "project"), coefficient=asked.factor(request, "coefficient"),
        hard=asked.text(request, "hard"), official=official, at=at,
    )  # fmt: skip


def _judges(request: HttpRequest, serial: str, official: OfficialCard | None, at: datetime) -> None:
    actions.name_judges(
        serial, kind=asked.text(request, "kind"), names=asked.text(request, "names"), official=official, at=at
    )


def _dismiss(request: HttpRequest, serial: str, official: OfficialCard | None, at: datetime) -> None:
    actions.dismiss_judge(serial, asked.whole(request, "number"), official=official, at=at)


def _open(request: HttpRequest, serial: str, official: OfficialCard | None, at: datetime) -> None:
    actions.open_ballot(serial, official=official, at=at)


def _close(request: HttpRequest, serial: str, official: OfficialCard | None, at: datetime) -> None:
    actions.close_ballot(serial, reason=asked.text(request, "reason"), official=official, at=at)


def _call_off(request: HttpRequest, serial: str, official: OfficialCard | None, at: datetime) -> None:
    actions.call_off(serial, reason=asked.text(request, "reason"), official=official, at=at)


def _draw(request: HttpRequest, serial: str, official: OfficialCard | None, at: datetime) -> None:
    order = [str(code) for code in request.POST.getlist("order")]
    actions.draw(
        serial, order, chair=asked.text(request, "chair"), reason=asked.text(request, "reason"), official=official,
        at=at,
    )  # fmt: skip


def _confirm(request: HttpRequest, serial: str, official: OfficialCard | None, at: datetime) -> None:
    actions.confirm(serial, official=official, at=at)


VERBS: dict[str, tuple[Act, str]] = {
    "nominate": (_nominate, "tour"), "replace": (_replace, "tour"), "approve": (_approve, "tour"),
    "difficulty": (_difficulty, "tour"), "name-judges": (_judges, "tour-judges"),
    "dismiss-judge": (_dismiss, "tour-judges"), "open": (_open, "tour"), "close": (_close, "tour"),
    "call-off": (_call_off, "tour"), "draw": (_draw, "tour-results"), "confirm": (_confirm, "tour-results"),
}  # fmt: skip
