"""Issuing the minutes of a meeting: written from what was noted, re-read from the finished file, numbered."""

from datetime import date, datetime

from ballast.kit import audit, files
from ballast.kit.documents import Finding, write_official
from ballast.kit.ledger import journal
from ballast.kit.ledger.numbering import next_number
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.meetings.actions.agenda import items as agenda_of
from ballast.rooms.meetings.actions.meetings import refused, standing
from ballast.rooms.meetings.cards import MeetingState
from ballast.rooms.meetings.documents.minutes.paper import Told, minutes
from ballast.rooms.meetings.models import ActionItem, Decision, Meeting, Minutes, Remark
from ballast.rooms.meetings.queries import records
from ballast.rooms.meetings.queries.meetings import meeting as meeting_card
from ballast.rooms.meetings.queries.outline import outline
from ballast.rooms.meetings.queries.papers import check_recorded
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rulebook.powers import Power

TOO_LONG = "too-long"
CELLS = ("number", "words", "office", "deadline", "level")


class MinutesUnsound(Refusal):
    """The finished minutes do not pass their own check and are not issued."""


def issue_minutes(number: str, *, official: OfficialCard | None, on: date, at: datetime) -> int:
    """Write and keep the minutes of a closed meeting; their edition. Raises NotAllowed and MinutesUnsound.

    Within 4,000 characters: remarks are left out where they would not fit.
    """
    person = people.require(official, Power.MEET)
    with journal.entry(at=at, by=person.username, action="issue_minutes") as writer:
        meeting = standing(number)
        if meeting.state != MeetingState.CLOSED:
            raise refused(number, "会议结束后才能出纪要", "Minutes are issued once the meeting is closed")
        earlier = Minutes.objects.current().filter(meeting=number).order_by("edition").last()
        told = _told(meeting, earlier.number if earlier else next_number(Minutes, "会纪", on), on)
        document, findings = _written(told, at)
        if findings:
            raise _unsound(number, findings)
        stored = files.keep(document, f"{told.number}.docx", at=at, by=person.username)
        edition = earlier.edition + 1 if earlier else 1
        writer.record(
            [Minutes(meeting=number, edition=edition, number=told.number, issued_on=on, document=stored)]
        )  # fmt: skip
        detail = {"number": told.number, "edition": edition, "sha256": stored.sha256}
        audit.write("issue_minutes", at=writer.moment, actor=person.username, object=number, detail=detail)
    return edition


def _written(told: Told, at: datetime) -> tuple[bytes, list[Finding]]:
    document = write_official(minutes(told), at=at)
    findings = check_recorded(document)
    if any(finding.code == TOO_LONG for finding in findings):
        document = write_official(minutes(told, remarks=False), at=at)
        findings = check_recorded(document)
    return document, findings


def _told(meeting: Meeting, number: str, on: date) -> Told:
    of, offices = meeting.number, records.offices()
    card, places = meeting_card(of), {one.code: one.position for one in agenda_of(of)}
    said = Remark.objects.current().filter(meeting=of, taken_back=False).order_by("pk")
    decided = Decision.objects.current().filter(meeting=of, taken_back=False).order_by("code")
    given = ActionItem.objects.current().filter(meeting=of).order_by("number")
    texts = [records.item_texts(one, offices) for one in given]
    return Told(
        issuer=people.issuing_office(), number=number,
        meeting=of, title=meeting.title, held_on=meeting.held_on, place=meeting.place, on=on,
        agenda=[(f"agenda/{of}/{one.number}", one.text) for one in outline(card)] if card else [],
        remarks=[
            (f"remark/{one.slip}", one.speaker, one.words)
            for one in sorted(said, key=lambda one: places.get(one.agenda, 0))
        ],
        decisions=[(f"decision/{of}/{one.code}", one.words) for one in decided],
        items=[[(f"item/{one['number']}/{cell}", one[cell]) for cell in CELLS] for one in texts],
    )  # fmt: skip


def _unsound(number: str, findings: list[Finding]) -> MinutesUnsound:
    first = findings[0].sentence
    return MinutesUnsound(
        Sentence(f"纪要自检发现 {len(findings)} 处问题：{first.zh}",
                 f"the finished minutes have {len(findings)} faults: {first.en}"),
        where=findings[0].where or number, code="minutes_unsound",
    )  # fmt: skip
