"""Places and points by the sheet: ties, missing data, small bases, floors, bonuses and penalties, profiles, classes."""

from fractions import Fraction

import pytest

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rulebook.scoring import Deed, standing
from ballast.rulebook.scoring.resting import depth
from rulebook.policy.books_of import book
from rulebook.scoring.sheets import TWO, Value, order, points, ranked, reading, sheet, subject

RATIO = 'kind = "ratio", target = 100'
FOUR = {"甲": 90, "乙": 80, "丙": 80, "丁": 60}


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [("", [1, 2, 2, 4]), ('ties = "dense"', [1, 2, 2, 3])],
)  # fmt: skip
def test_equal_points_share_a_place(rule: str, wanted: list[int]) -> None:
    found = ranked(sheet(RATIO, more=rule), FOUR)
    assert [one.place for one in found.placed] == wanted
    assert [one.tied for one in found.placed] == [False, True, True, False]


def test_tie_breakers_in_order_and_points_as_shown() -> None:
    capped = TWO.replace('"efficacy"', '"ratio", target = 80').replace('= "no_points"', '= "no_points"\nXX')
    of = {"甲": 90, "乙": 85, "丙": 85}
    told = [subject(code, {"plan_done": value, "tables_late": 0}) for code, value in of.items()]
    plain, broken = book(capped.replace("XX", "")), book(capped.replace("XX", 'tie_breakers = ["done"]'))
    assert [place for _, place in order(standing(plain, "league", "2025-07", told))] == [1, 1, 1]
    assert dict(order(standing(broken, "league", "2025-07", told))) == {"甲": 1, "乙": 2, "丙": 2}
    hair = {"甲": Fraction("80.001"), "乙": 80}
    assert [place for _, place in order(ranked(sheet(RATIO), hair))] == [1, 2]
    assert [place for _, place in order(ranked(sheet(RATIO, more="rounded = true"), hair))] == [1, 1]


LACKS = {
    "no_points": ("80.00", "40.00", "0.00"), "mean": ("80.00", "40.00", "60.00"), "full": ("80.00", "40.00", "100.00"),
}  # fmt: skip


@pytest.mark.parametrize("lack", LACKS)
def test_a_missing_value_comes_to_what_the_book_says(lack: str) -> None:
    found = ranked(sheet(RATIO, more=f'missing = "{lack}"'), {"甲": 80, "乙": 40, "丙": "missing"})
    assert tuple(points(found)[code] for code in "甲乙丙") == LACKS[lack]
    assert found.of("丙").missing == ("one",)
    assert found.of("丙").parts[0].said.zh.startswith("缺少数据：")


def test_a_missing_value_may_keep_one_out_or_leave_its_weight_to_the_rest() -> None:
    found = ranked(sheet(RATIO, more='missing = "unranked"'), {"甲": 80, "乙": "missing"})
    assert order(found) == [("甲", 1), ("乙", None)]
    assert found.of("乙").why.zh == "不参加排名：“指标”缺少数据"
    rules = book(TWO.replace('missing = "no_points"', 'missing = "spread"'))
    told: dict[str, tuple[Value, Value]] = {"甲": (90, 1), "乙": (40, 0), "丙": (90, "missing")}
    left = standing(rules, "league", "2025-07", [
        subject(code, {"plan_done": done, "tables_late": late}) for code, (done, late) in told.items()
    ])  # fmt: skip
    assert points(left) == {"丙": "100.00", "甲": "90.00", "乙": "76.00"}
    assert [part.full for part in left.of("丙").parts] == [100, 0]


def test_what_is_not_due_yet_is_neutral_and_a_small_base_is_too() -> None:
    found = ranked(sheet(RATIO), {"甲": 80, "乙": 40, "丙": "not_due"})
    assert points(found)["丙"] == "60.00"
    assert found.of("丙").missing == ()
    rules = sheet(RATIO.replace("}", ""), more="\n---\nleast_base = 3")
    small = ranked(rules, {"甲": reading(80, 5), "乙": reading(40, 5), "丙": reading(100, 1)})
    assert points(small)["丙"] == "60.00"
    assert "基数只有 1 个，少于 3 个：按其余各方平均得分率计" in small.of("丙").parts[0].said.zh


def test_a_floor_keeps_out_or_takes_the_points_of_its_indicator() -> None:
    floor = '\n---\n[[scoring.league.floors]]\nmeasure = "count_projects"\nat_least = 3\n'
    told = [
        subject("甲", {"plan_done": 90, "count_projects": 2}),
        subject("乙", {"plan_done": 50, "count_projects": 3}),
    ]
    out = standing(sheet(RATIO, more=floor), "league", "2025-07", told)
    assert order(out) == [("乙", 1), ("甲", None)]
    assert out.of("甲").why.zh == "不参加排名：未达入围门槛"
    less = standing(sheet(RATIO, more=f'{floor}otherwise = "no_points"\nindicator = "one"'), "league", "2025-07", told)
    assert points(less) == {"乙": "50.00", "甲": "0.00"}


