"""The one-pager of a project: card, plan and what was done month by month, nodes, lights, what it is stuck on."""

from ballast.kit.documents import Chart, Official, Paragraph, Pictures, Run, Table, write_official
from ballast.kit.documents.description import Block, Column, Text
from ballast.rooms.meetings.documents.bulletin.forms import ABSENT
from ballast.rooms.meetings.documents.pack.gathering import Gathering
from ballast.rooms.meetings.documents.pack.papers import page
from ballast.rulebook.industries import NAMES
from ballast.rulebook.stages import Stage

CARD = (
    (("建设单位", "owner", "text"), ("建设地点", "site", "text")),
    (("责任单位", "responsible", "text"), ("包联领导", "linked_leader", "text")),
    (("总投资", "total_investment", "yi"), ("年度计划", "annual_plan", "yi")),
    (("本月完成", "completed", "yi"), ("本年累计", "completed_ytd", "yi")),
    (("年计划完成率", "rate", "percent"), ("开工累计", "completed_to_date", "yi")),
    (("约定资金", "funds_agreed", "yi"), ("到位资金", "funds_paid_in", "yi")),
)
LINE, HIGH, BESIDE, GAP = 156, 50, 50, 10  # millimetres: the line; how high and wide what keeps the page one page
NODES = (
    ("签约", "signed", False), ("施工许可", "construction_permit", False), ("开工", "started", True),
    ("入库", "registered", False), ("竣工", "completed", True), ("投产", "producing", True),
)  # fmt: skip


def project_paper(gathered: Gathering, serial: str) -> bytes:
    """The .docx of a project's page."""
    return write_official(_paper(gathered, serial))


def _paper(gathered: Gathering, serial: str) -> Official:
    blocks: list[Block] = [
        _card(gathered, serial), *_progress(gathered, serial), _nodes(gathered, serial), _lights(gathered, serial),
        Paragraph([Run("形象进度："), *gathered.row(serial, "form_progress"), Run("。")]),
    ]  # fmt: skip
    if gathered.rows[serial]["problems"]:
        blocks.append(Paragraph([Run("存在问题："), *gathered.row(serial, "problems")]))
    if serial in gathered.occasion.remarks:
        words, source = gathered.occasion.remarks[serial]
        blocks.append(Paragraph([Run("上次点评："), *gathered.said(words, source)]))
    return page(gathered, gathered.named(serial), blocks)


def _card(gathered: Gathering, serial: str) -> Table:
    heads = [Column("项目编号", width=3), Column("属地", width=5), Column("阶段", width=3), Column("行业", width=5)]
    row = gathered.rows[serial]
    first: list[Text] = [
        gathered.row(serial, "serial"), gathered.place_of(serial), Stage(row["stage"]).zh,
        NAMES.get(row["division"], ABSENT),
    ]  # fmt: skip
    rest: list[list[Text]] = [
        [left[0], gathered.row(serial, *left[1:]), right[0], gathered.row(serial, *right[1:])] for left, right in CARD
    ]
    return Table(heads, [first, *rest])


def _progress(gathered: Gathering, serial: str) -> list[Block]:
    """The curve of what was due and what was done, with the newest photo beside it; one month is a table."""
    months, series = gathered.curve(serial)
    photo = gathered.photo(serial, height=HIGH, width=BESIDE)
    if len(months) < 2 or not any(point for one in series for point in one.points):
        return [_curve(gathered, serial), *([photo] if photo else [])]
    wide = LINE - BESIDE - GAP if photo else LINE
    chart = Chart("line", months, series, "投资进度（亿元）", HIGH, wide)
    return [Pictures([chart, photo] if photo else [chart])]


def _curve(gathered: Gathering, serial: str) -> Table:
    """What the schedule asks and what was done, month by month."""
    months = list(gathered.months)
    heads = [Column("月份", width=4), *(Column(f"{int(month[5:])}月", "number", 3) for month in months)]
    known = {month for month in months if serial in gathered.reading.rows(month, gathered.months[month])}
    rows: list[list[Text]] = [
        [
            title,
            *(gathered.row(serial, column, "yibare", month=month) if month in known else ABSENT for month in months),
        ]
        for title, column in (("序时应完成", "due"), ("本年累计", "completed_ytd"))
    ]
    return Table(heads, rows, caption="投资进度", unit="亿元")


def _nodes(gathered: Gathering, serial: str) -> Table:
    """Nodes with their dates, two a line: a date stands in one line so."""
    heads = 2 * [Column("节点", width=4), Column("计划", width=5), Column("实际", width=5)]
    told: list[list[Text]] = [
        [name, gathered.row(serial, f"planned_{kind}_on") if has else ABSENT, gathered.row(serial, f"{kind}_on")]
        for name, kind, has in NODES
    ]
    return Table(heads, [[*left, *right] for left, right in zip(told[::2], told[1::2], strict=True)])


def _lights(gathered: Gathering, serial: str) -> Table:
    names = gathered.lights
    heads = [Column("亮灯", width=2), *(Column(name, width=3) for name in names.values())]
    shown: list[Text] = [gathered.fact("light", serial, code) for code in names]
    return Table(heads, [["本月", *shown]])
