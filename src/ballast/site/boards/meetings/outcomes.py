"""What a meeting came to: remarks, decisions with their items, the choices of an assignment, minutes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ballast.kit.sentence import Sentence
from ballast.rooms.meetings import queries as meetings
from ballast.rooms.meetings.cards import About, MeetingCard
from ballast.rooms.meetings.queries import ItemView, MinutesCard, NoteCard
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficeCard
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE, Reach
from ballast.rulebook.terms import AreaKind
from ballast.site.boards.supervision.disclosing import disclose_serials


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision: its note, the item of the agenda it is of, what came of it, and what its form begins with."""

    note: NoteCard
    title: str
    items: Sequence[ItemView]
    serial: str
    county: str
    office: int
    leader: str


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Everything a meeting came to."""

    remarks: list[tuple[NoteCard, str]]
    decisions: list[Decided]
    minutes: list[MinutesCard]
    offices: list[OfficeCard]
    counties: list[tuple[str, str]]
    levels: list[tuple[str, Sentence, str]]


def outcomes(meeting: MeetingCard, *, on: date, held: Reach) -> Outcomes:
    """What came of a meeting, for whoever holds ``held``."""
    every = {one.code: one for one in (*meeting.items, *meeting.taken_off)}
    titles = {code: one.title for code, one in every.items()}
    given = meetings.action_items(on=on, held=held, meeting=meeting.number)
    disclose_serials([one.subject for one in every.values() if one.about is About.PROJECT])
    counties = [(area.code, area.name) for area in people.areas() if area.kind is not AreaKind.CITY]
    offices = people.offices()
    decided = [
        _decided(note, meeting, [one for one in given if one.decision == note.code], titles, offices)
        for note in meetings.decisions(meeting.number)
    ]  # fmt: skip
    levels = policy.in_force(on).items.levels
    return Outcomes(
        [(one, titles.get(one.agenda, "")) for one in meetings.remarks(meeting.number)], decided,
        meetings.minutes_of(meeting.number), offices, counties,
        [(code, level.label, level.deadline.said[0]) for code, level in levels.items()],
    )  # fmt: skip


def _decided(
    note: NoteCard, meeting: MeetingCard, items: Sequence[ItemView], titles: dict[int, str], offices: list[OfficeCard]
) -> Decided:
    """A decision with the form's beginning: the project or county its item of the agenda is about."""
    item = next((one for one in (*meeting.items, *meeting.taken_off) if one.code == note.agenda), None)
    serial = item.subject if item and item.about is About.PROJECT else ""
    county = item.subject if item and item.about is About.COUNTY else ""
    card = registry.find(serial, held=EVERYWHERE) if serial else None
    area = card.area_id if card else next((one.area_id for one in offices if one.area_code == county), 0)
    office = next((one.id for one in offices if one.area_id == area), 0)
    return Decided(
        note, titles.get(note.agenda, ""), items, serial, county, office, card.linked_leader if card else ""
    )  # fmt: skip
