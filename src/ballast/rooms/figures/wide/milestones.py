"""The dates milestones give: one pass over them, then verified before declared, and nothing after the month."""

import ibis
import ibis.expr.types as ir

from ballast.rooms.figures import clock
from ballast.rooms.figures.relations import relation
from ballast.rulebook.figures.columns import PLANNED
from ballast.rulebook.stages import START_ON_LAND_PAPERS, MilestoneKind
from ballast.rulebook.terms import Basis


def pivot() -> ir.Table:
    """Every project with a milestone: one column for each kind and basis."""
    rows = relation("milestones")
    said = {}
    for kind in MilestoneKind:
        for basis in bases(kind):
            said[f"{kind}_{basis}"] = rows.actual_on.max(where=(rows.kind == str(kind)) & (rows.basis == str(basis)))
    for kind in PLANNED:
        for basis in (Basis.DECLARED, Basis.VERIFIED):
            said[f"planned_{kind}_{basis}"] = rows.planned_on.max(
                where=(rows.kind == str(kind)) & (rows.basis == str(basis))
            )
    return rows.group_by("project_id").agg(**said)


def dates(found: ir.Table) -> ir.Table:
    """The dates that count, from the pivot."""
    reached = {f"{kind}_on": _reached(found, kind) for kind in MilestoneKind}
    for kind in PLANNED:
        reached[f"planned_{kind}_on"] = ibis.coalesce(
            found[f"planned_{kind}_{Basis.DECLARED}"], found[f"planned_{kind}_{Basis.VERIFIED}"]
        )
    for basis in (Basis.DECLARED, Basis.VERIFIED):
        reached[f"started_{basis}_on"] = _by_the_end(found[f"{MilestoneKind.STARTED}_{basis}"])
    papers = [reached[f"{paper}_on"] for paper in START_ON_LAND_PAPERS]
    complete = ibis.and_(*(paper.notnull() for paper in papers))
    return found.select("project_id", papers_on=ibis.cases((complete, ibis.greatest(*papers))), **reached)


def bases(kind: MilestoneKind) -> tuple[Basis, ...]:
    """Whose dates count, the better first."""
    first = (Basis.STATISTICAL,) if kind is MilestoneKind.REGISTERED else ()
    return (*first, Basis.VERIFIED, Basis.DECLARED)


def _reached(found: ir.Table, kind: MilestoneKind) -> ir.StringValue:
    return _by_the_end(ibis.coalesce(*(found[f"{kind}_{basis}"] for basis in bases(kind))))


def _by_the_end(on: ir.StringValue) -> ir.StringValue:
    return ibis.cases((on <= clock.text("end"), on))
