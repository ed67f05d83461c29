"""The columns that milestones give: dates reached, the stage, the stall, and 拿地即开工."""

from datetime import date
from typing import Any

from ballast.rulebook.books import Book
from ballast.rulebook.figures.columns import PLANNED
from ballast.rulebook.figures.facts import Rows, text
from ballast.rulebook.figures.workdays import Workdays
from ballast.rulebook.stages import START_ON_LAND_PAPERS, MilestoneKind, reached_on, stage
from ballast.rulebook.stalls import Standing, stall
from ballast.rulebook.terms import Basis

Wide = dict[str, Any]


def clocks(row: Wide, milestones: Rows, end: date, book: Book) -> Wide:
    """Every date reached by ``end``, every planned date, and the stage and stall that follow."""
    actual = {(one["kind"], one["basis"]): one["actual_on"] for one in milestones}
    planned = {(one["kind"], one["basis"]): one["planned_on"] for one in milestones}
    wide: Wide = {f"{kind}_on": text(reached_on(actual, kind, end)) for kind in MilestoneKind}
    for kind in PLANNED:
        bases = (planned.get((kind, basis)) for basis in (Basis.DECLARED, Basis.VERIFIED))
        wide[f"planned_{kind}_on"] = text(next((on for on in bases if on), None))
    for basis in (Basis.DECLARED, Basis.VERIFIED):
        on = actual.get((MilestoneKind.STARTED, basis))
        wide[f"started_{basis}_on"] = text(on) if on and on <= end else None
    papers = [wide[f"{paper}_on"] for paper in START_ON_LAND_PAPERS]
    wide["papers_on"] = max(papers) if all(papers) else None
    wide["stage"] = str(stage(actual, row["last_invested_month"], end))
    wide["stall"] = str(stall(_standing(row, wide), row["month"], book.stalls) or "")
    return wide


def _standing(row: Wide, wide: Wide) -> Standing:
    return Standing(
        signed_on=wide["signed_on"],
        permit_on=wide["construction_permit_on"],
        planned_start_on=wide["planned_started_on"],
        started_on=wide["started_on"],
        completed_on=wide["completed_on"],
        producing_on=wide["producing_on"],
        at_capacity_on=wide["at_capacity_on"],
        last_invested_month=row["last_invested_month"],
        land_mode=row["land_mode"],
        promised=(row["promised_output"], row["promised_tax"], row["promised_jobs"]),
        reached=(row["output"], row["tax"], row["jobs"]),
    )


def promise(row: Wide, end: date, book: Book, workdays: Workdays) -> Wide:
    """拿地即开工: due once the days to start have passed; then kept, late (done at last) or broken."""
    rule, land = book.start_on_land, row["land_on"]
    passed = workdays.days(land, end.isoformat())
    due = bool(row["start_on_land"]) and passed is not None and passed >= rule.start_days
    papers = workdays.working(land, row["papers_on"])
    start = workdays.days(land, row["started_verified_on"])
    kept = (
        due and papers is not None and papers <= rule.papers_working_days
        and start is not None and start <= rule.start_days
    )  # fmt: skip
    late = due and not kept and papers is not None and start is not None
    return {
        "promise_due": due, "promise_kept": kept, "promise_late": late,
        "promise_broken": due and not kept and not late,
    }  # fmt: skip
