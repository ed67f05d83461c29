"""The project list as a workbook: numbers as numbers (万元), dates as dates, and no text taken for a formula."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import xlsxwriter

from ballast.kit.money import WAN
from ballast.kit.phones import masked
from ballast.kit.sentence import Sentence
from ballast.site.boards.listing import Line

WIDTHS = {"text": 18, "long": 44, "money": 14, "percent": 10, "date": 12}
FORMATS = {"money": "#,##0.####", "percent": "0.0%", "date": "yyyy-mm-dd"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the workbook."""

    title: Sentence
    kind: str
    read: Callable[[Line], Any]


def _plain(name: str) -> Callable[[Line], Any]:
    return lambda line: line.row[name]


def _said(name: str) -> Callable[[Line], Any]:
    return lambda line: line.names[name]


COLUMNS = [
    Column(Sentence("编号", "Serial"), "text", _plain("serial")),
    Column(Sentence("项目名称", "Name"), "long", _plain("name")),
    Column(Sentence("建设单位", "Owner"), "long", _plain("owner")),
    Column(Sentence("县（市、区）", "County"), "text", _said("county")),
    Column(Sentence("地区", "Area"), "text", _said("area")),
    Column(Sentence("阶段", "Stage"), "text", _said("stage")),
    Column(Sentence("建设性质", "Nature"), "text", _said("nature")),
    Column(Sentence("主导产业", "Lead industry"), "text", _said("lead_industry")),
    Column(Sentence("国民经济行业", "Industry"), "text", _plain("industry")),
    Column(Sentence("名单", "Lists"), "text", _said("list")),
    Column(Sentence("总投资（万元）", "Total investment (万元)"), "money", _plain("total_investment")),
    Column(Sentence("年度计划投资（万元）", "Annual plan (万元)"), "money", _plain("annual_plan")),
    Column(Sentence("本月完成（万元）", "Completed, month (万元)"), "money", _plain("completed")),
    Column(Sentence("本年累计（万元）", "Completed, year to date (万元)"), "money", _plain("completed_ytd")),
    Column(Sentence("占年度计划", "Of annual plan"), "percent", lambda line: line.done and line.done / 100),
    Column(Sentence("开工累计（万元）", "Completed to date (万元)"), "money", _plain("completed_to_date")),
    Column(Sentence("开工", "Started"), "date", _plain("started_on")),
    Column(Sentence("竣工", "Completed"), "date", _plain("completed_on")),
    Column(Sentence("投产", "Producing"), "date", _plain("producing_on")),
    Column(Sentence("停滞", "Stall"), "text", _said("stall")),
    Column(Sentence("责任单位", "Responsible office"), "text", _plain("responsible")),
    Column(Sentence("包联领导", "Linked leader"), "text", _plain("linked_leader")),
    Column(Sentence("形象进度", "Progress in words"), "long", _plain("form_progress")),
    Column(Sentence("存在问题", "Problems"), "long", _plain("problems")),
]  # fmt: skip


def workbook(lines: Sequence[Line], *, title: Sentence, say: Callable[[Sentence], str]) -> bytes:
    """The lines as an .xlsx file; ``say`` chooses the language."""
    held = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(held, options) as book:
        sheet = book.add_worksheet(say(Sentence("项目清单", "Projects")))
        looks = {kind: book.add_format({"num_format": form}) for kind, form in FORMATS.items()}
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "bottom": 2})
        sheet.write_string(0, 0, say(title), book.add_format({"bold": True, "font_size": 14}))
        for place, column in enumerate(COLUMNS):
            sheet.set_column(place, place, WIDTHS[column.kind])
            sheet.write_string(1, place, say(column.title), heading)
        for number, line in enumerate(lines, start=2):
            for place, column in enumerate(COLUMNS):
                _write(sheet, number, place, column, column.read(line), looks, say)
        sheet.freeze_panes(2, 2)
        if lines:
            sheet.autofilter(1, 0, len(lines) + 1, len(COLUMNS) - 1)
    return held.getvalue()


def _write(sheet: Any, row: int, place: int, column: Column, value: Any, looks: dict[str, Any],
           say: Callable[[Sentence], str]) -> None:  # fmt: skip
    if value is None or value == "":
        return
    if column.kind == "money":
        sheet.write_number(row, place, float(Decimal(value) / WAN), looks["money"])
    elif column.kind == "percent":
        sheet.write_number(row, place, float(value), looks["percent"])
    elif column.kind == "date":
        sheet.write_datetime(row, place, date.fromisoformat(str(value)), looks["date"])
    else:
        sheet.write_string(row, place, say(value) if isinstance(value, Sentence) else masked(str(value)))
