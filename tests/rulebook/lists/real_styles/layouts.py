"""Headers of two and three rows, groups told in unusual columns, deep numbering, paragraphs before the list."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
from rulebook.lists.makers import WAN, YI, sheet
from rulebook.lists.real_styles.expected import Expected, style


@style
def basic_facts_under_one_parent() -> Expected:
    """项目基本情况 spans name, owner and content."""
    return Expected(
        [sheet([
            ["序号", "项目基本情况", "", "", "", "", "投资情况（万元）", "", ""],
            ["", "项目名称", "建设单位", "建设地点", "建设规模及内容", "建设年限", "总投资", "2024年计划投资",
             "截至目前完成投资"],
            [1, "甲", "甲公司", "永山县", "x", "2024", 100, 10, 1],
            [2, "乙", "乙公司", "贺山县", "x", "2024", 200, 20, 2],
        ], "A1:A2", "B1:F1", "G1:I1")],
        ["甲", "乙"], [100 * WAN, 200 * WAN], [10 * WAN, 20 * WAN], ["永山县", "贺山县"], ["甲公司", "乙公司"],
    )


@style
def project_over_name_and_place() -> Expected:
    """项目 over 名称 and 地点, 投资 over 总额 and 年度."""
    return Expected(
        [sheet([
            ["序号", "项目", "", "建设单位", "投资（万元）", "", "工期"],
            ["", "名称", "建设地点", "", "总额", "本年计划", ""],
            [1, "甲", "永山县", "甲局", 100, 10, "2年"], [2, "乙", "贺山县", "乙局", 200, 20, "1年"],
        ], "A1:A2", "B1:C1", "D1:D2", "E1:F1", "G1:G2")],
        ["甲", "乙"], [100 * WAN, 200 * WAN], [10 * WAN, 20 * WAN], ["永山县", "贺山县"], ["甲局", "乙局"],
    )


@style
def three_header_rows() -> Expected:
    """投资计划 over year over quarter."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "投资情况（亿元）", "", "", "", "责任单位"], ["", "", "总投资", "2024年", "", "", ""],
            ["", "", "", "计划投资", "一季度完成", "上半年计划完成", ""],
            [1, "甲", 1, 0.5, 0.1, 0.2, "A局"], [2, "乙", 2, 0.6, 0.1, 0.2, "B局"],
        ], "A1:A3", "B1:B3", "C1:F1", "C2:C3", "D2:F2", "G1:G3")],
        ["甲", "乙"], [YI, 2 * YI], [50_000_000, 60_000_000], offices=["A局", "B局"],
    )


@style
def subtotals_in_the_county_column() -> Expected:
    """A county's sums in a row with the county in its own column, a count in the name's column."""
    return Expected(
        [sheet([
            ["序号", "县区", "项目名称", "总投资（万元）"], ["", "全市", "3个", 600], ["", "永山县", "2个", 300],
            [1, "永山县", "甲", 100],
            [2, "永山县", "乙", 200], ["", "贺山县", "1个", 300], [3, "贺山县", "丙", 300],
        ])],
        ["甲", "乙", "丙"], [100 * WAN, 200 * WAN, 300 * WAN], areas=["永山县", "永山县", "贺山县"],
        groups=[("全市", 3, 600 * WAN, 3, 600 * WAN, True), ("永山县", 2, 300 * WAN, 2, 300 * WAN, True),
                ("贺山县", 1, 300 * WAN, 1, 300 * WAN, True)],
    )


@style
def dotted_numbers_three_deep() -> Expected:
    """1, 1.1 for groups and 1.1.1 for projects."""
    return Expected(
        [sheet([
            ["编号", "项目名称", "建设内容", "总投资（亿元）", "责任单位"], ["1", "综合交通工程", "", 6, ""],
            ["1.1", "公路", "", 3, ""],
            ["1.1.1", "甲高速", "50公里", 1, "交通局"], ["1.1.2", "乙国道", "20公里", 2, "交通局"],
            ["1.2", "铁路", "", 3, ""],
            ["1.2.1", "丙铁路", "30公里", 3, "铁办"], ["2", "水利工程", "", 4, ""], ["2.1", "水库", "", 4, ""],
            ["2.1.1", "丁水库", "1座", 4, "水利局"],
        ])],
        ["甲高速", "乙国道", "丙铁路", "丁水库"], [YI, 2 * YI, 3 * YI, 4 * YI],
        offices=["交通局", "交通局", "铁办", "水利局"],
    )


