"""County lists: the county in the title or the sheet's name, merged offices, totals at the foot."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
from rulebook.lists.makers import WAN, YI, sheet
from rulebook.lists.real_styles.expected import Expected, style


@style
def county_in_the_title() -> Expected:
    """The title names the county of the whole list."""
    return Expected(
        [sheet([
            ["永山县2024年重点项目清单"], ["单位：万元"], ["序号", "项目名称", "建设内容", "总投资", "责任单位"],
            [1, "甲路", "10公里", 100, "县交通局"], [2, "乙校", "教学楼", 200, "县教育局"], ["", "合计", "", 300, ""],
        ])],
        ["甲路", "乙校"], [100 * WAN, 200 * WAN], areas=["永山县", "永山县"], offices=["县交通局", "县教育局"],
        groups=[("合计", None, 300 * WAN, 2, 300 * WAN, True)],
    )


@style
def sheets_named_for_counties() -> Expected:
    """A sheet for each county, an overview of counts before them."""
    head = ["序号", "项目名称", "建设内容", "总投资(万元)", "2023年计划投资(万元)"]
    return Expected(
        [sheet([["2023年重点项目汇总表"], ["县区", "项目个数", "总投资（亿元）", "年度计划投资（亿元）"],
                ["永山县", 2, 0.03, 0.01], ["贺山区", 1, 0.07, 0.02], ["合计", 3, 0.1, 0.03]], name="汇总表"),
         sheet([["2023年重点项目明细表"], head, [1, "甲路", "x", 100, 50], [2, "乙路", "x", 200, 50],
                ["合计", "", "", 300, 100]], name="永山县"),
         sheet([["2023年重点项目明细表"], head, [1, "丙路", "x", 700, 200], ["合计", "", "", 700, 200]],
         name="贺山区")],
        ["甲路", "乙路", "丙路"], [100 * WAN, 200 * WAN, 700 * WAN], [50 * WAN, 50 * WAN, 200 * WAN],
        ["永山县", "永山县", "贺山区"],
        groups=[("合计", None, 300 * WAN, 2, 300 * WAN, True), ("合计", None, 700 * WAN, 1, 700 * WAN, True)],
    )


@style
def offices_merged_down() -> Expected:
    """责任单位 and 序号 merged over projects; a blank column first."""
    return Expected(
        [sheet([
            ["", "2019年重点工程责任分解表"], ["", "序号", "责任单位", "项目名称", "总投资（万元）", "县级领导"],
            ["", 1, "住建局", "甲棚户区改造", 1000, "张三"], ["", "", "", "乙污水管网", 2000, ""],
            ["", 2, "水利局", "丙堤防", 300, "李四"], ["", "合计", "", "", 3300, ""],
        ], "B3:B4", "C3:C4", "F3:F4")],
        ["甲棚户区改造", "乙污水管网", "丙堤防"], [1000 * WAN, 2000 * WAN, 300 * WAN],
        offices=["住建局", "住建局", "水利局"], groups=[("合计", None, 3300 * WAN, 3, 3300 * WAN, True)],
    )


@style
def towns_as_groups() -> Expected:
    """Towns head groups with 小计 at the end of each."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "建设地点", "总投资（万元）", "年度计划投资（万元）"],
            ["一", "城关镇", "", "", ""], [1, "甲市场", "城关镇", 100, 10], [2, "乙广场", "城关镇", 50, 5],
            ["", "小计", "", 150, 15], ["二", "柳河乡", "", "", ""], [1, "丙茶园", "柳河乡", 70, 7],
            ["", "小计", "", 70, 7], ["", "总计", "", 220, 22],
        ])],
        ["甲市场", "乙广场", "丙茶园"], [100 * WAN, 50 * WAN, 70 * WAN], areas=["城关镇", "城关镇", "柳河乡"],
        groups=[("城关镇", None, None, 2, 150 * WAN, None), ("小计", None, 150 * WAN, 2, 150 * WAN, True),
                ("柳河乡", None, None, 1, 70 * WAN, None), ("小计", None, 70 * WAN, 1, 70 * WAN, True),
                ("总计", None, 220 * WAN, 3, 220 * WAN, True)],
    )


