"""The list of stalls, each row one line to act on; the money held up by year of signing."""

from dataclasses import dataclass
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry.cards import Reach
from ballast.rooms.supervision import queries as supervision
from ballast.rooms.supervision.queries import Stuck
from ballast.rulebook.stages import Stage
from ballast.rulebook.stalling import Standing
from ballast.rulebook.terms import AreaKind
from ballast.site.boards.supervision.disclosing import disclose

STAGES = {str(stage): stage for stage in Stage}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the list is filtered by; empty is all."""

    stall: str = ""
    standing: str = "due"
    county: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StallsPage:
    """What the page of stalls shows."""

    asked: Asked
    lists: list[tuple[str, Sentence]]
    counties: list[str]
    standings: list[Standing]
    counts: list[dict[str, Any]]
    rows: list[dict[str, Any]]
    cohorts: list[dict[str, Any]]
    reasons: dict[str, list[tuple[str, Sentence]]]


def page(month: str, asked: Asked, *, held: Reach) -> StallsPage:
    """The stalls of ``month`` as asked for."""
    book = policy.for_month(month)
    everything = supervision.stuck(month, held=held)
    rows = supervision.narrowed(
        everything, stall=asked.stall, standing=asked.standing, county=asked.county, text=asked.text
    )
    disclose(one.line for one in rows)
    names = {code: rule.label for code, rule in book.stall_lists.items()}
    reasons = {
        code: [(one, book.reasons[one].label) for one in rule.reasons or tuple(book.reasons)]
        for code, rule in book.stall_lists.items()
    }
    return StallsPage(
        asked=asked, lists=list(names.items()), reasons=reasons,
        counties=[area.name for area in people.areas() if area.kind is AreaKind.COUNTY],
        standings=[one for one in Standing if one is not Standing.OUTSIDE],
        counts=[_count(code, name, everything) for code, name in names.items()],
        rows=[{"one": one, "name": names[one.stall]} for one in rows], cohorts=_cohorts(month, names, held),
    )  # fmt: skip


def _count(code: str, name: Sentence, everything: list[Stuck]) -> dict[str, Any]:
    mine = [one for one in everything if one.stall == code]
    due = [one for one in mine if one.standing is Standing.DUE]
    return {
        "code": code, "name": name, "due": len(due), "money": sum(one.line.total or 0 for one in due),
        "without_reason": sum(not one.reason for one in due), "overdue": sum(one.overdue_promise for one in due),
        "not_due": sum(one.standing is Standing.NOT_DUE for one in mine),
        "suspended": sum(one.standing is Standing.SUSPENDED for one in mine),
    }  # fmt: skip


def _cohorts(month: str, names: dict[str, Sentence], held: Reach) -> list[dict[str, Any]]:
    return [
        {
            "cohort": one,
            "stages": [(STAGES[code], count, money) for code, (count, money) in one.at_stage.items()],
            "stuck": [(names[code], count, money) for code, (count, money) in one.stuck.items()],
        }
        for one in supervision.cohorts(month, held=held)
    ]
