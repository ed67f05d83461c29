"""Makers of small untidy lists, and what recognition found in them as plain tuples."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
from collections.abc import Sequence
from typing import Any

from ballast.kit.grid import Grid, Merge, Value, column_index
from ballast.rulebook.lists import Group, Recognition, recognise

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
    seen: dict[tuple[str, int], int] = {}
    # Several projects in one cell take the same rows.
    for name, numbers in {(row.sheet, row.rows) for row in result.rows}:
        for number in numbers:
            seen[name, number] = seen.get((name, number), 0) + 1
    # A group told in a column stands in the row of its first project.
    for group in (group for group in result.groups if group.kind != "beside"):
        seen[group.sheet, group.row] = seen.get((group.sheet, group.row), 0) + 1
    for skipped in result.skipped:
        for number in skipped.rows:
            seen[skipped.sheet, number] = seen.get((skipped.sheet, number), 0) + 1
    filled = {
        (grid.name, number) for grid in grids for number, row in enumerate(grid.rows)
        if any(value is not None for value in row)
    }
    assert set(seen) == filled, f"lost {sorted(filled - set(seen))}, invented {sorted(set(seen) - filled)}"
    assert all(times == 1 for times in seen.values()), {key: times for key, times in seen.items() if times > 1}


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
