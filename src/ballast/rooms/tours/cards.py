"""Frozen cards of tours, as they travel between rooms and to pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from ballast.rulebook.books.tours import Tour as Rule
from ballast.rulebook.slips import SlipState
from ballast.rulebook.touring.life import State


@dataclass(frozen=True, slots=True)
class GroupCard:
    """One group of a tour: its name and the codes of its counties, in their order."""

    code: str
    name: str
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TourCard:
    """One tour: what it is called, when it is held, where it stands, its rule and its groups."""

    id: int
    serial: str
    kind: str
    quarter: str
    title: str
    held_on: date
    state: State
    rule: Rule
    groups: tuple[GroupCard, ...]
    reason: str = ""

    @property
    def counties(self) -> tuple[str, ...]:
        """The codes of all counties on it."""
        return tuple(code for group in self.groups for code in group.areas)

    def group_of(self, area_code: str) -> GroupCard:
        """The group of one of its counties."""
        return next(group for group in self.groups if area_code in group.areas)


@dataclass(frozen=True, slots=True, kw_only=True)
class NomineeCard:
    """A project put forward: whose, what it is, its one line, whether it is approved, how difficult it is."""

    area_id: int
    area_code: str
    area_name: str
    position: int
    project_id: int
    serial: str
    name: str
    line: str
    approved: bool
    coefficient: Decimal
    why: str
    hard: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeCard:
    """A judge: number on the tour, name, kind, office, whether they hold a link, and how many ballots they cast."""

    number: int
    name: str
    kind: str
    office: str
    linked: bool
    cast: int = 0


@dataclass(frozen=True, slots=True)
class Ticket:
    """A judge's link, told once: whoever has it votes as this judge."""

    judge: JudgeCard
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a judge sees: the tour, who they are, and every project with the moment their ballot on it came."""

    tour: TourCard
    judge: JudgeCard
    nominees: tuple[NomineeCard, ...]
    cast: Mapping[int, datetime]
    marks: Mapping[int, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class BoxCard:
    """A closed box: how many ballots, who did not cast all of theirs, why it was closed, when, by whom, its hash."""

    ballots: int
    lacking: tuple[str, ...]
    reason: str
    closed_at: datetime
    closed_by: str
    hash: str


@dataclass(frozen=True, slots=True)
class CountyPoints:
    """A county's confirmed result, for whoever ranks counties: exact points of 100, and its places."""

    area_code: str
    points: Fraction
    place: int
    of: int
    group: str
    group_place: int
    tour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentCard:
    """A slip against confirmed results; whose ballot it is about is told to nobody. ``edition`` 0: none carries it."""

    number: int
    project_id: int
    serial: str
    name: str
    of_marks: bool
    old: Mapping[str, str]
    new: Mapping[str, str]
    reason: str
    evidence: str
    put_at: datetime
    put_by: str
    state: SlipState
    decided_at: datetime | None
    decided_by: str
    remark: str
    edition: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionCard:
    """One edition of confirmed results: exact points and place by county, and the slip that made it a further one."""

    number: int
    confirmed_at: datetime
    hash: str
    slip: AmendmentCard | None
    places: Mapping[str, tuple[Fraction, int]]
