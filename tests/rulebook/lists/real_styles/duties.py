"""Tables of duties: offices, counties and kinds as groups whose count stands under a heading of words."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
from rulebook.lists.makers import WAN, YI, sheet
from rulebook.lists.real_styles.expected import Expected, style


@style
def counts_under_the_content() -> Expected:
    """合计, 一、, （一） and ——铁路 in the column of names, their counts under 建设内容; sums and an error beside."""
    return Expected(
        [sheet([
            ["附件1"], ["灵河市2022年重大（前期）项目投资计划"],
            ["编制单位：灵河市重大项目办", "", "", "", "单位：万元"],
            ["序号", "项目名称", "建设规模及内容", "总投资", "2022年前期工作或工程\n形象进度目标", "项目业主",
             "责任单位"],
            ["", "合计", 3, 1000, "", "", "", 1000, 0, "#REF!"],
            ["", "一、基础设施", 3, 1000], ["", "（一）交通", 3, 1000], ["", "——铁路", 2, 300],
            [1, "灵河北站枢纽（一期）", "59公顷", 100, "完成征收", "市交投", "永山区政府", "前期", "铁路"],
            [2, "灵河站改造", "站房", 200, "完成设计", "市铁投", "市交通局", "前期", "铁路"],
            ["", "——其他公路", 1, 700], [1, "红河路", "1.8公里", 700, "完成初设", "贺山县交通局", "贺山县人民政府",
                "前期", "公路"],
        ], "A2:G2")],
        ["灵河北站枢纽（一期）", "灵河站改造", "红河路"], [100 * WAN, 200 * WAN, 700 * WAN],
        areas=["永山区", "灵河市", "贺山县"], owners=["市交投", "市铁投", "贺山县交通局"],
        groups=[("合计", 3, 1000 * WAN, 3, 1000 * WAN, True), ("一、基础设施", 3, 1000 * WAN, 3, 1000 * WAN, True),
                ("（一）交通", 3, 1000 * WAN, 3, 1000 * WAN, True), ("——铁路", 2, 300 * WAN, 2, 300 * WAN, True),
                ("——其他公路", 1, 700 * WAN, 1, 700 * WAN, True)],
    )


@style
def governments_as_groups() -> Expected:
    """Governments, bureaus and companies in turn, each with a count and sums; numbers begin again."""
    return Expected(
        [sheet([
            ["2021年第一批统筹推进重大项目进度目标责任表"],
            ["序号", "项目名称", "建设规模及主要内容", "建设起止年限", "总投资\n（万元）", "2021年计划投资（万元）",
             "项目业主"],
            ["", "合计", 4, "", 700, 70], ["", "灵河市人民政府", 2, "", 300, 30],
            [1, "甲轨道", "x", "2018-2023", 100, 10, "A"], [2, "乙河整治", "x", "2019-2023", 200, 20, "B"],
            ["", "自治区教育厅", 1, "", 150, 15], [1, "丙校区", "x", "2018-2023", 150, 15, "C"],
            ["", "交通投资集团", 1, "", 250, 25], [1, "丁高速", "x", "2018-2023", 250, 25, "D"],
        ])],
        ["甲轨道", "乙河整治", "丙校区", "丁高速"], plans=[10 * WAN, 20 * WAN, 15 * WAN, 25 * WAN],
        areas=["灵河市", "灵河市", None, None],
        offices=["灵河市人民政府", "灵河市人民政府", "自治区教育厅", "交通投资集团"],
        groups=[("合计", 4, 700 * WAN, 4, 700 * WAN, True), ("灵河市人民政府", 2, 300 * WAN, 2, 300 * WAN, True),
                ("自治区教育厅", 1, 150 * WAN, 1, 150 * WAN, True), ("交通投资集团", 1, 250 * WAN, 1, 250 * WAN, True)],
    )


@style
def counties_below_statuses() -> Expected:
    """计划新开工项目 over 市直 and counties, with counts under 项目业主."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "项目业主", "建设内容", "总投资（万元）"], ["", "合计", 4, "", 1000],
            ["", "计划新开工项目", 2, "", 300], ["", "市直", 1, "", 100], [1, "甲大桥", "甲公司", "x", 100],
            ["", "永山县", 1, "", 200], [1, "乙产业园", "乙公司", "x", 200],
            ["", "续建项目", 2, "", 700], ["", "市直", 1, "", 300], [1, "丙医院", "丙公司", "x", 300],
            ["", "贺山县", 1, "", 400], [1, "丁风电场", "丁公司", "x", 400],
        ])],
        ["甲大桥", "乙产业园", "丙医院", "丁风电场"], areas=["市直", "永山县", "市直", "贺山县"],
        groups=[("合计", 4, 1000 * WAN, 4, 1000 * WAN, True), ("计划新开工项目", 2, 300 * WAN, 2, 300 * WAN, True),
                ("市直", 1, 100 * WAN, 1, 100 * WAN, True), ("永山县", 1, 200 * WAN, 1, 200 * WAN, True),
                ("续建项目", 2, 700 * WAN, 2, 700 * WAN, True), ("市直", 1, 300 * WAN, 1, 300 * WAN, True),
                ("贺山县", 1, 400 * WAN, 1, 400 * WAN, True)],
    )


