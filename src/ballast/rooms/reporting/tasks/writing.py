"""Writing the form: filled with what is set so far, locked where it must not change."""

import io
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from ballast.kit.grid import address
from ballast.rooms.reporting.tasks.cells import LIMITS, How, in_cell
from ballast.rooms.reporting.tasks.known import Row, Rows
from ballast.rooms.reporting.tasks.layout import (
    FIRST_ROW,
    HEADER_ROW,
    HIDDEN,
    MARK,
    MONTHS,
    NOTE_ROW,
    TITLE_ROW,
    Column,
    Layout,
)
from ballast.rooms.reporting.tasks.withdrawing import WORD
from ballast.rooms.reporting.workbook.layout import FORMATS
from ballast.rooms.reporting.workbook.writing import PLAIN

NUMBERS = {How.MONEY: "#,##0.00##", How.MU: "#,##0.##", How.PERCENT: "0.0###", How.COUNT: "#,##0"}
ALLOWED = {"select_locked_cells": True, "select_unlocked_cells": True, "format_columns": True, "format_rows": True,
           "autofilter": True, "insert_columns": True}  # fmt: skip
TYPED = {"bg_color": "#FFFFFF", "locked": False}
LOCKED = {"bg_color": "#F3F4F6", "locked": True}
A3, MOST = 8, 1_048_575


def write(
    year: int, sheets: Mapping[Layout, Rows], *, place: str, sealed: Collection[str], issued: datetime | None
) -> bytes:
    """The form of a year, sheet by sheet; ``sealed`` are months (``2025-07``).

    The hidden sheet keeps the year and ``issued``, the ledger's moment it rests on: what was known then is untouched.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, PLAIN) as book:
        closed = {month for month in MONTHS if f"{year}-{month}" in sealed}
        closed |= {"year"} if "12" in closed else set()
        for layout, rows in sheets.items():
            _Sheet(book, layout, closed).fill(year, place, rows)
        hidden = book.add_worksheet(HIDDEN)
        hidden.write_row(0, 0, [MARK, str(year), issued.isoformat() if issued else ""])
        hidden.hide()
    return buffer.getvalue()


class _Sheet:
    """One sheet being written, with the formats it uses; ``closed`` are the columns nothing is set in any more."""

    def __init__(self, book: Any, layout: Layout, closed: Collection[str]) -> None:
        self.book, self.layout, self.closed = book, layout, closed
        self.sheet: Worksheet = book.add_worksheet(layout.name)
        self.looks: dict[tuple[How, bool], Any] = {}

    def fill(self, year: int, place: str, rows: Rows) -> None:
        """Title, headings, the rows, what cells accept, protection and the page."""
        columns, sheet = self.layout.columns, self.sheet
        sheet.merge_range(TITLE_ROW, 0, TITLE_ROW, len(columns) - 1, place + self.layout.title.format(year=year),
                          self.book.add_format(FORMATS["title"]))  # fmt: skip
        said = self.layout.note if rows else "规则手册没有地区目标，此表无须填写"
        sheet.write_string(NOTE_ROW, 0, said, self.book.add_format(FORMATS["unit"]))
        header = self.book.add_format(FORMATS["header"])
        for position, column in enumerate(columns):
            sheet.set_column(position, position, column.width)
            sheet.write_string(HEADER_ROW, position, column.heading, header)
        for number, row in enumerate(rows.values(), start=FIRST_ROW):
            for position, column in enumerate(columns):
                self._cell(number, position, column, row)
        self._restrain(rows)
        sheet.set_row(TITLE_ROW, 30)
        sheet.freeze_panes(FIRST_ROW, 2)
        sheet.set_paper(A3)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEADER_ROW)
        sheet.protect("", ALLOWED)

    def _cell(self, number: int, position: int, column: Column, row: Row) -> None:
        how = row.unit(column)
        typed = column.typed and column.key not in self.closed
        look = self._look(how, typed)
        if column.key == "sum":
            self._sum(number, position, row, look)
            return
        value = in_cell(row.said.get(column.key), how)
        if value is None or value == "":
            self.sheet.write_blank(number, position, None, look)
        elif isinstance(value, str):
            self.sheet.write_string(number, position, value, look)
        else:
            self.sheet.write_number(number, position, value, look)

    def _restrain(self, rows: Rows) -> None:
        """What typed cells accept: a whole column at once where it has one unit, else row by row."""
        last = FIRST_ROW + len(rows) - 1
        for position, column in enumerate(self.layout.columns):
            if not column.typed or column.key in self.closed or not rows:
                continue
            spans = [(FIRST_ROW, last, column.how)] if column.how else [
                (number, number, row.how) for number, row in enumerate(rows.values(), start=FIRST_ROW)
            ]  # fmt: skip
            for first, end, how in spans:
                least, most = LIMITS[how]
                at = address(first, position)
                self.sheet.data_validation(first, position, end, position, {
                    "validate": "custom", "ignore_blank": True,
                    "value": f'=OR(AND(ISNUMBER({at}),{at}>={least},{at}<={most}),LEFT({at},2)="{WORD}")',
                    "input_title": column.heading, "error_title": column.heading,
                    "error_message": f"请填数字，单位{how.zh}，{least:,} 至 {most:,}；撤回填“{WORD}：原因”",
                    "input_message": f"单位：{how.zh}；留空即没有说；{WORD}填“{WORD}：原因”",
                })  # fmt: skip

    def _sum(self, number: int, position: int, row: Row, look: Any) -> None:
        """各月合计, reckoned by the sheet."""
        places = self.layout.letters
        months = f"{address(number, places['01'])}:{address(number, places['12'])}"
        known = [said for month in MONTHS if isinstance(said := row.said.get(month), int)]
        shown = in_cell(sum(known), How.MONEY) if known else ""
        self.sheet.write_formula(number, position, f'=IF(COUNT({months})=0,"",SUM({months}))', look, shown)
        if number == FIRST_ROW:
            self._over_plan(address(number, places["plan"]), address(number, position), position)

    def _over_plan(self, plan: str, total: str, position: int) -> None:
        """Red where the months come to more than the annual plan."""
        self.sheet.conditional_format(FIRST_ROW, position, MOST, position, {
            "type": "formula", "criteria": f"=AND(ISNUMBER({plan}),ISNUMBER({total}),N({total})>N({plan})+0.00005)",
            "format": self.book.add_format(FORMATS["wrong"]),
        })  # fmt: skip

    def _look(self, how: How, typed: bool) -> Any:
        if (how, typed) not in self.looks:
            plain = {"bold": False, "num_format": NUMBERS.get(how, "@"), "text_wrap": how is How.TEXT}
            look = {**FORMATS["total"], **plain, **(TYPED if typed else LOCKED)}
            self.looks[how, typed] = self.book.add_format(look)
        return self.looks[how, typed]
