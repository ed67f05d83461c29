"""What stands between projects: titles of counties with their own headers, rows that tell more, names alone."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
from rulebook.lists.makers import WAN, sheet
from rulebook.lists.real_styles.expected import Expected, style

HEAD = ["序号", "项目名称", "总投资（万元）", "建设单位"]


@style
def each_county_with_title_and_header() -> Expected:
    """The same header again under the title of another county is another list; the total at the end is of both."""
    return Expected(
        [sheet([
            ["永山县2024年重点项目"], HEAD, [1, "甲厂", 100, "A"], [2, "乙厂", 200, "B"], [],
            ["贺山县2024年重点项目"], HEAD, [1, "丙厂", 300, "A"], ["", "全市合计", 600, ""],
        ])],
        ["甲厂", "乙厂", "丙厂"], areas=["永山县", "永山县", "贺山县"],
        groups=[("全市合计", None, 600 * WAN, 3, 600 * WAN, True)],
    )


@style
def names_alone_in_one_column() -> Expected:
    """项目名称 stands alone over groups and names."""
    return Expected(
        [sheet([
            ["2023年省重点项目名单"], ["项目名称"], ["一、续建项目"], ["（一）农业水利项目"], ["引水二期工程"],
            ["流域治理项目"],
            ["二、计划新开工项目"], ["（一）工业项目"], ["铜冶炼改造项目"], ["风电基地"],
        ])],
        ["引水二期工程", "流域治理项目", "铜冶炼改造项目", "风电基地"],
    )


@style
def rows_that_tell_more_of_the_project_above() -> Expected:
    """建设内容：… over the whole width below each project."""
    return Expected(
        [sheet([
            HEAD, [1, "甲园", 100, "A"], ["", "建设内容：占地100亩，新建厂房5万平方米。"], [2, "乙路", 200, "B"],
            ["", "建设内容：全长5公里。"], ["合计", "", 300, ""],
        ], "B2:D2", "B4:D4")],
        ["甲园", "乙路"], [100 * WAN, 200 * WAN], groups=[("合计", None, 300 * WAN, 2, 300 * WAN, True)],
    )


@style
def numbers_written_in_turns() -> Expected:
    """1. 2、 （3） 04 No.5: however written, the next number is the next project."""
    rows = [["1.", "甲", 1], ["2、", "乙", 2], ["（3）", "丙", 3], ["04", "丁", 4], ["No.5", "戊", 5]]
    return Expected([sheet([HEAD, *[[*row, "A"] for row in rows]])], ["甲", "乙", "丙", "丁", "戊"])


@style
def names_that_end_like_offices_and_areas() -> Expected:
    """展厅, 餐厅, 中心, 小区 and 保税区 in a numbered list are projects."""
    names = ["汽车城市展厅", "智慧餐厅", "商务中心", "第二人民医院", "城南中学", "新材料研究院", "君澜府小区",
             "综合保税区"]
    return Expected([sheet([HEAD, *[[n, name, 10 * n, "A"] for n, name in enumerate(names, 1)]])], names)


@style
def a_region_is_no_area_and_a_town_centre_none() -> Expected:
    """The title names a whole region, a site the middle of a town: neither is the project's county."""
    return Expected(
        [sheet([["中原自治区2021年重大项目"], ["序号", "项目名称", "建设地点", "总投资（万元）"], [1, "甲", "市区", 1],
                [2, "乙", "永山县", 2], [3, "丙", "", 3]])],
        ["甲", "乙", "丙"], areas=[None, "永山县", None],
    )
