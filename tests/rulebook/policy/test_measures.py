"""Every kind of measure by a case worked out by hand; its sentence names what it was reckoned from."""

import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from ballast.kit.workdays import PUBLISHED
from ballast.rulebook import books, cases
from ballast.rulebook.books.subjects import subjects
from ballast.rulebook.lights.judging import Judge
from ballast.rulebook.measures.kinds import KINDS
from ballast.rulebook.measures.measured import Unit
from ballast.rulebook.telling.measures import arithmetic
from ballast.rulebook.telling.values import decimal, money, shown
from ballast.rulebook.trying import building, read, tried
from ballast.rulebook.trying.plain import ProjectCase

HERE = Path(cases.__file__).parent / "measures"
BOOK = books.load(HERE / "book.toml")
ABSENT = ("missing", "not_due")
CASES = read(HERE / "cases.toml", BOOK)


def test_the_worked_cases_come_out_right() -> None:
    assert [one for one in tried(CASES, BOOK, PUBLISHED.is_workday) if not one.right] == []


def test_every_kind_of_measure_has_a_case_with_a_value() -> None:
    asked = {code for case in CASES.case for code, said in case.expect.measures.items() if said not in ABSENT}
    told = {BOOK.measures[code].kind for code in asked if code in BOOK.measures}
    assert set(KINDS) - told == set()


def sights() -> list[object]:
    judge = Judge(BOOK, PUBLISHED.is_workday)
    facts = [
        building.project(case.project, case.day, case.reported) if case.project is not None
        else building.area(case.area, case.day, case.reported)  # type: ignore[arg-type]
        for case in CASES.case
    ]  # fmt: skip
    return [judge.see(one) for one in facts]


def test_a_sentence_names_only_what_the_measure_gives() -> None:
    """A word of a sentence that the measure never gives would be shown as (none)."""
    unfilled: set[str] = set()
    of = subjects(BOOK)
    for see in sights():
        for code, (kind, _) in BOOK.uses().items():
            if see.kind not in of[code]:  # type: ignore[attr-defined]
                continue
            found = see.measure(code)  # type: ignore[attr-defined]
            if found.value is not None:
                given = {one.name for one in found.inputs} | {"value"}
                says = kind.says[found.says]
                unfilled |= {f"{kind.code}: {word}" for word in re.findall(r"\{(\w+)\}", says.zh + says.en)} - {
                    f"{kind.code}: {word}" for word in given
                }
            said = arithmetic(BOOK, code, found)
            assert said.zh and said.en and "{" not in said.zh + said.en
    assert unfilled == set()


def test_a_missing_fact_is_named() -> None:
    judge = Judge(BOOK, PUBLISHED.is_workday)
    see = judge.see(building.project(ProjectCase(), date(2025, 7, 31), "2025-07"))
    said = arithmetic(BOOK, "behind", see.measure("behind"))
    assert said.zh.startswith("缺少数据（缺2025年度计划、2025-07本年累计完成）")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (10, "10"), ("7/12", "0.58"), ("175/3", "58.33"), ("300001/10000", "30.0001"), ("29996/1000", "29.996"),
        ("-1/3", "-0.33"), ("1/1000000000", "0.000000"), (1234567, "1,234,567"), ("123456/100", "1,234.56"),
    ],
)  # fmt: skip
def test_a_number_never_looks_like_a_rounder_one(value: int | str, text: str) -> None:
    assert decimal(Fraction(value)) == text


def test_amounts_are_shown_as_officials_write_them() -> None:
    assert [money(one) for one in (0, 9999, 10_000, 12_345_000, 120_000_000, -350_000_000)] == [
        "0 万元", "9,999 元", "1 万元", "1,234.5 万元", "1.2 亿元", "-3.5 亿元",
    ]  # fmt: skip
    assert shown(30_000_00, Unit.YUAN_PER_MU).zh == "300 万元/亩"
    assert shown(None, Unit.YUAN).zh == "（无）"
