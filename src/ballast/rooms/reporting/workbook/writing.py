"""Writing the blank form: XlsxWriter, no cell of which can become a formula but those written as one."""

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from ballast.kit.grid import Value
from ballast.kit.money import WAN
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.reporting.workbook import formulas, guidance, layout, restraints, values
from ballast.rooms.reporting.workbook.roster import Line
from ballast.rooms.reporting.workbook.stamp import SHEET, Base, Stamp
from ballast.rulebook.forms import COLUMNS, VERSION, Column, Kind, Node

# What a project, a place or a person is called is text, even where it begins with = + - or @.
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
A3 = 8


class _Book:
    """The workbook being written, with its formats."""

    def __init__(self, buffer: io.BytesIO) -> None:
        self.book = xlsxwriter.Workbook(buffer, PLAIN)
        self.formats = {name: self.book.add_format(look) for name, look in layout.FORMATS.items()}
        self.cells = {column.key: self.book.add_format(layout.cell_format(column)) for column in COLUMNS}


def write(
    area: AreaCard, month: str, lines: list[Line], *, issued: datetime | None, bases: Mapping[str, Base]
) -> bytes:
    """The form of ``area`` for ``month`` as an .xlsx; ``issued`` is the ledger's moment it rests on.

    ``bases`` say, by serial, what the white cells are filled with, for the merge when the form comes back.
    """
    buffer = io.BytesIO()
    made = _Book(buffer)
    shown = {line.serial: line.shown() for line in lines}
    stamp = Stamp(VERSION, month, area.code, area.name, issued, shown, dict(bases))
    if issued is not None:
        made.book.set_properties({"created": issued.replace(tzinfo=None), "title": f"{area.name} {month}"})
    sheet = made.book.add_worksheet("月报表")
    last_row = layout.FIRST_ROW + max(len(lines), 1) - 1
    _head(made, sheet, area, month)
    for position, line in enumerate(lines):
        _line(made, sheet, layout.FIRST_ROW + position, position + 1, line)
    _total(made, sheet, last_row, lines)
    restraints.restrain(sheet, made.formats, month, last_row)
    _page(sheet, last_row)
    guidance.write(made.book.add_worksheet("填报说明"), made.formats, month)
    hidden = made.book.add_worksheet(SHEET)
    for row, cells in enumerate(stamp.rows()):
        hidden.write_row(row, 0, cells)
    hidden.hide()
    made.book.define_name("BALLAST_MONTH", f"='{SHEET}'!$B$3")
    made.book.define_name("BALLAST_AREA", f"='{SHEET}'!$B$4")
    made.book.close()
    return buffer.getvalue()


def _head(made: _Book, sheet: Worksheet, area: AreaCard, month: str) -> None:
    last = len(COLUMNS) - 1
    year, number = month[:4], int(month[5:])
    title = f"{area.name}重点项目月度进展情况表（{year}年{number}月）"
    sheet.merge_range(layout.TITLE_ROW, 0, layout.TITLE_ROW, last, title, made.formats["title"])
    unit = f"填报单位：{area.name}　　截至：{year}年{number}月底　　单位：万元（最多四位小数）"
    sheet.merge_range(layout.UNIT_ROW, 0, layout.UNIT_ROW, 9, unit, made.formats["unit"])
    hint = "白色单元格填写，灰色单元格由系统带出；没有发生的填 0，没有掌握的留空"
    sheet.merge_range(layout.UNIT_ROW, 10, layout.UNIT_ROW, last, hint, made.formats["unit_right"])
    sheet.set_row(layout.TITLE_ROW, 32)
    sheet.set_row(layout.PARENT_ROW, 20)
    sheet.set_row(layout.HEADER_ROW, 32)
    for position, column in enumerate(COLUMNS):
        sheet.set_column(position, position, column.width)
        _heading(made, sheet, position, column, month)


def _heading(made: _Book, sheet: Worksheet, position: int, column: Column, month: str) -> None:
    look = made.formats["header"]
    parents = [other.parent for other in COLUMNS]
    if not column.parent:
        heading = column.heading(month)
        sheet.merge_range(layout.PARENT_ROW, position, layout.HEADER_ROW, position, heading, look)
        return
    sheet.write_string(layout.HEADER_ROW, position, column.heading(month), look)
    if position == parents.index(column.parent):
        last = len(parents) - 1 - parents[::-1].index(column.parent)
        unit = "（万元）" if column.kind is Kind.MONEY else ""
        sheet.merge_range(layout.PARENT_ROW, position, layout.PARENT_ROW, last, column.parent + unit, look)


def _line(made: _Book, sheet: Worksheet, row: int, number: int, line: Line) -> None:
    values: dict[str, Any] = {"number": number, **line.shown(), **filled(line)}
    for position, column in enumerate(COLUMNS):
        _cell(sheet, row, position, column, values.get(column.key), made.cells[column.key])
    _computed(made, sheet, row, line, values)


def filled(line: Line) -> dict[str, Any]:
    """What the white cells say: what was typed of the report in progress, else what is recorded."""
    if line.typed is None:
        return recorded(line)
    said = {column.key: _understood(column, line.typed.get(column.key)) for column in COLUMNS if column.editable}
    month = said["month_completed"]
    if isinstance(month, int):
        if said["year_to_date"] is None:
            said["year_to_date"] = proposed_year(line, month)
        if said["to_date"] is None and not isinstance(said["year_to_date"], str):
            said["to_date"] = proposed_whole(line, month, said["year_to_date"])
    return said


