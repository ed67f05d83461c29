"""Working ledgers of parks and bureaus: twelve months, quarters, two units at once, investment split by source."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
from datetime import datetime

from rulebook.lists.makers import WAN, YI, sheet
from rulebook.lists.real_styles.expected import Expected, style


@style
def twelve_months() -> Expected:
    """1月 to 12月 under 完成投资, beside total, plan and statistics entry."""
    months = [f"{month}月" for month in range(1, 13)]
    return Expected(
        [sheet([
            ["高新区2024年入库项目台账（万元）"],
            ["序号", "项目名称", "企业名称", "是否入库", "计划总投资", "2024年计划投资", "2024年完成投资", *[""] * 11,
             "合计", "备注"],
            ["", "", "", "", "", "", *months, "", ""],
            [1, "甲厂", "甲公司", "是", 1200, 600, *[10] * 12, 120, ""],
            [2, "乙厂", "乙公司", "否", 800, 400, *[""] * 12, 0, ""],
            ["合计", "", "", "", 2000, 1000, *[10] * 12, 120, ""],
        ], "G2:R2", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:F3", "S2:S3", "T2:T3")],
        ["甲厂", "乙厂"], [1200 * WAN, 800 * WAN], [600 * WAN, 400 * WAN], ["高新区", "高新区"], ["甲公司", "乙公司"],
        groups=[("合计", None, 2000 * WAN, 2, 2000 * WAN, True)],
    )


@style
def months_in_one_header_row() -> Expected:
    """1月份完成投资 … without a parent."""
    months = [f"{month}月份完成投资" for month in range(1, 7)]
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（万元）", "年度计划（万元）", *months, "1-6月累计完成投资", "完成率"],
            [1, "甲", 100, 50, 1, 2, 3, 4, 5, 6, 21, 0.42], [2, "乙", 200, 60, 1, 1, 1, 1, 1, 1, 6, 0.1],
        ])],
        ["甲", "乙"], [100 * WAN, 200 * WAN], [50 * WAN, 60 * WAN],
    )


@style
def quarters_of_the_plan() -> Expected:
    """The year's plan split by quarter under one heading."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（万元）", "2025年投资计划（万元）", "", "", "", "", "责任单位"],
            ["", "", "", "全年", "一季度", "二季度", "三季度", "四季度", ""],
            [1, "甲", 100, 50, 10, 10, 10, 20, "工信局"], [2, "乙", 200, 60, 10, 10, 20, 20, "住建局"],
        ], "D1:H1", "A1:A2", "B1:B2", "C1:C2", "I1:I2")],
        ["甲", "乙"], [100 * WAN, 200 * WAN], [50 * WAN, 60 * WAN], offices=["工信局", "住建局"],
    )


@style
def total_with_its_sources() -> Expected:
    """总投资 over 合计, 中央, 省, 市, 自筹."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "投资额（万元）", "", "", "", "", "建设单位"],
            ["", "", "合计", "中央", "省", "市", "自筹", ""],
            ["", "合计", 300, 100, 50, 50, 100, ""], [1, "甲", 100, 50, 25, 25, 0, "甲局"],
            [2, "乙", 200, 50, 25, 25, 100, "乙局"],
        ], "C1:G1", "A1:A2", "B1:B2", "H1:H2")],
        ["甲", "乙"], [100 * WAN, 200 * WAN], owners=["甲局", "乙局"],
        groups=[("合计", None, 300 * WAN, 2, 300 * WAN, True)],
    )


@style
def sources_without_a_whole() -> Expected:
    """总投资 in its own column, its sources beside it without a parent's whole."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（万元）", "其中：", "", "", "2024年计划投资（万元）", "其中：专项债券"],
            ["", "", "", "中央预算内", "专项债券", "企业自筹", "", ""], [1, "甲", 100, 50, 25, 25, 40, 10],
        ], "D1:F1", "A1:A2", "B1:B2", "C1:C2", "G1:G2", "H1:H2")],
        ["甲"], [100 * WAN], [40 * WAN],
    )


@style
def both_units_at_once() -> Expected:
    """总投资（亿元） and 总投资（万元） side by side."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（亿元）", "总投资（万元）", "年度投资（亿元）", "年度投资（万元）"],
            [1, "甲", 1.23, 12345, 0.5, 5001], [2, "乙", 0.8, 8000, 0.2, 2000], ["", "合计", 2.03, 20345, 0.7, 7001],
        ])],
        ["甲", "乙"], [12345 * WAN, 8000 * WAN], [5001 * WAN, 2000 * WAN],
        groups=[("合计", None, 20345 * WAN, 2, 20345 * WAN, True)],
    )


@style
def stacked_total_and_plan() -> Expected:
    """总投资 with 其中：年度投资 below it in the heading: two columns under 投资（万元）."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "建设内容", "投资（万元）", "", "进度安排"],
            ["", "", "", "总投资", "其中：年度投资", ""],
            [1, "甲", "x", 100, 30, "6月开工"], [2, "乙", "x", 200, 40, "12月完工"],
        ], "D1:E1", "A1:A2", "B1:B2", "C1:C2", "F1:F2")],
        ["甲", "乙"], [100 * WAN, 200 * WAN], [30 * WAN, 40 * WAN],
    )


