"""Milestones and the stage derived from them (domain: life cycle; events with evidence, never a status)."""

from collections.abc import Mapping
from datetime import date

from ballast.kit.words import Word
from ballast.rulebook.terms import Basis


class MilestoneKind(Word):
    """One event on one of the project's parallel clocks."""

    PLANNED = "planned", "谋划", "planned"
    NEGOTIATING = "negotiating", "在谈", "negotiating"
    FRAMEWORK = "framework", "框架协议", "framework agreement"
    SIGNED = "signed", "签约", "signed"
    PERMITTING = "permitting", "报批", "permitting"
    LANDED = "landed", "落地", "landed"
    LAND = "land", "土地出让", "land transferred"
    LAND_PERMIT = "land_permit", "建设用地规划许可证", "land-use planning permit"
    TITLE = "title", "不动产权证", "real-estate title"
    WORKS_PERMIT = "works_permit", "建设工程规划许可证", "works planning permit"
    DRAWINGS = "drawings", "施工图审查合格书", "construction drawings approved"
    CONSTRUCTION_PERMIT = "construction_permit", "施工许可证", "construction permit"
    CEREMONY = "ceremony", "开工仪式", "ground-breaking ceremony"
    STARTED = "started", "开工", "started"
    REGISTERED = "registered", "入库纳统", "statistics registration"
    TOPPED_OUT = "topped_out", "主体封顶", "topped out"
    EQUIPPED = "equipped", "设备安装调试", "equipment installed"
    COMPLETED = "completed", "竣工", "completed"
    PRODUCING = "producing", "投产", "producing"
    AT_CAPACITY = "at_capacity", "达产达效", "at capacity"
    ABOVE_SCALE = "above_scale", "上规", "above scale"


class Stage(Word):
    """The derived stage, in the order of life."""

    PLANNED = "planned", "谋划", "planned"
    NEGOTIATING = "negotiating", "在谈", "negotiating"
    SIGNED = "signed", "签约", "signed"
    PERMITTING = "permitting", "报批", "permitting"
    LANDED = "landed", "落地", "landed"
    STARTED = "started", "开工", "started"
    BUILDING = "building", "在建", "building"
    COMPLETED = "completed", "竣工", "completed"
    PRODUCING = "producing", "投产", "producing"
    AT_CAPACITY = "at_capacity", "达产达效", "at capacity"


ORDER = list(Stage)

ENTRY: dict[Stage, MilestoneKind] = {
    Stage.AT_CAPACITY: MilestoneKind.AT_CAPACITY,
    Stage.PRODUCING: MilestoneKind.PRODUCING,
    Stage.COMPLETED: MilestoneKind.COMPLETED,
    Stage.STARTED: MilestoneKind.STARTED,
    Stage.LANDED: MilestoneKind.LANDED,
    Stage.PERMITTING: MilestoneKind.PERMITTING,
    Stage.SIGNED: MilestoneKind.SIGNED,
    Stage.NEGOTIATING: MilestoneKind.NEGOTIATING,
}

START_ON_LAND_PAPERS = (
    MilestoneKind.LAND_PERMIT,
    MilestoneKind.TITLE,
    MilestoneKind.WORKS_PERMIT,
    MilestoneKind.DRAWINGS,
    MilestoneKind.CONSTRUCTION_PERMIT,
)


def reached_on(dates: Mapping[tuple[str, str], date | None], kind: MilestoneKind, on: date) -> date | None:
    """When ``kind`` was reached, as known by the end of ``on``: verified if there is one, else declared.

    ``dates`` maps (kind, basis) to the actual date. Statistics registration alone is a statistical date.
    """
    order = (Basis.STATISTICAL,) if kind is MilestoneKind.REGISTERED else ()
    for basis in (*order, Basis.VERIFIED, Basis.DECLARED):
        reached = dates.get((kind, basis))
        if reached is not None:
            return reached if reached <= on else None
    return None


def stage(dates: Mapping[tuple[str, str], date | None], last_invested_month: str | None, on: date) -> Stage:
    """The furthest stage whose entry test is passed on ``on``.

    在建 is a started project with investment completed in the month of its start or after it.
    """
    for candidate, kind in ENTRY.items():
        entered = reached_on(dates, kind, on)
        if entered is None:
            continue
        if candidate is Stage.STARTED and (last_invested_month or "") >= f"{entered:%Y-%m}":
            return Stage.BUILDING
        return candidate
    return Stage.PLANNED
