"""A telephone as the remote of one meeting, by a code on the screen taken once: it turns pages and notes remarks."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.meetings.actions.meetings import refused, standing
from ballast.rooms.meetings.actions.noting import Note, remark
from ballast.rooms.meetings.actions.showing import turn_screen
from ballast.rooms.meetings.cards import MeetingState
from ballast.rooms.meetings.models import Meeting, Remote
from ballast.rooms.meetings.remotes import CODE_LASTS, LONGEST, hash_of_code, hash_of_token, new_code, new_token
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rulebook.powers import Power

NO_CODE = Sentence(
    "配对码无效、已被使用或已过期，请在会场大屏上重新显示",
    "This code is not valid, was taken or is over; show a new one on the screen",
)  # fmt: skip
NO_TOKEN = Sentence(
    "这部手机的遥控已断开，请重新扫描大屏上的二维码", "This remote was disconnected; scan the code on the screen anew"
)
OVER = Sentence("会议已结束，遥控已断开", "The meeting is over, and its remote with it")


class NoRemote(Refusal):
    """The code or the token opens nothing (any more)."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a token opens: one meeting, on behalf of the official who showed the code."""

    remote: int
    meeting: str
    official: OfficialCard


def show_code(number: str, *, official: OfficialCard | None, at: datetime) -> str:
    """A code for one telephone, told here and nowhere again; one not taken ends. Raises NotAllowed, MeetingRefused."""
    person = people.require(official, Power.MEET)
    with transaction.atomic():
        journal.lock()
        if standing(number).state == MeetingState.CLOSED:
            raise refused(number, "会议已结束，不再配对手机", "The meeting is closed; no telephone is paired any more")
        Remote.objects.filter(meeting=number, taken_at=None, ended_at=None).update(ended_at=at)
        code = new_code()
        made = Remote.objects.create(meeting=number, code=hash_of_code(code), asked_by=person.username, shown_at=at)
        audit.write("show_code", at=at, actor=person.username, object=number, detail={"remote": made.pk})
    return code


def invited(code: str, *, at: datetime) -> str:
    """The meeting a code is for. Raises NoRemote."""
    return _waiting(code, at).meeting


def pair(code: str, *, device: str, on: date, at: datetime, by: str = "") -> str:
    """Take a code for a telephone; the token it reaches the meeting with. Raises NoRemote.

    A refusal leaves its audit line, of the account ``by`` where one is signed in.
    """
    try:
        return _taken(code, device, on, at)
    except NoRemote:
        audit.write("pair_remote", at=at, actor=by, object="", result=audit.REFUSED, detail={"device": device[:120]})
        raise


def _taken(code: str, device: str, on: date, at: datetime) -> str:
    with transaction.atomic():
        journal.lock()
        found = _waiting(code, at)
        _behind(found, on)
        token = new_token()
        found.token, found.taken_at, found.device = hash_of_token(token), at, device[:120]
        found.save()
        detail = {"remote": found.pk, "device": found.device}
        audit.write("pair_remote", at=at, actor=found.asked_by, object=found.meeting, detail=detail)
    return token


def end_remote(number: str, remote: int, *, official: OfficialCard | None, at: datetime) -> None:
    """Disconnect a telephone. Raises NotAllowed and MeetingRefused."""
    person = people.require(official, Power.MEET)
    with transaction.atomic():
        journal.lock()
        standing(number)
        if not Remote.objects.filter(meeting=number, pk=remote, ended_at=None).update(ended_at=at):
            raise refused(number, "没有这部手机，或已断开", "There is no such telephone, or it is disconnected already")
        audit.write("end_remote", at=at, actor=person.username, object=number, detail={"remote": remote})


def held(token: str, *, on: date, at: datetime) -> Held:
    """What a token opens now. Raises NoRemote saying why it opens nothing."""
    known = hash_of_token(token)
    found = Remote.objects.filter(token=known, ended_at=None, taken_at__gt=at - LONGEST).first() if known else None
    if found is None:
        raise _none(NO_TOKEN)
    return Held(found.pk, found.meeting, _behind(found, on))


def turn_by_remote(token: str, page: str, *, on: date, at: datetime) -> None:
    """Turn the screen from a paired telephone. Raises NoRemote and MeetingRefused."""
    by = held(token, on=on, at=at)
    turn_screen(by.meeting, page, official=by.official, at=at, remote=by.remote)


def remark_by_remote(token: str, note: Note, *, on: date, at: datetime) -> None:
    """Note a remark from a paired telephone. Raises NoRemote and MeetingRefused."""
    by = held(token, on=on, at=at)
    remark(by.meeting, note, official=by.official, at=at, remote=by.remote)


def _waiting(code: str, at: datetime) -> Remote:
    found: Remote | None = Remote.objects.filter(
        code=hash_of_code(code), taken_at=None, ended_at=None, shown_at__gt=at - CODE_LASTS
    ).first()
    if found is None:
        raise _none(NO_CODE)
    return found


def _behind(found: Remote, on: date) -> OfficialCard:
    """The official a telephone acts for, while the meeting lasts and they may still hold it."""
    state = Meeting.objects.current().filter(number=found.meeting).values_list("state", flat=True).first()
    if state in (None, MeetingState.CLOSED):
        raise _none(OVER)
    official = people.official_card(found.asked_by, on=on)
    if official is None or not people.may(official, Power.MEET):
        raise _none(NO_TOKEN)
    return official


def _none(why: Sentence) -> NoRemote:
    return NoRemote(why, code="no_remote")
