"""The tables of the bulletin: counties side by side, and the projects that stall or fall behind, with reasons."""

from collections.abc import Mapping, Sequence
from typing import Any

from ballast.kit.documents import Column, Run, Table
from ballast.kit.documents.description import Text
from ballast.rooms.figures import queries as figures
from ballast.rooms.figures.cards import Value
from ballast.rooms.meetings.documents.bulletin.desk import Desk, Runs
from ballast.rooms.meetings.documents.bulletin.forms import ABSENT, printed, slip_text
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting.cards import CorrectionCard
from ballast.rulebook.stalls import Stall

COUNTY_COLUMNS = (
    ("累计完成", "completed", "yibare"),
    ("完成率", "completion_rate", "percent"),
    ("序时偏差", "ahead_of_schedule", "points"),
    ("新开工亿元以上", "started_large", "bare"),
)
FIELDS = {"month_completed": "本月完成", "year_to_date": "本年累计", "to_date": "开工累计", "problems": "存在问题",
          "form_progress": "形象进度"}  # fmt: skip
RANKED_BY = "ahead_of_schedule"


def counties(desk: Desk, names: Mapping[str, str]) -> tuple[Table | None, list[str]]:
    """The counties from the furthest ahead of schedule, and their names in that order; None where none is known."""
    by_county = desk.by_county
    ranking = by_county[RANKED_BY].values
    known = [code for code in names if code in ranking and ranking[code].number is not None]
    order = sorted(known, key=lambda code: (-(ranking[code].number or 0), code))
    if not order:
        return None, []
    rows: list[list[Text]] = [
        [
            names[county],
            *(_cell(desk, code, form, county, by_county[code].values.get(county)) for _, code, form in COUNTY_COLUMNS),
        ]
        for county in order
    ]
    heads = [Column("序号", "ordinal"), Column("县（市、区）", width=3)]
    heads += [Column(title, "number", 2) for title, _, _ in COUNTY_COLUMNS]
    return Table(heads, rows, caption="各县（市、区）投资进度", unit="亿元、个百分点、个"), [
        names[code] for code in order
    ]


def _cell(desk: Desk, code: str, form: str, county: str, value: Value | None) -> Runs:
    run = desk.run(code, form, value, (("county", county),)) if value else None
    return [run] if run else [Run(ABSENT)]


def stalled(desk: Desk, kind: Stall, areas: Mapping[str, str], most: int) -> Table | None:
    """The projects of one kind of stall, the largest first."""
    return _projects(desk, str(kind), f"{kind.zh}项目", areas, most)


def behind(desk: Desk, areas: Mapping[str, str], most: int) -> Table | None:
    """Key industrial projects behind schedule, the largest first."""
    return _projects(desk, "key_projects_behind", "落后序时的重点产业项目", areas, most)


def _projects(desk: Desk, code: str, caption: str, areas: Mapping[str, str], most: int) -> Table | None:
    """The very projects a figure counts, with the reasons they reported."""
    counted = figures.rows(code, held=EVERYWHERE, month=desk.month, at=desk.at)
    known = {row["project"]: row for row in desk.rows.values()}
    found = [known[row.project] for row in counted if row.project in known]
    found.sort(key=lambda row: (-(row["total_investment"] or 0), row["serial"]))
    if not found:
        return None
    heads = [
        Column("序号", "ordinal"),
        Column("项目名称", width=5),
        Column("属地", width=2),
        Column("总投资", "number", 2),
        Column("原因", width=5),
    ]
    largest = "（总投资居前的项目）" if len(found) > most else ""
    return Table(heads, [_project(desk, row, areas) for row in found[:most]], caption=caption + largest, unit="亿元")


def _project(desk: Desk, row: Mapping[str, Any], areas: Mapping[str, str]) -> list[Runs]:
    amount, reason = row["total_investment"], row["problems"]
    return [
        [desk.fact(row["serial"], "name", row["name"])],
        [Run(areas.get(row["area"], row["area"]))],
        [desk.fact(row["serial"], "total_investment", printed(amount))] if amount is not None else [Run(ABSENT)],
        [desk.fact(row["serial"], "problems", reason)] if reason else [Run("未报原因")],
    ]


def corrections(desk: Desk, slips: Sequence[CorrectionCard]) -> Table | None:
    """What was corrected since the bulletin before this one: old value, new value, reason and who approved."""
    if not slips:
        return None
    heads = [
        Column("序号", "ordinal"),
        Column("项目或指标", width=2),
        Column("月份", width=2),
        Column("数据", width=2),
        Column("原为", width=2),
        Column("更正为", width=2),
        Column("理由", width=4),
    ]
    rows: list[list[Text]] = [
        [
            [desk.slip(one, "serial", one.serial)],
            [Run(f"{one.month[:4]}年{int(one.month[5:])}月")],
            [Run(FIELDS.get(one.field, "其他"))],
            [desk.slip(one, "old", slip_text(one.old))],
            [desk.slip(one, "new", slip_text(one.new))],
            [desk.slip(one, "reason", one.reason)],
        ]
        for one in slips
    ]
    return Table(heads, rows, caption="更正情况", unit="金额为万元")
