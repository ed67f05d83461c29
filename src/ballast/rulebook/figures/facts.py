"""The facts a snapshot is built from, as plain rows; field names are those of the ledger."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

Row = Mapping[str, Any]
Rows = list[Row]
LASTING = ("projects", "areas", "named_lists")  # identities, without transaction time
REPORT = ("project_id", "month", "basis")
PUBLISHED = ("area_id", "indicator", "month", "lead_industry")


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything known of a city: identities that stay, and facts with transaction time."""

    projects: Rows = field(default_factory=list)
    areas: Rows = field(default_factory=list)
    named_lists: Rows = field(default_factory=list)
    profiles: Rows = field(default_factory=list)
    memberships: Rows = field(default_factory=list)
    plans: Rows = field(default_factory=list)
    funding: Rows = field(default_factory=list)
    promises: Rows = field(default_factory=list)
    milestones: Rows = field(default_factory=list)
    progress: Rows = field(default_factory=list)
    outputs: Rows = field(default_factory=list)
    cases: Rows = field(default_factory=list)
    indicators: Rows = field(default_factory=list)


def known(rows: Iterable[Row], at: datetime | None) -> Rows:
    """The facts known at ``at``; None is all that stand."""
    if at is None:
        return [row for row in rows if row["superseded_at"] is None]
    return [
        row for row in rows if row["recorded_at"] <= at and (row["superseded_at"] is None or row["superseded_at"] > at)
    ]


def further(facts: Facts, slips: Rows, month: str, first: datetime, at: datetime | None) -> Facts:
    """What a further edition of ``month`` knows at ``at``, where the first was sealed at ``first``: all of it stands.

    As the first edition knew it, but for the reports slips have changed since, projects that only a slip has brought
    to the month, and indicators that were not yet published or that slips (rows with an area) have put right.
    """
    mine = [
        slip for slip in slips if slip["month"] <= month and slip["recorded_at"] > first
        and (at is None or slip["recorded_at"] <= at)
    ]  # fmt: skip
    right = {tuple(slip[name] for name in PUBLISHED) for slip in mine if "area_id" in slip}
    mine = [slip for slip in mine if "area_id" not in slip]
    changed = {tuple(slip[name] for name in REPORT) for slip in mine}
    brought = {slip["project_id"] for slip in mine} - {row["project_id"] for row in known(facts.profiles, first)}
    published = {tuple(row[name] for name in PUBLISHED) for row in known(facts.indicators, first)}

    def chosen(name: str, rows: Rows) -> Rows:
        def anew(row: Row) -> bool:
            if name == "indicators":
                key = tuple(row[part] for part in PUBLISHED)
                return key not in published or key in right
            report = name == "progress" and tuple(row[part] for part in REPORT) in changed
            return report or row["project_id"] in brought

        taken = [row for row in known(rows, at) if anew(row)] + [row for row in known(rows, first) if not anew(row)]
        return [{**row, "superseded_at": None} for row in taken]

    told = {one.name: getattr(facts, one.name) for one in fields(Facts)}
    return Facts(**{name: rows if name in LASTING else chosen(name, rows) for name, rows in told.items()})


def by_project(rows: Iterable[Row]) -> dict[int, Rows]:
    """Facts put together by project."""
    found: dict[int, Rows] = {}
    for row in rows:
        found.setdefault(row["project_id"], []).append(row)
    return found


def latest(rows: Iterable[Row], where: Callable[[Row], bool]) -> Row | None:
    """The row of the latest month that meets ``where``; a natural key leaves only one."""
    return max((row for row in rows if where(row)), key=lambda row: str(row["month"]), default=None)


def total(values: Iterable[int | None]) -> int | None:
    """The sum of what is known; None where nothing is: absent is not zero."""
    found = [value for value in values if value is not None]
    return sum(found) if found else None


def text(on: date | None) -> str | None:
    """A date as ISO text."""
    return on.isoformat() if on else None