@style
def three_levels_of_groups() -> Expected:
    """第一部分, 一、, （一） and projects, each with count and sum."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "项目数", "总投资（亿元）", "年度计划（亿元）"], ["", "总计", 4, 10, 4],
            ["第一部分", "实施类", 3, 6, 3], ["一", "产业类", 2, 3, 2], ["（一）", "工业", 1, 1, 1],
            [1, "甲", "", 1, 1],
            ["（二）", "农业", 1, 2, 1], [2, "乙", "", 2, 1], ["二", "民生类", 1, 3, 1], ["（一）", "教育", 1, 3, 1],
            [3, "丙", "", 3, 1],
            ["第二部分", "前期类", 1, 4, 1], ["一", "产业类", 1, 4, 1], [4, "丁", "", 4, 1],
        ])],
        ["甲", "乙", "丙", "丁"], [YI, 2 * YI, 3 * YI, 4 * YI], [YI, YI, YI, YI],
        groups=[("总计", 4, 10 * YI, 4, 10 * YI, True), ("实施类", 3, 6 * YI, 3, 6 * YI, True),
         ("产业类", 2, 3 * YI, 2, 3 * YI, True),
                ("工业", 1, YI, 1, YI, True), ("农业", 1, 2 * YI, 1, 2 * YI, True),
                ("民生类", 1, 3 * YI, 1, 3 * YI, True),
                ("教育", 1, 3 * YI, 1, 3 * YI, True), ("前期类", 1, 4 * YI, 1, 4 * YI, True),
                ("产业类", 1, 4 * YI, 1, 4 * YI, True)],
    )


@style
def letter_before_the_list() -> Expected:
    """The notice itself stands above the list in the same sheet."""
    return Expected(
        [sheet([
            ["永发改〔2020〕15号"], ["关于印发2020年市重点项目计划的通知"], ["各县（市、区）人民政府，市直有关单位："],
            ["经市政府同意，现将2020年市重点项目计划印发给你们，请认真组织实施。今年共安排项目2个，总投资3亿元。"],
            ["2020年3月1日"],
            ["附件：2020年市重点项目计划表"], ["序号", "项目名称", "总投资", "单位：万元"], [1, "甲", 10000],
            [2, "乙", 20000],
        ], "A1:D1", "A2:D2", "A3:D3", "A4:D4")],
        ["甲", "乙"], [10000 * WAN, 20000 * WAN],
    )


@style
def of_which_after_totals() -> Expected:
    """其中：续建 and 新建 as rows of the head, then the groups."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（万元）", "建设性质"], ["总计（3个）", "", 600, ""],
            ["其中：续建（2个）", "", 300, ""],
            ["新建（1个）", "", 300, ""], ["一、续建（2个）", "", 300, ""], [1, "甲", 100, "续建"],
            [2, "乙", 200, "续建"],
            ["二、新建（1个）", "", 300, ""], [3, "丙", 300, "新建"],
        ], "A2:B2", "A3:B3", "A4:B4", "A5:B5", "A8:B8")],
        ["甲", "乙", "丙"], [100 * WAN, 200 * WAN, 300 * WAN],
    )


@style
def yuan_and_decimals() -> Expected:
    """Amounts in 元 with cents."""
    return Expected(
        [sheet([["序号", "项目名称", "合同金额（元）", "建设单位"], [1, "甲", 1234567.89, "A"],
        [2, "乙", "2,345,678.50", "B"],
                ["合计", "", 3580246.39, ""]])],
        ["甲", "乙"], [1_234_568, 2_345_679],
    )


