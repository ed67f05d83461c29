"""Frozen cards of milestones, as they travel between rooms."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneCard:
    """One milestone of one project on one basis: when planned, when reached, on what evidence."""

    project_id: int
    kind: str
    basis: str
    planned_on: date | None = None
    actual_on: date | None = None
    evidence: str = ""
    row: int | None = None
