"""Groups of any depth against what they state, to the 元."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
import pytest

from rulebook.lists.makers import WAN, YI, found, group, money, names, sheet

HEADER = ["序号", "项目名称", "建设内容", "总投资（万元）", "年度计划（万元）"]


def test_groups_three_deep_reconcile_at_every_depth():
    result = found(sheet([
        HEADER,
        ["合计（4项）", "", "", 1000, 400],
        ["一、基础设施（2项）", "", "", 600, 300],
        ["（一）公路（1项）", "", "", 100, 100],
        [1, "甲高速", "四车道", 100, 100],
        ["（二）铁路（1项）", "", "", 500, 200],
        [2, "乙客专", "新建", 500, 200],
        ["二、产业（2项）", "", "", 400, 100],
        [3, "丙石化", "乙烯", 300, 50],
        [4, "丁钢铁", "冷轧", 100, 50],
    ]))
    assert [(g.title, g.level, g.counted, g.summed, g.reconciles) for g in result.groups] == [
        ("合计（4项）", 0, 4, 1000 * WAN, True),
        ("一、基础设施（2项）", 1, 2, 600 * WAN, True),
        ("（一）公路（1项）", 2, 1, 100 * WAN, True),
        ("（二）铁路（1项）", 2, 1, 500 * WAN, True),
        ("二、产业（2项）", 1, 2, 400 * WAN, True),
    ]
    assert result.rows[1].group_path == ("基础设施", "铁路")


def test_a_sum_that_does_not_agree_is_reported_with_the_difference():
    result = found(sheet([HEADER, ["续建项目（3个）", "", "", 301], [1, "甲厂", "x", 100], [2, "乙厂", "x", 200]]))
    broken = group(result, "续建项目（3个）")
    assert (broken.stated_count, broken.counted, broken.summed, broken.reconciles) == (3, 2, 300 * WAN, False)
    assert "写明 3 个，实有 2 个" in broken.note
    assert "301 万元，相加 300 万元" in broken.note
    assert [fault.code for fault in result.warnings] == ["no-reconcile"]


def test_a_sum_rounded_to_its_own_last_figure_agrees_and_says_so():
    header = ["序号", "项目名称", "总投资（亿元）"]
    rows = [[1, "甲厂", 1.12], [2, "乙厂", 2.21]]
    rounded = group(found(sheet([header, ["合计", "", 3.3], *rows])), "合计")
    assert (rounded.reconciles, rounded.rounded) == (True, True) and "四舍五入" in rounded.note
    for wrong in (3.4, 3.34, 3.29):
        broken = group(found(sheet([header, ["合计", "", wrong], *rows])), "合计")
        assert (broken.reconciles, broken.rounded) == (False, False)


def test_binary_dust_of_a_formula_sum_is_no_difference():
    header = ["序号", "项目名称", "总投资（亿元）"]
    result = found(sheet([header, ["合计", "", 0.1 + 0.2], [1, "甲厂", 0.1], [2, "乙厂", 0.2]]))
    assert group(result, "合计").reconciles is True


def test_a_lone_status_row_is_a_group_and_numbers_may_restart():
    result = found(sheet([HEADER, ["续建"], [1, "甲厂", "x", 1], [2, "乙厂", "x", 2], ["新开工"], [1, "丙厂", "x", 3]]))
    assert [(g.title, g.counted, g.reconciles) for g in result.groups] == [("续建", 2, None), ("新开工", 1, None)]
    assert len(result.rows) == 3


def test_counties_as_group_rows_give_the_area_and_subtotals_follow_their_members():
    result = found(sheet([
        ["序号", "项目名称", "建设单位", "投资额(万元)"],
        ["永山县"], [1, "甲厂", "A公司", 100], [2, "乙厂", "B公司", 200], ["", "小计", "", 300],
        ["贺山县"], [1, "丙厂", "C公司", 400], ["", "小计", "", 400],
        ["", "合计", "", 700],
    ]))
    assert [row.area for row in result.rows] == ["永山县", "永山县", "贺山县"]
    totals = [g for g in result.groups if g.kind == "total"]
    assert [(g.summed, g.reconciles, g.level) for g in totals] == [
        (300 * WAN, True, 1), (400 * WAN, True, 1), (700 * WAN, True, 0)]


def test_bureaus_as_group_rows_give_the_responsible_office():
    result = found(sheet([
        ["序号", "项目名称", "建设规模及内容", "总投资（万元）"],
        ["", "市住建局（2个）", "", 300], [1, "甲小区", "x", 100], [2, "乙路", "x", 200],
        ["", "市交通局（1个）", "", 50], [1, "丙路", "x", 50],
    ]))
    assert [row.responsible for row in result.rows] == ["市住建局", "市住建局", "市交通局"]
    assert all(g.reconciles for g in result.groups)


def test_counties_known_to_the_city_are_found_without_their_suffix():
    grid = sheet([HEADER, ["红寺"], [1, "甲厂", "x", 100]])
    assert found(grid, known_areas=["红寺县"]).rows[0].area == "红寺"


def test_dashes_and_circled_numbers_number_projects_under_groups():
    result = found(sheet([
        HEADER,
        ["一", "交通项目", "", 300], ["（一）", "公路", "", 200], ["——", "国道", "", 200],
        ["①", "甲国道改造", "x", 100], ["②", "乙国道改造", "x", 100],
        ["（二）", "铁路", "", 100], ["①", "丙铁路", "x", 100], ["总计", "", "", 300],
    ]))
    assert names(result) == ["甲国道改造", "乙国道改造", "丙铁路"]
    assert [(g.title, g.level, g.reconciles) for g in result.groups] == [
        ("交通项目", 1, True), ("公路", 2, True), ("国道", 3, True), ("铁路", 2, True), ("总计", 0, True)]


def test_arabic_groups_over_bracketed_projects():
    result = found(sheet([
        HEADER, ["1", "交通", "", 6], ["（1）", "甲路", "x", 2], ["（2）", "乙路", "x", 4],
        ["2", "水利", "", 1], ["（1）", "丙库", "x", 1],
    ]))
    assert names(result) == ["甲路", "乙路", "丙库"]
    assert all(g.reconciles for g in result.groups)


def test_counts_and_sums_stated_in_the_words_of_a_title():
    result = found(sheet([
        HEADER, ["一、在建项目（2个，总投资3.5亿元，年度计划投资15000万元）"],
        [1, "甲厂", "x", 15000, 5000], [2, "乙厂", "x", 20000, 10000],
    ]))
    (one,) = result.groups
    assert (one.stated_count, one.stated_total, one.stated_annual) == (2, 350_000_000, 150_000_000)
    assert one.reconciles
    assert one.annual_reconciles


def test_shares_of_a_total_are_told_without_being_summed():
    result = found(sheet([
        HEADER, ["", "全市合计（2个）", "", 300], ["", "其中：续建1个", "", 100], ["", "新建1个", "", 200],
        ["", "市住建局", "", 300], [1, "甲厂", "x", 100], [2, "乙厂", "x", 200],
    ]))
    shares = [g for g in result.groups if g.kind == "of_which"]
    assert [(g.stated_total, g.reconciles) for g in shares] == [(100 * WAN, None), (200 * WAN, None)]
    assert group(result, "全市合计（2个）").reconciles


def test_sub_projects_are_parts_and_never_counted_twice():
    result = found(sheet([
        HEADER,
        [1, "城区道路（下列3个子项目）", "打包", 600, 300],
        ["（1）", "东路", "x", 100, 100], ["（2）", "西路", "x", 200, 100], ["（3）", "南路", "x", 300, 100],
        [2, "学校", "新建", 500, 200], ["", "其中：教学楼", "", 300, 100],
        ["合计", "2个", "", 1100, 500],
    ]))
    assert money(result) == [("城区道路（下列3个子项目）", 600 * WAN, 300 * WAN), ("学校", 500 * WAN, 200 * WAN)]
    assert [part.name for part in result.rows[0].parts] == ["东路", "西路", "南路"]
    assert group(result, "合计").reconciles
    assert group(result, "合计").counted == 2


@pytest.mark.parametrize("place", ["top", "bottom"])
def test_a_total_without_a_title_is_found_by_its_place(place):
    body = [[1, "甲厂", "x", 100], [2, "乙厂", "x", 200]]
    total = ["合计", "", "", 300]
    result = found(sheet([HEADER, *([total, *body] if place == "top" else [*body, total])]))
    assert (result.groups[0].level, result.groups[0].reconciles) == (0, True)


def test_a_batch_of_fifteen_given_as_one_line_of_a_plain_list_stays_a_line():
    result = found(sheet([
        ["地区", "时间", "项目名称", "投资（原文）", "备注"],
        ["凤山县", "2013年", "甲生活用纸生产项目", "7.18亿元", "工业"],
        ["凤山县", "2013年", "城市建设重点项目（15个）", "11.43亿元", "仅合计"],
        ["凤山县", "2013年", "乙玻璃生产线项目", "2000万美元", "工业"],
    ]))
    assert money(result) == [("甲生活用纸生产项目", 718_000_000, None),
                             ("城市建设重点项目（15个）", 1_143_000_000, None), ("乙玻璃生产线项目", None, None)]
    assert 8 * YI > 718_000_000
