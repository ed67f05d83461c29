"""Reading a filled form back: columns by their headings, rows by their serials, wherever they were moved."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ballast.kit import sheets
from ballast.kit.grid import Grid, Value, address, column_letter
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.sheets.kinds import Kind, kind_of
from ballast.kit.sheets.package import UNSTORED
from ballast.rooms.reporting.workbook.stamp import SHEET, Stamp, read_stamp
from ballast.rulebook.forms import COLUMNS, LOCKED, headings, plain

# Columns whose cells come with a formula that proposes the sum.
PROPOSED = ("year_to_date", "to_date")
DEEPEST_HEADER = 40
FEWEST_HEADINGS = 6
NEEDED = [column.key for column in COLUMNS if column.editable or column in LOCKED]


class FormUnreadable(Refusal):
    """The visible sheet no longer has what is needed to read it."""


@dataclass(frozen=True, slots=True)
class FilledRow:
    """One row as filled: its number as Excel counts, its serial, its cells by column key."""

    number: int
    serial: str
    cells: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled form: its stamp, where its columns stand, its rows, and rows that carry data but no serial."""

    name: str
    sheet: str
    stamp: Stamp
    letters: dict[str, str]
    rows: list[FilledRow]
    strays: list[FilledRow] = field(default_factory=list)

    def where(self, key: str, row: int) -> str:
        """The address of a cell as a person looks it up: ``月报.xlsx · 月报表!M6``."""
        return f"{self.name} · {self.sheet}!{self.letters.get(key, 'A')}{row}"


def read(data: bytes, name: str) -> Filled:
    """Read a form from its bytes. Raises Refusal: no workbook, not a form, no or broken headings."""
    grids = sheets.read(data, name)
    stamp = read_stamp(grids, name)
    wanted = headings(stamp.month)
    grid, top = _header(grids, wanted, name)
    columns, first = _columns(grid, top, wanted, name)
    letters = {key: column_letter(position) for key, position in columns.items()}
    filled = Filled(name, grid.name, stamp, letters, [])
    old_format = kind_of(data) is Kind.OLE_BOOK
    for row in _rows(grid, columns, first):
        if old_format:
            _empty_proposals(row.cells)
        _unreckoned_proposals(row.cells)
        (filled.rows if row.serial else filled.strays).append(row)
    return filled


def _header(grids: list[Grid], wanted: dict[str, str], name: str) -> tuple[Grid, int]:
    """The sheet and the row (from 0) where most headings stand."""
    best: tuple[int, Grid, int] | None = None
    for grid in grids:
        for top in range(min(DEEPEST_HEADER, len(grid.rows))) if grid.name != SHEET else ():
            count = sum(_heading(grid, row, position) in wanted
                        for row in (top, top + 1) for position in range(_width(grid, row)))  # fmt: skip
            if best is None or count > best[0]:
                best = (count, grid, top)
    if best is None or best[0] < FEWEST_HEADINGS:
        raise FormUnreadable(
            Sentence("找不到月报表的表头；请保留下载时的两行表头", "The headings are gone; keep the two header rows"),
            where=name, code="header_missing",
        )  # fmt: skip
    return best[1], best[2]


def _columns(grid: Grid, top: int, wanted: dict[str, str], name: str) -> tuple[dict[str, int], int]:
    """The position of every column by key, and the first row of data."""
    found: dict[str, int] = {}
    deepest = top
    for position in range(max(_width(grid, top), _width(grid, top + 1))):
        for row in (top + 1, top):
            key = wanted.get(_heading(grid, row, position))
            if key is None:
                continue
            if key in found:
                other = column_letter(found[key])
                raise FormUnreadable(
                    Sentence(f"此表头出现两次（另见 {other} 列），应只留一列",
                             f"This heading stands twice (also in column {other}); keep one"),
                    where=f"{name} · {grid.name}!{address(row, position)}", code="heading_twice",
                )  # fmt: skip
            found[key], deepest = position, max(deepest, row)
            break
    lacking = [heading for heading, key in wanted.items() if key in NEEDED and key not in found]
    if lacking:
        named = "、".join(lacking)
        raise FormUnreadable(
            Sentence(f"表头缺少：{named}；请勿删除或改写表头，可重新下载月报表",
                     f"These headings are missing: {named}; put them back, or download the form again"),
            where=f"{name} · {grid.name}!{address(top, 0)}", code="heading_missing",
        )  # fmt: skip
    return found, deepest + 1


def _rows(grid: Grid, columns: dict[str, int], first: int) -> Iterator[FilledRow]:
    editable = {column.key for column in COLUMNS if column.editable}
    for index in range(first, len(grid.rows)):
        row = grid.rows[index]
        cells = {key: row[position] if position < len(row) else None for key, position in columns.items()}
        cells = {key: None if isinstance(value, str) and not value.strip() else value for key, value in cells.items()}
        serial = str(cells["serial"] or "").strip()
        said = str(cells["name"] or "").strip()
        if serial or (not _is_total(said) and (said or any(cells[key] is not None for key in editable))):
            yield FilledRow(index + 1, serial, cells)


def _unreckoned_proposals(cells: dict[str, Value]) -> None:
    """A program that fills forms without reckoning stores no results: the form's own sums count as not typed."""
    for key in PROPOSED:
        if cells[key] == UNSTORED:
            cells[key] = None


def _empty_proposals(cells: dict[str, Value]) -> None:
    """In .xls a formula whose result is empty reads as 0: where no month stands, its sums are no zeros."""
    for key in PROPOSED if cells["month_completed"] is None else ():
        if cells[key] == 0:
            cells[key] = None


def _is_total(name: str) -> bool:
    return plain(name).startswith(("合计", "小计", "总计"))


def _heading(grid: Grid, row: int, position: int) -> str:
    value = grid.rows[row][position] if row < len(grid.rows) and position < len(grid.rows[row]) else None
    return plain(value) if isinstance(value, str) else ""


def _width(grid: Grid, row: int) -> int:
    return len(grid.rows[row]) if row < len(grid.rows) else 0
