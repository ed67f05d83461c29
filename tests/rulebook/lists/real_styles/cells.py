"""Cells that say more than one thing: several projects, phases, whole amounts among words."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
from rulebook.lists.makers import WAN, YI, sheet
from rulebook.lists.real_styles.expected import Expected, style


@style
def several_projects_in_a_cell() -> Expected:
    """Numbered lines under 项目名称 with as many amounts; then two with one amount between them."""
    return Expected(
        [sheet([
            ["序号", "县区", "项目名称", "总投资（亿元）", "业主"],
            [1, "永山县", "1.食品产业园项目\n2.污水处理厂项目\n3.高铁站前广场工程", "1.5\n2.3\n3", "县城投"],
            [2, "贺山县", "1、甲中学；\n2、乙小学；", 3.8, "教育局"],
            [3, "贺山县", "年产10万吨\n新材料及配套\n设施项目", 4, "丙公司"],
        ])],
        ["食品产业园项目", "污水处理厂项目", "高铁站前广场工程", "甲中学", "乙小学", "年产10万吨新材料及配套设施项目"],
        [YI * 3 // 2, 23 * YI // 10, 3 * YI, 38 * YI // 10, None, 4 * YI],
        areas=["永山县", "永山县", "永山县", "贺山县", "贺山县", "贺山县"],
        owners=["县城投", "县城投", "县城投", "教育局", "教育局", "丙公司"],
    )


@style
def phases_from_the_first_on_make_the_whole() -> Expected:
    """一期2亿，二期3亿 is 5亿, but not of 己（二期）, nor without the first; 其中 and 共 say which is the whole."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资"], [1, "甲", "总投资约12.5亿元（其中一期5亿元）"],
            [2, "乙", "一期2亿，二期3亿"],
            [3, "丙", "一期2亿元，二期3亿元，共5亿元"], [4, "丁", "3000万美元（约2.1亿元人民币）"],
            [5, "戊", "20余亿元"], [6, "己项目（二期）", "一期2亿，二期3亿"], [7, "庚", "二期2亿，三期3亿"],
        ])],
        ["甲", "乙", "丙", "丁", "戊", "己项目（二期）", "庚"],
        [125 * YI // 10, 5 * YI, 5 * YI, 21 * YI // 10, 20 * YI, None, None],
    )


@style
def phases_added_where_the_total_asks() -> Expected:
    """The stated sum decides that the phases are to be added."""
    return Expected(
        [sheet([["序号", "项目名称", "总投资（亿元）"], ["", "合计", 8], [1, "甲", "一期2亿，二期3亿"], [2, "乙", 3]])],
        ["甲", "乙"], [5 * YI, 3 * YI], groups=[("合计", None, 8 * YI, 2, 8 * YI, True)],
    )


@style
def shares_under_of_which() -> Expected:
    """其中 over 中央, 省级, 市县: money, and no column of areas."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资", "其中", "", "", "2024年计划投资", "其中", "", ""],
            ["", "", "", "中央资金", "地方资金", "自筹", "", "中央", "省级", "市县"],
            [1, "甲", 100, 10, 20, 70, 50, 5, 5, 40], [2, "乙", 200, 20, 40, 140, 60, 10, 10, 40],
            ["合计", "", 300, 30, 60, 210, 110, 15, 15, 80],
        ], "D1:F1", "H1:J1", "A1:A2", "B1:B2", "C1:C2", "G1:G2")],
        ["甲", "乙"], [100 * WAN, 200 * WAN], [50 * WAN, 60 * WAN], areas=[None, None],
        groups=[("合计", None, 300 * WAN, 2, 300 * WAN, True)],
    )


@style
def lists_abreast_with_headings_of_their_own() -> Expected:
    """续建 at the left, 新开工 at the right; the amounts are named differently."""
    return Expected(
        [sheet([
            ["续建项目", "", "", "", "新开工项目", "", ""],
            ["序号", "项目名称", "总投资（万元）", "", "序号", "项目名称", "投资额（万元）"],
            [1, "甲", 100], [2, "乙", 200, "", 1, "丁", 400], [3, "丙", 300], ["", "", "", "", 2, "戊", 500],
        ], "A1:C1", "E1:G1")],
        ["甲", "乙", "丙", "丁", "戊"], [100 * WAN, 200 * WAN, 300 * WAN, 400 * WAN, 500 * WAN],
        groups=[("续建项目", None, None, 3, 600 * WAN, None), ("新开工项目", None, None, 2, 900 * WAN, None)],
    )


@style
def a_name_and_what_is_built() -> Expected:
    """项目名称及建设内容 in one column: the name ends at a colon, a full stop or a line."""
    return Expected(
        [sheet([
            ["序号", "项目名称及建设内容", "建设单位", "总投资（万元）"],
            [1, "甲科技园项目：占地100亩，建设厂房5万平方米", "甲公司", 100],
            [2, "乙学校新建工程\n新建教学楼3栋", "乙局", 200], [3, "丙道路工程（全长3公里，宽24米）", "丙局", 300],
            [4, "丁广场改造。改造面积5万平方米。", "丁局", 400],
        ])],
        ["甲科技园项目", "乙学校新建工程", "丙道路工程（全长3公里，宽24米）", "丁广场改造"],
        [100 * WAN, 200 * WAN, 300 * WAN, 400 * WAN],
    )


@style
def a_county_said_once_over_its_projects() -> Expected:
    """县区 stands at the head of each run without a merge, as a flattened file has it."""
    return Expected(
        [sheet([
            ["序号", "县区", "项目名称", "总投资（万元）", "责任单位"], [1, "永山县", "甲厂", 100, "发改局"],
            [2, "", "乙厂", 200, "工信局"], [3, "", "丙厂", 300, "发改局"], [4, "贺山县", "丁厂", 400, "发改局"],
            [5, "", "戊厂", 500, "发改局"], [6, "", "己厂", 600, "水利局"],
        ])],
        ["甲厂", "乙厂", "丙厂", "丁厂", "戊厂", "己厂"],
        areas=["永山县", "永山县", "永山县", "贺山县", "贺山县", "贺山县"],
    )


@style
def a_county_not_said_is_not_guessed() -> Expected:
    """Rows that merely lack their county stay without."""
    return Expected(
        [sheet([
            ["序号", "县区", "项目名称", "总投资（万元）"], [1, "永山县", "甲厂", 100], [2, "永山县", "乙厂", 200],
            [3, "", "丙厂", 300], [4, "贺山县", "丁厂", 400], [5, "贺山县", "戊厂", 500],
        ])],
        ["甲厂", "乙厂", "丙厂", "丁厂", "戊厂"], areas=["永山县", "永山县", None, "贺山县", "贺山县"],
    )
