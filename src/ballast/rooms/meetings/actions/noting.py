"""What is said and decided in the room, noted on the spot: a note may arrive twice, late, or be said anew."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.rooms.meetings.actions.agenda import items as agenda_of
from ballast.rooms.meetings.actions.meetings import refused, standing
from ballast.rooms.meetings.actions.showing import from_telephone
from ballast.rooms.meetings.cards import MeetingState
from ballast.rooms.meetings.models import ActionItem, Decision, Meeting, Remark
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rulebook.powers import Power

SLIP = re.compile(r"[0-9a-f-]{8,36}")
LONGEST_WORDS = 2_000
LONGEST_NAME = 60
Noted = TypeVar("Noted", Remark, Decision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What was typed: the slip is its own name, given where it was typed; ``agenda`` 0 is of no item."""

    slip: str
    words: str
    agenda: int = 0
    speaker: str = ""


def remark(number: str, note: Note, *, official: OfficialCard | None, at: datetime, remote: int = 0) -> None:
    """Note what somebody said; ``remote`` is the telephone it was typed at. Raises NotAllowed and MeetingRefused."""
    person = people.require(official, Power.MEET)
    with journal.entry(at=at, by=person.username, action="remark") as writer:
        meeting = _fit(number, note)
        if not note.speaker.strip():
            raise refused(number, "请写明是谁的点评", "Say whose remark it is")
        _own(Remark, note, meeting)
        writer.record([
            Remark(
                slip=note.slip, meeting=number, agenda=note.agenda, speaker=note.speaker.strip()[:LONGEST_NAME],
                words=note.words.strip(),
            )
        ])  # fmt: skip
        detail = {"agenda": note.agenda, "speaker": note.speaker.strip(), "slip": note.slip} | from_telephone(remote)
        audit.write("remark", at=writer.moment, actor=person.username, object=number, detail=detail)


def decide(number: str, note: Note, *, official: OfficialCard | None, at: datetime) -> int:
    """Note what was decided; the number of the decision. Raises NotAllowed and MeetingRefused."""
    person = people.require(official, Power.MEET)
    with journal.entry(at=at, by=person.username, action="decide") as writer:
        meeting = _fit(number, note)
        known = _own(Decision, note, meeting)
        code = known.code if known else Decision.objects.filter(meeting=number).values("code").distinct().count() + 1
        writer.record(
            [Decision(slip=note.slip, meeting=number, code=code, agenda=note.agenda, words=note.words.strip())]
        )
        detail = {"decision": code, "agenda": note.agenda, "slip": note.slip}
        audit.write("decide", at=writer.moment, actor=person.username, object=number, detail=detail)
    return code


def take_back(number: str, slip: str, *, official: OfficialCard | None, at: datetime) -> None:
    """Take back a remark or a decision noted by mistake; its record stays. Raises NotAllowed and MeetingRefused."""
    person = people.require(official, Power.MEET)
    with journal.entry(at=at, by=person.username, action="take_back") as writer:
        for kind in (Remark, Decision):
            found = kind.objects.current().filter(meeting=number, slip=slip, taken_back=False).first()
            if found is not None:
                _unused(found)
                said = {field.attname: getattr(found, field.attname) for field in kind.payload()}
                writer.record([kind(**said | {"taken_back": True})])
                detail = {"slip": slip, "kind": kind.__name__}
                audit.write("take_back", at=writer.moment, actor=person.username, object=number, detail=detail)
                return
        raise refused(number, "没有这条记录，或已撤回", "There is no such note, or it was taken back")


def _fit(number: str, note: Note) -> Meeting:
    """The meeting the note is of, where it may be noted."""
    meeting = standing(number)
    if meeting.state == MeetingState.CALLED:
        raise refused(number, "会议尚未开始，先开会再记录", "The meeting has not begun; open it first")
    if not SLIP.fullmatch(note.slip):
        raise refused(number, "记录没有编号，请刷新页面后重试", "The note has no name of its own; reload the page")
    if not 0 < len(note.words.strip()) <= LONGEST_WORDS:
        raise refused(
            number, f"请写内容，至多 {LONGEST_WORDS} 字", f"Write something, at most {LONGEST_WORDS} characters"
        )
    if note.agenda and note.agenda not in {one.code for one in agenda_of(number)}:
        raise refused(number, f"议程上没有第 {note.agenda} 号议题", f"No item {note.agenda} is on the agenda")
    return meeting


def _own(kind: type[Noted], note: Note, meeting: Meeting) -> Noted | None:
    """What already stands under the slip; refused where that is of another meeting or was taken back."""
    found: Noted | None = kind.objects.current().filter(slip=note.slip).first()
    if found is not None and (found.meeting != meeting.number or found.taken_back):
        raise refused(meeting.number, "这条记录已撤回，请另记一条", "This note was taken back; write another")
    return found


def _unused(found: Remark | Decision) -> None:
    if isinstance(found, Decision) and ActionItem.objects.filter(meeting=found.meeting, decision=found.code).exists():
        raise refused(
            found.meeting, "这项决定已交办，请先撤销它的事项", "Items came of this decision; withdraw those instead"
        )
