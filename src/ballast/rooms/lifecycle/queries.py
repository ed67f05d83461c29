"""The questions of the lifecycle room."""

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime

from ballast.kit.ledger.history import Cell, Revision, cell_of, revisions, sources_of
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.lifecycle.models import Milestone
from ballast.rulebook.measures.facts import Dates
from ballast.rulebook.need_to_know import in_negotiation

CHUNK = 500
Clocks = dict[tuple[str, str], MilestoneCard]


def milestones(project_ids: Collection[int], *, at: datetime | None = None) -> dict[int, Clocks]:
    """The milestones of each project by (kind, basis), as known at ``at``; None is now."""
    found = Milestone.objects.known(at).filter(project_id__in=project_ids)
    names = [field.name for field in fields(MilestoneCard)]
    clocks: dict[int, Clocks] = {project_id: {} for project_id in project_ids}
    for values in found.values(*names):
        card = MilestoneCard(**values)
        clocks[card.project_id][card.kind, card.basis] = card
    return clocks


def negotiating(project_ids: Collection[int], *, at: datetime | None = None) -> list[int]:
    """Those of the projects that are under negotiation, as known at ``at``: their names are need-to-know."""
    reached: dict[int, set[str]] = {}
    asked = sorted(project_ids)
    for start in range(0, len(asked), CHUNK):
        part = asked[start : start + CHUNK]
        found = Milestone.objects.known(at).filter(project_id__in=part, actual_on__isnull=False)
        for project_id, kind in found.values_list("project_id", "kind"):
            reached.setdefault(project_id, set()).add(kind)
    return sorted(project for project, kinds in reached.items() if in_negotiation(kinds))


def clocks(project_ids: Collection[int], *, at: datetime | None = None) -> dict[int, dict[tuple[str, str], Dates]]:
    """Planned and actual date of each project's milestones by (kind, basis), bare, for rooms that weigh many."""
    found: dict[int, dict[tuple[str, str], Dates]] = {}
    told = Milestone.objects.known(at).filter(project_id__in=project_ids)
    for project, kind, basis, planned, actual in told.values_list(
        "project_id", "kind", "basis", "planned_on", "actual_on"
    ):
        found.setdefault(project, {})[kind, basis] = Dates(planned, actual)
    return found


def cell(project_id: int, fact: str, key: tuple[str, ...], *, at: datetime | None = None) -> Cell | None:
    """Where a milestone's date came from: ``milestone.actual_on`` of (kind, basis)."""
    if fact not in ("milestone.actual_on", "milestone.planned_on") or len(key) != 2:
        return None
    found = Milestone.objects.known(at).filter(project_id=project_id, kind=key[0], basis=key[1])
    return cell_of(found, fact.split(".")[1])


def history(project_id: int) -> list[Revision]:
    """Every revision of a project's milestones, newest first."""
    return revisions(Milestone.objects.filter(project_id=project_id), without="project")


def from_source(source_id: int, *, row: int | None = None) -> set[int]:
    """The projects whose milestones a source (or one row of it) told."""
    return sources_of(source_id, row, Milestone.objects.all(), owner="project_id")
