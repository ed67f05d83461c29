"""The blank form of an area for a month."""

from ballast.kit.ledger.journal import latest_moment
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.reporting.loop.desk import spread
from ballast.rooms.reporting.loop.hands import of_the_office
from ballast.rooms.reporting.queries.place import area_named, month_named
from ballast.rooms.reporting.workbook.roster import roster
from ballast.rooms.reporting.workbook.stamp import Base
from ballast.rooms.reporting.workbook.writing import write
from ballast.rulebook.loop import LoopParams


class NothingToReport(Refusal):
    """The area has no project to report on."""


def form(month: str, area: str) -> bytes:
    """The form of ``area`` (code, name or other name) for ``month`` as an .xlsx, last month's figures filled in.

    Raises Refusal for a month or area there is not, and NothingToReport where the area has no open project.
    """
    month, card = month_named(month), area_named(area)
    papers = spread(month, roster(card, month), of_the_office(""), LoopParams())
    lines = [paper.line for paper in papers.values() if paper.line.listed]
    if not lines:
        raise NothingToReport(
            Sentence(f"{card.name}没有需要填报的项目；请先导入项目名单",
                     f"{card.name} has no project to report on; import a list first"),
            where=f"{card.name} {month}", code="nothing_to_report",
        )  # fmt: skip
    bases = {line.serial: Base(line.version, papers[line.serial].report.values) for line in lines}
    return write(card, month, lines, issued=latest_moment(), bases=bases)


def form_name(month: str, area: str) -> str:
    """What the form's file is called: ``清河区2025年7月月报表.xlsx``."""
    month, card = month_named(month), area_named(area)
    return f"{card.name}{month[:4]}年{int(month[5:])}月月报表.xlsx"