@style
def nature_as_lone_rows() -> Expected:
    """续建 and 新建 in the middle of merged rows, sums only at the end."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "责任单位", "总投资", "备注"], ["", "", "", "（万元）", ""],
            ["续  建", "", "", "", ""], [1, "甲", "A局", 100, ""],
            ["新  建", "", "", "", ""], [1, "乙", "B局", 200, ""], ["预  备", "", "", "", ""],
            [1, "丙", "C局", 300, ""], ["合  计", "", "", 600, ""],
        ], "A3:E3", "A5:E5", "A7:E7")],
        ["甲", "乙", "丙"], [100 * WAN, 200 * WAN, 300 * WAN], offices=["A局", "B局", "C局"],
        groups=[("续建", None, None, 1, 100 * WAN, None), ("新建", None, None, 1, 200 * WAN, None),
                ("预备", None, None, 1, 300 * WAN, None), ("合计", None, 600 * WAN, 3, 600 * WAN, True)],
    )


@style
def numbers_without_a_sequence_heading() -> Expected:
    """No sequence at all; categories merged at the left over their projects."""
    return Expected(
        [sheet([
            ["类别", "项目名称", "总投资(万元)", "实施单位"], ["农业", "甲大棚", 100, "A社"],
            ["", "乙鱼塘", 200, "B社"], ["文旅", "丙景区", 300, "C司"],
            ["合计", "", 600, ""],
        ], "A2:A3")],
        ["甲大棚", "乙鱼塘", "丙景区"], [100 * WAN, 200 * WAN, 300 * WAN], owners=["A社", "B社", "C司"],
        groups=[("合计", None, 600 * WAN, 3, 600 * WAN, True)],
    )


@style
def a_firm_for_each_row() -> Expected:
    """A technical-renovation list: 企业名称 and 项目名称, district groups with counts in brackets at the left."""
    return Expected(
        [sheet([
            ["2023年重点技改项目计划"], ["序号", "企业名称", "项目名称", "总投资（万元）", "其中：设备投资（万元）",
            "当年计划投资（万元）", "起止年限"],
            ["永山区（1项）", "", "", 100, 50, 10, ""], [1, "甲公司", "智能化改造", 100, 50, 10, "2023"],
            ["贺山区（1项）", "", "", 200, 50, 20, ""], [2, "乙公司", "扩能", 200, 50, 20, "2023-2024"],
        ], "A3:C3", "A5:C5")],
        ["智能化改造", "扩能"], [100 * WAN, 200 * WAN], [10 * WAN, 20 * WAN], ["永山区", "贺山区"],
        ["甲公司", "乙公司"],
        groups=[("永山区（1项）", 1, 100 * WAN, 1, 100 * WAN, True),
         ("贺山区（1项）", 1, 200 * WAN, 1, 200 * WAN, True)],
    )


@style
def annual_plan_with_parts_first() -> Expected:
    """其中 columns stand before the plan's whole."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（万元）", "2024年投资计划（万元）", "", "", ""],
            ["", "", "", "中央预算内投资", "地方配套", "小计", "建设内容"],
            [1, "甲", 100, 5, 5, 10, "x"], [2, "乙", 200, 10, 10, 20, "y"],
        ], "A1:A2", "B1:B2", "C1:C2", "D1:G1")],
        ["甲", "乙"], [100 * WAN, 200 * WAN], [10 * WAN, 20 * WAN],
    )


@style
def leaders_groups() -> Expected:
    """Groups by linked leader, the office in a column."""
    return Expected(
        [sheet([
            ["市领导包联重点项目名单"], ["序号", "包联领导", "项目名称", "总投资（亿元）", "牵头单位", "属地"],
            [1, "王某某\n市委书记", "甲", 10, "发改委", "永山县"], [2, "", "乙", 20, "工信局", "贺山县"],
            [3, "李某某\n市长", "丙", 30, "商务局", "高新区"],
        ], "B3:B4")],
        ["甲", "乙", "丙"], [10 * YI, 20 * YI, 30 * YI], areas=["永山县", "贺山县", "高新区"],
        offices=["发改委", "工信局", "商务局"],
    )


@style
def years_alone_under_a_parent() -> Expected:
    """分年度投资计划 over 2025年, 2026年; the unit in brackets at the end of the title."""
    return Expected(
        [sheet([
            ["2026年项目计划表（亿元）"],
            ["序号", "项目名称", "建设单位", "总投资", "资金筹措", "", "分年度投资计划", "", ""],
            ["", "", "", "", "资本金", "贷款", "2025年", "2026年", "2027年"], [1, "甲", "A", 100, 10, 20, 30, 40, 30],
            [2, "乙", "B", 100, 10, 20, 30, 41, 30],
        ], "E2:F2", "G2:I2")],
        ["甲", "乙"], [100 * YI, 100 * YI], [40 * YI, 41 * YI], owners=["A", "B"],
    )


@style
def a_column_of_units_that_are_counties() -> Expected:
    """单位 holds counties; notes at the foot run on with numbers."""
    return Expected(
        [sheet([
            ["单位", "项目个数", "项目名称", "投资（万元）"], ["永山县", 2, "甲厂扩建", 100], ["", "", "乙厂新建", 200],
            ["贺山县", 1, "丙路", 50], ["合计", 3, "", 350],
            ["注：1.本清单动态调整；"], ["2.投资以批复为准"],
        ], "A2:A3", "B2:B3")],
        ["甲厂扩建", "乙厂新建", "丙路"], [100 * WAN, 200 * WAN, 50 * WAN], areas=["永山县", "永山县", "贺山县"],
        groups=[("合计", 3, 350 * WAN, 3, 350 * WAN, True)],
    )