DEEDS = """
---
[scoring.league.deeds.honour]
zh = "受省级表彰"
points = 2
cap = 3
[scoring.league.deeds.fraud]
zh = "弄虚作假"
points = -5
fraud = true
outweighs = ["honour"]
[scoring.league.deeds.late]
zh = "迟报"
points = -0.5
measure = "tables_late"
"""


def test_bonuses_and_penalties_with_their_caps() -> None:
    rules = sheet(RATIO, more=f"most_penalty = 1\n{DEEDS}")
    told = subject("甲", {"plan_done": 50, "tables_late": 4}, Deed(code="honour", times=2), Deed(
        code="fraud", said=Sentence("同一项目签约三次", "one project signed three times"), ref="奖惩-1"))  # fmt: skip
    [found] = standing(rules, "league", "2025-07", [told]).placed
    assert [(one.deed, one.points) for one in found.deeds] == [
        ("honour", 3),
        ("fraud", -5),
        ("late", -2),
        ("most_penalty", 1),
    ]
    assert found.deeds[0].said.zh == "2 次 × 2 分 = 3.00 分，以 3 分为限"
    assert (found.deeds[1].said.zh, found.deeds[1].refs) == ("同一项目签约三次：1 次 × -5 分 = -5.00 分", ("奖惩-1",))
    assert found.shown == "47.00"
    with pytest.raises(Refusal, match="评分表没有奖惩项“bribe”；已有：honour、fraud、late"):
        standing(rules, "league", "2025-07", [subject("甲", {}, Deed(code="bribe"))])


def test_weights_follow_the_quarter() -> None:
    rules = book(TWO + '[[scoring.league.profiles]]\nzh = "一季度"\nquarters = [1]\nweights = { late = 100 }')
    told = [subject("甲", {"plan_done": 90, "tables_late": 1}), subject("乙", {"plan_done": 50, "tables_late": 0})]
    assert points(standing(rules, "league", "2025-03", told)) == {"乙": "100.00", "甲": "75.00"}
    assert points(standing(rules, "league", "2025-04", told)) == {"甲": "90.00", "乙": "76.00"}


def test_classes_are_ranked_apart_and_everybody_has_one() -> None:
    classes = (
        '[area_classes]\nhill = { zh = "山区", areas = ["丙", "丁"] }\nplain = { zh = "平原", areas = ["甲", "乙"] }\n'
    )
    rules = book(classes + TWO.replace('missing = "no', 'classes = ["plain", "hill"]\nmissing = "no'))

    def told(code: str, done: int, klass: str):  # type: ignore[no-untyped-def]
        return subject(code, {"plan_done": done, "tables_late": 0}, classes=klass)

    four = [told("丁", 70, "hill"), told("甲", 90, "plain"), told("丙", 80, "hill"), told("乙", 99, "plain")]
    found = standing(rules, "league", "2025-07", four)
    assert [(one.klass, one.subject, one.place) for one in found.placed] == [
        ("plain", "乙", 1), ("plain", "甲", 2), ("hill", "丙", 1), ("hill", "丁", 2),
    ]  # fmt: skip
    for wrong, says in (("", "“戊”不属于本表的任何一类（平原、山区）"), ("hill plain", "“戊”同时属于 平原、山区")):
        with pytest.raises(Refusal, match=says):
            standing(rules, "league", "2025-07", [*four, told("戊", 50, wrong)])


def test_a_subject_twice_and_an_unknown_sheet_are_refused() -> None:
    with pytest.raises(Refusal, match="“甲”出现了两次"):
        standing(book(TWO), "league", "2025-07", [subject("甲", {}), subject("甲", {})])
    with pytest.raises(Refusal, match="没有评分表“leage”；已有：league"):
        standing(book(TWO), "leage", "2025-07", [])


def test_sheets_that_take_up_the_points_of_others_come_after_them() -> None:
    rules = book(
        """
[measures]
months = { kind = "sheet_points", sheet = "each_month", this_year = true }
scaled = { kind = "weighted", of = ["months"], weights = [2] }
[scoring.whole_year]
zh = "全年"
missing = "no_points"
indicators = { one = { zh = "月度", measure = "scaled", weight = 100, by = { kind = "points" } } }
[scoring.each_month]
zh = "每月"
missing = "no_points"
indicators = { one = { zh = "完成", measure = "plan_done", weight = 100, by = { kind = "ratio" } } }
"""
    )
    assert {code: depth(rules, code) for code in rules.scoring} == {"whole_year": 1, "each_month": 0}
