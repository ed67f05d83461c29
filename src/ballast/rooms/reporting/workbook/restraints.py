"""The checks inside the sheet: what a cell accepts, and the colours of what does not add up."""

from datetime import date
from typing import Any

from xlsxwriter.worksheet import Worksheet

from ballast.rooms.policy import queries as policy
from ballast.rooms.reporting.workbook import formulas
from ballast.rooms.reporting.workbook.layout import FIRST_ROW, INDEX
from ballast.rulebook.forms import COLUMNS, EARLIEST, LATEST, Column, Kind

LONGEST_TEXT = 2000
Formats = dict[str, Any]


def restrain(sheet: Worksheet, formats: Formats, month: str, last_row: int) -> None:
    """Lay validations and colours over the data rows."""
    for position, column in enumerate(COLUMNS):
        rule = _validation(column)
        if rule:
            sheet.data_validation(FIRST_ROW, position, last_row, position, {"ignore_blank": True, **rule})
    _colours(sheet, formats, month, last_row)


def _validation(column: Column) -> dict[str, Any] | None:
    title = column.zh.replace("{m}", "m")[:32]
    if column.kind is Kind.CHOICE:
        return {"validate": "list", "source": [word.zh for word in column.choices], "error_title": title,
                "error_message": "请从下拉列表中选择"}  # fmt: skip
    if not column.editable:
        return None
    if column.kind is Kind.MONEY:
        return {"validate": "decimal", "criteria": ">=", "value": 0, "error_title": title,
                "error_message": "请填数字，单位万元，不小于 0，不带文字和单位",
                "input_title": title, "input_message": "万元；没有发生填 0，没有掌握留空"}  # fmt: skip
    if column.kind is Kind.DATE:
        return {"validate": "date", "criteria": "between", "minimum": EARLIEST, "maximum": LATEST,
                "error_title": title, "error_message": "请填日期，如 2025-07-15，1990 年至 2100 年之间"}  # fmt: skip
    return {"validate": "length", "criteria": "<=", "value": LONGEST_TEXT, "error_title": title,
            "error_message": f"最多 {LONGEST_TEXT} 字"}  # fmt: skip


def _colours(sheet: Worksheet, formats: Formats, month: str, last_row: int) -> None:
    row, at = FIRST_ROW, formulas.cells(FIRST_ROW)
    end = _end_of(month)
    rules = [
        ("year_to_date", formulas.wrong_year(row, month), "wrong"),
        ("to_date", formulas.falls(row), "wrong"),
        ("to_date", formulas.wrong_whole(row), "wrong"),
        ("month_completed", formulas.text_amount(row), "wrong"),
        ("to_date", formulas.over_total(row), "asks"),
        ("month_completed", _large_month(row, month), "asks"),
        ("form_progress", formulas.words_missing(row), "asks"),
        ("explanation", f'AND({at("check")}<>"",{at("explanation")}="")', "asks"),
        ("month_completed", f'AND({at("started.actual_on")}<>"",{at("month_completed")}="")', "awaited"),
    ]
    for kind in ("started", "completed", "producing", "registered"):
        key = f"{kind}.actual_on"
        rules.append((key, f"N({at(key)})>DATE({end.year},{end.month},{end.day})", "wrong"))
    for key, test, look in rules:
        position = INDEX[key]
        rule = {"type": "formula", "criteria": f"={test}", "format": formats[look]}
        sheet.conditional_format(row, position, last_row, position, rule)


def _large_month(row: int, month: str) -> str:
    at = formulas.cells(row)
    now, plan = at("month_completed"), at("annual_plan")
    share = policy.for_month(month).checks.month_share_of_plan_percent
    return f"AND(ISNUMBER({now}),N({plan})>0,N({now})*100>N({plan})*{share})"


def _end_of(month: str) -> date:
    year, number = int(month[:4]), int(month[5:])
    after = date(year + number // 12, number % 12 + 1, 1)
    return date.fromordinal(after.toordinal() - 1)
