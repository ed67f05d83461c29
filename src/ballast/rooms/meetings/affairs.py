"""An action item with all that was done to it, as the rules see it on a day."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ballast.kit.workdays import is_workday
from ballast.rooms.meetings.models import ActionItem, ItemStep
from ballast.rooms.policy import queries as policy
from ballast.rulebook.books.items import ItemRules
from ballast.rulebook.items.life import Verb
from ballast.rulebook.items.standing import Event, Matter, Standing, standing

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Affair:
    """One item, its steps in order, and where it stands on the day asked."""

    item: ActionItem
    steps: tuple[ItemStep, ...]
    rules: ItemRules
    standing: Standing

    @property
    def matter(self) -> Matter:
        """The item as the rules see it."""
        return matter_of(self.item)

    @property
    def events(self) -> list[Event]:
        """What was done, as the rules see it."""
        return [event_of(step) for step in self.steps]


def affairs(found: Iterable[ActionItem], *, on: date, at: datetime | None = None) -> list[Affair]:
    """Items with their steps and standing on a day, as known at ``at``; in the order given."""
    items = list(found)
    steps = _steps({one.number for one in items}, at)
    rules = policy.in_force(on).items
    return [_affair(one, steps[one.number], rules, on) for one in items]


def _affair(item: ActionItem, steps: list[ItemStep], rules: ItemRules, on: date) -> Affair:
    events = [event_of(step) for step in steps]
    return Affair(item, tuple(steps), rules, standing(rules, matter_of(item), events, on, is_workday))


def _steps(numbers: Collection[str], at: datetime | None) -> dict[str, list[ItemStep]]:
    found: defaultdict[str, list[ItemStep]] = defaultdict(list)
    for step in ItemStep.objects.known(at).filter(item__in=numbers).order_by("item", "place"):
        found[step.item].append(step)
    return found


def matter_of(item: ActionItem) -> Matter:
    """An item as it was given."""
    return Matter(level=item.level, given=item.given_on, deadline=item.deadline, raised=bool(item.raised_by))


def event_of(step: ItemStep) -> Event:
    """A step as the rules see it."""
    return Event(Verb(step.verb), step.on, step.recorded_by, step.papers, step.until, step.level)
