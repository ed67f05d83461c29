"""Calling a meeting, opening it and closing it."""

from datetime import date, datetime

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.figures import queries as figures
from ballast.rooms.meetings.cards import MeetingState
from ballast.rooms.meetings.choosing import choose, laid
from ballast.rooms.meetings.models import Meeting
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.policy import queries as policy
from ballast.rulebook.powers import Power


class MeetingRefused(Refusal):
    """The meeting is not there, not of a known month, or has not come that far."""


def call_meeting(
    kind: str, *, title: str, month: str, held_on: date, place: str, official: OfficialCard | None, at: datetime
) -> str:
    """Call a meeting of a kind of the month's book (empty: of none) on its figures; its number.

    The agenda is laid by the book's rules. Raises NotAllowed and MeetingRefused.
    """
    person = people.require(official, Power.MEET)
    if month not in {one.month for one in figures.months()}:
        raise refused(month, "这个月没有数据，不能据以开会", "There is nothing of this month to meet on")
    book = policy.for_month(month)
    if kind not in ("", *book.meetings):
        known = "、".join(f"{code}（{one.zh}）" for code, one in book.meetings.items()) or "（没有）"
        raise refused(kind, f"规则手册没有这种会议；已有：{known}", f"The book has no such kind; it has: {known}")
    title = title.strip() or (f"{month[:4]}年{int(month[5:])}月{book.meetings[kind].zh}" if kind else "")
    if not title:
        raise refused(month, "请写会议名称", "Say what the meeting is called")
    with journal.entry(at=at, by=person.username, action="call_meeting") as writer:
        number = _next(held_on)
        fact = Meeting(
            number=number, kind=kind, title=title[:200], month=month, held_on=held_on,
            place=place.strip()[:120], state=MeetingState.CALLED,
        )  # fmt: skip
        writer.record([fact])
        if kind:
            writer.record(laid(number, choose(book, kind, month), []))
        detail = {"kind": kind, "month": month, "held_on": str(held_on)}
        audit.write("call_meeting", at=writer.moment, actor=person.username, object=number, detail=detail)
    return number


def open_meeting(number: str, *, official: OfficialCard | None, at: datetime) -> None:
    """Open a meeting that was called. Raises NotAllowed and MeetingRefused."""
    _move(number, MeetingState.CALLED, MeetingState.OPEN, official=official, at=at)


def close_meeting(number: str, *, official: OfficialCard | None, at: datetime) -> None:
    """Close a meeting that is open. Raises NotAllowed and MeetingRefused."""
    _move(number, MeetingState.OPEN, MeetingState.CLOSED, official=official, at=at)


def _move(
    number: str, before: MeetingState, after: MeetingState, *, official: OfficialCard | None, at: datetime
) -> None:  # fmt: skip
    person = people.require(official, Power.MEET)
    verb = "open_meeting" if after is MeetingState.OPEN else "close_meeting"
    with journal.entry(at=at, by=person.username, action=verb) as writer:
        found = standing(number)
        if found.state != before:
            now = MeetingState(found.state)
            raise refused(number, f"会议{now.zh}，不能改为{after.zh}", f"The meeting is {now.en}; not to be {after.en}")
        again = revised(found)
        again.state = after
        again.opened_at = writer.moment if after is MeetingState.OPEN else found.opened_at
        again.closed_at = writer.moment if after is MeetingState.CLOSED else None
        writer.record([again])
        audit.write(verb, at=writer.moment, actor=person.username, object=number)


def standing(number: str) -> Meeting:
    """The meeting of a number as it stands. Raises MeetingRefused."""
    found: Meeting | None = Meeting.objects.current().filter(number=number).first()
    if found is None:
        raise MeetingRefused(Sentence("没有这个会议", "There is no such meeting"), where=number, code="no_such_meeting")
    return found


def revised(meeting: Meeting) -> Meeting:
    """A copy of what stands, to be changed and recorded as its next revision."""
    return Meeting(**{field.attname: getattr(meeting, field.attname) for field in Meeting.payload()})


def refused(where: str, zh: str, en: str) -> MeetingRefused:
    """The refusal of a verb of meetings."""
    return MeetingRefused(Sentence(zh, en), where=where, code="meeting_refused")


def _next(held_on: date) -> str:
    """The next number of the year; a meeting that was revised counts once."""
    of_year = Meeting.objects.filter(number__startswith=f"{held_on.year}-").values("number").distinct().count()
    return f"{held_on.year}-{of_year + 1:03d}"
