"""The watch: every request is looked at for a session that is over, and for what its account must do first."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from ballast.kit.speech import spoken
from ballast.rooms.gate import actions, queries
from ballast.rooms.gate.cards import Duty

BEGUN, SEEN, DUE = "begun", "seen", "due"
NOTED_EVERY = 60  # seconds between two notes that somebody is still at it
JUST = 600  # seconds after which who came in is asked again who they are
ALWAYS_OPEN = {"account_logout", "set_language", "account_reauthenticate", "mfa_reauthenticate"}
WAY = {Duty.PASSWORD: "password", Duty.FACTOR: "mfa_activate_totp"}


class Watch:
    """End what is over, say why, and lead to what is due."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key, at = request.COOKIES.get(settings.SESSION_COOKIE_NAME, ""), timezone.now()
        if request.user.is_authenticated:
            _look(request, at)
        elif key.isalnum():
            _tell(request, key, at)
        response = _whole_page(request, self.get_response(request))
        if request.user.is_authenticated:
            _note(request, response, at)
        return response

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """Whoever must change a password or enrol a factor gets to no other page."""
        due = request.session.get(DUE) if request.user.is_authenticated else None
        if not due:
            return None
        way = WAY[Duty(due[0])]
        name = request.resolver_match.view_name if request.resolver_match else ""
        return None if name == way or name in ALWAYS_OPEN else redirect(way)


def seat(request: HttpRequest, due: tuple[Duty, ...]) -> None:
    """Remember in the session when it began and what is due of its account."""
    request.session[BEGUN] = int(timezone.now().timestamp())
    request.session[DUE] = [str(duty) for duty in due]


def just_came(request: HttpRequest) -> bool:
    """Whether the session began within the last minutes."""
    begun = int(request.session.get(BEGUN, 0))
    return timezone.now().timestamp() - begun < JUST


def done(request: HttpRequest, duty: Duty) -> None:
    """One thing less is due."""
    request.session[DUE] = [one for one in request.session.get(DUE, []) if one != duty]


def _look(request: HttpRequest, at: datetime) -> None:
    """End a session that is over by the clock; one without our cookie was last seen when it began."""
    began = datetime.fromtimestamp(request.session.get(BEGUN, int(at.timestamp())), UTC)
    over = queries.overdue(begun_at=began, seen_at=_seen(request) or began, at=at)
    if over is not None:
        actions.expire(str(request.session.session_key), over, at=at)
        logout(request)
        messages.warning(request, spoken(queries.TOLD[over]))


def _seen(request: HttpRequest) -> datetime | None:
    """When this browser last asked for something in this session, by the cookie we sealed."""
    stamp = request.get_signed_cookie(SEEN, None, salt=str(request.session.session_key))
    return datetime.fromtimestamp(int(stamp), UTC) if stamp else None


def _note(request: HttpRequest, response: HttpResponse, at: datetime) -> None:
    """Seal the moment into a cookie: to note it in the database would make every reader wait for whoever writes."""
    seen = _seen(request)
    if seen is None or (at - seen).total_seconds() >= NOTED_EVERY:
        response.set_signed_cookie(
            SEEN, f"{at.timestamp():.0f}", salt=str(request.session.session_key), httponly=True, samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )  # fmt: skip


def _tell(request: HttpRequest, key: str, at: datetime) -> None:
    """Say why a browser that had a session has none any more."""
    actions.miss(key, at=at)
    if SESSION_KEY in request.session:  # whole, but of an account that is closed
        logout(request)
    told = queries.ending(key)
    if told is not None:
        messages.warning(request, spoken(told))


def _whole_page(request: Any, response: HttpResponse) -> HttpResponse:
    """A panel that asks after its session ended brings the whole page to the gate, not the gate into the panel."""
    if not request.htmx or request.user.is_authenticated or response.status_code != 302:
        return response
    way = f"{reverse('account_login')}?{urlencode({'next': request.htmx.current_url_abs_path or '/'})}"
    return HttpResponse(headers={"HX-Redirect": way})