@style
def area_total_after_its_name() -> Expected:
    """永山县合计 closes the county's projects, which carry the county in a column."""
    return Expected(
        [sheet([
            ["序号", "县区", "项目名称", "业主单位", "总投资（亿元）"],
            [1, "永山县", "甲厂", "甲公司", 1.5], [2, "永山县", "乙厂", "乙公司", 2.5], ["永山县合计", "", "", "", 4],
            [3, "贺山县", "丙厂", "丙公司", 3], ["贺山县合计", "", "", "", 3], ["全市合计", "", "", "", 7],
        ], "A4:D4", "A6:D6", "A7:D7")],
        ["甲厂", "乙厂", "丙厂"], [150_000_000, 250_000_000, 3 * YI], areas=["永山县", "永山县", "贺山县"],
        owners=["甲公司", "乙公司", "丙公司"],
        groups=[("永山县合计", None, 4 * YI, 2, 4 * YI, True), ("贺山县合计", None, 3 * YI, 1, 3 * YI, True),
                ("全市合计", None, 7 * YI, 3, 7 * YI, True)],
    )


@style
def continued_pages() -> Expected:
    """Page heads （续） with the title and header again, page numbers, signatures at the end."""
    title, head = ["2015年重点项目推进表"], ["序号", "项目名称", "总投资（万元）", "责任人"]
    return Expected(
        [sheet([
            title, head, [1, "甲", 10, "张"], [2, "乙", 20, "王"], ["第1页 共2页"],
            ["2015年重点项目推进表（续）"], head, [3, "丙", 30, "李"], ["合计", "", 60, ""], [],
            ["填表人：张三", "", "审核人：李四", "填表日期：2015年3月1日"], ["单位负责人（签字）："],
        ])],
        ["甲", "乙", "丙"], [10 * WAN, 20 * WAN, 30 * WAN], groups=[("合计", None, 60 * WAN, 3, 60 * WAN, True)],
    )


@style
def a_sentence_of_totals_at_the_foot() -> Expected:
    """The list ends with a paragraph that adds it all up, and a note."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "投资额（万元）", "建设工期"], [1, "甲", 10, "2012.3—2013.12"],
            [2, "乙", 20, "2012年"],
            ["以上共计2个项目，总投资30万元，其中：续建1个，新建1个。"], ["注：投资额以批复为准。"],
        ], "A4:D4")],
        ["甲", "乙"], [10 * WAN, 20 * WAN],
    )


@style
def parent_and_towns_two_levels() -> Expected:
    """Bureaus with Chinese numbers, kinds below them, counts and sums in the row of each."""
    return Expected(
        [sheet([
            ["序号", "单位（项目）名称", "项目个数", "总投资", "年度投资计划", "备注"],
            ["", "全县合计", 3, 600, 60, ""],
            ["一", "交通局", 2, 300, 30, ""], [1, "甲路", "", 100, 10, ""], [2, "乙路", "", 200, 20, ""],
            ["二", "水利局", 1, 300, 30, ""], [1, "丙渠", "", 300, 30, ""],
        ])],
        ["甲路", "乙路", "丙渠"], [100 * WAN, 200 * WAN, 300 * WAN], offices=["交通局", "交通局", "水利局"],
        groups=[("全县合计", 3, 600 * WAN, 3, 600 * WAN, True), ("交通局", 2, 300 * WAN, 2, 300 * WAN, True),
                ("水利局", 1, 300 * WAN, 1, 300 * WAN, True)],
    )


@style
def short_names_of_known_counties() -> Expected:
    """Areas without 县 or 区 in a column."""
    return Expected(
        [sheet([
            ["序号", "县市区", "项目名称", "建设单位", "总投资\n(万元)"], [1, "永山", "甲厂", "甲公司", 5],
            [2, "市本级", "乙馆", "文旅局", 6], [3, "高新区", "丙园", "管委会", 7],
        ])],
        ["甲厂", "乙馆", "丙园"], [5 * WAN, 6 * WAN, 7 * WAN], areas=["永山", "市本级", "高新区"],
        owners=["甲公司", "文旅局", "管委会"],
    )


@style
def a_lone_county_row_between() -> Expected:
    """A county over the whole width with count and sum in words."""
    return Expected(
        [sheet([
            ["2018年市级重点项目名单（3个，总投资6亿元）"], ["序号", "项目名称", "总投资（亿元）", "建设内容"],
            ["永山县（2个，总投资3亿元）"], [1, "甲", 1, "x"], [2, "乙", 2, "x"],
            ["贺山县（1个，总投资3.5亿元）"], [3, "丙", 3, "x"],
        ], "A1:D1", "A3:D3", "A6:D6")],
        ["甲", "乙", "丙"], [YI, 2 * YI, 3 * YI], areas=["永山县", "永山县", "贺山县"],
        groups=[("2018年市级重点项目名单（3个，总投资6亿元）", 3, 6 * YI, 3, 6 * YI, True),
                ("永山县（2个，总投资3亿元）", 2, 3 * YI, 2, 3 * YI, True),
                ("贺山县（1个，总投资3.5亿元）", 1, 350_000_000, 1, 3 * YI, False)],
    )
