"""The page of a linked leader: the projects they answer for, what was done, and what those in trouble say."""

from ballast.kit.documents import Heading, Official, Paragraph, Run
from ballast.kit.documents.description import Block
from ballast.rooms.meetings.documents.pack.gathering import Gathering
from ballast.rooms.meetings.documents.pack.papers import page, problems, projects, within


def leader_paper(gathered: Gathering, leader: str) -> bytes:
    """The .docx of a leader's page."""
    return within(gathered, lambda most: _paper(gathered, leader, most))


def _paper(gathered: Gathering, leader: str, most: int) -> Official:
    mine = gathered.leaders[leader]

    def added(column: str, form: str) -> list[Run]:
        return list(gathered.fact("sum", leader, column, form))  # type: ignore[arg-type]

    opening = Paragraph([
        Run("包联项目"), *added("count", "count"), Run("，总投资"), *added("total_investment", "yi"),
        Run("，年度计划投资"), *added("annual_plan", "yi"), Run("，本年累计完成"), *added("completed_ytd", "yi"),
        Run("。"),
    ])  # fmt: skip
    blocks: list[Block] = [opening]
    shown = "（列入议程和亮灯靠前的项目）" if len(mine) > most else ""
    listed = projects(gathered, mine[:most], f"包联项目进度{shown}")
    if listed:
        blocks += [Heading(1, "项目进度"), listed]
    seen = gathered.photos(mine[:most])
    blocks += [seen] if seen else []
    stuck = problems(gathered, mine[:most], "亮灯项目存在问题")
    if stuck:
        blocks += [Heading(1, "存在问题"), stuck]
    return page(gathered, f"{leader}包联项目情况\n（{gathered.month[:4]}年{gathered.period}）", blocks)
