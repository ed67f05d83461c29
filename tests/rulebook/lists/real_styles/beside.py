"""What stands beside or below a project and belongs to it: groups in cells, wrapped rows, persons."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
from rulebook.lists.makers import WAN, YI, sheet
from rulebook.lists.real_styles.expected import Expected, style


@style
def batches_in_a_merged_cell() -> Expected:
    """三个一批: each batch and its count in a cell beside its projects."""
    return Expected(
        [sheet([
            ["“三个一批”项目清单（第十五期）"],
            ["类别", "序号", "项目名称", "总投资额\n（亿元）", "项目单位", "责任单位"],
            ["签约\n一批\n（2个）", 1, "甲电池", 1, "A", "永山县人民政府"], ["", 2, "乙铝材", 2, "B", "东湾管委会"],
            ["开工一批（1个）", 1, "丙冷链", 3, "C", "市商务局"], ["投产一批（2个）", 1, "丁铸造", 4, "D", "市工信局"],
            ["合计", "", "", 10, "", ""],
        ])],
        ["甲电池", "乙铝材", "丙冷链", "丁铸造"], areas=["永山县", "东湾", None, None],
        groups=[("签约一批（2个）", 2, None, 2, 3 * YI, True), ("开工一批（1个）", 1, None, 1, 3 * YI, True),
                ("投产一批（2个）", 2, None, 1, 4 * YI, False), ("合计", None, 10 * YI, 4, 10 * YI, True)],
    )


@style
def counties_and_kinds_in_two_columns() -> Expected:
    """County and kind each in a cell over its run, both with their counts: the kinds begin again in each county."""
    return Expected(
        [sheet([
            ["县区", "类别", "序号", "项目名称", "总投资（亿元）"],
            ["永山县\n(3个,6亿元)", "产业类（2个）", 1, "甲", 1], ["", "", 2, "乙", 2],
            ["", "民生类（1个）", 3, "丙", 3],
            ["贺山县（1个）", "产业类（1个）", 1, "丁", 3], ["合计（4个）", "", "", "", 9],
        ])],
        ["甲", "乙", "丙", "丁"], areas=["永山县", "永山县", "永山县", "贺山县"],
        groups=[("永山县(3个,6亿元)", 3, 6 * YI, 3, 6 * YI, True), ("产业类（2个）", 2, None, 2, 3 * YI, True),
                ("民生类（1个）", 1, None, 1, 3 * YI, True), ("贺山县（1个）", 1, None, 1, 3 * YI, True),
                ("产业类（1个）", 1, None, 1, 3 * YI, True), ("合计（4个）", 4, 9 * YI, 4, 9 * YI, True)],
    )


@style
def headings_and_rows_cut_by_a_page() -> Expected:
    """Converted from a printed page: headings, units, names and years broken over rows."""
    return Expected(
        [sheet([
            ["序", "项目名", "建设规模及", "建设", "总投", "2025 年"], ["号", "称", "内容", "年限", "资（亿", "计划"],
            ["", "", "", "", "元）", ""],
            [1, "甲产业园", "占地 100 亩", "2024-", "12.5", "3"], ["", "一期项目", "，厂房 5 万平", "2026", "", ""],
            [2, "乙路", "全长 3km", "2025", "2", "1"],
        ])],
        ["甲产业园一期项目", "乙路"], [125 * YI // 10, 2 * YI], [3 * YI, YI],
    )


@style
def counties_closed_by_subtotals() -> Expected:
    """A county written once and closed by its 小计: the rows between are its own."""
    return Expected(
        [sheet([
            ["序号", "县（市、区）", "项目名称", "建设内容", "总投资（万元）"], [1, "永山县", "甲", "a", 100],
            [2, "", "乙", "b", 200], ["小计", "", "", "", 300], [3, "贺山县", "丙", "c", 5], ["小计", "", "", "", 5],
            ["合计", "", "", "", 305],
        ])],
        ["甲", "乙", "丙"], areas=["永山县", "永山县", "贺山县"],
        groups=[("小计", None, 300 * WAN, 2, 300 * WAN, True), ("小计", None, 5 * WAN, 1, 5 * WAN, True),
                ("合计", None, 305 * WAN, 3, 305 * WAN, True)],
    )


@style
def plans_of_five_years() -> Expected:
    """Which of five years is the list's own is not said: none is taken for the year's plan."""
    return Expected(
        [sheet([
            ["某县重大项目库"],
            ["序号", "项目名称", "总投资", "分年度投资计划", "", ""], ["", "", "", "2021年", "2022年", "2023年"],
            [1, "甲", 1000, 100, 200, 300], [2, "乙", 500, 100, 100, 100], ["合计", "", 1500, 200, 300, 400],
        ])],
        ["甲", "乙"], [1000 * WAN, 500 * WAN], [None, None],
    )


@style
def offices_with_their_persons() -> Expected:
    """项目单位及责任人: the office, then who answers for it; a broken name is no person."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（万元）", "项目单位及项目责任人", "日常监管直接责任单位及监管责任人"],
            [1, "甲", 1, "永山县水务局 李四", "永山县发改局\n王五"], [2, "乙", 1, "永山县 水务局", "贺山县发改局"],
            [3, "丙", 1, "丁集团（赵六 0951-1234567）", "发改局、孙七"],
        ])],
        ["甲", "乙", "丙"], owners=["永山县水务局", "永山县水务局", "丁集团"],
        offices=["永山县发改局", "贺山县发改局", "发改局"],
    )


@style
def shares_of_a_total_and_of_a_project() -> Expected:
    """其中：续建 and below it 新建 share the total; 其中：人民路 and 解放路 are two parts of one project."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（万元）", "业主"], ["", "合计", 600],
            ["", "其中：续建", 400], ["", "新建", 200],
            [1, "甲", 300, "A"], [2, "城区道路工程", 200, "B"], ["", "其中：人民路", 50], ["", "解放路", 150],
            [3, "丙", 100, "C"],
        ])],
        ["甲", "城区道路工程", "丙"], [300 * WAN, 200 * WAN, 100 * WAN],
        groups=[("合计", None, 600 * WAN, 3, 600 * WAN, True), ("其中：续建", None, 400 * WAN, None, None, None),
                ("新建", None, 200 * WAN, None, None, None)],
    )


@style
def subtotals_by_the_spreadsheet() -> Expected:
    """永山县 汇总 and 永山县 计数, as a spreadsheet adds up by a column."""
    return Expected(
        [sheet([
            ["县区", "项目名称", "总投资（万元）"], ["永山县", "甲", 100], ["永山县", "乙", 200],
            ["永山县 汇总", "", 300],
            ["永山县 计数", 2, ""], ["贺山县", "丙", 50], ["贺山县 汇总", "", 50], ["贺山县 计数", 1, ""],
            ["总计", "", 350],
            ["总计数", 3, ""],
        ])],
        ["甲", "乙", "丙"], areas=["永山县", "永山县", "贺山县"],
        groups=[("永山县汇总", None, 300 * WAN, 2, 300 * WAN, True), ("永山县计数", 2, None, 2, 300 * WAN, True),
                ("贺山县汇总", None, 50 * WAN, 1, 50 * WAN, True), ("贺山县计数", 1, None, 1, 50 * WAN, True),
                ("总计", None, 350 * WAN, 3, 350 * WAN, True), ("总计数", 3, None, 3, 350 * WAN, True)],
    )
