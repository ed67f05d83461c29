"""Cells as people type them: numbers as text, amounts with words, several projects in a cell, bilingual headings."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
from rulebook.lists.makers import WAN, YI, sheet
from rulebook.lists.real_styles.expected import Expected, style


@style
def numbers_as_text() -> Expected:
    """Thousands separators, full-width digits, units and 约 in the cells, asides in brackets."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（万元）", "年度计划投资（万元）", "备注"],
            ["１", "甲", "1,234.50", "１２３４", ""], ["2", "乙", "1234.5万元", "约1000", ""],
            ["3", "丙", "约3亿元", "3.2亿", ""],
            ["4", "丁", "5000（其中外资1000）", "1 000", ""], ["5", "戊", "￥800", "800.00元", ""],
            ["6", "己", "待定", "—", ""],
            ["7", "庚", " 2000 ", "1，500", ""], ["8", "辛", "总投资1.5亿元", "1.2千万元", ""],
            ["9", "壬", "10000.", "0", ""],
        ])],
        ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"],
        [12_345_000, 12_345_000, 3 * YI, 5000 * WAN, 800 * WAN, None, 2000 * WAN, 150_000_000, 10000 * WAN],
        [1234 * WAN, 1000 * WAN, 320_000_000, 1000 * WAN, 800, None, 1500 * WAN, 12_000_000, 0],
    )


@style
def headings_in_two_languages() -> Expected:
    """中文 over English in the same cell."""
    return Expected(
        [sheet([
            ["Key Projects 重点招商项目 2021"],
            ["序号\nNo.", "项目名称\nProject Name", "总投资（万元）\nTotal Investment (RMB 10,000)",
             "建设地点\nLocation",
             "项目单位\nOrganization", "建设内容\nContent"],
            [1, "甲酒店\nHotel A", 100, "永山县\nYongshan", "甲公司", "x"], [2, "乙园", 200, "贺山县", "乙公司", "x"],
        ])],
        ["甲酒店Hotel A", "乙园"], [100 * WAN, 200 * WAN], owners=["甲公司", "乙公司"],
    )


@style
def english_headings_in_a_second_row() -> Expected:
    """A row of English under the Chinese headings."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（万元）", "建设单位", "建设内容"],
            ["No.", "Project", "Investment", "Owner", "Content"],
            [1, "甲酒店", 100, "甲公司", "x"], [2, "乙园", 200, "乙公司", "x"],
        ])],
        ["甲酒店", "乙园"], [100 * WAN, 200 * WAN], owners=["甲公司", "乙公司"],
    )


@style
def spaced_headings_and_names() -> Expected:
    """Full-width spaces and line breaks inside names and headings."""
    return Expected(
        [sheet([
            ["序　号", "项　目　名　称", "总 投 资\n（万 元）", "建 设 单 位", "责 任\n单 位"],
            [1, "永山县\n第一中学　　迁建项目", 100, "县　一　中", "教育局"],
            [2, "　乙园  区 ", 200, "乙公司", "商务局"],
            ["合　　计", "", 300, "", ""],
        ])],
        ["永山县第一中学迁建项目", "乙园区"], [100 * WAN, 200 * WAN], owners=["县一中", "乙公司"],
        offices=["教育局", "商务局"],
        groups=[("合计", None, 300 * WAN, 2, 300 * WAN, True)],
    )


@style
def years_in_every_form() -> Expected:
    """Years beside money must not be taken for money."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "建设年限", "总投资（万元）", "2023年计划（万元）"],
            [1, "甲", "2023.3—2025.12", 100, 10],
            [2, "乙", 2024, 200, 20], [3, "丙", "2023", 300, 30], [4, "丁", "2020年-2023年", 400, 40],
            [5, "戊", 45292, 500, 50],
        ])],
        ["甲", "乙", "丙", "丁", "戊"], [100 * WAN, 200 * WAN, 300 * WAN, 400 * WAN, 500 * WAN],
        [10 * WAN, 20 * WAN, 30 * WAN, 40 * WAN, 50 * WAN],
    )


