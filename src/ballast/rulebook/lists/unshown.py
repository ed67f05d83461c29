"""What the sheet holds and does not show: hidden rows and columns, crossed-out names; read all the same, and said."""

from collections.abc import Iterable

from ballast.kit.grid import Grid, column_letter
from ballast.rulebook.lists.draft import Draft
from ballast.rulebook.lists.faults import fault
from ballast.rulebook.lists.layout import Layout
from ballast.rulebook.lists.report import Fault


def unshown(grid: Grid, layout: Layout, drafts: list[Draft]) -> list[Fault]:
    """The faults of the table; each is also put beside the projects it is about."""
    told: list[Fault] = []
    hidden = [draft for draft in drafts if draft.line.row in grid.hidden_rows]
    if hidden:
        rows = ranges(draft.line.row + 1 for draft in hidden)
        told.append(fault("hidden-rows", grid.name, text=str(len(hidden)), other=rows))
        for draft in hidden:
            draft.warnings.append(told[-1])
    columns = [column for column, meant in layout.columns.items() if meant.heading and column in grid.hidden_columns]
    if columns:
        told.append(fault("hidden-columns", grid.name, text="、".join(map(column_letter, columns))))
    for draft in drafts:
        column = draft.columns["name"]
        if (draft.line.row, column) in grid.struck:
            where = f"{grid.name}!{column_letter(column)}{draft.line.row + 1}"
            draft.warnings.append(fault("struck", where))
    return told


def ranges(numbers: Iterable[int]) -> str:
    """Numbers as runs: 5—9、12."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "、".join(str(first) if first == last else f"{first}—{last}" for first, last in runs)
