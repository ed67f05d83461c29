"""The verbs of the lifecycle room."""

import calendar
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime

from ballast.kit import audit
from ballast.kit.ledger.cards import facts_of
from ballast.kit.ledger.journal import Recorded, Writer, entry
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.lifecycle.models import Milestone
from ballast.rooms.registry import actions as registry
from ballast.rulebook.lists.report import Recognition
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import Basis

# Which columns of a list tell which milestone: the planned date's, the actual date's.
DATES_OF = {
    MilestoneKind.STARTED: ("planned_start", "actual_start"),
    MilestoneKind.COMPLETED: ("planned_completion", "actual_completion"),
    MilestoneKind.SIGNED: ("", "signed"),
}


def move(cards: Iterable[MilestoneCard], *, writer: Writer) -> Recorded:
    """Record milestones: each revises what stood for its project, kind and basis."""
    return writer.record(facts_of(Milestone, cards))


def take_back(project_ids: Collection[int], source_ids: Collection[int], *, writer: Writer) -> int:
    """Take back the milestones these sources told of these projects; what stood before stands again. How many."""
    told = Milestone.objects.current().filter(project_id__in=project_ids, source_id__in=source_ids)
    return writer.take_back(told)


def import_list(
    recognition: Recognition, *, list_code: str, list_name: str, year: int | None, as_of: date, data: bytes,
    name: str, decisions: registry.Decisions, at: datetime, by: str, proposal_id: int | None = None,
) -> registry.Outcome:  # fmt: skip
    """Import a recognised list whole, or refuse it whole (registry.ImportRefused); one entry, one audit line.

    ``proposal_id`` is that of the list a county sent, which is accepted with it.
    Dates of the list become declared milestones; a date without a day stands for the last day it can mean.
    """
    try:
        with entry(at=at, by=by, action="import list") as writer:
            committed = registry.commit_import(
                recognition, list_code=list_code, list_name=list_name, year=year, as_of=as_of, data=data,
                name=name, decisions=decisions, writer=writer,
            )  # fmt: skip
            milestones = list(_milestones(committed))
            writer.record(milestones)
            moved = {milestone.project_id for milestone in milestones}
            outcome = registry.close_import(committed, also_changed=moved, writer=writer)
            if proposal_id is not None:
                registry.accept_proposal(proposal_id, batch_id=outcome.batch_id, writer=writer)
            told = {"list": list_name, "rows": outcome.rows, "new": outcome.new, "revised": outcome.revised}
            audit.write("import_list", at=writer.moment, actor=by, object=name, detail=told)
    except registry.ImportRefused as refused:
        faults = [fault.as_json() for fault in refused.faults[:20]]
        audit.write("import_list", at=at, actor=by, object=name, result="refused", detail={"faults": faults})
        raise
    return outcome


def _milestones(committed: registry.Committed) -> Iterator[Milestone]:
    """The milestones a list tells and the ledger does not; what a list leaves out stays as it stands."""
    standing = {
        (fact.project_id, fact.kind): fact
        for fact in Milestone.objects.current().filter(basis=Basis.DECLARED, kind__in=list(DATES_OF))
    }
    for dated in committed.dated:
        for kind, fields in DATES_OF.items():
            before = standing.get((dated.project_id, kind))
            stood = (before.planned_on, before.actual_on) if before else (None, None)
            told = tuple(_day(dated.dates.get(field, "")) or old for field, old in zip(fields, stood, strict=True))
            if told == stood:
                continue
            columns = {
                column: dated.columns[field]
                for column, field in zip(("planned_on", "actual_on"), fields, strict=True)
                if field in dated.columns
            }
            yield Milestone(
                project_id=dated.project_id, kind=kind, basis=Basis.DECLARED, planned_on=told[0], actual_on=told[1],
                evidence=before.evidence if before else "", source=committed.source(dated.sheet, columns),
                row=dated.row,
            )  # fmt: skip


def _day(text: str) -> date | None:
    """The last day of ``YYYY`` or ``YYYY-MM``; None for nothing."""
    if not text:
        return None
    year, _, month = text.partition("-")
    number = int(month or 12)
    return date(int(year), number, calendar.monthrange(int(year), number)[1])
