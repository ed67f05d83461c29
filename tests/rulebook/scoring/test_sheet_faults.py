"""What a score sheet may not say: refused with key and what would be right."""

import pytest

from rulebook.policy.books_of import faults
from rulebook.scoring.sheets import TWO

MEASURES = """
[measures]
started = { kind = "count_projects", when = { reached = "started" } }
rate = { kind = "share_projects", when = { reached = "started" } }
signed = { kind = "sum_projects", of = "total", among = { reached = "signed" } }
total = { kind = "card", field = "total_investment" }
late = { kind = "count_projects", among = { due = "started" } }
fai = { kind = "figure", figure = "fai" }
"""
DEEDS = """
[scoring.league.deeds.late]
zh = "迟开工"
points = -0.1
[scoring.league.deeds.false]
zh = "虚报开工"
points = -0.2
fraud = true
outweighs = ["late"]
"""
DONE = "scoring.league.indicators.done"


@pytest.mark.parametrize(
    ("text", "key", "says"),
    [
        (TWO.replace("weight = 40", "weight = 35"), "scoring.league.indicators",
         "权重之和为 95 分，应为 100 分（done 60 + late 35）"),
        (TWO.replace('"plan_done"', '"plan_don"'), f"{DONE}.measure", "是不是 plan_done？"),
        (TWO.replace('"plan_done"', '"overdue"'), f"{DONE}.measure", "“overdue”不是地区的"),
        (TWO.replace('"efficacy"', '"effcacy"'), f"{DONE}.by", "没有“effcacy”"),
        (TWO.replace('kind = "efficacy"', 'base = "60%"'), f"{DONE}.by", "应写用哪一种"),
        (TWO.replace('"efficacy"', '"efficacy", bse = "60%"'), f"{DONE}.by.bse", "是不是 base？"),
        (TWO.replace('"efficacy"', '"ratio", target = 0'), f"{DONE}.by.target", "目标应大于 0"),
        (TWO.replace('"efficacy"', '"ratio", target = "1亿"'), f"{DONE}.by.target", "这个量的单位是“%”"),
        (TWO.replace('"efficacy"', '"ratio", target = 0.8'), f"{DONE}.by.target", '若指 80% 请写 "80%"'),
        (TWO.replace('"efficacy"', '"ratio", target = 80, target_of = "plan_done"'), f"{DONE}.by", "只能写一个"),
        (TWO.replace("points = 40", "points = 50"), "scoring.league.indicators.late.by", "起算分应在 0 与 40 分之间"),
        (TWO.replace("every = 1", "every = 0"), "scoring.league.indicators.late.by.every", "每一档应大于 0"),
        (TWO.replace('missing = "no_points"', ""), "scoring.league.missing", "缺少这一项"),
        (TWO.replace('missing = "no_points"', 'missing = "zero"'), "scoring.league.missing", "no_points、mean"),
        (TWO.replace('missing = "no_points"', 'missing = "mean"\ntie_breakers = ["don"]'),
         "scoring.league.tie_breakers[1]", "本表没有“don”；已有：done、late"),
        (TWO.replace('missing = "no_points"', 'missing = "mean"\nclasses = ["plain"]'), "scoring.league.classes[1]",
         "[area_classes] 中没有“plain”"),
        (TWO + "[[scoring.league.profiles]]\nzh = \"一季度\"\nquarters = [1]\nweights = { done = 90 }",
         "scoring.league.profiles[1].weights", "权重之和为 90 分"),
        (TWO + '[[scoring.league.profiles]]\nzh = "a"\nquarters = [1]\nweights = { done = 100 }\n'
         '[[scoring.league.profiles]]\nzh = "b"\nmonths = [3, 4]\nweights = { late = 100 }',
         "scoring.league.profiles", "3 月有两套权重"),
        (TWO + DEEDS.replace("-0.2", "-0.1"), "scoring.league.deeds.false.outweighs[1]",
         "一次扣 0.1 分，“late”一次可得（或免扣）0.1 分：扣分应多于 0.1 分"),
        (TWO + DEEDS.replace('["late"]', '["done"]'), "scoring.league.deeds.false.outweighs[1]", "扣分应多于 60 分"),
        (TWO + DEEDS.replace("fraud = true", "fraud = true\ncap = 1"), "scoring.league.deeds.false", "不设扣分上限"),
        (TWO + '[[scoring.league.floors]]\nmeasure = "plan_done"', "scoring.league.floors[1]", "应写门槛"),
        (TWO.replace('zh = "月度比拼"', 'zh = "x"\nof = "leader"').replace('"tables_late"', '"fai"') + MEASURES,
         "scoring.league.indicators.late.measure", "“fai”不由项目汇总，包联领导没有这个数"),
        (TWO + '[honours.x]\nzh = "x"\nsheet = "league"\nplaces = 3\nshare = "20%"', "honours.x",
         "places 与 share 只能写一个"),
        (TWO.replace('missing = "no', 'tie_breakers = ["nothing"]\nmissing = "no', 1),
         "scoring.league.tie_breakers[1]", "本表没有“nothing”"),
    ],
)  # fmt: skip
def test_a_fault_is_named(text: str, key: str, says: str) -> None:
    found = faults(text)
    assert any(where == key and says in said for where, said in found), found


