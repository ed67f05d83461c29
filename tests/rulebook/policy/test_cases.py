"""Files of worked cases: what could never be tried, or was meant otherwise, is refused with its place."""

from pathlib import Path

import pytest

from ballast.rulebook.books import FaultyBook
from ballast.rulebook.trying import read
from rulebook.policy.books_of import PROGRESS, book

RULES = PROGRESS + """
[measures]
reds = { kind = "count_projects", when = { light = "progress", is = "red" } }
[lights.office]
zh = "部门"
of = "department"
measure = "reds"
bands = [{ colour = "green", at_most = 0 }, { colour = "red", at_least = 1 }]
[ladders.all]
zh = "督办"
lights = ["progress"]
[[ladders.all.steps]]
code = "remind"
zh = "提醒函"
on = [{ lit = 1 }]
"""  # fmt: skip


@pytest.mark.parametrize(
    ("text", "key", "says"),
    [
        ('project = {}\nexpect.lights.office = "red"', "case[1].expect.lights.office", "是 department 的"),
        ('area = { name = "甲" }\nexpect.lights.progress = "red"', "case[1].expect.lights.progress", "是 project 的"),
        ("project = {}\nexpect.measures.reds = 1", "case[1].expect.measures.reds", "是 area 的，这个算例"),
        ('area = { name = "甲" }\nexpect.stalls.signed_not_started = "due"', "case[1].expect.stalls", "只用于 project"),
        ('ladder = "all"\nexpect.lights.progress = "red"', "case[1].expect.lights", "这里是 ladder"),
        ('ladder = "all"\nevents = [{ lit = "红", on = 2025-07-10 }]\nexpect.step = "remind"',
         "case[1].events[1].lit", "已有：green、yellow、red"),
        ('project = { land_mode = "新增" }\nexpect.lights.progress = "red"', "case[1].project.land_mode", "existing"),
        ('project = { to_date = 0.5 }\nexpect.lights.progress = "red"', "case[1].project.to_date", "不是 0.5"),
        ("project = { annual_plan = 3亿 }", "", "带单位的数和月份要加双引号"),
    ],
)  # fmt: skip
def test_a_case_that_says_nothing_is_refused(text: str, key: str, says: str, tmp_path: Path) -> None:
    file = tmp_path / "cases.toml"
    file.write_text(f'[[case]]\nname = "一"\nmonth = "2025-07"\n{text}\n', encoding="utf-8")
    with pytest.raises(FaultyBook) as found:
        read(file, book(RULES))
    told = [(one.key, one.sentence.zh, one.line) for one in found.value.faults]
    assert [at for at, _, _ in told] == [key] and says in told[0][1] and told[0][2] >= 4, told
