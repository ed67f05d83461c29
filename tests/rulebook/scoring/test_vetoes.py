"""One deed is enough (一票否决), and lists that ask for points or for a measure beside the place."""

from fractions import Fraction

from ballast.rulebook.scoring import Deed, Reading, honours, standing
from rulebook.policy.books_of import faults
from rulebook.scoring.sheets import order, points, sheet, subject

RULES = sheet(
    'kind = "ratio", target = 100',
    more="""missing = "no_points"
[scoring.league.deeds]
killed = { zh = "重大事故", veto = "no_points" }
lied = { zh = "弄虚作假", veto = "unranked" }
blamed = { zh = "通报批评", veto = "no_honours", points = -2 }
late = { zh = "迟报", points = -5, measure = "tables_late" }
---
[honours.first]
zh = "前三名"
sheet = "league"
places = 3
[honours.excellent]
zh = "优秀"
sheet = "league"
points = { at_least = 90 }
[honours.explain]
zh = "后两名且迟报"
sheet = "league"
end = "bottom"
places = 2
needs = [{ measure = "tables_late", at_least = 1 }]
""",
)
TOLD = [
    subject("甲", {"plan_done": 100, "tables_late": 0}, Deed(code="killed")),
    subject("乙", {"plan_done": 95, "tables_late": 0}, Deed(code="blamed")),
    subject("丙", {"plan_done": 90, "tables_late": 0}),
    subject("丁", {"plan_done": 80, "tables_late": 1}, Deed(code="lied", times=2)),
    subject("戊", {"plan_done": 70, "tables_late": 1}),
]


def test_a_veto_takes_all_points_or_the_place_or_the_honours() -> None:
    found = standing(RULES, "league", "2025-07", TOLD)
    assert order(found) == [("乙", 1), ("丙", 2), ("戊", 3), ("甲", 4), ("丁", None)]
    assert points(found) == {"乙": "93.00", "丙": "90.00", "戊": "65.00", "甲": "0.00", "丁": ""}
    assert found.of("丁").why.zh == "不参加排名：一票否决（弄虚作假）"
    assert [one.said.zh for one in found.of("甲").deeds] == ["1 次，一票否决", "一票否决，总分记 0（原 100.00 分）"]
    named = {one.code: [who.name for who in one.named] for one in honours(RULES, [found])}
    assert named == {"first": ["丙", "戊"], "excellent": ["丙"], "explain": ["戊"]}


def test_a_list_wants_places_or_what_qualifies() -> None:
    [(key, said)] = faults(
        '[scoring.l]\nzh = "x"\nmissing = "mean"\n'
        'indicators = { one = { zh = "x", measure = "plan_done", weight = 100, by = { kind = "ratio" } } }\n'
        '[honours.h]\nzh = "x"\nsheet = "l"\nneeds = [{ measure = "overdue", above = 3 }]'
    )
    assert key == "honours.h.needs[1].measure" and "不是地区的" in said
    [(key, said)] = faults('[honours.h]\nzh = "x"\nsheet = "l"')
    assert key == "honours.h" and "应写 places" in said


def test_a_sheet_may_begin_with_a_base_and_hold_all_points_within_limits() -> None:
    rules = sheet(
        'kind = "ratio", target = 100', weight="40", total="100",
        more="""base = 60
most_points = 110
least_points = 0
[scoring.league.deeds]
late = { zh = "迟报", points = -30, measure = "tables_late", every = "2天", whole = true }
won = { zh = "获奖", points = 20 }
""",
    )  # fmt: skip
    told = [
        subject("甲", {"plan_done": 100, "tables_late": 1}, Deed(code="won")),
        subject("乙", {"plan_done": 50, "tables_late": 3}), subject("丙", {"plan_done": 0, "tables_late": 9}),
    ]  # fmt: skip
    found = standing(rules, "league", "2025-07", told)
    assert points(found) == {"甲": "110.00", "乙": "50.00", "丙": "0.00"}
    assert [one.name.zh for one in found.of("丙").deeds] == ["起评分", "迟报", "总分限额"]


def test_a_deed_counted_by_projects_tells_of_the_error_even_where_no_indicator_does() -> None:
    rules = sheet(
        'kind = "ratio", target = 100', measure="table_figure", total="100",
        more='[scoring.league.deeds]\nopened = { zh = "新开工", points = 2, measure = "opened", every = "5个" }\n---\n'
        '[measures]\ntable_figure = { kind = "figure", figure = "fai", unit = "percent" }\n'
        'opened = { kind = "count_projects", when = { reached = "started" } }\n',
    )  # fmt: skip
    told = Reading(value=4, base=5, without=(3.0, 3.0, 3.0, 3.0, 4.0))
    found = standing(rules, "league", "2025-07", [
        subject("甲", {"table_figure": 80, "opened": told}), subject("乙", {"table_figure": 80, "opened": 4}),
    ])  # fmt: skip
    assert points(found) == {"甲": "81.60", "乙": "81.60"} and found.of("甲").spread > 0


def test_indicators_and_base_are_multiplied_by_the_factor_and_deeds_are_not() -> None:
    rules = sheet(
        'kind = "ratio", target = 100', weight="40", total="100",
        more="""base = 60
factor = "hard"
deeds = { won = { zh = "获奖", points = 5 } }
---
[area_classes]
far = { zh = "山区", areas = ["甲"] }
[measures]
hard = { kind = "by_case", cases = [{ when = { field = "area_class", is = "far" }, gives = 1.1 }], otherwise = 1 }
""",
    )  # fmt: skip
    told = [
        subject("甲", {"plan_done": 50, "hard": Fraction(11, 10)}, Deed(code="won")), subject("乙", {"plan_done": 50}),
    ]  # fmt: skip
    found = standing(rules, "league", "2025-07", told)
    assert points(found) == {"甲": "93.00", "乙": "80.00"}
    assert [one.said.zh for one in found.of("乙").deeds][-1] == "（指标与起评分）80.00 分 × 1（缺少系数，按 1 计）"
