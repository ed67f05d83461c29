"""Workbooks through python-calamine, with the guards a hostile or sprawling file needs."""

import io
import zipfile

import python_calamine
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from ballast.kit.grid import Grid, Merge, Value
from ballast.kit.sheets.biff import extents_of
from ballast.kit.sheets.package import UNSTORED, Extent, extents
from ballast.kit.sheets.refusals import refuse

# A dense rectangle of this many cells is what calamine may be asked to hold (24 bytes each).
LARGEST_AREA = 40_000_000

NOTHING: list[Value] = []


def workbook(data: bytes, name: str, *, zipped: bool) -> list[Grid]:
    """The worksheets of the workbook ``data``; chart and macro sheets are left out. Raises Refusal."""
    measured: dict[str, Extent] = {}
    if zipped:
        measured = extents(data, name)
        for sheet, extent in measured.items():
            if extent.rows * extent.columns > LARGEST_AREA:
                raise refuse("sprawl", name, sheet=sheet, cell=extent.corner())
    else:
        measured = extents_of(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        grids = [
            _grid(book.get_sheet_by_name(meta.name), meta.visible != SheetVisibleEnum.Visible, measured.get(meta.name))
            for meta in book.sheets_metadata
            if meta.typ == SheetTypeEnum.WorkSheet
        ]
    except python_calamine.PasswordError as error:
        raise refuse("encrypted", name) from error
    except (python_calamine.CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        raise refuse("broken", name, detail=str(error)[:80]) from error
    if not any(grid.rows for grid in grids):
        raise refuse("no-sheets", name)
    return grids


def _grid(sheet: CalamineSheet, hidden: bool, extent: Extent | None) -> Grid:
    rows: list[list[Value]] = []
    if sheet.start is not None:
        left = [None] * sheet.start[1]
        # iter_rows begins at row 1 whatever the first filled row, but at the first filled column.
        filled = 0
        for cells in sheet.iter_rows():
            row: list[Value] = [None if cell == "" else cell for cell in cells]
            if any(cell is not None for cell in row):
                rows.append(left + row if left else row)
                filled = len(rows)
            else:
                rows.append(NOTHING)
        del rows[filled:]
    for (row_index, column), text in (extent.errors if extent else {}).items():
        if text == UNSTORED and (row_index >= len(rows) or not rows[row_index]):
            continue
        _place(rows, row_index, column, text)
    merges = [Merge(*first, *last) for first, last in sheet.merged_cell_ranges or []]
    if extent is None:
        return Grid(sheet.name, rows, merges, hidden)
    unshown = frozenset(extent.hidden_rows), frozenset(extent.hidden_columns), frozenset(extent.struck)
    return Grid(sheet.name, rows, merges, hidden, *unshown)


def _place(rows: list[list[Value]], row: int, column: int, text: str) -> None:
    """Put a formula error back where calamine, which drops them, left a gap."""
    rows.extend([NOTHING] * (row + 1 - len(rows)))
    cells = list(rows[row])
    cells.extend([None] * (column + 1 - len(cells)))
    if cells[column] is None:
        cells[column] = text
    rows[row] = cells
