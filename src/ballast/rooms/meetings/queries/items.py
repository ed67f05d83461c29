"""Action items: who sees which, where each stands, what was done to it, and what waits for a person."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from ballast.kit.sentence import Sentence
from ballast.rooms.meetings.affairs import affairs
from ballast.rooms.meetings.models import ActionItem, ItemLetter, ItemPaper
from ballast.rooms.meetings.queries.viewing import ItemView, viewed
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rulebook.items.life import State, Verb
from ballast.rulebook.powers import Power


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCard:
    """A photo or paper that came with a step."""

    id: int
    name: str
    picture: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCard:
    """One thing done to an item."""

    verb: Verb
    on: date
    name: str
    words: str
    until: date | None
    papers: tuple[PaperCard, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a person: to be done by their office, to be settled, to be confirmed for their enterprise."""

    to_do: list[ItemView]
    to_settle: list[ItemView]
    to_confirm: list[ItemView]

    @property
    def piles(self) -> tuple[tuple[Sentence, list[ItemView]], ...]:
        """Each pile with what it is called."""
        return (
            (Sentence("待办理", "To be done"), self.to_do), (Sentence("待销号", "To be settled"), self.to_settle),
            (Sentence("待企业确认", "To be confirmed"), self.to_confirm),
        )  # fmt: skip


def action_items(
    *, on: date, held: Reach, offices: Collection[int] = (), meeting: str = "", at: datetime | None = None
) -> list[ItemView]:
    """Every item (of one meeting) that a person may see: of their projects, their areas, or their offices."""
    found = ActionItem.objects.known(at).order_by("number")
    if meeting:
        found = found.filter(meeting=meeting)
    views = viewed(affairs(found, on=on, at=at), on=on)
    mine = registry.within({one.project_id for one in views if one.project_id}, held)
    return [one for one in views if _seen(one, held, mine, offices)]


def action_item(number: str, *, on: date, held: Reach, offices: Collection[int] = ()) -> ItemView | None:
    """One item; None where there is none, or it is not theirs to see."""
    views = viewed(affairs(ActionItem.objects.current().filter(number=number), on=on), on=on)
    mine = registry.within({one.project_id for one in views if one.project_id}, held)
    return next((one for one in views if _seen(one, held, mine, offices)), None)


def steps(number: str, *, on: date) -> list[StepCard]:
    """What was done to an item, in order."""
    papers: dict[int, list[PaperCard]] = {}
    for one in ItemPaper.objects.current().filter(item=number).order_by("pk"):
        card = PaperCard(id=one.pk, name=one.name, picture=one.thumbnail_id is not None)
        papers.setdefault(one.place, []).append(card)
    return [
        StepCard(verb=Verb(step.verb), on=step.on, name=step.name, words=step.words, until=step.until,
                 papers=tuple(papers.get(step.place, ())))
        for affair in affairs(ActionItem.objects.current().filter(number=number), on=on)
        for step in affair.steps
    ]  # fmt: skip


def waiting(official: OfficialCard | None, *, on: date) -> Waiting:
    """What waits for a person on a day; what is not begun by anybody else comes the most overdue first."""
    mine = offices_of(official) if people.may(official, Power.ANSWER_ITEM) else frozenset()
    own = registry.reach(official, on=on, power=Power.CONFIRM_ITEM)
    every = [one for one in viewed(affairs(ActionItem.objects.current(), on=on), on=on) if one.standing.alive]
    every.sort(key=lambda one: (-one.standing.overdue, one.standing.deadline, one.number))
    open_, submitted = (
        [one for one in every if one.standing.state is state] for state in (State.OPEN, State.SUBMITTED)
    )  # fmt: skip
    asked = [one for one in submitted if one.raised_by and not one.standing.confirmed]
    theirs = registry.within({one.project_id for one in asked if one.project_id}, own)
    settles = people.may(official, Power.MEET)
    return Waiting(
        to_do=[one for one in open_ if one.office_id in mine], to_settle=submitted if settles else [],
        to_confirm=[one for one in asked if one.project_id in theirs],
    )  # fmt: skip


def item_letters(number: str) -> list[tuple[str, date, str]]:
    """The letters of an item: number, day sent, title."""
    found = ItemLetter.objects.current().filter(item=number).order_by("sent_on", "pk")
    return [(one.number, one.sent_on, one.title) for one in found]


def offices_of(official: OfficialCard | None) -> frozenset[int]:
    """The offices a person holds a seat in."""
    return frozenset(seat.office.id for seat in official.seats) if official else frozenset()


def _seen(one: ItemView, held: Reach, mine: set[int], offices: Collection[int]) -> bool:
    if held.areas is None or one.office_id in offices or (one.project_id in mine):
        return True
    return not one.project_id and bool(one.area_code) and held.whole(one.area_code)