CLAIMS = [
    ("rate", "parking", "把项目放到基数之外会使它变好"), ("started", "splitting", "一个项目拆成两个会算两次"),
    ("signed", "volume", "没有限定已开工"), ("late", "volume", "没有限定已开工"),
    ("plan_done", "parking", "“plan_done”"),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "claim", "says"), CLAIMS)
def test_a_claim_that_its_measures_do_not_keep_is_refused(measure: str, claim: str, says: str) -> None:
    rules = TWO.replace('"plan_done"', f'"{measure}"') + MEASURES
    claiming = rules.replace('missing = "no_points"', f'missing = "no_points"\nclaims = ["{claim}"]')
    assert faults(rules) == []
    [(key, said)] = faults(claiming)
    assert (key, says in said) == (f"{DONE}.measure", True), said


LEAVING = [
    ('by = { kind = "efficacy", base = "40%" }', ".by", "退出比较会把别人也拉低"),
    ('by = { kind = "mean", points = 50, every = "1亿", up = 1, down = 1 }', ".by", "退出比较会把别人也拉低"),
    ('by = { kind = "places" }', ".by", "退出比较会把别人也拉低"),
    ('by = { kind = "efficacy" }\nmissing = "mean"', "", "由项目汇总的指标缺数应为 no_points"),
]  # fmt: skip


@pytest.mark.parametrize(("by", "key", "says"), LEAVING)
def test_a_sheet_by_which_leaving_the_field_pays_does_not_withstand_parking(by: str, key: str, says: str) -> None:
    invested = '[measures]\ninvested = { kind = "sum_projects", of = "completed", among = { reached = "started" } }\n'
    claiming = TWO.replace('"plan_done"', '"invested"').replace(
        '"no_points"', '"no_points"\nclaims = ["parking", "volume"]'
    )
    assert faults(invested + claiming) == []
    [(where, said)] = faults(invested + claiming.replace('by = { kind = "efficacy" }', by))
    assert (where, says in said) == (f"{DONE}{key}", True), said


def test_a_county_is_in_one_class_only() -> None:
    classes = '[area_classes]\na = { zh = "山区", areas = ["甲县"] }\nb = { zh = "平原", areas = ["乙县", "甲县"] }\n'
    [(key, said)] = faults(classes + TWO.replace('missing = "no', 'classes = ["a", "b"]\nmissing = "no'))
    assert (key, said) == ("scoring.league.classes[2]", "“甲县”同时在“平原”和“山区”里，只能在一类里排名")
