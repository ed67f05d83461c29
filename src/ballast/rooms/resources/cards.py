"""Frozen cards of resource cases, as they travel between rooms."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCard:
    """One request of one project for one resource in one phase, in thousandths of ``unit``."""

    project_id: int
    resource: str
    phase: int = 1
    unit: str
    requested: int
    requested_on: date
    due_on: date | None = None
    granted: int | None = None
    granted_on: date | None = None
    row: int | None = None
