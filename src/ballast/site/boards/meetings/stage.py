"""The page the screen in the room shows now: its subject, last meeting's promises of it, what was noted of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from ballast.kit.sentence import Sentence
from ballast.rooms.meetings import queries as meetings
from ballast.rooms.meetings.cards import About, ItemCard, MeetingCard
from ballast.rooms.meetings.queries import ItemView, NoteCard, Page, Review, TargetView
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rulebook.items.promises import Promise
from ballast.rulebook.terms import Role
from ballast.site.boards.meetings import subjects
from ballast.site.boards.meetings.reviewing import review
from ballast.site.boards.meetings.subjects import Subject
from ballast.site.boards.supervision.disclosing import disclose_serials, secret_serials

MOST, DATES = 6, 12
VEILED = Sentence("（在谈项目）", "(under negotiation)")
UNKEPT = (Promise.BROKEN, Promise.LATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One page of the screen; ``place`` counts from 1; ``hidden`` says that the project is not theirs to read."""

    meeting: MeetingCard
    page: Page
    place: int
    pages: Sequence[Page]
    seen: str
    before: str
    after: str
    subject: Subject | None = None
    hidden: bool = False
    promises: Sequence[ItemView] = ()
    review: Review | None = None
    remarks: Sequence[NoteCard] = ()
    decisions: Sequence[NoteCard] = ()
    agenda: Sequence[meetings.Line] = ()
    leaders: Sequence[str] = ()

    @property
    def unkept(self) -> list[ItemView]:
        """The gravest of the last meeting's items that were not kept in time."""
        return [one for one in self.review.items if one.promise in UNKEPT][:MOST] if self.review else []

    @property
    def stated(self) -> list[TargetView]:
        """The dates of the last meeting that the screen has room for, those not kept first."""
        return self.review.targets[:DATES] if self.review else []


def seen(number: str) -> str:
    """What the screen shows now, as one word that changes with every turn and every note."""
    return f"{meetings.position(number).turned}-{meetings.noted(number)}"


def fresh_slip() -> str:
    """The name of a note not yet typed, for a page without scripts."""
    return str(uuid4())


def stage(meeting: MeetingCard, *, held: Reach, on: date, page: str = "") -> Stage:
    """The page the screen of a meeting stands at, or the one asked for; of a meeting gone by, as of its day."""
    on = min(on, meeting.held_on)
    pages, now = meetings.pages(meeting.number), seen(meeting.number)
    wanted = page or meetings.position(meeting.number).page
    place = next((place for place, one in enumerate(pages) if one.code == wanted), 0)
    shown = pages[place]
    subject, hidden = _subject(meeting, shown.item, held, on)
    agenda = shown.item.code if shown.item else None
    remarks, decisions = meetings.remarks(meeting.number), meetings.decisions(meeting.number)
    everything = shown.code in (meetings.FRONT, meetings.DECIDED)
    return Stage(
        meeting=meeting, page=shown, place=place + 1, pages=pages, seen=now,
        before=pages[max(place - 1, 0)].code, after=pages[min(place + 1, len(pages) - 1)].code, subject=subject,
        hidden=hidden, promises=_promises(meeting, shown.item, held, on),
        review=review(meeting, on=on, held=held) if shown.code in (meetings.REVIEW, meetings.TARGETS) else None,
        remarks=[one for one in remarks if one.agenda == agenda],
        decisions=decisions if everything else [one for one in decisions if one.agenda == agenda],
        agenda=meetings.outline(meeting) if shown.code == meetings.FRONT else (),
        leaders=_leaders(on),
    )  # fmt: skip


def controls(meeting: MeetingCard, *, on: date) -> Stage:
    """What a telephone without an account is shown: the pages by title, and what was noted of the present one.

    Projects under negotiation are told by their place on the agenda only.
    """
    pages, now = _veiled(meetings.pages(meeting.number)), seen(meeting.number)
    wanted = meetings.position(meeting.number).page
    place = next((place for place, one in enumerate(pages) if one.code == wanted), 0)
    agenda = pages[place].item
    return Stage(
        meeting=meeting, page=pages[place], place=place + 1, pages=pages, seen=now,
        before=pages[max(place - 1, 0)].code, after=pages[min(place + 1, len(pages) - 1)].code,
        remarks=[one for one in meetings.remarks(meeting.number) if agenda and one.agenda == agenda.code],
        decisions=[one for one in meetings.decisions(meeting.number) if agenda and one.agenda == agenda.code],
        leaders=_leaders(on),
    )  # fmt: skip


def _leaders(on: date) -> list[str]:
    """Whose remark it may be."""
    return sorted({one.name for one in people.appointments(on=on) if one.role is Role.LEADER})


def _veiled(pages: Sequence[Page]) -> list[Page]:
    hidden = secret_serials(one.item.subject for one in pages if one.item and one.item.about is About.PROJECT)
    return [replace(one, title=VEILED) if one.item and one.item.subject in hidden else one for one in pages]


def _subject(meeting: MeetingCard, item: ItemCard | None, held: Reach, on: date) -> tuple[Subject | None, bool]:
    """What the item is about; whether it is a project that the person asking may not read."""
    if item is None:
        return None, False
    if item.about is About.PROJECT:
        card = registry.find(item.subject, held=held)
        if card is None:
            return None, True
        disclose_serials([item.subject])
        return subjects.project(meeting.month, card, item.subject, held=held, on=on), False
    if item.about is About.COUNTY:
        return subjects.county(meeting.month, item.subject, held=held), False
    if item.about is About.BULLETIN:
        return subjects.city(meeting.month, people.city_name()), False
    return None, False


def _promises(meeting: MeetingCard, item: ItemCard | None, held: Reach, on: date) -> list[ItemView]:
    """The promises of earlier meetings about this very subject, those not kept first."""
    if item is None or item.about not in (About.PROJECT, About.COUNTY):
        return []
    every = [one for one in meetings.action_items(on=on, held=held) if one.meeting != meeting.number]
    if item.about is About.PROJECT:
        found = [one for one in every if one.serial == item.subject]
    else:
        found = [one for one in every if one.area_code == item.subject]
    found.sort(key=lambda one: (not one.standing.alive, -one.standing.overdue, one.standing.deadline))
    return found[:MOST]