@style
def counts_behind_a_space() -> Expected:
    """一产项目 4: the count follows its title without brackets."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "建设内容", "总投资（万元）", "责任单位"], ["", "合计 3", "", 600],
            ["一", "续建项目 2", "", 300],
            ["", "一产项目 1", "", 100], [1, "奶牛养殖基地", "x", 100, "农业局"], ["", "二产项目 1", "", 200],
            [2, "锂电池", "x", 200, "工信局"], ["二", "新建项目 1", "", 300], ["", "三产项目 1", "", 300],
            [3, "会展中心", "x", 300, "商务局"],
        ])],
        ["奶牛养殖基地", "锂电池", "会展中心"],
        groups=[("合计3", 3, 600 * WAN, 3, 600 * WAN, True), ("续建项目2", 2, 300 * WAN, 2, 300 * WAN, True),
                ("一产项目1", 1, 100 * WAN, 1, 100 * WAN, True), ("二产项目1", 1, 200 * WAN, 1, 200 * WAN, True),
                ("新建项目1", 1, 300 * WAN, 1, 300 * WAN, True), ("三产项目1", 1, 300 * WAN, 1, 300 * WAN, True)],
    )


@style
def counts_in_the_column_of_names() -> Expected:
    """The kind stands under 领域分类, 项目数 2 个 under 项目名称."""
    return Expected(
        [sheet([
            ["序号", "领域分类", "项目名称", "建设地点", "建设内容", "总投资（亿元）"],
            ["", "总计", "项目数 3 个", "", "", 60],
            ["一", "科技创新领域", "项目数 1 个", "", "", 10], [1, "科技创新领域", "甲实验室", "永山县", "x", 10],
            ["二", "交通强市领域", "项目数 2 个", "", "", 50], [2, "交通强市领域", "乙铁路", "贺山县", "x", 20],
            [3, "交通强市领域", "丙高铁", "灵河县", "x", 30],
        ])],
        ["甲实验室", "乙铁路", "丙高铁"], [10 * YI, 20 * YI, 30 * YI],
        groups=[("总计", 3, 60 * YI, 3, 60 * YI, True), ("科技创新领域", 1, 10 * YI, 1, 10 * YI, True),
                ("交通强市领域", 2, 50 * YI, 2, 50 * YI, True)],
    )


@style
def titles_in_the_column_of_numbers() -> Expected:
    """一、 and 1.制造与加工类 alone at the left, their sums far to the right."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "建设性质", "建设内容", "业主单位", "总投资（万元）"],
            ["一、产业项目（3个）", "", "", "", "", 600], ["1.制造与加工类", "", "", "", "", 300],
            [1, "食品加工厂", "续建", "x", "甲公司", 100], [2, "新能源电池", "新建", "x", "乙公司", 200],
            ["2.文化旅游", "", "", "", "", 300], [3, "三峡港湾", "新建", "x", "丙公司", 300],
        ])],
        ["食品加工厂", "新能源电池", "三峡港湾"],
        groups=[("一、产业项目（3个）", 3, 600 * WAN, 3, 600 * WAN, True),
                ("1.制造与加工类", None, 300 * WAN, 2, 300 * WAN, True),
                ("2.文化旅游", None, 300 * WAN, 1, 300 * WAN, True)],
    )


@style
def counties_numbered_over_statuses() -> Expected:
    """1、永山县(3个) over 续建 and 计划开工, each alone in its row; no money."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "建设性质", "建设内容及规模"], ["总计（4个）"], ["1、永山县(3个)"], ["续建"],
            [1, "甲芯片基地", "续建", "x"], [2, "乙高铁站", "续建", "x"], ["计划开工"], [3, "丙湿地修复", "新建", "x"],
            ["2、贺山县(1个)"], ["续建"], [1, "丁光伏", "续建", "x"],
        ])],
        ["甲芯片基地", "乙高铁站", "丙湿地修复", "丁光伏"], areas=["永山县", "永山县", "永山县", "贺山县"],
        groups=[("总计（4个）", 4, None, 4, 0, True), ("1、永山县(3个)", 3, None, 3, 0, True),
                ("续建", None, None, 2, 0, None),
                ("计划开工", None, None, 1, 0, None), ("2、贺山县(1个)", 1, None, 1, 0, True),
                ("续建", None, None, 1, 0, None)],
    )


@style
def numbers_of_a_group_as_a_range() -> Expected:
    """1-3 beside a group's title: the numbers of its projects."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（万元）", "建设单位"], ["1-3", "3.工业项目（3个）", 600], [1, "甲", 100, "A"],
            [2, "乙", 200, "B"], [3, "丙", 300, "C"], ["4-5", "4.房地产开发", 900], [4, "丁", 400, "D"],
            [5, "戊", 500, "E"],
        ])],
        ["甲", "乙", "丙", "丁", "戊"],
        groups=[("3.工业项目（3个）", 3, 600 * WAN, 3, 600 * WAN, True),
                ("4.房地产开发", None, 900 * WAN, 2, 900 * WAN, True)],
    )


@style
def governments_answer_for_their_counties() -> Expected:
    """No column of areas: the government or committee in charge tells it, a bureau does not."""
    return Expected(
        [sheet([
            ["序号", "项目名称", "总投资（万元）", "责任单位"], [1, "甲厂", 1000, "永山县人民政府"],
            [2, "乙路", 2000, "省交通运输厅"],
            [3, "丙园", 3000, "灵河市政府"], [4, "丁站", 4000, "东湾新区管委会"],
            [5, "戊院", 5000, "市发改委、贺山县人民政府"],
        ])],
        ["甲厂", "乙路", "丙园", "丁站", "戊院"], areas=["永山县", None, "灵河市", "东湾新区", "贺山县"],
    )
