"""Lists in the styles places publish them: provincial plans, promotion boards, bond lists, park ledgers."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
import json
from datetime import datetime

from ballast.rulebook.lists import recognise
from rulebook.lists.makers import WAN, YI, codes, found, group, money, names, sheet


def test_a_plan_with_funds_plan_and_progress_under_parents_of_three():
    result = found(sheet([
        ["2024年市重大项目推进计划表（单位：万元）"],
        ["序号", "项目名称", "建设内容", "项目资金来源", "", "", "2024年计划投资", "", "2024年推进计划", "",
         "责任单位"],
        ["", "", "", "计划总投资", "省级以上补助", "社会资本", "计划总投资", "社会资本", "整体形象进度", "一季度", ""],
        [1, "甲学校", "新建", 1000, 300, 700, 500, 300, "封顶", "开工", "市教育局"],
    ], "A2:A3", "B2:B3", "C2:C3", "D2:F2", "G2:H2", "I2:J2", "K2:K3"))
    assert money(result) == [("甲学校", 1000 * WAN, 500 * WAN)]
    assert result.rows[0].responsible == "市教育局"
    assert result.tables[0].title == "2024年市重大项目推进计划表"


def test_two_years_side_by_side_under_headings_that_only_name_the_year():
    result = found(sheet([
        ["序号", "项目名称", "总投资（万元）", "2024年投资情况（万元）", "", "2025年投资情况（万元）", "", ""],
        ["", "", "", "计划", "完成", "计划", "1-3月完成", "完成率"],
        [1, "甲厂", 100, 50, 40, 60, 10, 0.16],
    ], "A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:H1"))
    assert money(result) == [("甲厂", 100 * WAN, 60 * WAN)]
    assert result.rows[0].values["year_to_date"] == 10 * WAN


def test_an_investment_promotion_list_in_yi():
    result = found(sheet([
        ["某区2024年招商引资签约项目一览表（单位：亿元）"],
        ["序号", "项目名称", "投资方", "项目概况", "投资额", "签约时间", "落地园区", "引进单位"],
        [1, "电池正极材料项目", "甲公司", "年产5万吨", 50, "2024.1", "高新区", "投促局"],
        [2, "机器人项目", "乙公司", "年产2000台", 1.2, "2024年2月", "经开区", "工信局"],
        ["合计", "", "", "", 51.2],
    ]))
    assert [(row.total_investment, row.area, row.responsible) for row in result.rows] == [
        (50 * YI, "高新区", "投促局"), (120_000_000, "经开区", "工信局")]
    assert [row.values["signed"] for row in result.rows] == ["2024-01", "2024-02"]
    assert group(result, "合计").reconciles


def test_a_special_bond_list_keeps_its_funds_apart_from_the_total():
    result = found(sheet([
        ["2024年地方政府专项债券项目清单"],
        ["序号", "地区", "项目名称", "项目总投资（万元）", "资本金（万元）", "拟申请专项债券额度（万元）", "开工时间",
         "主管部门"],
        [1, "兴山区", "停车场建设项目", 12000, 3000, 9000, 45383, "住建局"],
        ["小计", "", "1个", 12000, 3000, 9000],
    ]))
    row = result.rows[0]
    assert (row.total_investment, row.area, row.responsible) == (12000 * WAN, "兴山区", "住建局")
    assert row.values["planned_start"] == "2024-04"
    assert (group(result, "小计").counted, group(result, "小计").reconciles) == (1, True)


def test_a_list_without_numbers_whose_amounts_carry_their_units():
    result = found(sheet([
        ["项目名称", "所属区域", "总投资", "社会资本方"],
        ["污水处理PPP项目", "甲县", "3.2亿元", "水务公司"], ["垃圾焚烧PPP项目", "乙县", "52000万元", "环保公司"],
        ["合计", "", "84000万元", ""],
    ]))
    assert money(result) == [("污水处理PPP项目", 320_000_000, None), ("垃圾焚烧PPP项目", 520_000_000, None)]
    assert group(result, "合计").reconciles
    assert codes(result, "污水处理PPP项目") == set()


def test_numbering_inside_the_names_of_a_list_without_a_number_column():
    result = found(sheet([
        ["项目名称", "投资额", "业主"], ["一、工业项目（2个）", "300万元", ""], ["1.甲厂", "100万元", "A"],
        ["2.乙厂", "200万元", "B"], ["二、农业项目", "50万元", ""], ["1.丙场", "50万元", "C"],
    ]))
    assert names(result) == ["甲厂", "乙厂", "丙场"]
    assert all(g.reconciles for g in result.groups)


def test_a_merged_category_and_subtotals_inside_a_merged_county():
    result = found(sheet([
        ["县区", "序号", "项目名称", "建设性质", "总投资（亿元）"],
        ["永山县", "", "小计", "", 3.0], ["", 1, "甲厂", "新建", 1.0], ["", 2, "乙厂", "续建", 2.0],
        ["贺山县", "", "小计（1个）", "", 4.0], ["", 1, "丙厂", "新建", 4.0], ["总计", "", "3个", "", 7.0],
    ], "A2:A4", "A5:A6"))
    assert [row.area for row in result.rows] == ["永山县", "永山县", "贺山县"]
    assert [(g.counted, g.reconciles) for g in result.groups] == [(2, True), (1, True), (3, True)]


def test_the_number_column_may_lack_its_heading():
    result = found(sheet([
        ["", "某市2018年重点建设项目计划"], ["", "", "", "", "单位：亿元"], ["", "", "项目名称", "建设规模", "总投资"],
        ["", "合计", "", "", 6], ["", "一", "在建项目", "", 3], ["", 1, "甲路", "10公里", 3],
        ["", "二", "新开工项目", "", 3], ["", 2, "乙路", "10公里", 3],
    ]))
    assert names(result) == ["甲路", "乙路"]
    assert all(g.reconciles for g in result.groups)


def test_groups_numbered_like_the_projects_beside_them():
    result = found(sheet([
        ["序号", "项目名称", "建设内容", "总投资（万元）"], ["合计", "3个", "", 350],
        [1, "甲片区开发（2个）", "", 300], ["1-1", "甲路", "x", 100], ["1-2", "甲学校", "x", 200], [2, "乙厂", "y", 50],
    ]))
    assert names(result) == ["甲路", "甲学校", "乙厂"]
    assert all(g.reconciles for g in result.groups)


def test_parts_fill_an_empty_total_only_when_the_stated_sum_asks_for_it():
    rows = [["序号", "项目名称", "建设内容", "总投资（万元）"], ["合计", "2个", "", 350], [1, "片区开发", "x", ""],
            ["（1）", "甲路", "x", 100], ["（2）", "乙路", "x", 200], [2, "丙厂", "y", 50]]
    assert money(found(sheet(rows)))[0] == ("片区开发", 300 * WAN, None)
    assert money(found(sheet([rows[0], *rows[2:]])))[0] == ("片区开发", None, None)


def test_notes_at_the_foot_go_on_over_several_rows_and_pages_say_continued():
    result = found(sheet([
        ["表1"], ["序号", "项目名称", "总投资（万元）"], [1, "甲厂", 1],
        ["续表1"], ["序号", "项目名称", "总投资（万元）"], [2, "乙厂", 2],
        ["说明：1、本表为计划数；"], ["2、带*的项目为省重点；"], ["3、其他。"],
    ]))
    assert names(result) == ["甲厂", "乙厂"]
    assert len(result.skipped) == 7


def test_instructions_beside_a_list_are_no_list():
    result = found(
        sheet([["填报说明"], ["1.项目名称：填写项目备案名称。"], ["2.总投资：填写项目建设总投资。"]], name="说明"),
        sheet([["序号", "项目名称", "总投资（万元）"], [1, "甲厂", 1]], name="清单"),
    )
    assert names(result) == ["甲厂"]
    assert result.skipped[0].source == "说明!A1:A3"


def test_sites_give_areas_and_layout_spaces_leave_names():
    result = found(sheet([
        ["序号", "项目名称", "建设地点", "总投资(亿元)", "开工时间"],
        [1, "甲\n高速公路  一期", "永山市、贺山市", 10, datetime(2024, 3, 1)],
        [2, "乙 Park 项目", "永宁县望远镇工业路", 1, 45000],
    ]))
    assert [(row.name, row.area) for row in result.rows] == [
        ("甲高速公路一期", "永山市、贺山市"), ("乙Park项目", "永宁县")]


def test_the_dry_run_is_plain_data():
    result = found(sheet([
        ["序号", "项目名称", "县区", "业主", "责任单位", "总投资（万元）", "建设周期"],
        [1, "甲厂", "永山县", "A公司", "工信局", 1.5, "2024-2026"],
    ]))
    plain = json.loads(json.dumps(result.as_json(), ensure_ascii=False))
    row = plain["rows"][0]
    assert (row["name"], row["total_investment"], row["annual_plan"], row["area"], row["owner"], row["responsible"],
            row["source"], row["warnings"]) == ("甲厂", 15_000, None, "永山县", "A公司", "工信局", "Sheet1!B2", [])
    assert (row["start_year"], row["end_year"]) == (2024, 2026)
    assert result.rows[0].cells["total_investment"] == "F2"


def test_words_above_and_below_the_number_as_tables_from_a_pdf_have_them():
    result = found(sheet([
        ["序号", "项目名称", "建设内容", "总投资（万元）", "责任单位"],
        ["", "甲市高端装备制造产业", "建设厂房，"], [1, "", "购置设备，", 5000, "工信局"], ["", "园项目", "配套道路"],
        ["", "乙市现代物流园区及配", "建设仓库"], [2, "", "10座", 8000, "商务局"], ["", "套设施建设项目", ""],
    ]))
    assert money(result) == [("甲市高端装备制造产业园项目", 5000 * WAN, None),
                             ("乙市现代物流园区及配套设施建设项目", 8000 * WAN, None)]
    assert result.rows[0].values["content"] == "建设厂房，购置设备，配套道路"


def test_like_headers_with_their_own_units_are_two_tables():
    header = ["序号", "项目名称", "总投资"]
    result = found(sheet([
        ["附件1"], ["重点产业项目（2个）"], ["单位：亿元"], header, [1, "甲厂", 1], [2, "乙厂", 2], [],
        ["附件2"], ["重点民生项目（1个）"], ["单位：万元"], header, [1, "丙校", 5000],
    ]))
    assert money(result) == [("甲厂", YI, None), ("乙厂", 2 * YI, None), ("丙校", 5000 * WAN, None)]


def test_lists_side_by_side_lose_no_project():
    grid = sheet([
        ["重点项目名单"], ["序号", "项目名称", "序号", "项目名称"],
        [1, "甲产业园建设项目", 3, "丙产业园建设项目"], [2, "乙产业园建设项目", "", ""],
    ])
    result = recognise([grid], file="名单.xlsx")
    assert [(row.name, row.source) for row in result.rows] == [
        ("甲产业园建设项目", "Sheet1!B3"), ("乙产业园建设项目", "Sheet1!B4"), ("丙产业园建设项目", "Sheet1!D3")]
    assert [skipped.source for skipped in result.skipped] == ["Sheet1!A1", "Sheet1!A2"]


def test_negative_numbers_in_the_number_column_count_parts():
    result = found(sheet([
        ["序号", "项目名称", "总投资（万元）"], [1, "甲综合开发", 300],
        ["-1", "甲路", 100], [-2, "乙路", 200], [2, "丙厂", 50],
    ]))
    assert names(result) == ["甲综合开发", "丙厂"]
    assert [part.name for part in result.rows[0].parts] == ["甲路", "乙路"]


def test_firms_stand_for_their_projects_where_no_column_names_them():
    result = found(sheet([
        ["序号", "企业名称", "投资额（万元）", "建设内容"],
        [1, "甲食品有限公司", 300, "年产5万吨饼干"], [2, "乙纺织有限公司", 200, "纺纱"],
    ]))
    assert [(row.name, row.owner) for row in result.rows] == [("甲食品有限公司",) * 2, ("乙纺织有限公司",) * 2]
    assert "named-by-owner" in {fault.code for fault in result.warnings}


def test_words_in_the_number_column_head_a_group():
    result = found(sheet([
        ["序号", "项目名称", "总投资（万元）", "建设内容"], ["新开工项目（一）产业类", "", 300], [1, "甲厂", 300, "x"],
        ["续建项目   共 1 个", "", 50], [1, "乙厂", 50, "y"],
    ]))
    assert [(g.summed, g.reconciles) for g in result.groups] == [(300 * WAN, True), (50 * WAN, True)]


def test_names_that_begin_like_totals_marks_and_years_are_names():
    titles = ["2025年高标准农田建设项目", "110千伏输变电工程", "一期标准厂房", "三馆一中心建设项目", "（PPP）污水厂",
              "共享单车停放点", "总部经济大厦", "第二人民医院", "全民健身中心", "小计厂"]
    rows = [[number, title, number] for number, title in enumerate(titles, 1)]
    result = found(sheet([["序号", "项目名称", "总投资（万元）"], *rows, ["合计", "", 55]]))
    assert names(result) == titles
    assert group(result, "合计").reconciles


def test_names_under_an_unknown_heading_are_told_by_what_they_say():
    result = found(sheet([["序号", "建设任务", "投资额（万元）", "牵头单位"], [1, "甲河道整治工程", 100, "水利局"],
                          [2, "乙道路改造工程", 200, "住建局"]]))
    assert names(result) == ["甲河道整治工程", "乙道路改造工程"]
    assert "named-by-content" in {fault.code for fault in result.warnings}


def test_a_form_about_one_project_is_no_list():
    result = found(sheet([["项目名称", "甲产业园"], ["建设单位", "甲公司"], ["总投资（万元）", 1000],
                          ["建设内容", "厂房"]]))
    assert (names(result), [fault.code for fault in result.errors]) == ([], ["no-table"])


def test_small_amounts_without_any_unit_are_taken_for_yi_and_it_is_said():
    rows = [[1, "甲路", 1.2], [2, "乙路", 20], [3, "丙路", 3.5]]
    result = found(sheet([["序号", "项目名称", "总投资"], *rows]))
    assert [row.total_investment for row in result.rows] == [120_000_000, 20 * YI, 350_000_000]
    assert "unit-guessed" in codes(result, "甲路")


def test_a_bureau_beside_counties_is_their_equal_and_counts_alone_are_totals():
    result = found(sheet([
        ["序号", "项目名称", "总投资（万元）", "起止年限"], ["", "永山县", "", ""], [1, "甲", 100, "2024"],
        ["", "市住建局", "", ""], [2, "乙", 200, "2024"], ["", "共2个", 300, ""],
    ]))
    assert [(row.area, row.responsible) for row in result.rows] == [("永山县", None), (None, "市住建局")]
    assert group(result, "共2个").reconciles