@style
def signed_projects() -> Expected:
    """A promotion ledger: 甲方 乙方, agreed money, money in dollars beside it."""
    return Expected(
        [sheet([
            ["经开区2023年签约项目台账"],
            ["序号", "签约时间", "项目名称", "投资方", "协议投资额（亿元）", "外资（万美元）", "拟用地（亩）",
             "项目内容", "引进单位", "首席服务员"],
            [1, datetime(2023, 3, 5), "甲电机", "甲股份", 12, "", 120, "电机", "投促中心", "张"],
            [2, 45100, "乙芯片", "乙国际", 3.5, 5000, 40, "芯片", "招商一局", "李"],
        ])],
        ["甲电机", "乙芯片"], [12 * YI, 350_000_000], areas=["经开区", "经开区"], offices=["投促中心", "招商一局"],
    )


@style
def ceremony_of_starts() -> Expected:
    """集中开工: counties counted, planned and real start as serials and text."""
    return Expected(
        [sheet([
            ["全市2024年第二季度重大项目集中开工清单"], ["填报单位：市发改委", "", "", "", "", "", "单位：亿元、亩"],
            ["序号", "县（市、区）", "项目名称", "主要建设内容", "总投资", "年度计划投资", "拟开工时间", "占地面积"],
            ["", "合计", "2个", "", 8.8, 2.2, "", 300], [1, "永山县", "甲", "x", 5, 1.2, 45383, 100],
            [2, "贺山市", "乙", "x", 3.8, 1, "2024年6月底前", 200],
        ])],
        ["甲", "乙"], [5 * YI, 380_000_000], [120_000_000, YI], ["永山县", "贺山市"],
        groups=[("合计", 2, 880_000_000, 2, 880_000_000, True)],
    )


@style
def bond_projects() -> Expected:
    """A bond list: units of 亿元, bond amounts of several years, four offices."""
    return Expected(
        [sheet([
            ["附件1"], ["2022年新增专项债券项目安排情况表"], ["单位：亿元"],
            ["序号", "地区", "项目名称", "项目类型", "项目主管部门", "项目单位", "项目总投资", "其中：资本金",
             "债券需求", "", "已发行"],
            ["", "", "", "", "", "", "", "", "总需求", "2022年", ""],
            [1, "永山市本级", "甲管廊", "市政", "市住建局", "城投公司", 5.5, 1.5, 4, 2, 0],
            [2, "贺山县", "乙医院", "卫生", "县卫健局", "县医院", 2, 0.5, 1.5, 1, 0.5],
            ["合计", "", "", "", "", "", 7.5, 2, 5.5, 3, 0.5],
        ], "I4:J4")],
        ["甲管廊", "乙医院"], [550_000_000, 2 * YI], [None, None], ["永山市本级", "贺山县"], ["城投公司", "县医院"],
        ["市住建局", "县卫健局"], [("合计", None, 750_000_000, 2, 750_000_000, True)],
    )


@style
def partnership_projects() -> Expected:
    """PPP: operation modes, years of cooperation, private partners, investment with unit in the cell."""
    return Expected(
        [sheet([
            ["PPP项目库清单"], ["编号", "项目名称", "所属行业", "项目所在地", "投资金额", "运作方式", "合作期限",
            "项目阶段", "实施机构"],
            ["PPP-001", "甲污水厂", "市政", "永山县", "3.2亿元", "BOT", "30年", "执行", "县住建局"],
            ["PPP-002", "乙高速", "交通", "贺山市", "120,000万元", "BOT", "25年", "采购", "市交通局"],
        ])],
        ["甲污水厂", "乙高速"], [320_000_000, 120_000 * WAN], areas=["永山县", "贺山市"],
    )


@style
def early_work() -> Expected:
    """重点前期项目: only an estimate, stages of the papers as ticks."""
    return Expected(
        [sheet([
            ["2016年重点前期项目计划"], ["序号", "项目名称", "项目单位", "估算投资（万元）", "前期工作进度", "", "",
            ""],
            ["", "", "", "", "项目建议书", "可研", "环评", "用地预审"], ["一、交通（1个）"],
            [1, "甲路", "交投", 500, "√", "√", "", ""],
            ["二、水利（1个）"], [2, "乙库", "水投", 700, "√", "", "", ""],
        ], "E2:H2")],
        ["甲路", "乙库"], [500 * WAN, 700 * WAN], owners=["交投", "水投"],
        groups=[("一、交通（1个）", 1, None, 1, 500 * WAN, True), ("二、水利（1个）", 1, None, 1, 700 * WAN, True)],
    )
