"""The workbook of a meeting: counties, projects, lights, the agenda; exact amounts in 万元, as they were reported."""

from collections.abc import Iterable, Iterator, Sequence

from ballast.kit.documents.description import Text, plain
from ballast.kit.tables import Sheet, TableColumn, Tables
from ballast.rooms.meetings.documents.bulletin.forms import ABSENT
from ballast.rooms.meetings.documents.pack.gathering import NEGOTIATING, Gathering
from ballast.rooms.meetings.reading import about

BY_COUNTY = (
    ("年度计划（亿元）", "annual_plan", "yibare", 1), ("本年累计完成（亿元）", "completed", "yibare", 1),
    ("投资完成率（%）", "completion_rate", "percentbare", 1),
    ("序时偏差（个百分点）", "ahead_of_schedule", "pointsbare", 1),
    ("列入计划项目", "planned_projects", "bare", 0), ("新开工亿元以上", "started_large", "bare", 0),
    ("其总投资（亿元）", "started_large_total", "yibare", 1), ("重点产业项目", "key_projects", "bare", 0),
    ("落后序时", "key_projects_behind", "bare", 0), ("签约不开工", "signed_not_started", "bare", 0),
    ("开工不建设", "started_not_building", "bare", 0), ("建成不达产", "built_not_at_capacity", "bare", 0),
    ("资金到位率（%）", "funds_rate", "percentbare", 1), ("工业投资占比（%）", "industrial_share", "percentbare", 1),
)  # fmt: skip
BY_PROJECT = (
    ("项目名称", "name", "text", 30), ("建设单位", "owner", "text", 24), ("责任单位", "responsible", "text", 20),
    ("包联领导", "linked_leader", "text", 16), ("总投资（万元）", "total_investment", "wan", 14),
    ("年度计划（万元）", "annual_plan", "wan", 14), ("本月完成（万元）", "completed", "wan", 14),
    ("本年累计（万元）", "completed_ytd", "wan", 14), ("完成率（%）", "rate", "percentbare", 10),
    ("开工累计（万元）", "completed_to_date", "wan", 14), ("到位资金（万元）", "funds_paid_in", "wan", 14),
    ("开工", "started_on", "text", 12), ("计划竣工", "planned_completed_on", "text", 12),
    ("形象进度", "form_progress", "text", 20), ("存在问题", "problems", "text", 36),
)  # fmt: skip


def tables(gathered: Gathering) -> Tables:
    """Every sheet."""
    shown = [serial for serial, row in gathered.rows.items() if row["stage"] not in NEGOTIATING]
    agenda = set(gathered.on_agenda)
    order = [*gathered.on_agenda, *(serial for serial in shown if serial not in agenda)]
    sheets = [
        _counties(gathered),
        *_rankings(gathered),
        _projects(gathered, order),
        _lights(gathered, order),
        _agenda(gathered),
    ]
    seal = gathered.seal
    return Tables(
        sheets=sheets, about=about(gathered.month).strip(), rests_on=seal.text, claim=seal.tag,
        title=gathered.occasion.title, author=gathered.occasion.issuer, banner=gathered.banner,
    )  # fmt: skip


def _cell(text: Text) -> str:
    said = plain(text)
    return "" if said == ABSENT else said


def _counties(gathered: Gathering) -> Sheet:
    ending = f"|{gathered.month}|e{gathered.edition}|"
    columns = [TableColumn("代码", 10, "fact:area/{key}/code"), TableColumn("县（市、区）", 14)]
    columns += [
        TableColumn(title, 12, f"fig:{code}|county={{key}}{ending}{form}", number=True, digits=digits)
        for title, code, form, digits in BY_COUNTY
    ]
    rows = [
        [code, name, *(_cell(gathered.figure(figure, form, code)) for _, figure, form, _ in BY_COUNTY)]
        for code, name in gathered.occasion.counties.items()
    ]
    return Sheet("县区", f"各县（市、区）主要指标（{gathered.month[:4]}年{gathered.period}）", columns, rows)


