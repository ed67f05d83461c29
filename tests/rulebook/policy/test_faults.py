"""What a book may not say: refused with file, line, key and what would be right."""

import pytest

from ballast.rulebook import books
from ballast.rulebook.books import FaultyBook
from ballast.rulebook.books.positions import line_of, positions
from rulebook.policy.books_of import HEAD, PROGRESS, faults

RULES = """
[lights.start]
zh = "开工"
rules = [{ colour = "red", when = { measure = "overdue", at_least = 3 } }]
otherwise = "green"
"""


@pytest.mark.parametrize(
    ("text", "key", "says"),
    [
        (PROGRESS.replace("points_behind", "point_behind"), "lights.progress.measure", "是不是 points_behind？"),
        (PROGRESS.replace('"red"', '"rd"'), "lights.progress.bands[3].colour", "是不是 red？"),
        (PROGRESS.replace("above = 30", "above = 31"), "lights.progress.bands[3]", "有空档：大于 30 不大于 31"),
        (PROGRESS.replace("above = 30", "above = 29"), "lights.progress.bands[3]", "重叠"),
        (PROGRESS.replace("above = 30", "over = 30"), "lights.progress.bands[3].over", "没有“over”这一项"),
        (PROGRESS.replace("above = 30", 'above = "三十"'), "lights.progress.bands[3].above", "应为数字、日期"),
        (PROGRESS.replace("above = 30", 'above = "30万"'), "lights.progress.bands[3].above", "个百分点"),
        (PROGRESS.replace("above = 30", "above = 30, at_least = 30"), "lights.progress.bands[3]", "各只能写一个"),
        (PROGRESS.replace("above = 30", "above = 30, for_months = 2"), "lights.progress.bands[3]", "until_then"),
        (PROGRESS.replace("points_behind", "plan_done").replace("below = 10", "below = 0.6"),
         "lights.progress.bands[1].below", '若指 60% 请写 "60%"，若确是 0.6% 请写 "0.6%"'),
        (PROGRESS.replace("points_behind", "completed").replace("above = 30", "above = 3000"),
         "lights.progress.bands[3].above", '"3000万元"、"3000元"'),
        (PROGRESS.replace("bands = [", "applies = {\n"), "", "花括号 { … } 里不能换行"),
        ('[lights.x]\nzh = "x"\nmeasure = "overdue"\n'
         'bands = [{ colour = "green", at_most = 2 }, { colour = "red", at_least = 3 }]',
         "lights.x.bands[2]", 'count = "full" 只论足月'),
        (PROGRESS + 'otherwise = "gren"', "lights.progress.otherwise", "是不是 green？"),
        (PROGRESS + "rules = []\nbands = []", "", "这个键前面已经写过"),
        (RULES.replace('otherwise = "green"', ""), "lights.start", "应写 otherwise"),
        (RULES.replace("measure =", "mesure ="), "lights.start.rules[1].when.mesure", "没有“mesure”这一项"),
        (RULES.replace("at_least = 3", "at_least = 3, for_months = 99"), "lights.start.rules[1].when.for_months",
         "不大于 60"),
        (RULES.replace("at_least = 3", "at_least = 3, times = 4, within_months = 3"), "lights.start.rules[1].when",
         "3 个月内不可能有 4 次"),
        (RULES.replace("at_least = 3", "at_least = 3, times = 13, this_year = true"), "lights.start.rules[1].when",
         "12 个月内不可能有 13 次"),
        (RULES.replace("at_least = 3", "at_least = 3, times = 2"), "lights.start.rules[1].when", "within_months"),
        (RULES.replace(", at_least = 3", ""), "lights.start.rules[1].when", "之后应写比较"),
        (RULES.replace("at_least = 3", "is = 3, in = ['x']"), "lights.start.rules[1].when", "measure 不能用 in"),
        (RULES.replace('measure = "overdue", at_least = 3', 'field = "stge", is = "started"'),
         "lights.start.rules[1].when", "没有“stge”这一栏"),
        (RULES.replace('measure = "overdue", at_least = 3', 'field = "stage", is = "startd"'),
         "lights.start.rules[1].when", "“阶段”没有“startd”"),
        (RULES.replace('measure = "overdue", at_least = 3', 'field = "nature", at_least = 3'),
         "lights.start.rules[1].when", "只能用 in、is"),
        (RULES.replace('measure = "overdue", at_least = 3', 'field = "strategic", is = "yes"'),
         "lights.start.rules[1].when.is", "应为 true 或 false"),
        (RULES.replace('measure = "overdue", at_least = 3', 'reached = "startd"'),
         "lights.start.rules[1].when.reached", "是不是 started？"),
        (RULES.replace('measure = "overdue", at_least = 3', 'light = "start", is = "red"'), "lights.start", "绕成了圈"),
        ('[lights.x]\nzh = "x"\nmeasure = "growth"\nbands = [{ colour = "red" }]', "lights.x.measure", "没有“growth”"),
        ('[measures.g]\nkind = "growth"\nfigure = "fai"\n[lights.x]\nzh = "x"\nmeasure = "g"\n'
         'bands = [{ colour = "red" }]',
         "lights.x.measure", "不是项目的"),
        ('[measures.a]\nkind = "ratio"\nof = "b"\nto = "b"\n[measures.b]\nkind = "ratio"\nof = "a"\nto = "a"',
         "measures.a", "measures.a → measures.b → measures.a"),
        ('[measures.a]\nkind = "overdew"', "measures.a", "overdue"),
        ('[measures.a]\nzh = "x"', "measures.a", "缺少 kind"),
        ('[measures.a]\nkind = "overdue"\nunits = "days"', "measures.a.units", "是不是 unit？"),
        ('[measures.a]\nkind = "overdue"\nunit = "weeks"', "measures.a.unit", "months、days、workdays"),
        ('[measures.a]\nkind = "clock_over"\nclock = "permt"', "measures.a.clock", "是不是 permit？"),
        ('[measures.g]\nkind = "graded"\nof = "plan_done"\n'
         'grades = [{ below = 10, gives = 1 }, { above = 10, gives = 2 }]',
         "measures.g.grades[2]", "有空档：正好 10"),
        ('[measures.g]\nkind = "graded"\nof = "completed"\n'
         'grades = [{ below = 3000, gives = 1 }, { at_least = 3000, gives = 2 }]',
         "measures.g.grades[1].below", '"3000万元"'),
        ('[measures.c]\nkind = "by_case"\ncases = [{ when = { reached = "started" }, takes = "plan_done" }, '
         '{ when = { reached = "signed" }, takes = "completed" }]',
         "measures.c.cases[2].takes", "各种情形的单位应相同"),
        ('[measures.c]\nkind = "by_case"\ncases = [{ when = { reached = "started" }, gives = 1, takes = "plan_done" }]',
         "measures.c.cases[1]", "应写 gives（数）或 takes（量）之一"),
        ('[measures.m]\nkind = "mean_projects"\nof = "plan_done"\nweight = "tables_late"',
         "measures.m.weight", "不是项目的"),
        ('[measures.m]\nkind = "over_months"\nof = "plan_done"', "measures.m", "within_months 或 this_year"),
        ('[scoring.s]\nzh = "s"\nmissing = "mean"\nindicators = { i = { zh = "i", measure = "plan_done", weight = 100, '
         'by = { kind = "levels", levels = [{ at_least = "80%", points = 100 }, { at_most = "80%", points = 5 }] } } }',
         "scoring.s.indicators.i.by.levels[1]", "重叠"),
        ('[scoring.s]\nzh = "s"\nmissing = "mean"\nindicators = { i = { zh = "i", measure = "plan_done", weight = 100, '
         'by = { kind = "segments", corners = [{ at = 9, points = 0 }, { at = 9, points = 5 }] } } }',
         "scoring.s.indicators.i.by.corners", "从小到大"),
        ('[measures.p]\nkind = "sheet_points"\nsheet = "s"\nthis_year = true\n'
         '[scoring.s]\nzh = "s"\nmissing = "mean"\n'
         'indicators = { i = { zh = "i", measure = "p", weight = 100, by = { kind = "points" } } }',
         "measures.p", "measures.p → scoring.s → measures.p"),
        ('[curves.c]\nzh = "c"\napplies = { field = "lists", in = ["x"] }', "curves.c", "months 或 evenly_from"),
        ('[clocks.c]\nzh = "c"\nstarts = "signed"\nstops = "started"\nlimit = { months = 3, days = 2 }',
         "clocks.c.limit", "只写 days、workdays、months、years 中的一个"),
        ('[clocks.c]\nzh = "c"\nstarts = "signed"\nstops = "started"\nlimit = { days = 2 }\npauses = ["rain"]',
         "clocks.c.pauses[1]", "没有“rain”"),
        ('[clocks.c]\nzh = "c"\nstarts = "signed"\nstops = "started"\nlimit = { days = 2 }\nby = "nature"\n'
         'limits = { old = { days = 1 } }', "clocks.c.limits.old", "new、expansion"),
        ('[exceptions.e]\nzh = "e"\nsuspends = ["lights.y"]\nlongest = { days = 1 }\ngranted_by = ["leader"]',
         "exceptions.e.suspends[1]", "没有规则“lights.y”"),
        ('[exceptions.e]\nzh = "e"\nsuspends = ["*"]\nlongest = { days = 1 }\ngranted_by = ["mayor"]',
         "exceptions.e.granted_by[1]", "project_office"),
        ('[curves.c]\nzh = "c"\nmonths = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]', "curves.c.months", "逐月不减"),
        ('[curves.c]\nzh = "c"\nmonths = { quarters = [0, 1] }', "curves.c.months", "12 个分数"),
        ('[curves.c]\nzh = "c"\nmonths = { quarters = [0, 0, 0, 1] }\napplies = { measure = "plan_done", above = 3 }',
         "curves.c.applies.measure", "只能用 field"),
        ('[colours.Blue]\nzh = "蓝"\nseverity = 1', "colours.Blue", "小写字母"),
        ('[colours.blue]\nzh = "蓝"\nseverity = "high"', "colours.blue.severity", "应为整数"),
        ("[nosuch]\nx = 1", "nosuch", "没有“nosuch”这一项"),
    ],
)  # fmt: skip
def test_a_fault_names_its_key_and_what_would_be_right(text: str, key: str, says: str) -> None:
    found = faults(text)
    assert found, "the book was not refused"
    assert any(at == key and says in said for at, said in found), found


