"""Money and dates as lists write them."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ballast.kit.money import yuan
from ballast.rulebook.lists.amounts import amount
from ballast.rulebook.lists.dates import period
from ballast.rulebook.lists.headings import meaning
from ballast.rulebook.lists.units import heading_unit, line_unit
from rulebook.lists.makers import WAN, YI, codes, found, money, sheet


@pytest.mark.parametrize(("cell", "expected", "problem"), [
    (12.5, 125_000, ""), (12, 120_000, ""), ("12,345.6", 123_456_000, ""), ("１２３．５", 1_235_000, ""),
    ("3.5亿元", 350_000_000, ""), ("8000万元", 80_000_000, ""), ("约5亿元", 500_000_000, "about"),
    ("5亿元左右", 500_000_000, "about"), ("计划总投资额50亿元", 5_000_000_000, ""),
    ("总投资50亿（一期投资25亿元）", 5_000_000_000, "aside"),
    ("2.66亿元；年度计划投资2.66亿元", 266_000_000, "aside"), ("3-5亿元", None, "range"),
    ("2000万美元", None, "foreign"), ("2000万件", None, "quantity"), ("5万亩", None, "quantity"),
    ("10万千瓦", None, "quantity"), ("待定", None, "pending"), ("新建", None, "text"), ("#DIV/0!", None, "error"),
    (-3, None, "negative"), ("——", None, ""), ("", None, ""), (None, None, ""), ("0.3", 3000, ""),
    (11_000_000, 110_000_000_000, "large"), (12345.600000000002, 123_456_000, ""),
    ("总投资约12.5亿元（其中一期5亿元）", 1_250_000_000, "aside"), ("一期2亿，二期3亿", 500_000_000, "phased"),
    ("一期2亿元，二期3亿元，共5亿元", 500_000_000, "aside"), ("一期：3亿；总投资10亿", 1_000_000_000, "aside"),
    ("50亿元（一期20亿、二期30亿）", 5_000_000_000, "aside"), ("2亿元（一期），3亿元（二期）", None, "phases"),
    ("3000万美元（约2.1亿元人民币）", 210_000_000, "about"), ("10余亿元", 1_000_000_000, "about"),
    ("超3亿元", 300_000_000, "about"), ("5个亿", 500_000_000, ""), ("12、345", 123_450_000, ""),
    ("≥3", 30_000, "about"), ("1亿2千万元", 120_000_000, ""), ("一亿元", 100_000_000, ""),
    ("土地款另计，总投资2亿元", 200_000_000, "aside"), ("占总投资2亿元的50%", None, "text"),
    ("1'234", 12_340_000, ""), ("5000元/亩", None, "quantity"), ("5亿元（分两期）", 500_000_000, "aside"),
    ("3000①", 30_000_000, ""), ("①3000②4000", None, "text"), ("1.2亿元*", 120_000_000, ""),
    ("3000万元整", 30_000_000, ""), ("10亿元（一期）", 1_000_000_000, "aside"), ("≈800", 8_000_000, "about"),
    ("以批复为准", None, "pending"), ("见附件2", None, "pending"), ("洽谈中", None, "pending"),
    ("×××", None, "pending"),
])
def test_amounts_in_a_column_of_wan(cell, expected, problem):
    assert (amount(cell, WAN).yuan, amount(cell, WAN).problem) == (expected, problem)


@pytest.mark.parametrize(("heading", "unit"), [
    ("总投资（亿元）", YI), ("总投资/万元", WAN), ("总投资：万元", WAN), ("总投资(单位：亿元)", YI), 
    ("总投资万元", WAN),
    ("总投资(元)", 1), ("投资强度（万元/亩）", None), ("总投资", None), ("总投资(亿元、人民币)", YI),
    ("投资额（亿元（人民币））", YI), ("总投资（亿元,人民币）", YI),
])
def test_units_in_headings(heading, unit):
    assert heading_unit(heading)[0] == unit


@pytest.mark.parametrize(("line", "unit"), [
    ("单位：万元", WAN), ("投资单位：亿元", YI), ("（单位: 万 元）", WAN), ("单位：个、亿元", YI),
    ("单位：万元、亩", WAN),
    ("责任单位", None), ("单位：万美元", None),
])
def test_unit_lines(line, unit):
    assert line_unit(line) == unit


@pytest.mark.parametrize(("cell", "start", "end"), [
    (45597.0, "2024-11", None), (45597, "2024-11", None), ("45597", "2024-11", None), ("2024-2026", "2024", "2026"),
    ("2024年3月", "2024-03", None), ("2024.03", "2024-03", None), ("24年6月底", "2024-06", None),
    ("２０２４年３月", "2024-03", None), ("2024.3-2026.12", "2024-03", "2026-12"), ("2024—26年", "2024", "2026"),
    ("2024年3-12月", "2024-03", "2024-12"), ("2023年至2025年", "2023", "2025"), (2024, "2024", None),
    (202403, "2024-03", None), ("2024/3/15", "2024-03", None), (date(2024, 3, 1), "2024-03", None),
    (datetime(2024, 3, 1, 8), "2024-03", None), ("2024年12月31日", "2024-12", None), ("——", None, None),
])
def test_periods(cell, start, end):
    assert (period(cell).start, period(cell).end) == (start, end)


@pytest.mark.parametrize(("cell", "problem"), [
    ("1985", "range"), ("2024-2205", "range"), (1989, "range"), ("长期", "text"), ("24个月", "text"),
    ("2026-2024", "order"),
])
def test_periods_that_cannot_be(cell, problem):
    assert period(cell).problem == problem


@given(st.integers(0, 10**9), st.integers(0, 4), st.sampled_from([1, WAN, YI]))
def test_any_typed_amount_is_read_to_the_yuan(digits, places, unit):
    text = str(Decimal(digits).scaleb(-places))
    expected = yuan(text, unit)
    if expected <= 1000 * YI:
        assert amount(float(text), unit).yuan == expected
        assert amount(f"{Decimal(text):,f}", unit).yuan == expected
        word = {1: "元", WAN: "万元", YI: "亿元"}[unit]
        assert amount(f"{Decimal(text):f}{word}", WAN).yuan == expected


@pytest.mark.parametrize(("parts", "field", "year"), [
    (("2021年投资计划", "小计"), "annual_plan", 2021), (("2021年投资计划", "主要建设内容"), "goal", 2021),
    (("建设起", "止年限"), "years", None), (("资金来源", "中央"), "funding", None),
    (("2024年完成投资",), "year_completed", 2024),
    (("至2020年底累计完成投资",), "done_by_last_year", 2020), (("1-6月完成投资",), "year_to_date", None),
    (("所在省辖市、县区",), "area", None), (("项目资金来源", "计划总投资"), "total_investment", None),
    (("占年计划%",), "percent", None), (("拟/实际开工时间",), "planned_start", None),
    (("本月完成",), "month_completed", None),
    (("建设起止年限", "起"), "planned_start", None), (("项目单位及名称",), "name", None), (("颜色",), "", None),
])
def test_headings(parts, field, year):
    assert (meaning(parts).field, meaning(parts).year) == (field, year)


def test_wan_and_yi_columns_side_by_side_and_another_years_plan_kept_apart():
    result = found(sheet([
        ["2025年重点项目计划表"],
        ["序号", "项目名称", "总投资（亿元）", "2024年完成投资（万元）", "2025年计划投资（万元）",
         "2026年计划投资（万元）"],
        [1, "甲厂", 1.5, 3000, 4500, 5000],
    ]))
    assert money(result) == [("甲厂", 150_000_000, 4500 * WAN)]
    assert result.rows[0].values["2026年计划投资(万元)"] == 5000 * WAN
    assert result.rows[0].values["2024年完成投资(万元)"] == 3000 * WAN


def test_without_any_unit_wan_is_assumed_and_said_beside_every_amount():
    result = found(sheet([["序号", "项目名称", "总投资"], [1, "甲厂", 5000]]))
    assert money(result) == [("甲厂", 5000 * WAN, None)]
    assert codes(result, "甲厂") == {"unit-default"}


def test_a_unit_that_is_likely_wrong_is_asked_about_and_not_changed():
    rows = [["序号", "项目名称", "总投资（亿元）"], *[[n, f"第{n}号厂", 5000.0 + n] for n in range(1, 5)]]
    result = found(sheet(rows))
    assert "unit-large" in codes(result, "第1号厂")
    assert result.rows[0].total_investment == 5001 * YI


def test_a_foreign_column_is_reported_and_not_converted():
    result = found(sheet([["序号", "项目名称", "总投资（万美元）"], [1, "甲厂", 5000]]))
    assert money(result) == [("甲厂", None, None)]
    assert codes(result, "甲厂") == {"money-foreign"}


def test_a_column_of_units_says_for_every_row_what_its_amounts_are_counted_in():
    result = found(sheet([
        ["序号", "项目名称", "总投资", "单位", "年度投资（万元）"], [1, "光电产业园项目", 5, "亿元", 8000],
        [2, "物流园建设项目", 30000, "万元", 7000], [3, "芯片封装项目", 2000, "万美元", 900],
        [4, "冷链物流园项目", 3000, "", 1],
    ]))
    assert [row.total_investment for row in result.rows] == [5 * YI, 30000 * WAN, None, 3000 * WAN]
    assert [row.annual_plan for row in result.rows] == [8000 * WAN, 7000 * WAN, 900 * WAN, WAN]
    assert codes(result, "芯片封装项目") == {"money-foreign"}


@pytest.mark.parametrize(("offices", "field"), [
    (["海州光电有限公司", "海州物流集团"], "owner"), (["市发改局", "市交通局"], "responsible"),
    (["东港区", "西岭县"], "area"),
    (["个", "台"], "values"),
])
def test_a_column_headed_only_unit_is_known_by_what_it_names(offices, field):
    rows = found(sheet([
        ["序号", "项目名称", "单位", "总投资（亿元）"],
        [1, "光电产业园项目", offices[0], 5], [2, "物流园建设项目", offices[1], 3],
    ])).rows
    assert [row.total_investment for row in rows] == [5 * YI, 3 * YI]
    told = [row.values.get("单位") if field == "values" else getattr(row, field) for row in rows]
    assert told == offices