def _rankings(gathered: Gathering) -> Iterator[Sheet]:
    fields = (("得分", "points", 2), ("位次", "place", 0), ("可能的位次", "range", None), ("档", "tier", 0))
    ending = f"{gathered.month}/e{gathered.edition}"
    for number, ranking in enumerate(gathered.occasion.rankings, start=1):
        columns = [TableColumn("代码", 10, "fact:area/{key}/code"), TableColumn("县（市、区）", 14)]
        columns += [
            TableColumn(title, 12, f"fact:place/{ranking.sheet}/{{key}}/{field}/{ending}", number=digits is not None,
                        digits=digits or 0)
            for title, field, digits in fields
        ]  # fmt: skip
        rows = [
            [line.code, gathered.occasion.counties.get(line.code, line.code),
             *(_cell(gathered.placed(ranking, line.code, field)) for _, field, _ in fields)]
            for line in ranking.lines
        ]  # fmt: skip
        yield Sheet(
            "排名" if number == 1 else f"排名{'一二三四五六七八九'[number - 1]}", ranking.name.zh, columns, rows
        )


def _projects(gathered: Gathering, order: Sequence[str]) -> Sheet:
    columns = [TableColumn("项目编号", 10, _claim(gathered, "serial", "text")), TableColumn("属地", 12)]
    rows = [
        [
            serial, gathered.place_of(serial),
            *(_cell(gathered.row(serial, column, form)) for _, column, form, _ in BY_PROJECT),
        ]
        for serial in order
    ]  # fmt: skip
    columns += [
        TableColumn(title, width, _claim(gathered, column, form), number=form != "text",
                    digits=_digits(row[place] for row in rows) if form != "text" else 0)
        for place, (title, column, form, width) in enumerate(BY_PROJECT, start=len(columns))
    ]  # fmt: skip
    return Sheet("项目", f"项目情况（{gathered.month[:4]}年{gathered.period}）", columns, rows)


def _digits(texts: Iterable[str]) -> int:
    """As many decimals as the most exact of a column has."""
    return max((len(text.partition(".")[2]) for text in texts), default=0)


def _claim(gathered: Gathering, column: str, form: str) -> str:
    return f"fact:row/{{key}}/{column}/{form}/{gathered.month}/e{gathered.edition}"


def _lights(gathered: Gathering, order: Sequence[str]) -> Sheet:
    ending = f"{gathered.month}/e{gathered.edition}"
    columns = [TableColumn("项目编号", 10, _claim(gathered, "serial", "text")),
               TableColumn("项目名称", 30, _claim(gathered, "name", "text"))]  # fmt: skip
    columns += [TableColumn(name, 10, f"fact:light/{{key}}/{code}/{ending}") for code, name in gathered.lights.items()]
    rows = [
        [
            serial, _cell(gathered.named(serial)),
            *(_cell(gathered.fact("light", serial, code)) for code in gathered.lights),
        ]
        for serial in order
    ]  # fmt: skip
    return Sheet("亮灯", f"项目亮灯（{gathered.month[:4]}年{int(gathered.month[5:])}月）", columns, rows)


def _agenda(gathered: Gathering) -> Sheet:
    number = gathered.occasion.number
    names = (("议题", "title", 40), ("发言", "speaker", 20), ("时间", "minutes", 10))
    columns = [TableColumn("号", 6, f"fact:item/{number}/{{key}}/code"), TableColumn("环节", 12)]
    columns += [TableColumn(title, width, f"fact:item/{number}/{{key}}/{field}") for title, field, width in names]
    rows = [
        [str(item.code), item.task.zh, *(_cell(gathered.item(number, item.code, field)) for _, field, _ in names)]
        for item in gathered.occasion.items
    ]
    return Sheet("议程", "会议议程", columns, rows)
