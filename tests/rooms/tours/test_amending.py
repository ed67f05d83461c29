"""Confirmed results put right by a slip: put by one, approved by another; edition 2 beside 1, the league anew."""

from datetime import date, timedelta

import pytest
from django.db import connection

from ballast import month
from ballast.kit.audit import AuditLine
from ballast.kit.ledger import journal
from ballast.rooms.league import queries as league
from ballast.rooms.people.queries import NotAllowed
from ballast.rooms.policy import actions as policy
from ballast.rooms.registry import queries as projects
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting import actions as reporting
from ballast.rooms.reporting.cards import ProgressCard
from ballast.rooms.tours import actions, queries
from ballast.rooms.tours.actions import Amending
from ballast.rooms.tours.models import Amendment, Results
from ballast.rulebook.slips import SlipState, SlipVerb
from ballast.rulebook.terms import Basis
from rooms.tours.cast import AT, EAST, MARKS, WEST, Town, cast_all, opened, who

pytestmark = pytest.mark.django_db
VOTED, LATER = AT + timedelta(days=6), AT + timedelta(days=60)
LOW = {"investment": "3", "progress": "5", "technology": "1"}
BOOK = """
extends = "ballast-2025"
place = "海州"
paper = "观摩排名办法"
date = 2025-01-01
[measures.tour]
zh = "观摩得分"
kind = "tour_points"
tour = "quarterly"
[scoring.toured]
zh = "观摩榜"
missing = "no_points"
[scoring.toured.indicators]
tour = { zh = "观摩", measure = "tour", weight = 100, by = { kind = "ratio", target = 100 } }
"""


@pytest.fixture
def town() -> Town:
    town, links = opened()
    cast_all(town, links)
    actions.close_ballot(town.tour, reason="", official=who("office"), at=VOTED)
    actions.confirm(town.tour, official=who("office"), at=VOTED)
    return town


def put(town: Town, name: str = "东一", judge: int = 3, **more: object) -> int:
    said = {"project": town.serials[name], "judge": judge, "marks": LOW, "reason": "纸质票第三项看错",
            "evidence": "纸质票原件扫描"} | more  # fmt: skip
    return actions.amend(town.tour, Amending(**said), official=who("office"), at=LATER)  # type: ignore[arg-type]


def decided(town: Town, number: int, verb: SlipVerb = SlipVerb.APPROVE, by: str = "second", remark: str = "") -> int:
    edition, _ = month.amend_tour(town.tour, number, verb=verb, remark=remark, official=who(by), at=LATER)
    return edition


def places() -> dict[str, int]:
    return {one.area_code: one.place for one in queries.results("2025-Q2")}


def test_it_counts_once_another_has_approved_it_and_both_editions_stand(town: Town) -> None:
    before = queries.results("2025-Q2")
    number = put(town)
    assert queries.results("2025-Q2") == before and places() == {EAST: 1, WEST: 2}
    assert decided(town, number) == 2
    assert places() == {EAST: 2, WEST: 1}
    assert queries.results("2025-Q2", at=LATER - timedelta(seconds=1)) == before
    first, second = queries.editions(town.tour)
    assert (first.places[EAST][1], second.places[EAST][1]) == (1, 2)
    assert second.slip is not None and second.slip.old == MARKS | {"investment": "40"} and second.slip.new == LOW
    assert queries.counted(town.tour, edition=1).standing.placed[0].code == EAST
    assert list(queries.verify()) == []
    lines = AuditLine.objects.filter(act__endswith="amend_tour") | AuditLine.objects.filter(act="approve_amendment")
    assert set(lines.values_list("act", "actor")) == {("amend_tour", "office"), ("approve_amendment", "second")}


def test_a_second_slip_stands_on_the_first(town: Town) -> None:
    decided(town, put(town))
    assert decided(town, put(town, marks=MARKS)) == 3
    [_, _, third] = queries.editions(town.tour)
    assert third.slip is not None and third.slip.old == LOW
    assert list(queries.verify()) == []


def test_the_coefficient_is_put_right_too(town: Town) -> None:
    decided(town, put(town, judge=0, coefficient="1.02", marks={}))
    [slip] = queries.amendments(town.tour)
    assert (slip.of_marks, slip.old, slip.new) == (False, {"coefficient": "1.05"}, {"coefficient": "1.02"})
    first, second = queries.editions(town.tour)
    assert second.places[EAST][0] < first.places[EAST][0] and list(queries.verify()) == []


def test_who_put_it_does_not_decide_and_only_they_withdraw_it(town: Town) -> None:
    number = put(town)
    with pytest.raises(actions.TourRefused, match="另一人"):
        decided(town, number, by="office")
    with pytest.raises(actions.TourRefused, match="由提出人撤回"):
        decided(town, number, SlipVerb.WITHDRAW)
    with pytest.raises(actions.TourRefused, match="须写明理由"):
        decided(town, number, SlipVerb.REFUSE)
    with pytest.raises(NotAllowed):
        decided(town, number, by="east")
    assert decided(town, number, SlipVerb.REFUSE, remark="原件与录入一致") == 0
    with pytest.raises(actions.TourRefused, match="已经是"):
        decided(town, number)
    assert decided(town, put(town), SlipVerb.WITHDRAW, by="office") == 0
    assert [one.state for one in queries.amendments(town.tour)] == [SlipState.REFUSED, SlipState.WITHDRAWN]
    assert Results.objects.count() == 1 and AuditLine.objects.filter(result="refused").count() == 5