def _understood(column: Column, cell: Value) -> Any:
    """A kept cell as the form writes it: 元, a date or text; as typed where its column cannot hold it."""
    try:
        if column.kind is Kind.MONEY:
            return values.amount(cell)
        return values.day(cell) if column.kind is Kind.DATE else cell
    except values.CellFault:
        return str(cell)


def recorded(line: Line) -> dict[str, Any]:
    """What is recorded for the cells a reporter fills: this month's report if there is one, and the known dates."""
    said: dict[str, Any] = {}
    for column in COLUMNS:
        room, _, rest = column.feeds.partition(".")
        if room == "progress" and line.standing:
            said[column.key] = getattr(line.standing.card, rest)
        elif room == "milestone" and "." in rest:
            kind, part = rest.split(".")
            card = line.clocks.get(kind)
            said[column.key] = getattr(card, part) if card else None
        elif room == "funding":
            fund = line.funds.get(rest)
            said[column.key] = fund.paid_in if fund and fund.month == line.month else None
    said["node"] = next((node.zh for node in Node if node == said.get("node")), "")
    said["evidence"] = evidence(line)
    return said


def evidence(line: Line) -> str:
    """The evidence on record for the milestone the evidence column speaks of."""
    card = line.clocks.get(evidence_kind(line.clocks.get("completed") and line.clocks["completed"].actual_on))
    return card.evidence if card else ""


def evidence_kind(completed_on: object) -> str:
    """The milestone the evidence column speaks of: the start, once completed the completion."""
    return "completed" if completed_on else "started"


def _cell(sheet: Worksheet, row: int, position: int, column: Column, value: Any, look: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(row, position, None, look)
    elif isinstance(value, str):
        sheet.write_string(row, position, value, look)
    elif column.kind is Kind.MONEY:
        sheet.write_number(row, position, value / WAN, look)
    elif column.kind is Kind.DATE:
        sheet.write_datetime(row, position, value, look)
    elif column.kind is Kind.NUMBER:
        sheet.write_number(row, position, value, look)
    else:
        sheet.write_string(row, position, str(value), look)


def _computed(made: _Book, sheet: Worksheet, row: int, line: Line, values: dict[str, Any]) -> None:
    """The columns the form computes; a reported value that differs from the proposal is left as reported."""
    written = {"plan_percent": formulas.plan_percent(row), "check": formulas.said(row, line.month)}
    month, year = (_amount(values.get(key)) for key in ("month_completed", "year_to_date"))
    if values.get("year_to_date") in (None, proposed_year(line, month)):
        written["year_to_date"] = formulas.year_to_date(row, line.month)
    if values.get("to_date") in (None, proposed_whole(line, month, year)):
        written["to_date"] = formulas.to_date(row)
    for key, formula in written.items():
        value = _amount(values.get(key))
        shown = "" if value is None else value / WAN
        sheet.write_formula(row, layout.INDEX[key], formula, made.cells[key], shown)


def _amount(value: Any) -> int | None:
    return value if isinstance(value, int) else None


def proposed_year(line: Line, month_completed: int | None) -> int | None:
    """The year to date the form proposes: the twin of its formula."""
    last = 0 if line.month.endswith("-01") else line.last_year_to_date
    return None if last is None or month_completed is None else last + month_completed


def proposed_whole(line: Line, month_completed: int | None, year_to_date: int | None) -> int | None:
    """The amount to date the form proposes: the twin of its formula."""
    if line.done_by_last_year is not None and year_to_date is not None:
        return line.done_by_last_year + year_to_date
    if line.last_to_date is not None and month_completed is not None:
        return line.last_to_date + month_completed
    return None


def _total(made: _Book, sheet: Worksheet, last_row: int, lines: list[Line]) -> None:
    """合计, with the sum as it is now beside its formula for readers that do not calculate."""
    values = [{**line.shown(), **filled(line)} for line in lines]
    look = made.formats["total"]
    for position, column in enumerate(COLUMNS):
        if column.key == "name":
            sheet.write_string(layout.TOTAL_ROW, position, f"合计（{len(lines)} 项）", look)
        elif column.kind is Kind.MONEY:
            now = sum(amount for said in values if isinstance(amount := said.get(column.key), int)) / WAN
            sheet.write_formula(layout.TOTAL_ROW, position, formulas.total(column.key, last_row), look, now)
        else:
            sheet.write_blank(layout.TOTAL_ROW, position, None, look)


def _page(sheet: Worksheet, last_row: int) -> None:
    sheet.freeze_panes(layout.FIRST_ROW, layout.FROZEN_COLUMNS)
    sheet.set_paper(A3)
    sheet.set_landscape()
    sheet.fit_to_pages(2, 0)
    sheet.repeat_columns(0, layout.FROZEN_COLUMNS - 1)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.repeat_rows(layout.PARENT_ROW, layout.HEADER_ROW)
    sheet.print_area(0, 0, last_row, len(COLUMNS) - 1)
    sheet.set_footer("&C第 &P 页，共 &N 页")
    allowed = {"select_locked_cells": True, "select_unlocked_cells": True, "format_cells": True,
               "format_columns": True, "format_rows": True, "insert_columns": True, "autofilter": True}  # fmt: skip
    sheet.protect("", allowed)
