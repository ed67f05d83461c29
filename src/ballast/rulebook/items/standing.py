"""Where an action item stands on a day: a pure fold over what was done to it, under the chapter of its book."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from ballast.rulebook.books.items import ItemRules
from ballast.rulebook.items.life import ALIVE, State, Verb, move

Workday = Callable[[date], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """An item as it was given: its level, the day, its deadline, and whether an enterprise raised the matter."""

    level: str
    given: date
    deadline: date
    raised: bool = False


class Event(NamedTuple):
    """One thing done: what, on which day, by whom; its papers, the new deadline, or the level it was urged at."""

    verb: Verb
    on: date
    by: str = ""
    papers: int = 0
    until: date | None = None
    level: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where an item stands on a day.

    ``overdue`` counts calendar days past the deadline, 0 in time; ``level`` is the one it was given at or has risen to;
    ``done_on`` is the day held against the deadline, of a settled item or one submitted; papers and confirmation are
    those of the submission that is being looked at.
    """

    state: State
    deadline: date
    level: str
    overdue: int = 0
    submitted_on: date | None = None
    submitted_by: str = ""
    papers: int = 0
    confirmed: bool = False
    settled_on: date | None = None
    done_on: date | None = None
    extensions: int = 0
    urged: tuple[str, ...] = ()

    @property
    def alive(self) -> bool:
        """Whether anything is still to be done."""
        return self.state in ALIVE


def standing(rules: ItemRules, matter: Matter, events: Sequence[Event], on: date, workday: Workday) -> Standing:
    """Where an item stands at the end of a day; ``events`` in the order they were done."""
    found = Standing(state=State.OPEN, deadline=matter.deadline, level=matter.level)
    for event in events:
        if event.on <= on:
            found = _after(found, event)
    counted = {"submitted": found.submitted_on, "settled": found.settled_on}[rules.counts]
    found = replace(found, done_on=counted if found.state in (State.SUBMITTED, State.SETTLED) else None)
    late = max(0, ((found.done_on or on) - found.deadline).days) if found.state is not State.DROPPED else 0
    risen = _risen(rules, found, found.done_on or on, workday) if late and found.alive else found.level
    return replace(found, overdue=late, level=risen)


def _after(found: Standing, event: Event) -> Standing:
    """The standing after one more thing was done."""
    made = move(found.state, event.verb)
    if made is None:
        return found
    changed = {
        Verb.SUBMIT: lambda: replace(
            found, submitted_on=event.on, submitted_by=event.by, papers=event.papers, confirmed=False
        ),
        Verb.CONFIRM: lambda: replace(found, confirmed=True),
        Verb.SETTLE: lambda: replace(found, settled_on=event.on),
        Verb.EXTEND: lambda: replace(found, deadline=event.until or found.deadline, extensions=found.extensions + 1),
        Verb.URGE: lambda: replace(found, urged=(*found.urged, event.level)),
    }
    return replace(changed.get(event.verb, lambda: found)(), state=made.to)


def _risen(rules: ItemRules, found: Standing, on: date, workday: Workday) -> str:
    """The gravest level an overdue item has reached; never below the one it was given at."""
    codes = list(rules.levels)
    start = codes.index(found.level) if found.level in codes else 0
    reached = [
        code
        for code in codes[start + 1 :]
        if (span := rules.levels[code].overdue_for) is not None and on >= span.after(found.deadline, workday)
    ]
    return reached[-1] if reached else found.level


def urging(rules: ItemRules, matter: Matter, found: Standing) -> str:
    """The level whose letter is to be sent now; empty where none is, or it was sent."""
    risen = found.level != matter.level and found.state is State.OPEN
    level = rules.levels.get(found.level)
    if not risen or level is None or not level.letter.zh or found.level in found.urged:
        return ""
    return found.level


def first_deadline(rules: ItemRules, level: str, given: date, workday: Workday) -> date:
    """The deadline of a level, for an item given on a day."""
    return rules.levels[level].deadline.after(given, workday)
