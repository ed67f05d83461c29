"""The chapter of site tours: what it may not say, and how it reads."""

import pytest

from ballast.rulebook.telling.book import told
from rulebook.policy.books_of import book, faults

TOUR = """
[tours.t]
zh = "观摩"
eligible = [{ field = "industrial", is = true }, { reached = "started", this = "year" }]
items = [{ code = "a", zh = "投资", full = 60 }, { code = "b", zh = "进度", full = 40 }]
difficulty = { at_least = 0.95, at_most = 1.05, set_by = ["leader"] }
trim = { highest = 1, lowest = 1, from_ballots = 3 }
groups = { n = { zh = "北组", areas = ["甲县"] } }
judges = { x = { zh = "领导", weight = "60%" }, y = { zh = "部门", weight = "40%" } }
ties = ["b"]
"""


@pytest.mark.parametrize(
    ("text", "key", "says"),
    [
        (TOUR.replace("full = 40", "full = 30"), "tours.t.items", "各项满分之和应为 100，现为 90"),
        (TOUR.replace('"40%"', '"30%"'), "tours.t.judges", "和为 100%，现为 90%"),
        (TOUR.replace('code = "b"', 'code = "a"'), "tours.t.items", "评分项代码重复"),
        (TOUR.replace("from_ballots = 3", "from_ballots = 2"), "tours.t.trim", "应不小于 3"),
        (TOUR.replace("at_least = 0.95", "at_least = 1.01"), "tours.t.difficulty", "at_least ≤ 1 ≤ at_most"),
        (TOUR.replace('ties = ["b"]', 'ties = ["c"]'), "tours.t", "best_project、untrimmed、a、b"),
        (TOUR.replace('["甲县"]', '["甲县", "甲县"]'), "tours.t.groups", "同一地区分在两组：甲县"),
        (TOUR.replace('"industrial", is = true', '"area_kind", is = "park"'), "tours.t.eligible[1].field",
         "不是项目的"),
        (TOUR.replace('"industrial"', '"industral"'), "tours.t.eligible[1]", "没有“industral”这一栏"),
        (TOUR.replace('"started"', '"startd"'), "tours.t.eligible[2].reached", "是不是 started"),
        (TOUR.replace("[tours.t]", "[tours.t]\nquarters = [1, 5]"), "tours.t.quarters", "1、2、3、4"),
        (TOUR.replace('["leader"]', '["mayor"]'), "tours.t.difficulty.set_by[1]", "project_office"),
        (TOUR.replace("at_most = 1.05", "at_most = '1.05'"), "tours.t.difficulty.at_most", "应为数字，如 0.95"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(text: str, key: str, says: str) -> None:
    found = faults(text)
    assert found and found[0][0] == key and says in found[0][1], found


def test_the_chapter_is_told_in_words() -> None:
    chapter = next(one for one in told(book(TOUR)) if one.code == "tours")
    said = [sentence.zh for sentence in chapter.lines[0].says]
    assert said == [
        "第一、第二、第三、第四季度，每县 2 个项目", "项目条件：是工业", "项目条件：已开工在本年",
        "评分：投资 60 分、进度 40 分", "评委：领导 60%、部门 40%",
        "同类评委满 3 票时，按总分去掉 1 个最高分、1 个最低分", "难度系数 0.95 至 1.05，由市领导在开票前定",
        "北组：甲县", "不设并列：同分依次比“进度”得分，再同由市领导主持抽签",
    ]  # fmt: skip