def test_a_ladder_names_earlier_steps_with_deadlines() -> None:
    ladder = (
        '[ladders.l]\nzh = "l"\nlights = ["progress"]\n[[ladders.l.steps]]\ncode = "a"\nzh = "a"\non = [{ lit = 1 }]\n'
    )
    after = '[[ladders.l.steps]]\ncode = "b"\nzh = "b"\non = [{ overdue = "%s" }]\n'
    assert "没有更早的步骤“c”" in faults(PROGRESS + ladder + after % "c")[0][1]
    assert "没有 deadline" in faults(PROGRESS + ladder + after % "a")[0][1]
    assert not faults(PROGRESS + ladder + "deadline = { days = 3 }\n" + after % "a")
    assert "应写且只写 lit、overdue、again 之一" in faults(PROGRESS + ladder.replace("lit = 1", ""))[0][1]
    assert "应写 lights 或 stall_lists" in faults(PROGRESS + ladder.replace('lights = ["progress"]', ""))[0][1]


def test_the_line_is_that_of_the_key_in_the_file() -> None:
    text = f"{HEAD}{PROGRESS}".replace("above = 30", "above = 31")
    with pytest.raises(FaultyBook) as refused:
        books.parse(text.encode(), "甲.toml")
    [fault] = refused.value.faults
    assert text.splitlines()[fault.line - 1].strip() == '{ colour = "red", above = 31 },'
    assert refused.value.where == f"甲.toml:{fault.line} lights.progress.bands[3]"


