"""Departments as subjects of lights: their projects among other departments'; and stretches by quarters."""

from datetime import date
from fractions import Fraction

import pytest

from ballast.rulebook.trying import building
from ballast.rulebook.trying.plain import DepartmentCase
from rulebook.policy.books_of import PROGRESS, colour, faults, judge, project

DEPARTMENT = (
    PROGRESS
    + """
[measures]
reds = { kind = "count_projects", when = { light = "progress", is = "red" } }
mean = { kind = "mean_projects", of = "plan_done" }
last = { kind = "place", by = "mean", end = "bottom" }
fai = { kind = "figure", figure = "fai" }
[lights.office]
zh = "部门"
of = "department"
rules = [
    { colour = "red", when = { measure = "reds", at_least = 2 } },
    { colour = "yellow", when = { measure = "last", at_most = 1 } },
]
otherwise = "green"
[lights.county]
zh = "县"
of = "area"
rules = [{ colour = "red", when = { measure = "reds", at_least = 2 } }]
otherwise = "green"
"""
)


def office(name: str, *done: str) -> dict[str, object]:
    return {"name": name, "projects": [{"annual_plan": "1亿", "year_to_date": one} for one in done]}


@pytest.mark.parametrize(
    ("done", "lit"), [(["10万", "10万"], "red"), (["10万", "9000万"], "yellow"), (["9000万", "9000万"], "green")]
)
def test_a_department_is_lit_by_its_projects_among_the_others(done: list[str], lit: str) -> None:
    case = DepartmentCase.model_validate(office("市水利局", *done) | {"peers": [office("市交通局", "6000万")]})
    ready = judge(DEPARTMENT)
    facts = building.department(case, project().on, "2025-07")
    assert {one.light: one.colour for one in ready.lights(facts)} == {"office": lit}


@pytest.mark.parametrize(
    ("more", "key", "says"),
    [
        ('[lights.x]\nzh = "x"\nof = "department"\nmeasure = "fai"\nbands = [{ colour = "red" }]',
         "lights.x.measure", "部门没有这个数"),
        ('[lights.x]\nzh = "x"\nof = "department"\n'
         'rules = [{ colour = "red", when = { light = "county", is = "red" } }]\n'
         'otherwise = "green"', "lights.x.rules[1].when.light", "“county”是地区的灯，不能用在部门的灯里"),
        ('[lights.x]\nzh = "x"\nof = "area"\nrules = [{ colour = "red", when = { light = "office", is = "red" } }]\n'
         'otherwise = "green"', "lights.x.rules[1].when.light", "是部门的灯，不能用在地区的灯里"),
    ],
)  # fmt: skip
def test_what_a_department_has_none_of_is_refused(more: str, key: str, says: str) -> None:
    found = faults(DEPARTMENT + more)
    assert [one for one, _ in found] == [key] and says in found[0][1]


TWICE = PROGRESS + """
[lights.twice]
zh = "连续两季"
rules = [{ colour = "red", when = { light = "progress", is = "red", for_quarters = 2 } }]
otherwise = "green"
"""  # fmt: skip


def test_two_quarters_running_look_at_the_ends_of_quarters_only() -> None:
    ready = judge(TWICE)
    late = {"2025-03": 0, "2025-04": 600, "2025-06": 0, "2025-07": 0}
    assert (
        colour(ready, project("2025-06", done={"2025-03": 0, "2025-06": 0}), "twice") == "green"
    )  # 25 points in March
    assert colour(ready, project("2025-09", done={**late, "2025-09": 0}), "twice") == "red"
    assert colour(ready, project("2025-09", done={**late, "2025-06": 300, "2025-09": 0}), "twice") == "green"
    assert colour(ready, project("2025-07", done=late), "twice") == "red"  # July, and the end of June


EVENLY = PROGRESS + """
[measures]
due = { kind = "scheduled" }
[curves.new]
zh = "本年新开工"
evenly_from = "started"
applies = { planned = "started" }
"""  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "month", "due"),
    [
        ((2025, 6), None, "2025-05", 0), ((2025, 6), None, "2025-06", "100/7"), ((2025, 6), None, "2025-12", 100),
        ((2025, 6), (2025, 9), "2025-07", 50), ((2025, 6), (2025, 9), "2025-10", 100),
        ((2024, 6), (2026, 9), "2025-03", 25), ((2026, 2), None, "2025-12", 0), (None, None, "2025-03", 25),
    ],
)  # fmt: skip
def test_a_plan_may_be_due_evenly_from_the_month_a_project_starts(
    start: tuple[int, int] | None, end: tuple[int, int] | None, month: str, due: str | int
) -> None:
    days = {kind: (date(*one, 10), None) for kind, one in (("started", start), ("completed", end)) if one}
    found = judge(EVENLY).see(project(month, dates=days)).measure("due")
    assert found.value == Fraction(due)


def test_a_curve_of_each_project_is_none_of_an_areas_target() -> None:
    target = '[targets]\nt = { zh = "t", figure = "fai", everywhere = "1亿" }\n'
    [(key, said)] = faults(f'{EVENLY}\n{target}[measures.late]\nkind = "target_behind"\ntarget = "t"\ncurve = "new"')
    assert key == "measures.late.curve" and "随各个项目的时间而定" in said
