"""In the room: the pages of a meeting in their order, where the screen stands, and what was noted so far."""

from dataclasses import dataclass
from datetime import datetime

from ballast.kit.sentence import Sentence
from ballast.rooms.meetings.cards import ItemCard, Pairing, RemoteCard
from ballast.rooms.meetings.models import ActionItem, Decision, Remark, Remote, Screen
from ballast.rooms.meetings.queries.meetings import meeting
from ballast.rooms.meetings.queries.review import previous
from ballast.rooms.meetings.remotes import CODE_LASTS, LONGEST

FRONT, REVIEW, TARGETS, DECIDED = "front", "review", "targets", "decided"
REVIEWED = Sentence("上次会议复盘", "What became of the last meeting")
HELD_AGAINST = Sentence("上次所报时间复盘", "Dates stated at the last meeting")
AT_THE_END = Sentence("会议决定", "Decisions of the meeting")


@dataclass(frozen=True, slots=True)
class Page:
    """One page the screen can show; ``item`` is the item of the agenda it is about, where it is about one."""

    code: str
    title: str | Sentence
    item: ItemCard | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """Where the screen stands: the page, and how often it was turned (a page shown again is turned too)."""

    page: str
    turned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCard:
    """A remark or a decision; a decision has its number and how many items came of it."""

    slip: str
    agenda: int
    words: str
    noted_at: datetime
    by: str
    speaker: str = ""
    code: int = 0
    items: int = 0


def pages(number: str) -> tuple[Page, ...]:
    """The pages of a meeting in order: its front, what became of the last one, the agenda, what was decided.

    None where there is no such meeting.
    """
    found = meeting(number)
    if found is None:
        return ()
    review = (Page(REVIEW, REVIEWED), Page(TARGETS, HELD_AGAINST)) if previous(found) else ()
    agenda = tuple(Page(str(item.code), item.title, item) for item in found.items)
    return (Page(FRONT, found.title), *review, *agenda, Page(DECIDED, AT_THE_END))


def position(number: str) -> Position:
    """Where the screen of a meeting stands; on its front where it was never turned."""
    found = Screen.objects.filter(meeting=number).first()
    return Position(found.page, found.turned) if found else Position(FRONT, 0)


def pairing(number: str, *, at: datetime) -> Pairing:
    """The telephones of a meeting."""
    alive = Remote.objects.filter(meeting=number, ended_at=None).order_by("pk")
    taken = alive.filter(taken_at__gt=at - LONGEST)
    return Pairing(
        waiting=alive.filter(taken_at=None, shown_at__gt=at - CODE_LASTS).exists(),
        connected=tuple(
            RemoteCard(id=one.pk, device=one.device, taken_at=one.taken_at or one.shown_at, asked_by=one.asked_by)
            for one in taken
        ),
    )  # fmt: skip


def noted(number: str) -> int:
    """How many notes were recorded so far, each wording counted: it changes whenever anything was noted."""
    return sum(kind.objects.filter(meeting=number).count() for kind in (Remark, Decision))


def remarks(number: str) -> list[NoteCard]:
    """What was said, in the order it was noted."""
    found = Remark.objects.current().filter(meeting=number, taken_back=False)
    notes = [
        NoteCard(slip=one.slip, agenda=one.agenda, words=one.words, noted_at=one.recorded_at, by=one.recorded_by,
                 speaker=one.speaker)
        for one in found
    ]  # fmt: skip
    return sorted(notes, key=lambda one: one.noted_at)


def decisions(number: str) -> list[NoteCard]:
    """What was decided, by number."""
    given = list(ActionItem.objects.current().filter(meeting=number).values_list("decision", flat=True))
    found = Decision.objects.current().filter(meeting=number, taken_back=False).order_by("code")
    return [
        NoteCard(slip=one.slip, agenda=one.agenda, words=one.words, noted_at=one.recorded_at, by=one.recorded_by,
                 code=one.code, items=given.count(one.code))
        for one in found
    ]  # fmt: skip
