"""A form, or a list turned on its side: the headings stand at the left, one to a row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ballast.kit.grid import Grid, Value, address, column_index
from ballast.rulebook.lists.faults import fault
from ballast.rulebook.lists.headings import meaning
from ballast.rulebook.lists.report import Fault, Group, ProjectRow, Recognition
from ballast.rulebook.lists.words import is_empty, plain

SURE = 0.8
LEAST_HEADINGS, LEAST_PROJECTS = 3, 2
TALLEST = 60
CELL = re.compile(r"(?<=[!:])([A-Z]{1,3})(\d+)")


@dataclass(frozen=True, slots=True)
class Turn:
    """How a sheet was turned: its rows from ``top`` on became columns, its columns from ``left`` on rows."""

    top: int
    left: int

    def back(self, row: int, column: int) -> tuple[int, int]:
        """Where a cell of the turned sheet stands in the sheet as written."""
        return (row, column) if row < self.top else (column + self.top, row - self.top + self.left)

    def where(self, source: str) -> str:
        """A source of the turned sheet as the sheet as written has it."""
        return CELL.sub(lambda found: address(*self.back(int(found[2]) - 1, column_index(found[1]))), source)


def set_upright(grids: Sequence[Grid]) -> tuple[list[Grid], dict[str, Turn]]:
    """The sheets, those that lie on their side turned, and how each of these was turned."""
    turns = {grid.name: turn for grid in grids if (turn := _turn(grid)) is not None}
    return [_turned(grid, turns[grid.name]) if grid.name in turns else grid for grid in grids], turns


def as_written(result: Recognition, turns: dict[str, Turn]) -> None:
    """Name the cells of turned sheets as the sheets have them, and say that they were turned."""
    for name, turn in turns.items():
        result.rows[:] = [_row(row, turn) if row.sheet == name else row for row in result.rows]
        result.groups[:] = [_group(group, turn) if group.sheet == name else group for group in result.groups]
        result.skipped[:] = [
            replace(one, source=turn.where(one.source)) if one.sheet == name else one for one in result.skipped
        ]
        for faults in (result.errors, result.warnings):
            faults[:] = [_fault(one, name, turn) for one in faults]
        if any(row.sheet == name for row in result.rows):
            result.warnings.append(fault("turned", name))
    result.turned.update(turns)


def _fault(one: Fault, sheet: str, turn: Turn) -> Fault:
    return replace(one, where=turn.where(one.where)) if one.where.startswith(f"{sheet}!") else one


def _group(group: Group, turn: Turn) -> Group:
    return replace(group, source=turn.where(group.source))


def _row(row: ProjectRow, turn: Turn) -> ProjectRow:
    warnings = tuple(_fault(one, row.sheet, turn) for one in row.warnings)
    return replace(row, warnings=warnings, written=turn.back)


def _turn(grid: Grid) -> Turn | None:
    """Headings in one column, the name's row first of them, two projects or more beside, and no heading among them."""
    if len(grid.rows) > TALLEST:
        return None
    heads = {row: head for row, cells in enumerate(grid.rows) if (head := _head(cells))}
    named = next((row for row, (_, field) in heads.items() if field == "name"), None)
    if named is None:
        return None
    left, top = heads[named][0], named
    while top - 1 in heads and heads[top - 1][0] == left:
        top -= 1
    told = [row for row in range(top, len(grid.rows)) if any(not is_empty(value) for value in grid.rows[row])]
    sure = [row for row in told if row in heads and heads[row][0] == left]
    names = [value for value in grid.rows[named][left + 1 :] if not is_empty(value)]
    beside = [value for row in told for value in grid.rows[row][left + 1 :] if isinstance(value, str)]
    few = len(names) < LEAST_PROJECTS or len(sure) < LEAST_HEADINGS or len(sure) * 3 < len(told) * 2
    return None if few or any(_heading(plain(value)) for value in beside) else Turn(top, left)


def _head(cells: Sequence[Value]) -> tuple[int, str] | None:
    """The column and the field of a heading that begins a row and has two cells or more beside it."""
    filled = [column for column, value in enumerate(cells) if value is not None]
    if len(filled) <= LEAST_PROJECTS or not isinstance(cells[filled[0]], str):
        return None
    field = _heading(plain(cells[filled[0]]))
    return (filled[0], field) if field else None


def _heading(text: str) -> str:
    found = meaning((text,))
    return found.field if found.confidence >= SURE else ""


def _turned(grid: Grid, turn: Turn) -> Grid:
    block = [row[turn.left :] for row in grid.rows[turn.top :]]
    width = max(map(len, block))
    rows = [[row[column] if column < len(row) else None for row in block] for column in range(width)]
    return Grid(grid.name, grid.rows[: turn.top] + rows, [], grid.hidden)


def is_upright(grid: Grid, rows: range) -> bool:
    """True when most filled rows begin with a heading, beside what it heads."""
    heads = told = 0
    for row in rows:
        filled = [value for value in grid.rows[row] if not is_empty(value)]
        if len(filled) < 2:
            continue
        told += 1
        heads += isinstance(filled[0], str) and bool(_heading(plain(filled[0])))
        if told == 4 and not heads:
            return False
    return heads * 2 > told > 1
