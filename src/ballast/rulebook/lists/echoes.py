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
    if len(row) < LEAST or row[0].__class__ is not str or row[0] != row[1] or row[1] != row[2]:
        return False
    return all(value is None or value == row[0] for value in row)


def _first(row: list[Value]) -> list[Value]:
    return [row[0], *([None] * (len(row) - 1))]
