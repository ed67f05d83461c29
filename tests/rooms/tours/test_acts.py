"""A tour from its plan to its results: success, refusal, audit line at every step."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from ballast.kit.audit import AuditLine
from ballast.kit.refusal import Refusal
from ballast.rooms.people.queries import NotAllowed
from ballast.rooms.policy import actions as policy
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.tours import actions, queries
from ballast.rooms.tours.actions import Planned
from ballast.rulebook.touring.life import State
from rooms.tours.cast import AT, DAY, EAST, MARKS, cast_all, opened, planned, put, ready, settle, who

pytestmark = pytest.mark.django_db
VOTED = AT + timedelta(days=6)
GROUPS = """
extends = "ballast-2025"
place = "海州"
paper = "x"
date = 2025-01-01
[tours.quarterly]
groups = { n = { zh = "北组", areas = ["东港区"] } }
"""


def plan(**more: object) -> Planned:
    said = {"kind": "quarterly", "quarter": "2025-Q2", "held_on": DAY}
    return Planned(**(said | more))  # type: ignore[arg-type]


def test_a_tour_is_planned_once_for_its_quarter_and_may_be_called_off() -> None:
    settle()
    serial = actions.plan_tour(plan(), official=who("office"), at=AT)
    tour = queries.find(serial)
    assert (serial, tour.title, tour.state, tour.counties) == (
        "2025Q2-1", "2025年第二季度观摩", State.PLANNED, (EAST, "990002"),
    )  # fmt: skip
    with pytest.raises(actions.TourRefused, match="不重复安排"):
        actions.plan_tour(plan(), official=who("office"), at=AT)
    with pytest.raises(actions.TourRefused, match="写明原因"):
        actions.call_off(serial, reason=" ", official=who("office"), at=AT)
    actions.call_off(serial, reason="汛情", official=who("office"), at=AT)
    assert actions.plan_tour(plan(), official=who("office"), at=AT) == "2025Q2-2"
    acts = AuditLine.objects.filter(act__in=["plan_tour", "call_off_tour"]).order_by("pk")
    assert [(line.act, line.object) for line in acts] == [
        ("plan_tour", "2025Q2-1"), ("call_off_tour", "2025Q2-1"), ("plan_tour", "2025Q2-2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("more", "says"),
    [({"kind": "yearly"}, "可用：quarterly（季度观摩）"), ({"quarter": "2025-06"}, "应写作 2025-Q2")],
)
def test_what_the_book_does_not_know_is_not_planned(more: dict[str, object], says: str) -> None:
    settle()
    with pytest.raises(actions.TourRefused, match=says):
        actions.plan_tour(plan(**more), official=who("office"), at=AT)
    with pytest.raises(NotAllowed):
        actions.plan_tour(plan(), official=who("east"), at=AT)


def test_a_county_without_a_group_is_named() -> None:
    settle()
    policy.adopt(GROUPS.encode(), "b.toml", at=AT, by="office", effective=date(2025, 1, 1))
    with pytest.raises(actions.TourRefused, match="“西岭县”没有分组"):
        actions.plan_tour(plan(), official=who("office"), at=AT)


@pytest.mark.parametrize(
    ("name", "says"),
    [("东旧", "不满足观摩条件：已开工在本年"), ("东商", "不满足观摩条件：是工业"), ("西一", "没有这个项目编号")],
)
def test_a_project_that_may_not_be_seen_is_refused_with_the_rule(name: str, says: str) -> None:
    town = planned()
    wanted = put(town, "东一", 1)
    asked = type(wanted)(area_code=EAST, position=1, project=town.serials[name], line="看点")
    with pytest.raises(Refusal, match=says):
        actions.nominate(town.tour, asked, official=who("east"), on=DAY, at=AT)
    with pytest.raises(NotAllowed):
        actions.nominate(town.tour, wanted, official=who("west"), on=DAY, at=AT)
    assert queries.nominees(queries.find(town.tour)) == []


def test_what_is_approved_is_replaced_by_the_city_office_with_a_reason() -> None:
    town = planned()
    actions.nominate(town.tour, put(town, "东一", 1), official=who("east"), on=DAY, at=AT)
    actions.nominate(town.tour, put(town, "东二", 1), official=who("east"), on=DAY, at=AT)  # the county thinks again
    with pytest.raises(actions.TourRefused, match="已在第 1 个位置"):
        actions.nominate(town.tour, put(town, "东二", 2), official=who("east"), on=DAY, at=AT)
    actions.approve(town.tour, town.serials["东二"], official=who("office"), at=AT)
    with pytest.raises(actions.TourRefused, match="请市项目办办理"):
        actions.nominate(town.tour, put(town, "东一", 1), official=who("east"), on=DAY, at=AT)
    with pytest.raises(actions.TourRefused, match="须写明原因"):
        actions.replace_nominee(town.tour, put(town, "东三", 1), official=who("office"), on=DAY, at=AT)
    actions.replace_nominee(town.tour, put(town, "东三", 1, "道路不通"), official=who("office"), on=DAY, at=AT)
    [one] = queries.nominees(queries.find(town.tour))
    assert (one.name, one.approved, one.why) == ("东三项目", True, "道路不通")
    line = AuditLine.objects.get(act="replace_nominee")
    assert line.detail["instead_of"] == town.serials["东二"]


@pytest.mark.parametrize(
    ("coefficient", "hard", "by", "says"),
    [("1.06", "难", "office", "0.95 至 1.05"), ("1.04", "", "office", "须写明依据"),
     ("1.04", "难", "east", "由市项目办定"), ("NaN", "难", "office", "0.95 至 1.05"),
     ("1.0001", "难", "office", "三位小数")],
)  # fmt: skip
def test_difficulty_keeps_within_the_rule(coefficient: str, hard: str, by: str, says: str) -> None:
    town = ready()
    with pytest.raises(actions.TourRefused, match=says):
        actions.set_difficulty(
            town.tour, town.serials["西一"], coefficient=Decimal(coefficient), hard=hard, official=who(by), at=AT
        )
    assert [one.coefficient for one in queries.nominees(queries.find(town.tour))] == [Decimal("1.05"), 1, 1, 1]


def test_the_ballot_opens_when_everything_is_there_and_then_nothing_is_prepared_any_more() -> None:
    town = planned()
    with pytest.raises(actions.TourRefused, match="“东港区”已确认 0 个项目，应为 2 个.*没有评委“市领导”"):
        actions.open_ballot(town.tour, official=who("office"), at=AT)


def test_a_whole_tour_gives_places_that_follow_from_its_ballots() -> None:
    town, links = opened()
    with pytest.raises(actions.TourRefused, match="须在“筹备”时办"):
        actions.set_difficulty(town.tour, town.serials["西一"], coefficient=Decimal(1), hard="", official=who("office"),
                               at=AT)  # fmt: skip
    cast_all(town, links)
    assert AuditLine.objects.filter(act="cast_ballot", result="done").count() == 12
    assert not any("36" in str(line.detail) for line in AuditLine.objects.filter(act="cast_ballot"))
    actions.close_ballot(town.tour, reason="", official=who("office"), at=VOTED)
    counted = queries.count(queries.find(town.tour))
    east = (Fraction("92.5") * Fraction("1.05") + Fraction("88.5")) / 2
    assert [(one.code, one.points) for one in counted.standing.placed] == [(EAST, east), ("990002", Fraction("88.5"))]
    assert queries.results("2025-06") == ()
    actions.confirm(town.tour, official=who("office"), at=VOTED)
    [first, second] = queries.results("2025-06")
    assert (first.area_code, first.points, first.place, first.of) == (EAST, east, 1, 2)
    assert second.place == 2 and queries.results("2025-Q2")[0] == first
    assert queries.results("2025-06", at=VOTED - timedelta(seconds=1)) == () == queries.results("2025-07")
    assert list(queries.verify()) == []
    with pytest.raises(actions.TourRefused, match="结果已确认"):
        actions.confirm(town.tour, official=who("office"), at=VOTED)


def test_the_route_shows_only_ones_own_cards() -> None:
    town = ready()
    tour = queries.find(town.tour)
    stops = queries.route(tour, held=EVERYWHERE)
    [east, west] = stops
    assert [seen.card.name for seen in east.places if seen and seen.card] == ["东一项目", "东二项目"]
    assert east.places[0] is not None and east.places[0].plan == 200_000_000
    assert [seen.nominee.coefficient for seen in west.places if seen] == [1, 1]


def test_marks_outside_the_rule_are_refused_item_by_item() -> None:
    town, links = opened()
    with pytest.raises(actions.BallotRefused, match="“投资”应为 0 至 40 分，不是 41；“技术”还没有打分"):
        actions.cast(links["甲市长"], town.serials["东一"], MARKS | {"investment": "41", "technology": ""}, at=VOTED)
    assert AuditLine.objects.get(act="cast_ballot").result == "refused"