def test_what_is_no_slip(town: Town) -> None:
    for more, says in (
        ({"reason": " "}, "写明理由"), ({"evidence": ""}, "写明依据"), ({"judge": 9}, "没有投过"),
        ({"marks": MARKS | {"investment": "40"}}, "无须更正"),
        ({"judge": 0, "coefficient": "9", "marks": {}}, "难度系数应在"),
        ({"judge": 0, "coefficient": "一", "marks": {}}, "难度系数应在"),
    ):  # fmt: skip
        with pytest.raises(actions.TourRefused, match=says):
            put(town, **more)  # type: ignore[arg-type]
    with pytest.raises(actions.BallotRefused):
        put(town, marks={"investment": "400"})
    with pytest.raises(NotAllowed):
        actions.amend(
            town.tour, Amending(project="x", marks={}, reason="x", evidence="x"), official=who("east"), at=LATER
        )
    with pytest.raises(actions.TourRefused, match="没有第 9 号"):
        decided(town, 9)
    assert not Amendment.objects.exists()


def test_counties_a_slip_leaves_level_are_drawn_by_the_books_rule_before_it_is_approved() -> None:
    town, links = opened()
    cast_all(town, links, better="")  # all marks alike: only the coefficient tells the counties apart
    actions.close_ballot(town.tour, reason="", official=who("office"), at=VOTED)
    actions.confirm(town.tour, official=who("office"), at=VOTED)
    drawn = {"chair": "市长", "reason": "更正后各项相同", "official": who("office"), "at": LATER}
    with pytest.raises(actions.TourRefused, match="抽签只在"):
        actions.draw(town.tour, [WEST, EAST], **drawn)  # type: ignore[arg-type]
    number = put(town, judge=0, coefficient="1", marks={})
    with pytest.raises(actions.TourRefused, match="请先抽签：东港区、西岭县"):
        decided(town, number)
    assert queries.level(queries.find(town.tour)) == (frozenset({EAST, WEST}),)
    actions.draw(town.tour, [WEST, EAST], **drawn)  # type: ignore[arg-type]
    assert places() == {EAST: 1, WEST: 2}, "what stands is not touched"
    assert decided(town, number) == 2
    assert places() == {EAST: 2, WEST: 1} and list(queries.verify()) == []
    assert [one.by for one in queries.counted(town.tour).standing.placed] == ["draw", "draw"]
    with pytest.raises(actions.TourRefused, match="抽签只在"):
        actions.draw(town.tour, [EAST, WEST], **drawn)  # type: ignore[arg-type]


def test_an_open_tour_needs_no_slip() -> None:
    town, _ = opened()
    with pytest.raises(actions.TourRefused, match="尚未确认"):
        put(town)


def test_a_slip_changed_behind_the_house_is_found(town: Town) -> None:
    decided(town, put(town))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE tours_amendment SET reason = '别的理由'")
        assert list(queries.verify()) == [], "words are not what the places rest on"
    Amendment.objects.update(new={"marks": MARKS})
    assert [found.sentence.zh for found in queries.verify()] == ["结果与选票或确认时的哈希不符"]
    Amendment.objects.all().delete()
    assert len(list(queries.verify())) == 1


def test_the_league_of_the_month_is_ranked_anew_beside_the_old_one() -> None:
    town, links = opened()
    policy.adopt(BOOK.encode(), "b.toml", at=AT, by="office", effective=date(2025, 1, 1))
    cast_all(town, links)
    actions.close_ballot(town.tour, reason="", official=who("office"), at=VOTED)
    actions.confirm(town.tour, official=who("office"), at=VOTED)
    plant = projects.find(town.serials["东一"], held=EVERYWHERE)
    assert plant is not None
    with journal.entry(at=VOTED + timedelta(days=20), by="office", action="test") as writer:
        july = ProgressCard(project_id=plant.project_id, month="2025-07", basis=Basis.DECLARED, year_to_date=1)
        reporting.report([july], writer=writer)
    for of, days in (("2025-06", 30), ("2025-07", 45)):
        month.seal(of, at=VOTED + timedelta(days=days), by="office")
    number = put(town)
    edition, sealed = month.amend_tour(town.tour, number, official=who("second"), at=LATER)
    assert (edition, [(one.month, one.number) for one in sealed]) == (2, [("2025-06", 2), ("2025-07", 2)])
    for of in ("2025-06", "2025-07"):  # July is ranked by the newest tour, which is June's
        old, new = (league.standing(of, "toured", edition=edition) for edition in (1, 2))
        assert old is not None and new is not None
        assert [one.code for one in old.lines] == [EAST, WEST]
        assert [one.code for one in new.lines] == [WEST, EAST]
    assert month.verify() == []
