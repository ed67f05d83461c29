"""The questions of the resources room."""

from dataclasses import fields
from datetime import datetime

from ballast.kit.ledger.history import Revision, revisions, sources_of
from ballast.rooms.resources.cards import CaseCard
from ballast.rooms.resources.models import ResourceCase


def cases(project_id: int, *, at: datetime | None = None) -> list[CaseCard]:
    """The resource cases of a project as known at ``at``, oldest request first; None is now."""
    names = [field.name for field in fields(CaseCard)]
    found = ResourceCase.objects.known(at).filter(project_id=project_id).order_by("requested_on", "resource", "phase")
    return [CaseCard(**values) for values in found.values(*names)]


def history(project_id: int) -> list[Revision]:
    """Every revision of a project's resource cases, newest first."""
    return revisions(ResourceCase.objects.filter(project_id=project_id), without="project")


def from_source(source_id: int, *, row: int | None = None) -> set[int]:
    """The projects whose resource cases a source (or one row of it) told."""
    return sources_of(source_id, row, ResourceCase.objects.all(), owner="project_id")
