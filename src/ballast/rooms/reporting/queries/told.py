"""What was reported of a project, and how it came to be known."""

from dataclasses import fields
from datetime import datetime

from ballast.kit.ledger.history import Cell, Revision, cell_of, revisions, sources_of
from ballast.rooms.reporting.cards import OutputCard, ProgressCard
from ballast.rooms.reporting.models import AreaTarget, Output, Progress


def progress_of(project_id: int, *, at: datetime | None = None) -> list[ProgressCard]:
    """Every monthly report of a project on every basis, oldest month first, as known at ``at``; None is now."""
    names = [field.name for field in fields(ProgressCard)]
    found = Progress.objects.known(at).filter(project_id=project_id).order_by("month", "basis")
    return [ProgressCard(**values) for values in found.values(*names)]


def outputs_of(project_id: int, *, at: datetime | None = None) -> list[OutputCard]:
    """What a producing project reported of output, tax and jobs, oldest month first."""
    names = [field.name for field in fields(OutputCard)]
    found = Output.objects.known(at).filter(project_id=project_id).order_by("month")
    return [OutputCard(**values) for values in found.values(*names)]


def history(project_id: int) -> list[Revision]:
    """Every revision of what a project's monthly reports said, newest first."""
    kinds = (Progress, Output)
    return revisions(*(kind.objects.filter(project_id=project_id) for kind in kinds), without="project")


def from_source(source_id: int, *, row: int | None = None) -> set[int]:
    """The projects of which a source (or one row of it) reported something."""
    return sources_of(source_id, row, Progress.objects.all(), Output.objects.all(), owner="project_id")


def cell(project_id: int, fact: str, key: tuple[str, ...], *, at: datetime | None = None) -> Cell | None:
    """Where a reported value came from: ``progress.year_to_date`` of (month, basis), ``output.tax`` of (month,)."""
    kind, _, field = fact.partition(".")
    if kind == "progress" and len(key) == 2:
        return cell_of(Progress.objects.known(at).filter(project_id=project_id, month=key[0], basis=key[1]), field)
    if kind == "output" and len(key) == 1:
        return cell_of(Output.objects.known(at).filter(project_id=project_id, month=key[0]), field)
    return None


def target_cell(area_id: int, fact: str, key: tuple[str, ...], *, at: datetime | None = None) -> Cell | None:
    """Where what is set for an area came from: ``target`` of (code, year or month); None where the book says it."""
    if fact != "target" or len(key) != 2:
        return None
    found = AreaTarget.objects.known(at).filter(area_id=area_id, target=key[0], period=key[1])
    return cell_of(found, "percent" if found.filter(percent__isnull=False).exists() else "amount")
