"""The facts a snapshot is built from, as plain rows; field names are those of the ledger."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

Row = Mapping[str, Any]
Rows = list[Row]


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
