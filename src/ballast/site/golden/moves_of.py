"""News of a project's clocks: what was planned, what was reached, what the city verified."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import Basis
from ballast.site.golden.lives import Life
from ballast.site.golden.news import Hand, News, Sheet
from ballast.site.golden.seasons import OPEN, end_of, month_of

VERIFIED = (MilestoneKind.STARTED, MilestoneKind.COMPLETED, MilestoneKind.PRODUCING)
EVIDENCE = {
    MilestoneKind.SIGNED: "投资协议",
    MilestoneKind.FRAMEWORK: "框架协议",
    MilestoneKind.LAND: "国有建设用地使用权出让合同",
    MilestoneKind.LANDED: "营业执照、土地价款缴纳凭证",
    MilestoneKind.STARTED: "桩基施工照片、施工许可证",
    MilestoneKind.CEREMONY: "开工仪式照片",
    MilestoneKind.REGISTERED: "联网直报平台入库单",
    MilestoneKind.TOPPED_OUT: "主体封顶照片",
    MilestoneKind.COMPLETED: "竣工验收备案表",
    MilestoneKind.PRODUCING: "首张销售发票",
    MilestoneKind.AT_CAPACITY: "达产核验表",
    MilestoneKind.ABOVE_SCALE: "规上企业入库通知",
}


def clock_news(life: Life) -> Iterator[News]:
    """Plans first, each date as it is reached, then the city's verification."""
    planned = dict(life.planned)
    begun = life.reached.get(MilestoneKind.PERMITTING) or life.born
    told = max(month_of(begun), "2022-12")
    for kind, due in planned.items():
        day = life.reached.get(kind)
        if told <= OPEN and (day is None or max(month_of(day), "2022-12") > told):
            yield _news(told, Hand.COUNTY, life, kind, Basis.DECLARED, due, None)
    for month, moved in sorted(life.replanned.items()):
        reached_in = month_of(life.reached.get(MilestoneKind.STARTED, date.max))
        if told < month < reached_in:
            planned |= moved
            for kind, due in moved.items():
                yield _news(month, Hand.COUNTY, life, kind, Basis.DECLARED, due, None)
    for kind, day in life.reached.items():
        yield from _reached(life, kind, day, planned.get(kind))


def _reached(life: Life, kind: MilestoneKind, day: date, due: date | None) -> Iterator[News]:
    month = max(month_of(day), "2022-12")
    if month > OPEN:
        return
    if kind is MilestoneKind.REGISTERED:
        yield _news(month, Hand.STATISTICS, life, kind, Basis.STATISTICAL, None, day)
        return
    yield _news(month, Hand.COUNTY, life, kind, Basis.DECLARED, due, day)
    if kind in VERIFIED and month != OPEN:
        seen = min(day + timedelta(days=len(life.name) % 4), end_of(month_of(day)))
        yield _news(month, Hand.REVIEW, life, kind, Basis.VERIFIED, None, seen)


def _news(
    month: str, hand: Hand, life: Life, kind: MilestoneKind, basis: Basis, due: date | None, day: date | None
) -> News:
    return News(month, hand, Sheet.CLOCKS, life, partial(_card, kind, basis, due, day))


def _card(kind: MilestoneKind, basis: Basis, due: date | None, day: date | None, project_id: int) -> MilestoneCard:
    evidence = "现场核验" if basis is Basis.VERIFIED else EVIDENCE.get(kind, "")
    return MilestoneCard(
        project_id=project_id, kind=kind, basis=basis, planned_on=due, actual_on=day, evidence=evidence if day else ""
    )
