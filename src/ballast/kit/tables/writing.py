"""The pen: a workbook described in plain words, written as .xlsx."""

import io
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from unicodedata import east_asian_width

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from ballast.kit.exports import PLAIN
from ballast.kit.tables.description import Sheet, TableColumn, Tables

CLAIMS, FOOTER = "核对", "footer"
FORMATS = ("#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000")
CLAIM_HEADS = ("sheet", "cells", "keys", "claim")
HEAD_ROW = 3  # counted from 0; above it: title, what it rests on, the banner
A3, A4, WIDE = 8, 9, 200
LINE = 16  # points
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def write_tables(tables: Tables) -> bytes:
    """The .xlsx of ``tables``."""
    into = io.BytesIO()
    with xlsxwriter.Workbook(into, {"in_memory": True, **PLAIN}) as book:
        book.set_properties({"title": tables.title, "author": tables.author, "created": UNDATED})
        looks = _looks(book)
        claims: list[tuple[str, str, str, str]] = []
        for sheet in tables.sheets:
            claims += _sheet(book.add_worksheet(sheet.name), sheet, tables, looks)
        kept = book.add_worksheet(CLAIMS)
        kept.hide()
        for row, line in enumerate((CLAIM_HEADS, *claims)):
            for column, text in enumerate(line):
                kept.write_string(row, column, text)
    return into.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    face = {"font_name": "仿宋", "font_size": 11, "valign": "vcenter"}
    ruled = {**face, "border": 1, "border_color": "#BFBFBF"}
    looks = {
        "title": book.add_format({**face, "font_name": "黑体", "font_size": 16}),
        "about": book.add_format({**face, "font_color": "#7F7F7F"}),
        "banner": book.add_format({**face, "font_name": "黑体", "font_color": "#C00000"}),
        "head": book.add_format({**ruled, "font_name": "黑体", "bg_color": "#1F3864", "font_color": "#FFFFFF",
                                 "text_wrap": True, "align": "center"}),
        "text": book.add_format({**ruled, "text_wrap": True}),
    }  # fmt: skip
    for shown in FORMATS:
        looks[shown] = book.add_format({**ruled, "num_format": shown})
    return looks


def _sheet(made: Any, sheet: Sheet, tables: Tables, looks: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    made.write_string(0, 0, sheet.title, looks["title"])
    made.write_string(1, 0, tables.about, looks["about"])
    made.write_string(1, 2, tables.rests_on, looks["about"])
    if tables.banner:
        made.write_string(2, 0, tables.banner, looks["banner"])
    for place, column in enumerate(sheet.columns):
        made.set_column(place, place, column.width)
        made.write_string(HEAD_ROW, place, column.title, looks["head"])
    made.set_row(HEAD_ROW, LINE * max(_lines(column, column.title) for column in sheet.columns))
    for number, row in enumerate(sheet.rows, start=HEAD_ROW + 1):
        made.set_row(number, LINE * max(map(_lines, sheet.columns, row)))
        for place, (column, text) in enumerate(zip(sheet.columns, row, strict=True)):
            _cell(made, number, place, column, text, looks)
    _page(made, sheet, tables)
    claims = [(sheet.name, "C2", "", tables.claim), (sheet.name, FOOTER, "", tables.claim)]
    first, last = HEAD_ROW + 2, HEAD_ROW + 1 + len(sheet.rows)
    for place, column in enumerate(sheet.columns):
        if column.claim and sheet.rows:
            letter = xl_col_to_name(place)
            claims.append((sheet.name, f"{letter}{first}:{letter}{last}", "A", column.claim))
    return claims


def _page(made: Any, sheet: Sheet, tables: Tables) -> None:
    """On its side, the head repeated, the edition at the foot of every page."""
    made.freeze_panes(HEAD_ROW + 1, min(2, len(sheet.columns)))
    made.autofilter(HEAD_ROW, 0, HEAD_ROW + max(len(sheet.rows), 1), len(sheet.columns) - 1)
    made.set_landscape()
    made.set_paper(A3 if sum(column.width for column in sheet.columns) > WIDE else A4)
    made.fit_to_pages(1, 0)
    made.repeat_rows(HEAD_ROW)
    made.set_footer(f"&L{tables.about}&C{tables.rests_on}&R&P/&N")
    if tables.banner:
        made.set_header(f"&C{tables.banner}")


def _lines(column: TableColumn, text: str) -> int:
    """How many lines a cell's words take in its column, none left out where the fonts are a little wider."""
    wide = sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)
    return -(-wide * 11 // (column.width * 10)) or 1


def _cell(made: Any, row: int, place: int, column: TableColumn, text: str, looks: dict[str, Any]) -> None:
    if text and column.number:
        made.write_number(row, place, float(Decimal(text)), looks[FORMATS[column.digits]])
    elif text:
        made.write_string(row, place, text, looks["text"])
    else:
        made.write_blank(row, place, None, looks["text"])
