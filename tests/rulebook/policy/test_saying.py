"""What papers say and a book can say: events since a day, projects on a list of stalls, places among their like."""

from datetime import date

import pytest

from ballast.rulebook.sight.clocks import running
from ballast.rulebook.telling.book import told
from ballast.rulebook.trying import building
from ballast.rulebook.trying.plain import AreaCase, ProjectCase
from rulebook.policy.books_of import PROGRESS, book, colour, faults, judge, project

SIGNED = PROGRESS + """
[lights.signed]
zh = "签约"
applies = { reached = "signed", at_least = 2024-01-01, below = 2025-01-01 }
rules = [{ colour = "red", when = { stall = "signed_not_started", is = "due" } }]
otherwise = "green"

[measures]
stuck = { kind = "count_projects", when = { stall = "signed_not_started", in = ["due", "suspended"] } }
year_done = { kind = "plan_done" }
tail = { kind = "place", by = "year_done", end = "bottom", within = "responsible" }
class_place = { kind = "place", by = "year_done", within = "area_class" }

[area_classes]
coast = { zh = "沿海", areas = ["东港区", "南湾县"] }
"""  # fmt: skip


@pytest.mark.parametrize(
    ("signed", "lit"),
    [
        (date(2023, 12, 31), "not_applicable"), (date(2024, 1, 1), "red"), (date(2024, 12, 31), "red"),
        (date(2025, 1, 1), "not_applicable"), (None, "not_applicable"),
    ],
)  # fmt: skip
def test_a_rule_may_be_for_what_was_signed_since_a_day(signed: date | None, lit: str) -> None:
    facts = project("2025-07", dates={"signed": (None, signed)}, land_mode="existing")
    assert colour(judge(SIGNED), facts, "signed") == lit


def test_whoever_has_left_a_list_of_stalls_is_not_counted() -> None:
    case = AreaCase.model_validate({"name": "东港区", "projects": [
        {"dates": {"signed": "2024-03-01"}, "land_mode": "existing"},
        {"dates": {"signed": "2024-03-01", "started": "2025-07-01"}},
        {"dates": {"signed": "2025-07-01"}},
    ]})  # fmt: skip
    see = judge(SIGNED).see(building.area(case, date(2025, 7, 31), "2025-07"))
    assert see.measure("stuck").value == 1


def test_a_place_may_be_among_those_of_one_office_or_one_class() -> None:
    def done(name: str, amount: str) -> dict[str, str]:
        return {"responsible": name, "annual_plan": "1亿", "year_to_date": amount}

    case = ProjectCase.model_validate({**done("甲局", "3000万"), "peers": [done("甲局", "2000万"), done("乙局", "0")]})
    assert judge(SIGNED).see(building.project(case, date(2025, 7, 31), "2025-07")).measure("tail").value == 2
    areas = [
        {"name": one, "projects": [done("甲局", amount)]} for one, amount in (("南湾县", "9000万"), ("西岭县", "1亿"))
    ]
    area = AreaCase.model_validate({"name": "东港区", "projects": [done("甲局", "5000万")], "peers": areas})
    assert judge(SIGNED).see(building.area(area, date(2025, 7, 31), "2025-07")).measure("class_place").value == 2


@pytest.mark.parametrize(
    ("was", "new", "key", "says"),
    [
        ("below = 2025-01-01", "below = 5", "lights.signed.applies", "应为日期，如 2024-01-01"),
        ('is = "due"', 'is = "late"', "lights.signed.rules[1].when", "没有情形“late”；应为：outside、not_due、due"),
        ('stall = "signed_not_started", is', 'stall = "nothing", is', "lights.signed.rules[1].when.stall", "没有"),
        ('within = "area_class"', 'within = "colour"', "measures.class_place.within", "county"),
        ('{ kind = "plan_done" }', '{ kind = "change", of = "year_done" }', "measures.year_done", "绕成了圈"),
        ('{ kind = "plan_done" }', '{ kind = "limited", of = "behind", lowest = 2025-01-01 }\nbehind = '
         '{ kind = "points_behind" }', "measures.year_done.lowest", "应写数字"),
        ('"signed_not_started", is', '"", is', "lights.signed.rules[1].when.stall", "不能为空"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_key(was: str, new: str, key: str, says: str) -> None:
    assert was in SIGNED
    found = faults(SIGNED.replace(was, new, 1))
    assert any(at == key and says in said for at, said in found), found


def test_a_list_that_rests_on_itself_is_refused() -> None:
    found = faults(SIGNED + '\n[stall_lists.signed_not_started]\ndue = { stall = "signed_not_started", is = "due" }\n')
    assert [key for key, said in found if "绕成了圈" in said] == ["stall_lists.signed_not_started"]


def test_days_and_lists_are_said_in_chinese() -> None:
    [chapter] = [one for one in told(book(SIGNED)) if one.code == "lights"]
    says = next(line.says for line in chapter.lines if line.code == "signed")
    assert says[0].zh == "适用项目：已签约不早于 2024-01-01、早于 2025-01-01"
    assert says[1].zh == "“签约不开工”清单：到期未完成：红"


@pytest.mark.parametrize(
    ("more", "key", "says"),
    [
        ('m = { kind = "late", event = "开工" }', "measures.m.event", "是不是 started？"),
        ('late = { kind = "late" }\nm = { kind = "limited", of = "比计划晚", highest = 9 }', "measures.m.of",
         "是不是 late？"),
        ('m = { kind = "落后序时" }', "measures.m", "没有“落后序时”；应为：points_behind"),
        ('m = { kind = "times_lit", light = "progress", colours = ["红"], this_year = true }',
         "measures.m.colours[1]", "是不是 red？"),
        ('m = { kind = "difference", of = "plan_done", to = "completed" }', "measures.m.of", "“completed”是元"),
        ('m = { kind = "target_done", target = "t" }\n[targets]\nt = { zh = "任务", unit = "count", everywhere = 5 }',
         "measures.m.target", "没有写 figure"),
        ('m = { kind = "greatest", of = ["late", "completed"] }', "measures.m.of", "单位不同，不能相减或比大小"),
    ],
)  # fmt: skip
def test_what_was_meant_is_named(more: str, key: str, says: str) -> None:
    found = faults(f"{PROGRESS}\n[measures]\n{more}\n")
    assert any(at == key and says in said for at, said in found), found


@pytest.mark.parametrize(
    ("span", "last"),
    [('"5个工作日"', date(2025, 7, 17)), ('"30天"', date(2025, 8, 9)), ('"1年"', date(2026, 7, 10))],
)
def test_a_span_may_be_a_text(span: str, last: date) -> None:
    clock = f'[clocks.c]\nzh = "限"\nstarts = "signed"\nstops = "started"\nlimit = {span}\n'
    see = judge(PROGRESS + clock).see(project(dates={"signed": (None, date(2025, 7, 10))}))
    assert running(see, "c").due == last  # type: ignore[arg-type]


@pytest.mark.parametrize("span", ["30", '"三十天"', '"2亿"', '"1.5天"', "2025-01-01", "[]"])
def test_what_is_no_span_is_told_how_to_write_one(span: str) -> None:
    [(key, said)] = faults(f'{PROGRESS}[clocks.c]\nzh = "限"\nstarts = "signed"\nstops = "started"\nlimit = {span}\n')
    assert key == "clocks.c.limit" and ("{ days = 30 }" in said or "应为数字" in said)
