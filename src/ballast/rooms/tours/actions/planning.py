"""Planning a tour: its kind, quarter, day and groups of counties; and calling it off."""

from dataclasses import dataclass
from datetime import date, datetime

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.policy import queries as policy
from ballast.rooms.tours import desk
from ballast.rooms.tours.models import Course, Tour
from ballast.rooms.tours.refusals import refused
from ballast.rooms.tours.rules import kept
from ballast.rulebook.books.tours import Tour as Rule
from ballast.rulebook.powers import Power
from ballast.rulebook.terms import AreaKind
from ballast.rulebook.touring import quarters
from ballast.rulebook.touring.life import State, Step

ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What a tour is planned as: a kind of the book, the quarter it is for, the day it is held."""

    kind: str
    quarter: str
    held_on: date
    title: str = ""


def plan_tour(planned: Planned, *, official: OfficialCard | None, at: datetime) -> str:
    """Plan a tour of every county, by the book in force on its day; its serial.

    Raises NotAllowed, and TourRefused where the book has no such tour, the quarter has one, or a county has no group.
    """
    person = people.require(official, Power.TOUR)
    rule = _rule(planned)
    with journal.entry(at=at, by=person.username, action="plan_tour") as writer:
        count = _standing(planned)
        serial = f"{planned.quarter.replace('-', '')}-{count + 1}"
        title = planned.title.strip()[:120] or f"{quarters.name(planned.quarter)}{rule.zh.removeprefix('季度')}"
        tour = Tour.objects.create(
            serial=serial, kind=planned.kind, quarter=planned.quarter, title=title, rule=kept(rule),
            groups=_groups(rule), planned_at=writer.moment, planned_by=person.username,
        )  # fmt: skip
        writer.record([Course(tour=tour, state=State.PLANNED, held_on=planned.held_on)])
        detail = {"kind": planned.kind, "quarter": planned.quarter, "held_on": str(planned.held_on)}
        audit.write("plan_tour", at=writer.moment, actor=person.username, object=serial, detail=detail)
    return serial


def call_off(serial: str, *, reason: str, official: OfficialCard | None, at: datetime) -> None:
    """Call a tour off before its ballot opens, with a reason. Raises NotAllowed and TourRefused."""
    person = people.require(official, Power.TOUR)
    if not reason.strip():
        raise refused(serial, "取消观摩须写明原因", "Say why the tour is called off")
    with journal.entry(at=at, by=person.username, action="call_off_tour") as writer:
        tour = desk.at_step(serial, Step.CALL_OFF)
        said = reason.strip()[:400]
        writer.record([Course(tour_id=tour.id, state=State.CALLED_OFF, held_on=tour.held_on, reason=said)])
        audit.write(
            "call_off_tour", at=writer.moment, actor=person.username, object=serial, detail={"reason": said}
        )  # fmt: skip


def _rule(planned: Planned) -> Rule:
    """The chapter of the book in force on the day, if it has a tour of this kind in this quarter."""
    book = policy.in_force(planned.held_on)
    rule = book.tours.get(planned.kind)
    if rule is None:
        known = "、".join(f"{code}（{one.zh}）" for code, one in book.tours.items()) or "（无）"
        raise refused(planned.kind, f"规则手册没有观摩“{planned.kind}”，可用：{known}",
                      f"The book has no tour {planned.kind!r}; it has: {', '.join(book.tours) or 'none'}")  # fmt: skip
    try:
        number = quarters.number(planned.quarter)
    except ValueError:
        raise refused(planned.quarter, f"季度“{planned.quarter}”应写作 2025-Q2",
                      f"{planned.quarter!r} is no quarter; write it as 2025-Q2") from None  # fmt: skip
    if number not in rule.quarters:
        held = "、".join(f"第{'一二三四'[one - 1]}" for one in rule.quarters)
        raise refused(planned.quarter, f"“{rule.zh}”只在{held}季度举行",
                      f"{rule.label.en} is held in: {', '.join(f'Q{one}' for one in rule.quarters)}")  # fmt: skip
    return rule


def _standing(planned: Planned) -> int:
    """How many tours were planned for the quarter; refused where one of the kind stands."""
    found = list(Tour.objects.filter(quarter=planned.quarter))
    for tour in desk.cards(found):
        if tour.kind == planned.kind and tour.state is not State.CALLED_OFF:
            raise refused(tour.serial, f"{quarters.name(planned.quarter)}已有“{tour.title}”，不重复安排",
                          f"{planned.quarter} has its tour already: {tour.serial}")  # fmt: skip
    return len(found)


def _groups(rule: Rule) -> list[dict[str, object]]:
    """Every county in its group, by code; without groups, all in one."""
    counties = [area for area in people.areas() if area.kind is AreaKind.COUNTY]
    if not counties:
        raise refused("", "还没有县（市、区），请先导入地区", "There are no counties yet; load the areas first")
    if not rule.groups:
        return [{"code": ALL, "name": "全市", "areas": [area.code for area in counties]}]
    found: dict[str, list[str]] = {code: [] for code in rule.groups}
    for area in counties:
        mine = [code for code, group in rule.groups.items() if {area.code, area.name} & set(group.areas)]
        if len(mine) != 1:
            how = "没有分组" if not mine else "分在两组"
            raise refused(area.name, f"“{area.name}”{how}；请在规则手册的 groups 中写明",
                          f"{area.name} stands in {len(mine)} groups; the book's groups must name it once")  # fmt: skip
        found[mine[0]].append(area.code)
    return [{"code": code, "name": rule.groups[code].zh, "areas": areas} for code, areas in found.items() if areas]
