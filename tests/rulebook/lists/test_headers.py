"""Headers as real lists have them: low, tall, split, spaced, shifted, repeated, or missing."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
from rulebook.lists.makers import WAN, YI, found, money, names, sheet


def columns(result, table=0):
    return {column: meant.field for column, meant in result.tables[table].columns.items()}


def test_the_header_may_stand_below_a_cover_of_twenty_rows():
    cover = [["某县人民政府办公室"], *[[]] * 16, ["附件1"], ["2023年重点项目投资计划表"],
             ["编制单位：县发改局", "", "", "单位：万元"]]
    result = found(sheet([*cover, ["序号", "项目名称", "建设地点", "总投资"], [1, "食品厂扩建", "城关镇", 3000]]))
    assert result.tables[0].header == (20, 20)
    assert result.tables[0].title == "2023年重点项目投资计划表"
    assert money(result) == [("食品厂扩建", 3000 * WAN, None)]
    assert result.rows[0].source == "Sheet1!B22"


def test_a_merged_parent_over_its_parts_gives_the_plan_and_its_content():
    result = found(sheet([
        ["序号", "项目名称", "总投资（万元）", "2021年投资计划（万元）", "", "", "责任单位"],
        ["", "", "", "小计", "主要建设内容", "新增生产能力", ""],
        [1, "甲高速公路", 100, 40, "路面施工", "60公里", "省交投"],
    ], "A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:G2"))
    assert money(result) == [("甲高速公路", 100 * WAN, 40 * WAN)]
    assert result.rows[0].values["goal"] == "路面施工"
    assert result.rows[0].responsible == "省交投"
    assert result.tables[0].columns[3].year == 2021


def test_without_merges_a_parent_reaches_over_the_blank_cells_beside_it():
    result = found(sheet([
        ["序号", "项目名称", "总投资", "2021年投资计划", "", "责任单位"],
        ["", "", "", "小计", "主要建设内容", ""],
        [1, "甲高速公路", 100, 40, "路面施工", "省交投"],
    ]))
    assert columns(result)[3] == "annual_plan"
    assert columns(result)[4] == "goal"


def test_three_header_rows_and_a_row_that_numbers_the_columns():
    result = found(sheet([
        ["序号", "项目名称", "投资情况（亿元）", "", ""],
        ["", "", "总投资", "2025年计划", ""],
        ["", "", "", "小计", "其中：中央"],
        [1, 2, 3, 4, 5],
        [1, "甲水库", 2.5, 0.75, 0.25],
    ], "A1:A3", "B1:B3", "C1:E1", "C2:C3", "D2:E2"))
    assert result.tables[0].header == (0, 3)
    assert money(result) == [("甲水库", 250_000_000, 75_000_000)]


def test_words_split_over_two_rows_and_spaced_words():
    result = found(sheet([
        ["序", "项目", "建设", "建设起", "总", "年度计划", "责 任"],
        ["号", "名称", "地点", "止年限", "投资", "投资", "单 位"],
        [1, "甲学校", "城关镇", "2024-2026", 10, 5, "教育局"],
    ]))
    assert columns(result) == {0: "sequence", 1: "name", 2: "site", 3: "years", 4: "total_investment",
                               5: "annual_plan", 6: "responsible"}
    spaced = found(sheet([["序 号", "项 目 名 称", "总 投 资\n（亿元）"], [1, "乙学校", 2]]))
    assert money(spaced) == [("乙学校", 2 * YI, None)]


def test_a_header_one_column_off_its_data_is_aligned_and_said():
    result = found(sheet([
        ["序号", "项目名称", "建设单位", "总投资（万元）", "年度计划投资（万元）"],
        ["", 1, "甲工业园一期建设项目", "甲公司", 100, 10],
        ["", 2, "乙产业园二期建设项目", "乙公司", 300, 20],
        ["", 3, "丙学校新建项目", "教育局", 500, 30],
    ]))
    assert money(result)[1] == ("乙产业园二期建设项目", 300 * WAN, 20 * WAN)
    assert [fault.code for fault in result.warnings] == ["shifted"]


def test_without_a_header_columns_are_told_by_content_and_the_guess_is_said():
    result = found(sheet([
        ["某市2024年重点项目（单位：万元）"],
        [1, "甲工业园一期建设项目", "2024-2025", 10000, 1000],
        [2, "乙产业园二期建设项目", "2023-2025", 30000, 2000],
        [3, "丙学校新建项目", "2024", 50000, 3000],
    ]))
    assert money(result)[2] == ("丙学校新建项目", 50000 * WAN, 3000 * WAN)
    assert "guessed" in {fault.code for fault in result.warnings}


def test_names_alone_with_gaps_are_still_projects():
    rows = [[], ["", "宁河半导体有限公司大硅片（200"], [], ["", "新建河州至山州铁路河州段▲"], [], [],
            ["", "2020年老旧小区改造项目"], ["", "甜水煤矿"], ["", "河州市中医医院新建项目（河州市）"]]
    result = found(sheet(rows))
    assert names(result) == ["宁河半导体有限公司大硅片（200", "新建河州至山州铁路河州段", "2020年老旧小区改造项目",
                             "甜水煤矿", "河州市中医医院新建项目（河州市）"]
    assert result.rows[1].marks == "▲"
    assert result.rows[4].area == "河州市"


def test_a_header_and_title_repeated_on_every_page_are_skipped():
    page = [["某省重点项目名单"], ["序号", "项目名称", "总投资（亿元）"]]
    result = found(sheet([*page, [1, "甲铁路", 10], *page, [2, "乙铁路", 20], ["第 2 页"]]))
    assert money(result) == [("甲铁路", 10 * YI, None), ("乙铁路", 20 * YI, None)]
    assert len(result.tables) == 1
    assert not result.groups


def test_two_lists_in_one_sheet_keep_their_own_columns_and_units():
    result = found(sheet([
        ["2022年重点项目名单"], ["序号", "项目名称", "总投资（亿元）"], [1, "甲铁路", 10],
        ["2022年前期项目名单"], ["单位：万元"], ["序号", "项目名称", "牵头单位", "估算总投资"],
        [1, "丁水库", "水利厅", 50000],
    ]))
    assert money(result) == [("甲铁路", 10 * YI, None), ("丁水库", 5 * YI, None)]
    assert [table.title for table in result.tables] == ["2022年重点项目名单", "2022年前期项目名单"]


def test_a_helper_column_without_a_name_does_no_harm():
    result = found(sheet([
        ["", "序号", "项目名称", "总投资（万元）", ""],
        [7, 1, "甲路改造", 100, 1], [8, 2, "乙路改造", 200, 3],
    ]))
    assert money(result) == [("甲路改造", 100 * WAN, None), ("乙路改造", 200 * WAN, None)]
    assert columns(result)[0] == "helper"


def test_names_in_either_half_of_a_merged_heading():
    result = found(sheet([
        ["序号", "项目名称", "", "总投资（万元）"],
        [1, "甲路改造工程", "", 100], [2, "", "乙路改造工程", 200],
    ], "B1:C1"))
    assert names(result) == ["甲路改造工程", "乙路改造工程"]


def test_a_person_may_change_the_meaning_and_the_unit_of_a_column():
    grid = sheet([["序号", "项目名称", "金额甲", "金额乙"], [1, "甲路改造", 100, 5]])
    result = found(grid, overrides={("Sheet1", 2): "total_investment", ("Sheet1", 3): "annual_plan"},
                   unit_overrides={("Sheet1", 2): WAN, ("Sheet1", 3): YI})
    assert money(result) == [("甲路改造", 100 * WAN, 5 * YI)]


def test_a_form_about_one_project_holds_no_rows_of_projects():
    result = found(sheet([
        ["项目基本情况表"], ["项目名称", "甲产业园", "项目单位", "A"], ["总投资", "10亿元", "建设地点", "永山县"],
        ["建设内容", "厂房"],
    ]))
    assert result.rows == [] and [fault.code for fault in result.errors] == ["no-table"]
    assert "登记表或竖排的表" in result.skipped[0].reason.zh


def test_plans_of_many_years_are_told_and_none_is_taken():
    result = found(sheet([["序号", "项目名称", "总投资（万元）", "2021年计划投资", "2022年计划投资", "2023年计划投资"],
                          [1, "甲路改造", 600, 100, 200, 300]]))
    assert money(result) == [("甲路改造", 600 * WAN, None)]
    assert [warning.code for warning in result.warnings] == ["plans-of-years"]