def test_a_fault_of_a_lower_layer_names_its_own_file() -> None:
    from ballast.rulebook.books.layers import Layer, shelf, stacked
    from ballast.rulebook.books.reading import bound

    province = Layer("省", "省.toml", f"{HEAD}{PROGRESS}".replace("above = 30", "above = 31"))
    city = Layer("市", "市.toml", 'extends = "省"\nplace = "乙市"\n')
    layers = stacked(city, lambda name, by: province if name == "省" else shelf(name, by))
    with pytest.raises(FaultyBook) as refused:
        bound(layers)
    assert refused.value.faults[0].file == "省.toml"


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (f"{HEAD}{PROGRESS}".encode("gb18030"), 2, "像是 GBK"),
        (b"place = \xff\xfe", 1, "UTF-8"),
        ('place ＝ "x"'.encode(), 1, "全角符号：＝ 应为 ="),
        ("place = “x”".encode(), 1, "全角符号"),
        (b"place = 'x'\nplace = 'y'", 2, "TOML"),
        (b"x" * 1_000_001, 0, "1 MB"),
    ],
)
def test_what_is_no_book_is_refused_with_its_line(data: bytes, line: int, says: str) -> None:
    with pytest.raises(FaultyBook) as refused:
        books.parse(data, "甲.toml")
    [fault] = refused.value.faults
    assert fault.line == line and says in fault.sentence.zh and fault.file == "甲.toml"


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    text = f"{HEAD}{PROGRESS}".replace("\n", "\r\n")
    assert books.parse(b"\xef\xbb\xbf" + text.encode(), "甲.toml").lights["progress"].zh == "进度"


