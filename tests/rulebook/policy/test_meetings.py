"""The chapter of meetings: told in Chinese, its faults named, its agendas chosen with their reasons."""

from fractions import Fraction

import pytest

from ballast.kit.sentence import Sentence
from ballast.rulebook import books
from ballast.rulebook.agendas import Placed, pick_counties
from ballast.rulebook.books.faults import FaultyBook
from ballast.rulebook.books.meetings import Section
from ballast.rulebook.telling.book import told

HEAD = 'extends = "ballast-2025"\nplace = "甲市"\npaper = "甲市办法"\ndate = 2025-01-01\n'
KIND = '[meetings.m]\nzh = "会"\n[[meetings.m.sections]]\ncode = "a"\nzh = "环节"\n'
BOOK = books.standard()


def counties(*values: int | None) -> list[Placed]:
    return [
        Placed(code, None if value is None else Fraction(value), Sentence(f"“偏差” {value}", f"“gap” {value}"))
        for code, value in zip("abcdef", values, strict=False)
    ]


def test_the_standard_book_holds_three_kinds_and_tells_them() -> None:
    assert list(BOOK.meetings) == ["weekly", "monthly", "quarterly"]
    [chapter] = [one for one in told(BOOK) if one.code == "meetings"]
    said = "\n".join(sentence.zh for line in chapter.lines for sentence in line.says)
    assert "每季度召开" in said
    assert "项目名单" not in said.partition("逐个过")[0]
    assert "先进县典型发言：按“亮晒比拼”居前的县，至多 2 个，典型发言" in said


@pytest.mark.parametrize(
    ("text", "key", "says"),
    [
        ('about = "project"', "meetings.m.sections[1]", "应写 when 或 stall_lists"),
        ('about = "county"\nwhen = { field = "lists", in = ["x"] }', "meetings.m.sections[1]", "when 只用于"),
        ('about = "county"\nchoose = "last"\nlimit = 2', "meetings.m.sections[1]", "应写 sheet 或 figure"),
        ('about = "county"\nchoose = "last"\nfigure = "completion_rate"', "meetings.m.sections[1]", "应写 limit"),
        ('about = "county"\nchoose = "last"\nlimit = 2\nfigure = "completion_rat"', "meetings.m.sections[1].figure",
         "是不是 completion_rate"),
        ('about = "project"\nstall_lists = ["nosuch"]', "meetings.m.sections[1].stall_lists[1]", "没有“nosuch”"),
        ('about = "project"\nstall_lists = ["signed_not_started"]\norder_by = "growth_x"',
         "meetings.m.sections[1].order_by", "没有“growth_x”"),
        ('about = "mayor"', "meetings.m.sections[1].about", "bulletin"),
        ('about = "other"\n[meetings.m.pack]\nprojects = "some"', "meetings.m.pack.projects", "agenda"),
    ],
)  # fmt: skip
def test_a_fault_names_its_key_and_what_would_be_right(text: str, key: str, says: str) -> None:
    with pytest.raises(FaultyBook) as refused:
        books.parse(f"{HEAD}{KIND}{text}\n".encode(), "甲.toml")
    assert any(fault.key == key and says in fault.sentence.zh for fault in refused.value.faults), refused.value.faults


def section(choose: str, limit: int = 2) -> Section:
    return Section(code="c", zh="发言", about="county", choose=choose, figure="completion_rate", limit=limit)


def test_the_first_and_the_last_never_meet() -> None:
    three = counties(5, 9, 1)
    assert [one.subject for one in pick_counties(BOOK, section("first"), three)] == ["b"]
    assert [one.subject for one in pick_counties(BOOK, section("last"), three)] == ["c"]


def test_a_county_without_a_value_is_neither_and_each_says_its_place() -> None:
    found = pick_counties(BOOK, section("last"), counties(5, None, 1, 7, 3))
    assert [one.subject for one in found] == ["c", "e"]
    assert found[0].why[1].zh == "“偏差” 1，列第 4 位（共 4 个）"
