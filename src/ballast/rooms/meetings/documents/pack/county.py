"""The page of a county: its figures beside the city's, its projects on the agenda, and what they are stuck on."""

from ballast.kit.documents import Heading, Official, Table
from ballast.kit.documents.description import Block, Column, Text
from ballast.rooms.meetings.documents.pack.gathering import Gathering
from ballast.rooms.meetings.documents.pack.papers import page, problems, projects, within

COMPARED = (
    ("年度计划投资（亿元）", "annual_plan", "yibare"),
    ("本年累计完成（亿元）", "completed", "yibare"),
    ("投资完成率", "completion_rate", "percent"),
    ("序时偏差（个百分点）", "ahead_of_schedule", "points"),
    ("新开工亿元以上项目（个）", "started_large", "bare"),
    ("新开工亿元以上项目总投资（亿元）", "started_large_total", "yibare"),
    ("重点产业项目（个）", "key_projects", "bare"),
    ("落后序时的重点产业项目（个）", "key_projects_behind", "bare"),
    ("签约不开工项目（个）", "signed_not_started", "bare"),
    ("开工不建设项目（个）", "started_not_building", "bare"),
    ("建成不达产项目（个）", "built_not_at_capacity", "bare"),
    ("拿地即开工兑现率", "start_on_land_rate", "percent"),
    ("资金到位率", "funds_rate", "percent"),
)

LISTED = 14  # what keeps the page of a county a page or two


def county_paper(gathered: Gathering, code: str) -> bytes:
    """The .docx of a county's page."""
    return within(gathered, lambda most: _paper(gathered, code, min(most, LISTED)))


def _paper(gathered: Gathering, code: str, most: int) -> Official:
    name = gathered.occasion.counties[code]
    mine = [one for one in gathered.of_county(code) if one in gathered.on_agenda or gathered.troubled(one)]
    blocks: list[Block] = [Heading(1, "主要指标"), _compared(gathered, code)]
    listed = projects(gathered, mine[:most], "列入议程和亮灯靠前的项目", place=False)
    if listed:
        blocks += [Heading(1, "重点项目"), listed]
    seen = gathered.photos(mine[:most])
    blocks += [seen] if seen else []
    stuck = problems(gathered, mine[:most], "亮灯项目存在问题")
    if stuck:
        blocks += [Heading(1, "存在问题"), stuck]
    return page(gathered, f"{name}{gathered.month[:4]}年{gathered.period}\n重点项目建设情况", blocks)


def _compared(gathered: Gathering, code: str) -> Table:
    heads = [Column("指标", width=6), Column("本县（市、区）", "number", 3), Column("全市", "number", 3)]
    rows: list[list[Text]] = [
        [title, gathered.figure(figure, form, code), gathered.figure(figure, form)] for title, figure, form in COMPARED
    ]
    for ranking in gathered.occasion.rankings:
        if ranking.line(code):
            rows.append([f"“{ranking.name.zh}”得分", gathered.placed(ranking, code, "points"), "—"])
            rows.append([f"“{ranking.name.zh}”位次", gathered.placed(ranking, code, "place"), "—"])
    return Table(heads, rows)
