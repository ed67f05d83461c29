"""Frozen cards of reports as they are looked at: on a worklist, in the area tree, one by one with their log."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from ballast.rooms.people.cards import AreaCard
from ballast.rooms.reporting.cards.findings import CellFinding, Conflict
from ballast.rulebook.calendar import DueDates
from ballast.rulebook.loop import State, Verb
from ballast.rulebook.merging import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem:
    """One project's report on a worklist.

    ``state`` is None where nothing is typed yet. ``due_on`` is the day by which the person looking should have done
    their part, ``late_days`` how many days ago that was. ``remarks`` are the last return's, by column key.
    """

    serial: str
    project_id: int
    name: str
    area_code: str
    area_name: str
    state: State | None
    version: int
    due_on: date
    late_days: int
    at: datetime | None
    by: str
    remarks: Mapping[str, str] = field(default_factory=dict)
    conflicts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Worklist:
    """What one person has to do for a month, and what they wait for.

    ``returned`` came back with remarks, ``to_fill`` are due and not submitted, ``to_review`` wait for this person,
    ``waiting`` are theirs and wait for others. A report stands on one of them only. ``not_started`` counts by area
    the projects of theirs that the ledger knows no start of: nobody asks for them, and some may have begun.
    """

    month: str
    sealed: bool
    dates: DueDates
    returned: tuple[WorkItem, ...] = ()
    to_fill: tuple[WorkItem, ...] = ()
    to_review: tuple[WorkItem, ...] = ()
    waiting: tuple[WorkItem, ...] = ()
    not_started: Mapping[str, int] = field(default_factory=dict)

    @property
    def late(self) -> tuple[WorkItem, ...]:
        """What the person should have done by now."""
        mine = (*self.returned, *self.to_fill, *self.to_review)
        return tuple(item for item in mine if item.late_days)

    @property
    def todo(self) -> int:
        """How many things there are to do."""
        return len(self.returned) + len(self.to_fill) + len(self.to_review)


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaNode:
    """One area's month with all below it: due projects by where their reports stand.

    ``missing`` are those nobody typed into; ``late`` were handed in late. It is ``complete`` only when every due
    report of its own is accepted and every area below is complete. Sums count the areas below too.
    """

    area: AreaCard
    own_due: int
    due: int
    states: Mapping[State, int]
    missing: int
    late: int
    complete: bool
    below: "tuple[AreaNode, ...]" = ()

    @property
    def accepted(self) -> int:
        """How many are accepted."""
        return self.states.get(State.ACCEPTED, 0)

    @property
    def stands(self) -> tuple[tuple[State, int], ...]:
        """How many stand where, those not accepted."""
        return tuple((state, count) for state, count in self.states.items() if state is not State.ACCEPTED and count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One cell that says other than it did before; ``change`` is the difference of two numbers."""

    column: str
    heading: str
    before: Cell
    now: Cell

    @property
    def change(self) -> int | float | None:
        """By how much, where both are numbers."""
        before, now = self.before, self.now
        if isinstance(before, str | None) or isinstance(now, str | None):
            return None
        return round(now - before, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCard:
    """One step of a report's log: who did what when, from which state to which, what it changed and what it said."""

    verb: Verb
    before: State | None
    after: State
    version: int
    at: datetime
    by: str
    changes: tuple[Difference, ...] = ()
    remarks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCard:
    """One project's report of a month as it stands, for one person.

    ``state`` is None where nobody typed yet. ``shown`` are the grey cells, ``cells`` the white ones as kept,
    ``proposed`` the sums the form itself would write; amounts in 万元. ``differences`` compare with the month
    reported last (``last_month``). ``recorded`` is what the ledger says of the month, corrections included; empty
    where it says nothing. ``verbs`` are what this person may do to it now.
    """

    month: str
    serial: str
    project_id: int
    name: str
    area: AreaCard
    due: bool
    state: State | None
    version: int
    shown: Mapping[str, Cell]
    cells: Mapping[str, Cell]
    proposed: Mapping[str, Cell]
    last_month: str
    last: Mapping[str, Cell]
    recorded: Mapping[str, Cell]
    differences: tuple[Difference, ...]
    findings: tuple[CellFinding, ...]
    conflicts: tuple[Conflict, ...]
    remarks: Mapping[str, str]
    verbs: tuple[Verb, ...]
    submitted_at: datetime | None = None
    submitted_by: str = ""
    changed_at: datetime | None = None
    changed_by: str = ""
    accepted_version: int | None = None
    submission_id: int | None = None
    log: tuple[StepCard, ...] = ()

    @property
    def stops(self) -> int:
        """How many findings keep it from being submitted."""
        return sum(found.stops for found in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unaccepted:
    """A report that is not accepted when its month is sealed: what it would say stays absent.

    ``state`` is None where nothing was typed; ``earlier`` tells that an earlier version of it is in the ledger.
    """

    serial: str
    name: str
    area_name: str
    state: State | None
    by: str = ""
    earlier: bool = False
