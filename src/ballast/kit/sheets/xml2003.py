"""Workbooks in the XML of Excel 2003, which many systems export under the extension ``.xls``."""

import re
from datetime import datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ballast.kit.grid import Grid, Merge, Value
from ballast.kit.sheets.delimited import decoded
from ballast.kit.sheets.refusals import refuse

SPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"
EXCEL = "{urn:schemas-microsoft-com:office:excel}"
DECLARATION = re.compile(rb"""<\?xml[^>]*encoding=["']([\w-]+)["'][^>]*\?>""")
CHINESE = frozenset([b"gbk", b"gb2312", b"gb18030"])
WIDEST, TALLEST = 16_384, 1_048_576
LARGEST_AREA = 5_000_000


def xml_workbook(data: bytes, name: str) -> list[Grid]:
    """The worksheets of the workbook ``data``. Raises Refusal."""
    if b"<!ENTITY" in data or b"<!DOCTYPE" in data[:4096]:
        raise refuse("broken", name, detail="DOCTYPE")
    try:
        root = ElementTree.fromstring(_told(data.lstrip(b" \t\r\n"), name))
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise refuse("broken", name, detail=str(error)[:80]) from error
    grids = [_sheet(sheet, name) for sheet in root.iter(f"{SPACE}Worksheet")]
    if not any(grid.rows for grid in grids):
        raise refuse("no-sheets", name)
    return grids


def _told(data: bytes, name: str) -> bytes | str:
    """The text of a file in GBK, which the parser does not know; the bytes of any other."""
    declared = DECLARATION.match(data)
    if declared is None or declared[1].lower() not in CHINESE:
        return data
    return decoded(data[declared.end() :], name)


def _sheet(sheet: Element, file: str) -> Grid:
    rows: list[list[Value]] = []
    merges: list[Merge] = []
    hidden: set[int] = set()
    title = sheet.get(f"{SPACE}Name", "Sheet")
    for row in sheet.iter(f"{SPACE}Row"):
        at = _number(row, "Index", len(rows) + 1, TALLEST) - 1
        rows.extend([] for _ in range(at - len(rows)))
        cells = _cells(row, at, merges)
        if (at + 1) * max(len(cells), 1) > LARGEST_AREA:
            raise refuse("sprawl", file, sheet=title, cell=f"R{at + 1}")
        rows.append(cells if any(value is not None for value in cells) else [])
        if row.get(f"{SPACE}Hidden") == "1":
            hidden.add(at)
    while rows and not rows[-1]:
        rows.pop()
    unseen = sheet.find(f".//{EXCEL}Visible") is not None
    return Grid(title, rows, merges, unseen, hidden_rows=frozenset(hidden))


def _cells(row: Element, at: int, merges: list[Merge]) -> list[Value]:
    cells: list[Value] = []
    for cell in row.iter(f"{SPACE}Cell"):
        column = _number(cell, "Index", len(cells) + 1, WIDEST) - 1
        cells.extend([None] * (column - len(cells)))
        cells.append(_value(cell.find(f"{SPACE}Data")))
        across, down = _number(cell, "MergeAcross", 0, WIDEST), _number(cell, "MergeDown", 0, TALLEST)
        if across or down:
            merges.append(Merge(at, column, at + down, column + across))
            cells.extend([None] * across)
    return cells


def _number(element: Element, name: str, default: int, most: int) -> int:
    said = element.get(f"{SPACE}{name}", "")
    return min(int(said), most) if said.isdecimal() else default


def _value(data: Element | None) -> Value:
    text = "".join(data.itertext()) if data is not None else ""
    if data is None or not text.strip():
        return None
    kind = data.get(f"{SPACE}Type")
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.fromisoformat(text.removesuffix("Z"))
    except ValueError:
        return text
    return text
