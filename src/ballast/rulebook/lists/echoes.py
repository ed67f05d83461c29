"""Rows that say one thing in every cell, as programs leave a merged row: said once, as in the merge it was."""

from dataclasses import replace

from ballast.kit.grid import Grid, Value

# Fewer cells may be alike by chance: 新建 under two headings.
LEAST = 3


def said_once(grid: Grid) -> Grid:
    """The sheet with every such row cut to its first cell."""
    if not any(map(_echo, grid.rows)):
        return grid
    return replace(grid, rows=[_first(row) if _echo(row) else row for row in grid.rows])


def _echo(row: list[Value]) -> bool:
    filled = [value for value in row[:LEAST] if value is not None]
    if len(filled) < LEAST or filled[0].__class__ is not str or filled[0] != filled[1] or filled[1] != filled[2]:
        return False
    return all(value is None or value == filled[0] for value in row)


def _first(row: list[Value]) -> list[Value]:
    return [row[0], *([None] * (len(row) - 1))]
