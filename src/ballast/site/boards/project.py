"""The project page: a frame of panels, each put together from one room's questions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE, ProfileCard
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.resources import queries as resources
from ballast.rulebook.stages import Stage, stage
from ballast.rulebook.terms import Basis
from ballast.site.boards import curve, labels, timeline
from ballast.site.boards.answering import answering
from ballast.site.boards.evidence import gallery

CARD_FIELDS = (
    "project_code", "owner", "credit_code", "investor", "site", "nature", "industry", "lead_industry",
    "strategic", "land_mode", "land_mu", "total_investment", "done_by_last_year", "start_year", "end_year",
    "responsible", "responsible_person", "linked_leader", "content", "remarks",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What a panel shows: a project as known at a moment (None is now), on a day."""

    card: ProfileCard
    at: datetime | None
    on: date
    may_name: bool = False
    may_report: bool = False
    may_settle: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: its heading, its template, the question it asks, and whether it waits until it is looked at."""

    name: str
    title: Sentence
    template: str
    ask: Callable[[Asked], dict[str, Any]]
    lazy: bool = False


def head(asked: Asked) -> dict[str, Any]:
    """What stands above the panels: the area, the stage and the lists."""
    card = asked.card
    dates = {key: found.actual_on for key, found in lifecycle.milestones([card.project_id], at=asked.at)[
        card.project_id].items()}  # fmt: skip
    invested = [
        report.month for report in reporting.progress_of(card.project_id, at=asked.at)
        if report.basis == Basis.DECLARED and (report.month_completed or 0) > 0
    ]  # fmt: skip
    areas = {area.id: area for area in people.areas()}
    area = areas[card.area_id]
    county = next(found for found in areas.values() if found.code == area.county_code)
    return {
        "area": area,
        "county": county,
        "stage": stage(dates, max(invested, default=None), asked.on),
        "stages": list(Stage),
        "lists": [name for name, member in registry.lists_of(card.project_id, at=asked.at) if member.until is None],
    }


def _card(asked: Asked) -> dict[str, Any]:
    said = [(labels.label(name), labels.written(name, getattr(asked.card, name))) for name in CARD_FIELDS]
    return {"fields": [(label, value) for label, value in said if value != labels.ABSENT]}


def _timeline(asked: Asked) -> dict[str, Any]:
    clocks = lifecycle.milestones([asked.card.project_id], at=asked.at)[asked.card.project_id]
    rows = timeline.rows(clocks.values(), asked.on)
    return {"rows": rows, "bases": list(Basis), "option": timeline.option(rows)}


def _curve(asked: Asked) -> dict[str, Any]:
    reports = reporting.progress_of(asked.card.project_id, at=asked.at)
    plans = {plan.year: plan for plan in registry.plan_years(asked.card.project_id, at=asked.at)}
    return {"years": curve.years(reports, plans)}


def _funds(asked: Asked) -> dict[str, Any]:
    channels = registry.funding([asked.card.project_id], "9999-12", at=asked.at).get(asked.card.project_id, {})
    rows = sorted(channels.values(), key=lambda found: found.channel)
    return {
        "channels": [(labels.written("channel", found.channel), found) for found in rows],
        "agreed": _sum([found.agreed for found in rows]),
        "paid_in": _sum([found.paid_in for found in rows]),
        "promise": registry.promise(asked.card.project_id, at=asked.at),
        "outputs": reporting.outputs_of(asked.card.project_id, at=asked.at)[-13:],
    }


def _resources(asked: Asked) -> dict[str, Any]:
    cases = resources.cases(asked.card.project_id, at=asked.at)
    return {"cases": [(labels.written("resource", case.resource), case, _how(case, asked.on)) for case in cases]}


def _answering(asked: Asked) -> dict[str, Any]:
    return answering(asked.card.project_id, on=asked.on, at=asked.at, may_name=asked.may_name)


def _evidence(asked: Asked) -> dict[str, Any]:
    return gallery(asked.card.project_id, on=asked.on, at=asked.at, may_attach=asked.may_report)


def _papers(asked: Asked) -> dict[str, Any]:
    ids = [asked.card.project_id]
    return {
        "approval": registry.approvals(ids, at=asked.at).get(ids[0]), "may_enter": asked.may_report,
        "contracts": registry.contracts(ids, at=asked.at).get(ids[0], []),
    }  # fmt: skip


def _questions(asked: Asked) -> dict[str, Any]:
    found = reporting.questions(held=EVERYWHERE, project_id=asked.card.project_id)
    return {"questions": found, "may_answer": asked.may_report, "may_settle": asked.may_settle}


def _lists(asked: Asked) -> dict[str, Any]:
    return {
        "memberships": registry.lists_of(asked.card.project_id, at=asked.at),
        "plans": registry.plan_years(asked.card.project_id, at=asked.at),
    }


def _history(asked: Asked) -> dict[str, Any]:
    project = asked.card.project_id
    rooms = (registry, lifecycle, reporting, resources)
    told = [revision for room in rooms for revision in room.history(project)]
    if asked.at is not None:
        told = [revision for revision in told if revision.recorded_at <= asked.at]
    return {"revisions": [_told(revision) for revision in sorted(told, key=lambda r: r.recorded_at, reverse=True)]}


def _told(revision: Any) -> dict[str, Any]:
    key = [labels.written(name, value) for name, value in revision.key]
    changes = [
        (labels.label(change.field), labels.written(change.field, change.before),
         labels.written(change.field, change.after), change)
        for change in revision.changes
    ]  # fmt: skip
    withdrawn = revision.superseded_at is not None and not revision.followed
    return {
        "revision": revision, "kind": labels.KINDS[revision.kind], "key": key, "changes": changes,
        "withdrawn": withdrawn,
    }  # fmt: skip


def _how(case: Any, on: date) -> Sentence:
    if case.granted_on is not None and case.granted_on <= on:
        late = case.due_on is not None and case.granted_on > case.due_on
        return Sentence("已批准（逾期）", "granted late") if late else Sentence("已批准", "granted")
    overdue = case.due_on is not None and case.due_on < on
    return Sentence("已逾期", "overdue") if overdue else Sentence("办理中", "under way")


def _sum(amounts: list[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


PANELS: dict[str, Panel] = {
    panel.name: panel
    for panel in (
        Panel("card", Sentence("项目卡片", "Card"), "site/project/card.html", _card),
        Panel("answering", Sentence("谁负责", "Who answers for it"), "site/project/answering.html", _answering),
        Panel("timeline", Sentence("并行时钟", "Clocks"), "site/project/timeline.html", _timeline),
        Panel("curve", Sentence("投资进度", "Investment"), "site/project/curve.html", _curve),
        Panel("funds", Sentence("资金与承诺", "Funds and promises"), "site/project/funds.html", _funds),
        Panel("evidence", Sentence("照片与材料", "Photos and papers"), "site/project/evidence.html", _evidence),
        Panel("papers", Sentence("批复与合同", "Approval and contracts"), "site/project/papers.html", _papers),
        Panel("questions", Sentence("校验询问", "Questions"), "site/project/questions.html", _questions),
        Panel("resources", Sentence("要素保障", "Resources"), "site/project/resources.html", _resources),
        Panel("lists", Sentence("名单与年度计划", "Lists and plans"), "site/project/lists.html", _lists),
        Panel("history", Sentence("台账与来源", "Facts and history"), "site/project/history.html", _history, lazy=True),
    )
}
