"""Projects of several rows, notes, marks, placeholders, errors: nothing lost, nothing invented."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
from rulebook.lists.makers import WAN, codes, found, group, money, names, sheet

HEADER = ["序号", "项目名称", "业主", "资金来源", "总投资（万元）", "年度计划（万元）"]


def test_a_project_over_several_rows_takes_their_sum_when_the_total_asks_for_it():
    result = found(sheet([
        HEADER, [1, "甲项目", "A公司", "中央", 100, 10], ["", "", "", "省级", 50, 5], ["", "", "", "自筹", 50, 5],
        [2, "乙项目", "B公司", "", 300, 30], ["", "合计", "", "", 500, 50],
    ], "A2:A4", "B2:B4", "C2:C4"))
    assert money(result) == [("甲项目", 200 * WAN, 20 * WAN), ("乙项目", 300 * WAN, 30 * WAN)]
    assert result.rows[0].values["funding_source"] == "中央；省级；自筹"
    assert result.rows[0].rows == (1, 2, 3)
    assert group(result, "合计").reconciles
    assert "money-added" in codes(result, "甲项目")


def test_a_project_over_several_rows_keeps_its_first_amount_when_the_others_are_portions_of_it():
    result = found(sheet([
        HEADER, [1, "甲项目", "A公司", "合计", 200, 20], ["", "", "", "省级", 150, 15], ["", "", "", "自筹", 50, 5],
        ["", "合计", "", "", 200, 20],
    ]))
    assert money(result) == [("甲项目", 200 * WAN, 20 * WAN)]
    assert group(result, "合计").reconciles
    assert not codes(result, "甲项目")


def test_a_name_that_runs_on_in_the_next_row_is_one_name():
    result = found(sheet([
        ["序号", "项目名称", "建设地点", "建设内容", "总投资（万元）"],
        [1, "宁河半导体有限公司大硅片（200", "河州市", "建设年产", 300000], ["", "毫米）产业化项目", "", "420万片"],
        [2, "乙公司年产5万吨高性能纤维复", "山州市", "建设", 20000], ["", "合材料项目", "", "生产线"],
    ]))
    assert names(result) == ["宁河半导体有限公司大硅片（200毫米）产业化项目", "乙公司年产5万吨高性能纤维复合材料项目"]
    assert result.rows[0].values["content"] == "建设年产420万片"


def test_a_merged_county_speaks_for_every_row_but_a_merged_amount_only_once():
    result = found(sheet([
        ["县区", "序号", "项目名称", "建设单位", "总投资（万元）"],
        ["永山县", 1, "甲厂", "A公司", 900], ["", 2, "乙厂", "B公司", ""], ["合计", "", "", "", 900],
    ], "A2:A3", "E2:E3"))
    assert [row.area for row in result.rows] == ["永山县", "永山县"]
    assert money(result) == [("甲厂", 900 * WAN, None), ("乙厂", None, None)]
    assert codes(result, "乙厂") == {"money-shared"}
    assert group(result, "合计").reconciles


def test_marks_leave_the_name_and_are_linked_to_the_note_that_explains_them():
    result = found(sheet([HEADER, [1, "▲甲厂", "A公司"], [2, "乙厂★", "B公司"],
                          ["备注：标▲的为省重点项目。"], ["★为新开工项目"]]))
    assert [(row.name, row.marks) for row in result.rows] == [("甲厂", "▲"), ("乙厂", "★")]
    assert result.tables[0].marks == {"▲": "备注：标▲的为省重点项目。", "★": "★为新开工项目"}


def test_placeholders_are_empty_and_not_zero():
    result = found(sheet([HEADER, [1, "甲厂", "——", "/", "—", "-"], [2, "乙厂", "无", "、", 0, "／"]]))
    assert money(result) == [("甲厂", None, None), ("乙厂", 0, None)]
    assert [row.owner for row in result.rows] == [None, None]


def test_formula_errors_and_text_in_money_cells_are_errors_that_name_the_cell():
    result = found(sheet([HEADER, [1, "甲厂", "A", "", "#REF!", -5], [2, "乙厂", "B", "", "新建", "2000万件"]]))
    assert [(fault.code, fault.where) for fault in result.errors] == [
        ("money-error", "Sheet1!E2"), ("money-negative", "Sheet1!F2"),
        ("money-text", "Sheet1!E3"), ("money-quantity", "Sheet1!F3")]
    assert money(result) == [("甲厂", None, None), ("乙厂", None, None)]
    assert all(fault.sentence.zh and fault.sentence.en for fault in result.errors)


def test_a_total_above_a_thousand_yi_asks():
    result = found(sheet([HEADER, [1, "甲厂", "A", "", 20_000_000]]))
    assert codes(result, "甲厂") == {"money-large"}
    assert not result.errors


def test_a_number_without_a_name_is_an_error_and_the_row_is_not_lost():
    result = found(sheet([HEADER, [1, "甲厂", "A", "", 100], [2, "", "B", "", 100]]))
    assert [fault.code for fault in result.errors] == ["name-missing"]
    assert result.skipped[-1].source == "Sheet1!A3"


def test_notes_signatures_and_page_feet_are_skipped_with_their_reason():
    result = found(sheet([
        HEADER, [1, "甲厂", "A"], ["注：1.以上数据截至6月底。"], ["填报人：王明", "", "审核人：李红"],
        ["第 1 页，共 1 页"],
    ]))
    assert [skipped.reason.zh for skipped in result.skipped[1:]] == ["说明或备注行", "页脚或签字行", "页脚或签字行"]
    assert names(result) == ["甲厂"]


def test_the_same_project_in_an_overview_and_in_a_county_sheet_is_flagged():
    rows = [["序号", "项目名称", "总投资（万元）"], [1, "甲产业园", 100], [2, "乙产业园", 200]]
    result = found(sheet(rows, name="全市"), sheet(rows[:2], name="永山县"))
    assert codes(result, "甲产业园") == {"twice"}
    assert codes(result, "乙产业园") == set()


def test_one_project_code_on_two_projects_is_an_error():
    header = ["序号", "项目名称", "项目代码"]
    code = "2503-370102-04-01-123456"
    result = found(sheet([header, [1, "甲厂", code], [2, "乙厂", code]]))
    assert [(fault.code, fault.where) for fault in result.errors] == [("code-twice", "Sheet1!C3")]


def test_pivot_and_statistics_sheets_beside_the_list_are_skipped_with_a_reason():
    result = found(
        sheet([["行标签", "求和项:总投资"], ["永山县", 300]], name="透视"),
        sheet([["县区", "项目个数", "总投资", "年度计划"], ["永山县", 2, 300, 30], ["合计", 2, 300, 30]], name="汇总"),
        sheet([["单位：万元"], ["序号", "项目名称", "总投资"], [1, "甲厂", 100]], name="清单"),
    )
    assert names(result) == ["甲厂"]
    assert [(s.source, s.reason.zh) for s in result.skipped[:2]] == [
        ("透视!A1:B2", "透视表，不是项目清单"), ("汇总!A1:D3", "统计或说明表，没有项目名称列")]


def test_a_file_without_any_list_says_so():
    result = found(sheet([["通知"], ["请各单位于5日前报送。"]]))
    assert not result.rows
    assert [fault.code for fault in result.errors] == ["no-table"]


def test_a_stale_title_is_told_by_the_year_of_the_plan_column():
    header = ["序号", "项目名称", "总投资（万元）", "2025年计划投资（万元）"]
    result = found(sheet([["2024年重点项目"], header, [1, "甲厂", 10, 5]]))
    assert result.tables[0].year == 2025
    assert [fault.code for fault in result.warnings] == ["year-stale"]


def test_a_header_without_projects_is_said():
    result = found(sheet([["2024年重点项目"], ["序号", "项目名称", "总投资（万元）"]]))
    assert [fault.code for fault in result.errors] == ["no-rows"]


def test_an_amount_never_computed_is_a_fault_but_a_total_never_computed_states_nothing():
    result = found(sheet([["序号", "项目名称", "总投资（万元）"], [1, "甲厂", "#NOVALUE!"], [2, "乙厂", 2],
                          ["合计", "", "#NOVALUE!"]]))
    assert [fault.where for fault in result.errors] == ["Sheet1!C2"]
    assert group(result, "合计").reconciles is None


def test_numbers_prepared_for_rows_to_come_are_no_projects_lost():
    result = found(sheet([["序号", "项目名称", "总投资（万元）"], [1, "甲厂", 1], [2, "乙厂", 2], [3], [4]]))
    assert (names(result), result.errors) == (["甲厂", "乙厂"], [])
    missing = found(sheet([["序号", "项目名称", "总投资（万元）"], [1, "甲厂", 1], [2, "", 2]]))
    assert [fault.code for fault in missing.errors] == ["name-missing"]


def test_counties_with_counts_head_groups_in_a_list_without_numbers():
    result = found(sheet([
        ["项目名称", "总投资（亿元）", "年度计划（亿元）", "建设内容"], ["总计（3个）", 6, 3, ""],
        ["永山县（2个）", 3, 2, ""],
        ["甲电厂", 1, 1, "x"], ["乙水泥厂", 2, 1, "x"], ["贺山县（1个）", 3, 1, ""], ["丙药厂", 3, 1, "x"],
    ]))
    assert names(result) == ["甲电厂", "乙水泥厂", "丙药厂"]
    assert [row.area for row in result.rows] == ["永山县", "永山县", "贺山县"]
    assert all(each.reconciles for each in result.groups)


def test_a_site_in_a_town_lies_in_its_county():
    result = found(sheet([["序号", "项目名称", "建设地点", "总投资（万元）"], [1, "甲厂", "永山县城关镇", 1],
                          [2, "乙厂", "永山市贺山区东门街道", 2]]))
    assert [row.area for row in result.rows] == ["永山县", "贺山区"]