@style
def dollars_for_some() -> Expected:
    """总投资 in 亿美元 for a list of foreign firms, yuan in another column."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（亿美元）", "折合人民币（亿元）", "投资方"], [1, "甲", 1.5, 10.5, "A"],
            [2, "乙", 2, 14, "B"],
        ])],
        ["甲", "乙"], [1_050_000_000, 14 * YI],
    )


@style
def dollars_alone() -> Expected:
    """Only dollars: no amount is invented."""
    return Expected(
        [sheet([["序号", "项目名称", "总投资（万美元）", "投资方"], [1, "甲", 1500, "A"], [2, "乙", 2000, "B"]])],
        ["甲", "乙"], [None, None],
    )


@style
def formulas_without_values() -> Expected:
    """Totals of groups left at zero by formulas nobody computed, projects without amounts."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（万元）", "年度计划（万元）"], ["", "合计", 0, 0], [1, "甲", 0, 0],
            [2, "乙", "", ""],
        ])],
        ["甲", "乙"], [0, None], [0, None],
    )


@style
def projects_named_like_groups() -> Expected:
    """Names that begin with numbers, counts and kinds of work."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（亿元）", "建设内容"], [1, "2024年老旧小区改造项目（12个）", 1, "x"],
            [2, "5G基站建设工程", 2, "x"], [3, "基础设施建设", 3, "x"], [4, "工业园区标准厂房", 4, "x"],
            [5, "永山县", 5, "光伏扶贫"],
            ["合计", "", 15, ""],
        ])],
        ["2024年老旧小区改造项目（12个）", "5G基站建设工程", "基础设施建设", "工业园区标准厂房", "永山县"],
        [YI, 2 * YI, 3 * YI, 4 * YI, 5 * YI], groups=[("合计", None, 15 * YI, 5, 15 * YI, True)],
    )


@style
def packages_with_parts() -> Expected:
    """A package and its parts ①②, where the total counts packages only."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（万元）", "年度计划投资（万元）", "责任单位"],
            ["", "合计（2项）", 350, 35, ""],
            [1, "城区道路（含2个子项目）", 300, 30, "住建局"], ["", "①东路", 100, 10, ""], ["", "②西路", 200, 20, ""],
            [2, "公园", 50, 5, "园林局"],
        ])],
        ["城区道路（含2个子项目）", "公园"], [300 * WAN, 50 * WAN], [30 * WAN, 5 * WAN],
        groups=[("合计（2项）", 2, 350 * WAN, 2, 350 * WAN, True)],
    )


@style
def unit_of_thousands_in_a_corner() -> Expected:
    """The unit stands beside the date at the right of the title's row."""
    return Expected(
        [sheet([
            ["2013年重点项目完成情况表", "", "", "", ""],
            ["填报单位：永山县发改局", "", "2013年6月", "", "计量单位：万元"],
            ["项目名称", "计划总投资", "自开始建设累计完成投资", "本年计划投资", "本年完成投资"],
            ["总  计", 300, 120, 80, 50], ["甲厂扩建项目", 100, 20, 30, 20], ["乙厂技改项目", 200, 100, 50, 30],
        ], "A1:E1")],
        ["甲厂扩建项目", "乙厂技改项目"], [100 * WAN, 200 * WAN], [30 * WAN, 50 * WAN],
        groups=[("总计", None, 300 * WAN, 2, 300 * WAN, True)],
    )


@style
def owner_and_project_in_one_column() -> Expected:
    """项目单位及名称, investment with remark columns before the name."""
    return Expected(
        [sheet([
            ["编号", "产业", "项目单位及项目名称", "建设性质", "总投资额\n（万元）", "本年度投资额\n（万元）",
             "开工年月", "建成年月"],
            [1, "工业", "甲公司年产1万吨食品项目", "新建", 5000, 2000, "2014.03", "2015.06"],
            [2, "农业", "乙合作社大棚项目", "续建", 3000, 1000, "2013.05", "2014.10"],
        ])],
        ["甲公司年产1万吨食品项目", "乙合作社大棚项目"], [5000 * WAN, 3000 * WAN], [2000 * WAN, 1000 * WAN],
    )
