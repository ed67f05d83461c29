"""Workbooks with more than the list: earlier and hidden sheets, statistics beside it, instructions."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
from rulebook.lists.makers import WAN, YI, sheet
from rulebook.lists.real_styles.expected import Expected, style

HEAD = ["序号", "项目名称", "建设单位", "总投资（万元）", "年度计划投资（万元）"]


@style
def stages_as_sheets() -> Expected:
    """在谈, 签约, 在建 sheets of one park, columns in different order."""
    return Expected(
        [sheet([["在谈项目"], ["序号", "项目名称", "投资方", "拟投资（亿元）"], [1, "甲", "A", 1]], name="在谈"),
         sheet([["签约项目"], ["序号", "企业名称", "项目名称", "投资额（亿元）"], [1, "B公司", "乙", 2]], name="签约"),
         sheet([["序号", "项目名称", "建设单位", "投资总额（万元）", "开工时间"], [1, "丙", "C公司", 300, "2024.5"]],
         name="在建"),
         sheet([], name="Sheet4")],
        ["甲", "乙", "丙"], [YI, 2 * YI, 300 * WAN], owners=[None, "B公司", "C公司"],
    )


@style
def statistics_beside_the_list() -> Expected:
    """A small table of sums by kind to the right of the list."""
    return Expected(
        [sheet([
            [*HEAD, "", "类别", "个数", "总投资"], [1, "甲", "甲公司", 100, 10, "", "工业", 1, 100],
            [2, "乙", "乙公司", 200, 20, "", "农业", 1, 200],
            [3, "丙", "丙公司", 300, 30], ["合计", "", "", 600, 60],
        ])],
        ["甲", "乙", "丙"], [100 * WAN, 200 * WAN, 300 * WAN], [10 * WAN, 20 * WAN, 30 * WAN],
        owners=["甲公司", "乙公司", "丙公司"], groups=[("合计", None, 600 * WAN, 3, 600 * WAN, True)],
    )


@style
def statistics_below_the_list() -> Expected:
    """Counts by county stand under the list with a header of their own."""
    return Expected(
        [sheet([
            ["2024年重点项目"], HEAD, [1, "甲", "甲公司", 100, 10], [2, "乙", "乙公司", 200, 20],
            ["合计", "", "", 300, 30], [],
            ["附：分县区统计"], ["县区", "项目个数", "总投资（万元）"], ["永山县", 1, 100], ["贺山县", 1, 200],
            ["合计", 2, 300],
        ])],
        ["甲", "乙"], [100 * WAN, 200 * WAN], groups=[("合计", None, 300 * WAN, 2, 300 * WAN, True)],
    )


@style
def overview_of_kinds_first() -> Expected:
    """The first sheet counts by kind and county, the second lists."""
    return Expected(
        [sheet([["2024年重点项目汇总表"], ["", "", "", "单位：亿元"], ["类别", "项目数", "总投资", "年度计划"],
        ["续建", 1, 1, 0.5],
                ["新开工", 1, 2, 1], ["合计", 2, 3, 1.5]], name="汇总"),
         sheet([["2024年重点项目明细"], ["序号", "项目名称", "总投资", "年度计划投资", "单位：亿元"],
         ["", "续建（1个）", 1, 0.5],
                [1, "甲路工程", 1, 0.5], ["", "新开工（1个）", 2, 1], [2, "乙桥工程", 2, 1]], name="明细")],
        ["甲路工程", "乙桥工程"], [YI, 2 * YI], [50_000_000, YI],
        groups=[("续建（1个）", 1, YI, 1, YI, True), ("新开工（1个）", 1, 2 * YI, 1, 2 * YI, True)],
    )


@style
def a_pivot_of_counties_first() -> Expected:
    """Many figures by county and kind under two header rows: no list."""
    return Expected(
        [sheet([["分县区分类别统计表"], ["县区", "续建项目", "", "新开工项目", "", "合计", ""],
                ["", "个数", "总投资", "个数", "总投资", "个数", "总投资"], ["永山县", 1, 100, 0, 0, 1, 100],
                ["贺山县", 0, 0, 1, 200, 1, 200], ["合计", 1, 100, 1, 200, 2, 300]], "B2:C2", "D2:E2", "F2:G2",
                "A2:A3", name="统计"),
         sheet([HEAD, [1, "甲", "甲公司", 100, 10], [2, "乙", "乙公司", 200, 20]], name="明细")],
        ["甲", "乙"], [100 * WAN, 200 * WAN],
    )


@style
def two_lists_under_each_other() -> Expected:
    """两张表 with their own titles, units and column orders in one sheet."""
    return Expected(
        [sheet([
            ["表一：2024年续建项目"], ["", "", "", "", "单位：万元"],
            ["序号", "项目名称", "建设单位", "总投资", "计划投资"],
            [1, "甲", "甲公司", 100, 10], ["合计", "", "", 100, 10], [], ["表二：2024年新开工项目"],
            ["", "", "", "单位：亿元"],
            ["序号", "项目名称", "总投资", "责任单位"], [1, "乙", 2, "住建局"], ["合计", "", 2, ""],
        ])],
        ["甲", "乙"], [100 * WAN, 2 * YI], groups=[("合计", None, 100 * WAN, 1, 100 * WAN, True), ("合计", None,
        2 * YI, 1, 2 * YI, True)],
    )


@style
def instructions_as_first_sheet() -> Expected:
    """填表说明 and a sheet of drop-down values beside the list."""
    return Expected(
        [sheet([["填表说明"], ["1", "项目名称：按备案名称填写。"], ["2", "总投资：单位为万元，不含小数。"]],
        name="说明"),
         sheet([["序号", "项目名称", "建设性质", "总投资（万元）"], [1, "甲", "新建", 100]], name="清单"),
         sheet([["建设性质", "所属行业"], ["新建", "工业"], ["续建", "农业"], ["改扩建", "服务业"]], name="字典")],
        ["甲"], [100 * WAN],
    )


@style
def a_wide_ledger() -> Expected:
    """Ninety columns of papers and months after the money."""
    more = [f"手续{number}" for number in range(80)]
    return Expected(
        [sheet([["项目台账"], [*HEAD, *more], [1, "甲", "甲公司", 100, 10, *["√"] * 80],
        [2, "乙", "乙公司", 200, 20, *[""] * 80]])],
        ["甲", "乙"], [100 * WAN, 200 * WAN], owners=["甲公司", "乙公司"],
    )


@style
def monthly_dispatch() -> Expected:
    """A dispatch table: plan, month, year to date, share, progress; groups by bureau with counts."""
    return Expected(
        [sheet([
            ["永山市2025年市级重点项目6月份进展情况表"], ["", "", "", "", "", "", "", "单位：万元"],
            ["序号", "项目名称", "建设性质", "总投资", "至2024年底累计完成投资", "2025年", "", "", "", "形象进度",
             "责任单位"],
            ["", "", "", "", "", "计划投资", "6月完成投资", "1-6月累计完成投资", "占年度计划（%）", "", ""],
            ["合计", "2个", "", 300, 30, 30, 3, 15, 50, "", ""],
            ["一", "工业项目（1个）", "", 100, 10, 10, 1, 5, 50, "", ""],
            [1, "甲", "续建", 100, 10, 10, 1, 5, 50, "封顶", "工信局"],
            ["二", "交通项目（1个）", "", 200, 20, 20, 2, 10, 50, "", ""],
            [2, "乙", "新建", 200, 20, 20, 2, 10, 50, "路基", "交通局"],
        ], "F3:I3")],
        ["甲", "乙"], [100 * WAN, 200 * WAN], [10 * WAN, 20 * WAN], ["永山市", "永山市"],
        groups=[("合计", 2, 300 * WAN, 2, 300 * WAN, True), ("工业项目（1个）", 1, 100 * WAN, 1, 100 * WAN, True),
                ("交通项目（1个）", 1, 200 * WAN, 1, 200 * WAN, True)],
    )


@style
def implementation_by_lists() -> Expected:
    """(一)省级 (二)市级 under 一、, 小计 first in each with figures."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（亿元）", "年度计划投资（亿元）", "建设地点"],
            ["一", "产业项目", "", "", ""], ["", "小计（2个）", 3, 1, ""],
            [1, "甲", 1, 0.5, "永山县"], [2, "乙", 2, 0.5, "贺山县"], ["二", "基础设施项目", "", "", ""],
            ["", "小计（1个）", 4, 2, ""],
            [3, "丙", 4, 2, "永山县"], ["", "合计（3个）", 7, 3, ""],
        ])],
        ["甲", "乙", "丙"], [YI, 2 * YI, 4 * YI], areas=["永山县", "贺山县", "永山县"],
        groups=[("产业项目", None, None, 2, 3 * YI, None), ("小计（2个）", 2, 3 * YI, 2, 3 * YI, True),
                ("基础设施项目", None, None, 1, 4 * YI, None), ("小计（1个）", 1, 4 * YI, 1, 4 * YI, True),
                ("合计（3个）", 3, 7 * YI, 3, 7 * YI, True)],
    )
