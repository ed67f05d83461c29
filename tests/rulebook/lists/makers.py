"""Makers of small untidy lists, and what recognition found in them as plain tuples."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
from collections.abc import Sequence
from typing import Any

from ballast.kit.grid import Grid, Merge, Value, column_index, column_letter
from ballast.rulebook.lists import Group, Recognition, recognise
from ballast.rulebook.lists.upright import set_upright

WAN = 10_000
YI = 100_000_000


def span(area: str) -> Merge:
    """A merged range by its Excel name: ``A1:C1``."""
    first, last = area.split(":")
    (left, top), (right, bottom) = _cell(first), _cell(last)
    return Merge(top, left, bottom, right)


def _cell(name: str) -> tuple[int, int]:
    letters = name.rstrip("0123456789")
    return column_index(letters), int(name[len(letters) :]) - 1


def sheet(rows: Sequence[Sequence[Any]], *merges: str, name: str = "Sheet1", hidden: bool = False) -> Grid:
    """A sheet; a row may also be one text, standing for a lone cell in column A. Empty text is an empty cell."""
    cells: list[list[Value]] = [
        [row] if isinstance(row, str) else [None if value == "" else value for value in row] for row in rows
    ]
    return Grid(name, [row if any(v is not None for v in row) else [] for row in cells],
                [span(area) for area in merges], hidden)


def found(*grids: Grid, **options: Any) -> Recognition:
    """What is recognised in a workbook of these sheets; every filled row must be accounted for exactly once."""
    result = recognise(list(grids), file="名单.xlsx", **options)
    accounted(grids, result)
    return result


def accounted(grids: Sequence[Grid], result: Recognition) -> None:
    """Assert that each filled row is a project's, a group or skipped with a reason, and only one of them."""
    grids, _ = set_upright(grids)
    told: dict[tuple[str, int], list[str]] = {}
    # Several projects in one cell take the same rows; lists abreast tell a row once each, in columns of their own.
    for name, numbers, column in {(row.sheet, row.rows, row.columns["name"]) for row in result.rows}:
        for number in numbers:
            told.setdefault((name, number), []).append(column_letter(column))
    # A group told in a column stands in the row of its first project.
    for group in (group for group in result.groups if group.kind != "beside"):
        told.setdefault((group.sheet, group.row), []).append(group.source.split("!")[-1].rstrip("0123456789"))
    for skipped in result.skipped:
        for number in skipped.rows:
            told.setdefault((skipped.sheet, number), []).append(skipped.source)
    filled = {
        (grid.name, number) for grid in grids for number, row in enumerate(grid.rows)
        if any(value is not None for value in row)
    }
    assert set(told) == filled, f"lost {sorted(filled - set(told))}, invented {sorted(set(told) - filled)}"
    twice = {key: columns for key, columns in told.items() if len(set(columns)) < len(columns)}
    assert not twice, twice


def money(result: Recognition) -> list[tuple[str, int | None, int | None]]:
    """Name, total and annual plan of every project."""
    return [(row.name, row.total_investment, row.annual_plan) for row in result.rows]


def names(result: Recognition) -> list[str]:
    """The names of the projects."""
    return [row.name for row in result.rows]


def group(result: Recognition, title: str) -> Group:
    """The one group with ``title``."""
    (one,) = [group for group in result.groups if group.title == title]
    return one


def codes(result: Recognition, name: str) -> set[str]:
    """The warnings beside the project called ``name``."""
    return {fault.code for row in result.rows if row.name == name for fault in row.warnings}
