"""The questions of the lifecycle room."""

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime

from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.lifecycle.models import Milestone

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
