"""The hand of the office on an agenda: put an item on, take one off, move one; each with its reason."""

from datetime import datetime

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.rooms.meetings.actions.meetings import refused, standing
from ballast.rooms.meetings.cards import About, MeetingState, Task
from ballast.rooms.meetings.choosing import choose, laid
from ballast.rooms.meetings.models import AgendaItem, Meeting
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.policy import queries as policy
from ballast.rulebook.powers import Power


def lay_again(number: str, *, official: OfficialCard | None, at: datetime) -> None:
    """Lay the agenda anew by the rules, as the month stands now; what the office put on, took off or moved stays.

    Raises NotAllowed, and MeetingRefused where the meeting is of no kind of the book or is closed.
    """
    person = people.require(official, Power.MEET)
    with journal.entry(at=at, by=person.username, action="lay_again") as writer:
        meeting = standing(number)
        book = policy.for_month(meeting.month)
        if meeting.kind not in book.meetings:
            raise refused(number, "这个会议的议程不按规则选定", "This meeting's agenda is not chosen by rule")
        if meeting.state == MeetingState.CLOSED:
            raise refused(number, "会议已结束，议程不再改动", "The meeting is closed and its agenda stands")
        before = items(number)
        after = laid(number, choose(book, meeting.kind, meeting.month), before)
        kept = {one.code for one in after}
        gone = writer.withdraw([one for one in before if one.code not in kept])
        done = writer.record(after)
        detail = {"verb": "lay_again", "new": done.new, "changed": done.revised, "gone": gone}
        audit.write("arrange", at=writer.moment, actor=person.username, object=number, detail=detail)


def put_on(
    number: str, *, about: About, subject: str, title: str, task: Task, speaker: str, minutes: int, reason: str,
    official: OfficialCard | None, at: datetime,
) -> int:  # fmt: skip
    """Put an item at the end of the agenda; its code. Raises NotAllowed and MeetingRefused."""
    person = people.require(official, Power.MEET)
    with journal.entry(at=at, by=person.username, action="arrange") as writer:
        _open_to_change(standing(number), reason)
        if not title.strip():
            raise refused(number, "请写议题名称", "Say what the item is called")
        found = items(number)
        item = AgendaItem(
            meeting=number, code=max((one.code for one in found), default=0) + 1,
            position=max((one.position for one in found if not one.taken_off), default=0) + 1, about=about,
            subject=subject.strip(), title=title.strip()[:200], task=task, speaker=speaker.strip()[:120],
            minutes=minutes, reason=reason.strip()[:400],
        )  # fmt: skip
        writer.record([item])
        _noted(number, person, writer, item, "put_on", reason)
    return item.code


def take_off(number: str, code: int, *, reason: str, official: OfficialCard | None, at: datetime) -> None:
    """Take an item off the agenda; it stays known with its reason. Raises NotAllowed and MeetingRefused."""
    person = people.require(official, Power.MEET)
    with journal.entry(at=at, by=person.username, action="arrange") as writer:
        _open_to_change(standing(number), reason)
        again = _again(_item(number, code))
        again.taken_off, again.reason = True, reason.strip()[:400]
        rest = [one for one in items(number) if not one.taken_off and one.code != code]
        writer.record([again, *_placed(rest)])
        _noted(number, person, writer, again, "take_off", reason)


def move(number: str, code: int, *, to: int, reason: str, official: OfficialCard | None, at: datetime) -> None:
    """Move an item to a place of the agenda, counted from 1. Raises NotAllowed and MeetingRefused."""
    person = people.require(official, Power.MEET)
    with journal.entry(at=at, by=person.username, action="arrange") as writer:
        _open_to_change(standing(number), reason)
        moved = _item(number, code)
        rest = [one for one in items(number) if not one.taken_off and one.code != code]
        rest.insert(max(0, min(to - 1, len(rest))), moved)
        placed = _placed(rest)
        for one in placed:
            if one.code == code:
                one.reason = reason.strip()[:400]
        writer.record(placed)
        _noted(number, person, writer, moved, "move", reason)


def items(number: str) -> list[AgendaItem]:
    """Every item of a meeting as it stands, in its order."""
    return list(AgendaItem.objects.current().filter(meeting=number).order_by("position", "code"))


def _item(number: str, code: int) -> AgendaItem:
    found = next((one for one in items(number) if one.code == code and not one.taken_off), None)
    if found is None:
        raise refused(number, f"议程上没有第 {code} 号议题", f"No item {code} is on the agenda")
    return found


def _placed(found: list[AgendaItem]) -> list[AgendaItem]:
    """Copies of the items, each in the place its order gives it."""
    copies = [_again(one) for one in found]
    for position, one in enumerate(copies, start=1):
        one.position = position
    return copies


def _again(item: AgendaItem) -> AgendaItem:
    return AgendaItem(**{field.attname: getattr(item, field.attname) for field in AgendaItem.payload()})


def _open_to_change(meeting: Meeting, reason: str) -> None:
    if meeting.state == MeetingState.CLOSED:
        raise refused(meeting.number, "会议已结束，议程不再改动", "The meeting is closed and its agenda stands")
    if not reason.strip():
        raise refused(meeting.number, "请写明调整议程的理由", "Say why the agenda is changed")


def _noted(
    number: str, person: OfficialCard, writer: journal.Writer, item: AgendaItem, verb: str, reason: str
) -> None:  # fmt: skip
    detail = {"verb": verb, "item": item.code, "subject": item.subject, "reason": reason.strip()}
    audit.write("arrange", at=writer.moment, actor=person.username, object=number, detail=detail)
