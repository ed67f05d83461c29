"""What a workbook tells twice, and what a title tells of all: last year's sheet, overviews, totals in words."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
from rulebook.lists.makers import WAN, YI, sheet
from rulebook.lists.real_styles.expected import Expected, style

HEAD = ["序号", "项目名称", "业主", "总投资（万元）", "年度计划投资（万元）"]


@style
def last_years_sheet_beside_this_years() -> Expected:
    """Sheets named for their years; only the later is this list."""
    return Expected(
        [sheet([["2024年市重点项目计划"], HEAD, [1, "甲大桥工程", "A", 100, 50], [2, "乙产业园", "B", 200, 60],
                ["合计", "", "", 300, 110]], name="2024年"),
         sheet([["2025年市重点项目计划"], HEAD, [1, "甲大桥工程", "A", 100, 40], [2, "丙医院", "C", 300, 90],
                ["合计", "", "", 400, 130]], name="2025年")],
        ["甲大桥工程", "丙医院"], [100 * WAN, 300 * WAN], [40 * WAN, 90 * WAN],
        groups=[("合计", None, 400 * WAN, 2, 400 * WAN, True)],
    )


@style
def other_years_without_common_projects_stay() -> Expected:
    """A stale year in one title is no earlier list: its projects are not among the others."""
    return Expected(
        [sheet([["2024年重点产业项目"], HEAD, [1, "甲厂", "A", 100, 50]], name="产业"),
         sheet([["2025年重点产业项目"], HEAD, [1, "乙厂", "B", 200, 60]], name="产业（增补）")],
        ["甲厂", "乙厂"],
    )


@style
def an_overview_and_its_counties() -> Expected:
    """The whole list first, then each county's projects again on sheets of their own that say more."""
    full = ["序号", "项目名称", "业主", "建设内容", "总投资（万元）"]
    return Expected(
        [sheet([["2025年重点项目总表"], ["序号", "项目名称", "总投资（万元）"], [1, "甲大桥工程", 100],
                [2, "乙产业园", 200],
                [3, "丙医院", 300], ["合计", "", 600]], name="总表"),
         sheet([["2025年重点项目"], full, [1, "甲大桥工程", "A", "x", 100],
                [2, "丙医院", "C", "x", 300]], name="永山县"),
         sheet([["2025年重点项目"], full, [1, "乙产业园", "B", "x", 200]], name="贺山县")],
        ["甲大桥工程", "丙医院", "乙产业园"], areas=["永山县", "永山县", "贺山县"], groups=[],
    )


@style
def totals_in_the_title() -> Expected:
    """共4项，总投资… stands in the title alone."""
    return Expected(
        [sheet([
            ["2025年市级重点项目名单（共4项，总投资0.1亿元，年度计划投资400万元）"], ["单位：万元"],
            ["序号", "项目名称", "业主", "总投资", "年度计划投资"],
            *[[n, f"{name}工程", "A", n * 100, 100] for n, name in enumerate("甲乙丙丁", 1)],
        ], "A1:E1")],
        ["甲工程", "乙工程", "丙工程", "丁工程"], plans=[100 * WAN] * 4,
        groups=[("2025年市级重点项目名单（共4项，总投资0.1亿元，年度计划投资400万元）", 4, YI // 10, 4, YI // 10,
                 True)],
    )


@style
def totals_of_two_sheets_in_the_first_title() -> Expected:
    """The title of the first sheet counts the projects of both."""
    return Expected(
        [sheet([["附件：集中开工项目名单（共3个，总投资600万元）"], HEAD, [1, "甲", "A", 100, 1],
                [2, "乙", "B", 200, 1]],
               name="产业类"),
         sheet([["民生类项目"], HEAD, [1, "丙", "C", 300, 1]], name="民生类")],
        ["甲", "乙", "丙"],
        groups=[("附件：集中开工项目名单（共3个，总投资600万元）", 3, 600 * WAN, 3, 600 * WAN, True)],
    )


@style
def sentences_of_totals_within() -> Expected:
    """An overview under the header, and sentences behind the marks of groups."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "建设内容", "总投资（亿元）", "2025年计划投资（亿元）", "责任单位"],
            ["2025年全市城建工程共3个，总投资6亿元，2025年计划完成投资0.6亿元。"],
            ["一、市本级 项目2个。其中，市住建委2个。"],
            ["（一）市住建委 项目2个，2025年计划完成投资0.3亿元"], [1, "甲路", "x", 1, 0.1, "市住建委"],
            [2, "乙桥", "x", 2, 0.2, "市住建委"],
            ["二、县市区 项目1个，2025年计划完成投资0.3亿元"], [3, "丙管网", "x", 3, 0.3, "永山县"],
        ], "A2:F2", "A3:F3", "A4:F4", "A7:F7")],
        ["甲路", "乙桥", "丙管网"], [YI, 2 * YI, 3 * YI],
        groups=[("2025年全市城建工程共3个,总投资6亿元,2025年计划完成投资0.6亿元。", 3, 6 * YI, 3, 6 * YI, True),
                ("一、市本级项目2个。其中，市住建委2个。", 2, None, 2, 3 * YI, True),
                ("（一）市住建委项目2个，2025年计划完成投资0.3亿元", 2, None, 2, 3 * YI, True),
                ("二、县市区项目1个，2025年计划完成投资0.3亿元", 1, None, 1, 3 * YI, True)],
    )


@style
def names_beside_numbers_without_a_header() -> Expected:
    """Numbers and names alone, a group's count in a third column."""
    return Expected(
        [sheet([["一、创新驱动工程（2个）", "", 2], [1, "集成电路加速器（核心区）"], [2, "高精度授时系统"],
                ["二、现代产业工程（3个）", "", 3], [3, "年产15GW单晶电池"], [4, "存储芯片二期"],
                [5, "智能终端产业园"]], name="续建"),
         sheet([["一、创新驱动工程（2个）", "", 2], [1, "科创港二期"], [2, "未来医学中心"]], name="新开工")],
        ["集成电路加速器（核心区）", "高精度授时系统", "年产15GW单晶电池", "存储芯片二期", "智能终端产业园",
         "科创港二期", "未来医学中心"],
    )
