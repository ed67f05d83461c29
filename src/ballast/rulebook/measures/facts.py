"""What a measure sees: everything known of one project or one area, as plain values told by the caller.

Nothing here is reckoned. Facts after ``on`` (dates) or after ``month`` (months) may stand in it and are not seen, so
that the same facts can be looked at from an earlier month-end. None is absent, never zero; money is integer 元.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from ballast.rulebook.checks.series import Amounts


class Dates(NamedTuple):
    """A milestone on one basis: when planned, when reached."""

    planned: date | None = None
    actual: date | None = None


class Funds(NamedTuple):
    """One channel of funds up to the end of a month, in 元."""

    agreed: int | None = None
    paid_in: int | None = None


class Outputs(NamedTuple):
    """Twelve months up to a month, or what is promised of a year: output and tax in 元, jobs."""

    output: int | None = None
    tax: int | None = None
    jobs: int | None = None


class Pause(NamedTuple):
    """A clock stood still, from ``since`` up to and with ``until`` (None: still); ``reason`` is a word of the book."""

    clock: str
    reason: str
    since: date
    until: date | None = None


class Extension(NamedTuple):
    """A clock was extended once, on ``granted``."""

    clock: str
    granted: date


class Excused(NamedTuple):
    """A justified exception: its kind in the book, from ``since`` up to and with ``until``.

    ``rules`` narrows what it suspends (``lights.start``); empty is all that its kind suspends.
    """

    kind: str
    since: date
    until: date
    rules: frozenset[str] = frozenset()
    reason: str = ""
    approver: str = ""


Number = int | Fraction
Series = Mapping[str, Mapping[str, Number | None]]  # figure -> month -> value
Past = Mapping[str, Mapping[str, str]]  # light -> month -> colour, as it was published then


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFacts:
    """One project. ``milestones`` by (kind, basis); ``progress`` by basis and month; ``funding`` by channel and month.

    ``lists`` holds the codes and the names of the lists it stands on; ``targets`` the tasks set for single months;
    ``land_mu`` and ``developed_mu`` are thousandths of a mu. ``past`` holds the lights of published months, where
    a rule counts them; a month that is not there is lit anew from these facts. ``peers`` are the projects it is placed
    among, itself with them, each without peers of its own; empty where no rule places projects.
    """

    on: date
    month: str
    serial: str = ""
    name: str = ""
    area: str = ""
    area_name: str = ""
    county: str = ""
    county_name: str = ""
    park: str = ""
    lists: frozenset[str] = frozenset()
    nature: str = ""
    land_mode: str = ""
    industry: str = ""
    lead_industry: str = ""
    strategic: bool | None = None
    start_on_land: bool | None = None
    responsible: str = ""
    linked_leader: str = ""
    start_year: int | None = None
    end_year: int | None = None
    total_investment: int | None = None
    done_by_last_year: int | None = None
    land_mu: int | None = None
    developed_mu: int | None = None
    plans: Mapping[int, int | None] = field(default_factory=dict)
    targets: Mapping[str, int | None] = field(default_factory=dict)
    progress: Mapping[str, Mapping[str, Amounts]] = field(default_factory=dict)
    milestones: Mapping[tuple[str, str], Dates] = field(default_factory=dict)
    funding: Mapping[str, Mapping[str, Funds]] = field(default_factory=dict)
    promise: Outputs = Outputs()
    outputs: Mapping[str, Outputs] = field(default_factory=dict)
    photos: frozenset[str] = frozenset()
    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Extension, ...] = ()
    excused: tuple[Excused, ...] = ()
    past: Past = field(default_factory=dict)
    peers: "tuple[ProjectFacts, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaFacts:
    """One area. ``figures`` by code and month, January to the month (元; a rate as percent: 9.8 is 49/5).

    ``targets`` are what is set for a figure, by month (``2025-07``: January to July) or by year (``2025``).
    ``city`` holds the whole city's figures; ``peers`` are the areas it is ranked among, itself with them, each
    without peers of its own; ``projects`` are its projects. ``late_days`` and ``unreported`` tell of its monthly
    tables: days late, and due projects not reported, by month.
    """

    on: date
    month: str
    code: str = ""
    name: str = ""
    kind: str = ""
    figures: Series = field(default_factory=dict)
    targets: Series = field(default_factory=dict)
    city: Series = field(default_factory=dict)
    peers: "tuple[AreaFacts, ...]" = ()
    projects: tuple[ProjectFacts, ...] = ()
    late_days: Mapping[str, int | None] = field(default_factory=dict)
    unreported: Mapping[str, int | None] = field(default_factory=dict)
    excused: tuple[Excused, ...] = ()
    past: Past = field(default_factory=dict)
