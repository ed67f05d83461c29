"""A slide for each project on the agenda: its card, what the schedule asks and what was done, its lights."""

from collections.abc import Iterator, Sequence

from ballast.kit.decks import Box, Chart, Grid, GridColumn, Line, Slide
from ballast.kit.decks.description import Place
from ballast.kit.decks.look import NAVY, PALE, RED
from ballast.kit.documents.description import Run, Text
from ballast.rooms.meetings.documents.pack.gathering import Gathering

CARD = (
    ("责任单位", "responsible", "text"), ("包联领导", "linked_leader", "text"), ("总投资", "total_investment", "yi"),
    ("年度计划", "annual_plan", "yi"), ("本月完成", "completed", "yi"), ("本年累计", "completed_ytd", "yi"),
    ("年计划完成率", "rate", "percent"), ("到位资金", "funds_paid_in", "yi"),
    ("计划竣工", "planned_completed_on", "text"),
)  # fmt: skip


def project_slides(gathered: Gathering) -> Iterator[Slide]:
    """The projects in the order of the agenda."""
    for serial in gathered.on_agenda:
        rows: list[Sequence[Text]] = [["属地", gathered.place_of(serial)]]
        rows += [[title, gathered.row(serial, column, form)] for title, column, form in CARD]
        card = Grid(Place(12, 28, 122, 110), [GridColumn("项目", 3), GridColumn("情况", 7)], rows, size=12)
        yield Slide(gathered.named(serial), [card, _curve(gathered, serial), _words(gathered, serial)])


def _curve(gathered: Gathering, serial: str) -> Chart:
    months, series = gathered.curve(serial)
    return Chart(Place(140, 28, 186, 110), "line", months, series, "投资进度（亿元）")


def _words(gathered: Gathering, serial: str) -> Box:
    lines = [
        Line(
            [Run("亮灯："), *gathered.shining(serial)], 16, bold=True, colour=RED if gathered.troubled(serial) else NAVY
        )
    ]
    lines.append(Line([Run("形象进度："), *gathered.row(serial, "form_progress")], 14))
    if gathered.rows[serial]["problems"]:
        lines.append(Line([Run("存在问题："), *gathered.row(serial, "problems")], 14))
    return Box(Place(12, 142, 314, 36), lines, fill=PALE)
