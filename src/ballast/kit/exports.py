"""Rows written out for Excel, as text or as a workbook; what a person wrote never becomes a formula there."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import IO

import xlsxwriter

Cell = str | int | datetime | None
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CHUNK = 500


def harmless(text: str) -> str:
    """``text`` as a cell of delimited text that no program takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def as_csv(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """Delimited text in UTF-8 with its mark, a few hundred rows at a time."""
    held = io.StringIO()
    writer = csv.writer(held)
    held.write("\ufeff")
    writer.writerow(headings)
    for number, row in enumerate(rows, start=1):
        writer.writerow([_plain(cell) for cell in row])
        if number % CHUNK == 0:
            yield _taken(held)
    yield _taken(held)


def write_workbook(into: IO[bytes], title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """One sheet, written row by row so that it need not fit into memory."""
    with xlsxwriter.Workbook(into, {"constant_memory": True, **PLAIN}) as book:
        sheet = book.add_worksheet(title)
        bold = book.add_format({"bold": True, "bottom": 2})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        for place, heading in enumerate(headings):
            sheet.set_column(place, place, 20)
            sheet.write_string(0, place, heading, bold)
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows, start=1):
            for place, cell in enumerate(row):
                if isinstance(cell, datetime):
                    sheet.write_datetime(number, place, cell.replace(tzinfo=None), moment)
                elif isinstance(cell, int):
                    sheet.write_number(number, place, cell)
                elif cell:
                    sheet.write_string(number, place, cell)


def _plain(cell: Cell) -> Cell:
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M:%S}"
    return harmless(cell) if isinstance(cell, str) else cell


def _taken(held: io.StringIO) -> bytes:
    text = held.getvalue()
    held.seek(0)
    held.truncate()
    return text.encode()
