"""Hypothesis: any list laid out in any of the usual ways gives the same projects and the same agreements back."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ballast.kit.grid import column_letter
from ballast.rulebook.lists import recognise
from rulebook.lists.makers import WAN, YI, accounted, found, money, sheet

CN = "一二三四五六七八九十"
UNITS = {"元": 1, "万元": WAN, "亿元": YI}
SORTS = ("基础设施", "工业", "现代农业", "社会事业", "生态环保", "交通", "能源", "水利")
PLACES = ("永山", "贺山", "灵河", "青河", "中原", "平原")
WORKS = ("食品加工厂建设项目", "污水处理厂扩建工程", "标准厂房一期项目", "公路改造工程", "中学新建项目", "光伏电站项目")


@dataclass(frozen=True)
class Plan:
    """A list to lay out: groups of groups of amounts, and how."""

    tree: tuple[tuple[tuple[int, ...], ...], ...]
    unit: str
    where: str
    grand: str
    stated: bool
    cover: int
    blank: bool
    off_by: int


amounts = st.lists(st.integers(1, 9_000), min_size=1, max_size=4).map(tuple)
plans = st.builds(
    Plan,
    tree=st.lists(st.lists(amounts, min_size=1, max_size=3).map(tuple), min_size=1, max_size=4).map(tuple),
    unit=st.sampled_from(sorted(UNITS)), where=st.sampled_from(["line", "heading", "cell", "title"]),
    grand=st.sampled_from(["none", "top", "bottom"]), stated=st.booleans(), cover=st.integers(0, 20),
    blank=st.booleans(), off_by=st.sampled_from([0, 0, 1]),
)


def shown(plan, amount):
    return f"{amount}{plan.unit}" if plan.where == "cell" else amount


def laid_out(plan):
    """The rows of the sheet for ``plan``."""
    title = f"2025年重点项目计划表{f'（单位：{plan.unit}）' if plan.where == 'title' else ''}"
    rows = [[] for _ in range(plan.cover)] + [[title]]
    if plan.where == "line":
        rows.append(["", "", "", f"单位：{plan.unit}"])
    heading = f"总投资（{plan.unit}）" if plan.where == "heading" else "总投资"
    rows.append(["序号", "项目名称", "建设地点", heading, "责任单位"])
    everything = [amount for outer in plan.tree for inner in outer for amount in inner]
    total = ["合计", "", "", shown(plan, sum(everything))]
    if plan.grand == "top":
        rows.append(total)
    number = 0
    for place, outer in enumerate(plan.tree):
        held = [amount for inner in outer for amount in inner]
        rows.append(_group(plan, f"{CN[place]}、{SORTS[place]}", held))
        for within, inner in enumerate(outer):
            rows.append(_group(plan, f"（{CN[within]}）{SORTS[within + 4]}", inner))
            for amount in inner:
                number += 1
                rows.append([number, f"{PLACES[number % 6]}{WORKS[number % 6]}{number}号", f"{PLACES[number % 6]}县",
                             shown(plan, amount), "发改局"])
            if plan.blank:
                rows.append([])
    if plan.grand == "bottom":
        rows.append(total)
    return rows


def _group(plan, title, held):
    return [f"{title}（{len(held)}个）", "", "", shown(plan, sum(held))] if plan.stated else [title]


@pytest.mark.slow
@given(plans)
@settings(max_examples=150)
def test_any_layout_gives_the_same_projects_and_every_group_agrees(plan):
    result = found(sheet(laid_out(plan)))
    unit = UNITS[plan.unit]
    everything = [amount * unit for outer in plan.tree for inner in outer for amount in inner]
    assert [row.total_investment for row in result.rows] == everything
    assert [row.name[-2:] for row in result.rows] == [f"{n}号"[-2:] for n in range(1, len(everything) + 1)]
    assert all(group.reconciles is not False for group in result.groups)
    expected = (plan.grand != "none") + (len(plan.tree) + sum(map(len, plan.tree)))
    assert len(result.groups) == expected
    if plan.stated:
        assert all(group.reconciles for group in result.groups)
        assert [g.counted for g in result.groups if g.level == 1] == [sum(map(len, outer)) for outer in plan.tree]


@pytest.mark.slow
@given(plans, st.data())
@settings(max_examples=80)
def test_one_altered_sum_makes_exactly_that_group_disagree(plan, data):
    rows = laid_out(plan)
    stated = [n for n, row in enumerate(rows) if row and str(row[0]).startswith(tuple(CN)) and len(row) > 3]
    if not stated:
        return
    chosen = data.draw(st.sampled_from(stated))
    rows[chosen] = [*rows[chosen][:3], shown(plan, 98_765_432 // UNITS[plan.unit] + 7)]
    result = found(sheet(rows))
    assert [group.row for group in result.groups if group.reconciles is False] == [chosen]


@given(st.lists(st.integers(1, 10**7), min_size=1, max_size=6), st.integers(2, 6), st.data())
@settings(max_examples=40)
def test_a_sum_agrees_to_the_yuan_or_within_its_own_last_figure(written, places, data):
    digits = data.draw(st.integers(0, places), label="decimals of the sum")
    own, last = Decimal(1).scaleb(-places), Decimal(1).scaleb(-digits)
    whole = sum(written) * own
    stated = whole.quantize(last, ROUND_HALF_UP)
    rows = [[n, f"{PLACES[n % 6]}{WORKS[n % 6]}{n}号", float(amount * own)] for n, amount in enumerate(written, 1)]
    for said, agrees in ((stated, True), (stated + last, False)):
        if not agrees and str(said).endswith("0"):
            continue  # 7.10 is written 7.1 in a workbook, and may be 7.094 rounded.
        result = found(sheet([["序号", "项目名称", "总投资（亿元）"], ["", "合计", float(said)], *rows]))
        (total,) = result.groups
        assert (total.reconciles, total.rounded) == (agrees, agrees and said != whole)
        assert total.summed == int(whole * YI)


@given(st.lists(st.tuples(st.integers(2, 9_000), st.integers(1, 2)), min_size=2, max_size=6))
@settings(max_examples=20)
def test_a_list_turned_on_its_side_is_the_same_list(amounts):
    rows = [[f"{PLACES[n % 6]}{WORKS[n % 6]}{n}号", whole, part, "发改局"] for n, (whole, part) in enumerate(amounts)]
    heading = ["项目名称", "总投资（万元）", "2025年计划投资（万元）", "责任单位"]
    upright = found(sheet([heading, *rows]))
    lying = found(sheet([list(row) for row in zip(heading, *rows, strict=True)]))
    assert money(lying) == money(upright)
    assert [row.source for row in lying.rows] == [f"Sheet1!{column_letter(n)}1" for n in range(1, len(rows) + 1)]


cells = st.one_of(
    st.none(), st.integers(-10, 10**7), st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.sampled_from([
        "序号", "项目名称", "总投资（万元）", "合计", "小计", "一、", "（一）公路", "其中：", "甲厂建设项目", "永山县",
        "备注：无", "单位：万元", "——", "#REF!", "①", "2024-2026", "续建（2个）", "责任单位", "（1）", "第1页", "▲",
    ]),
    st.text(max_size=12), st.dates(), st.booleans(),
)


@pytest.mark.slow
@given(st.lists(st.lists(cells, max_size=7), max_size=14))
@settings(max_examples=400)
def test_no_row_of_any_sheet_whatever_is_lost_or_told_twice(rows):
    grid = sheet(rows)
    result = recognise([grid], file="名单.xlsx")
    accounted([grid], result)
    assert all(isinstance(row.total_investment, int | None) for row in result.rows)
    assert set(result.as_json()) == {"rows", "groups", "skipped", "errors"}
