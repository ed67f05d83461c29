"""Sittings: one open one an account. A new sign-in ends the older one, whose browser is told why when it next asks."""

from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.rooms.gate.cards import Duty, Ending
from ballast.rooms.gate.due import duties
from ballast.rooms.gate.locking import DONE, SIGN_IN
from ballast.rooms.gate.models import Sitting
from ballast.rooms.gate.who import day_of
from ballast.rulebook.entry import EntryRules

SIGN_OUT, END_SESSION = "sign_out", "end_session"
LONGEST_AGENT = 200
KEPT = timedelta(days=180)


def begin(
    user: User, *, session_key: str, at: datetime, by: str, address: str = "", agent: str = ""
) -> tuple[Duty, ...]:
    """Let a person sit down, ending whatever sitting the account had; what they must do before all else.

    A password is not due of who came in without one.
    """
    name = user.get_username()
    with transaction.atomic():
        journal.lock()
        for older in Sitting.objects.filter(user=user, ended_at__isnull=True):
            _end(older, _why_left(older, at), at=at, by=name, detail={"new_address": address})
        Sitting.objects.filter(user=user, ended_at__lt=at - KEPT).delete()
        Sitting.objects.create(
            user=user, session_key=session_key, begun_at=at, address=address,
            agent=agent[:LONGEST_AGENT], by=by,
        )  # fmt: skip
        audit.write(SIGN_IN, at=at, actor=name, object=name, result=DONE, detail={"address": address, "by": by})
    due = duties(user, on=day_of(at))
    return due if "password" in by.split("+") else tuple(duty for duty in due if duty is not Duty.PASSWORD)


def leave(username: str, *, at: datetime, session_key: str = "") -> None:
    """Note that a person signed out."""
    with transaction.atomic():
        audit.write(SIGN_OUT, at=at, actor=username, object=username)
        Sitting.objects.filter(session_key=session_key).update(ended_at=at, why=Ending.LEFT)


def move(session_key: str, *, to: str) -> None:
    """The same sitting under a new session key, as a change of the password gives one."""
    Sitting.objects.filter(session_key=session_key, ended_at__isnull=True).update(session_key=to)


def expire(session_key: str, why: Ending, *, at: datetime) -> None:
    """End the sitting of one session, as the clock or the closing of its account demands."""
    with transaction.atomic():
        for sitting in Sitting.objects.filter(session_key=session_key, ended_at__isnull=True):
            _end(sitting, why, at=at, by=sitting.user.get_username())


def miss(session_key: str, *, at: datetime) -> None:
    """End the sitting of a session that is no more, though nobody noted its end: its account was closed or reset."""
    with transaction.atomic():
        for lost in Sitting.objects.filter(session_key=session_key, ended_at__isnull=True).select_related("user"):
            over = overdue(begun_at=lost.begun_at, seen_at=at, at=at) or Ending.RESET
            _end(lost, over if lost.user.is_active else Ending.CLOSED, at=at, by=lost.user.get_username())


def end_all(user: User, why: Ending, *, at: datetime, by: str) -> int:
    """End every open sitting of an account; how many there were."""
    open_ones = list(Sitting.objects.filter(user=user, ended_at__isnull=True))
    for sitting in open_ones:
        _end(sitting, why, at=at, by=by)
    return len(open_ones)


def overdue(*, begun_at: datetime, seen_at: datetime, at: datetime) -> Ending | None:
    """Why a sitting is over by the clock; None while it is not."""
    rules: EntryRules = settings.ENTRY
    if at - begun_at >= timedelta(hours=rules.session_hours):
        return Ending.OLD
    return Ending.IDLE if at - seen_at >= timedelta(minutes=rules.idle_minutes) else None


def _why_left(older: Sitting, at: datetime) -> Ending:
    return overdue(begun_at=older.begun_at, seen_at=at, at=at) or Ending.ELSEWHERE


def _end(sitting: Sitting, why: Ending, *, at: datetime, by: str, detail: dict[str, Any] | None = None) -> None:
    """The session itself is deleted: a request still under way cannot save it back to life."""
    import_module(settings.SESSION_ENGINE).SessionStore().delete(sitting.session_key)
    sitting.ended_at, sitting.why = at, why
    sitting.save(update_fields=["ended_at", "why"])
    told = {"why": str(why), "address": sitting.address, **(detail or {})}
    audit.write(END_SESSION, at=at, actor=by, object=sitting.user.get_username(), detail=told)