def test_positions_of_every_way_to_write_a_key() -> None:
    text = (
        'a = 1 # "x" = [\n"b c" = "]"\nd.e = { f = [1,\n  { g = """\n]}""" }, 3], h = \'#\' }\n'
        "[[t]]\nk = 2\n[t.sub]\nm = 3\n[[t]]\nk = 4\n[u.v]\nw = 2025-01-01\n"
    )
    lines = positions(text)
    assert {path: lines[path] for path in (("a",), ("b c",), ("d", "e", "f", 1, "g"), ("d", "e", "h"))} == {
        ("a",): 1, ("b c",): 2, ("d", "e", "f", 1, "g"): 4, ("d", "e", "h"): 5,
    }  # fmt: skip
    assert lines["t", 0, "k"] == 7 and lines["t", 0, "sub", "m"] == 9 and lines["t", 1, "k"] == 11
    assert lines["u", "v", "w"] == 13
    assert line_of(lines, ("t", 1, "nosuch")) == 10 and line_of(lines, ("zzz",)) is None


IDLE = """
[stall_lists.started_not_building]
zh = "开工未建设"
enters = ["started"]
leaves = ["completed"]
due = { measure = "without_investment", at_least = 2 }
"""
SIGNED = """
[stall_lists.signed_not_started]
zh = "签约未开工"
enters = ["signed"]
leaves = ["started"]
due = { measure = "since_signing", at_least = 4 }
"""


@pytest.mark.parametrize(
    ("text", "key", "says"),
    [
        (IDLE, "stall_lists.started_not_building.due",
         "[stalls].without_investment = 3 个月，指标按它数；“开工未建设”却更早到期"),
        (SIGNED, "stall_lists.signed_not_started.due",
         "[stalls].existing_land = 3 个月，指标按它数；“签约未开工”却更晚到期"),
        ("[stalls]\ncapacity_percent = 90", "stall_lists.built_not_at_capacity.due", "[stalls].capacity_percent = 90%"),
        ("[stalls]\nto_capacity = 12", "stall_lists.built_not_at_capacity.due", "[stalls].to_capacity = 12 个月"),
        ("[stalls]\nafter_permit = 6", "stall_lists.signed_not_started.due", "[stalls].after_permit = 6 个月"),
    ],
)  # fmt: skip
def test_a_list_of_stalls_and_the_numbers_figures_count_by_agree(text: str, key: str, says: str) -> None:
    assert any(where == key and says in said for where, said in faults(text)), faults(text)


@pytest.mark.parametrize("text", [
    "[stalls]\nwithout_investment = 2\n" + IDLE,
    IDLE.replace("leaves", 'applies = { field = "lists", in = ["市重点"] }\nleaves'),
    IDLE.replace("started_not_building", "idle"),
])  # fmt: skip
def test_lists_that_agree_or_ask_for_more_are_taken(text: str) -> None:
    assert faults(text) == []
