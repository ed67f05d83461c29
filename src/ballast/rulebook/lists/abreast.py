"""Lists printed side by side (序号 项目名称 | 序号 项目名称), taken apart into one list after another."""

from dataclasses import replace

from ballast.kit.grid import Grid
from ballast.rulebook.lists.header import Header
from ballast.rulebook.lists.scan import Cut


def abreast(grid: Grid, cut: Cut) -> list[tuple[Grid, Cut]]:
    """``cut`` as it is, or one grid and cut for each time its headings begin again to the right.

    A grid made for one block keeps every cell in its place and empties those of the other blocks.
    """
    blocks = _blocks(cut.header) if cut.header else []
    if len(blocks) < 2 or cut.header is None:
        return [(grid, cut)]
    apart = []
    for place, (first, last) in enumerate(blocks):
        rows = [
            [value if first <= column < last else None for column, value in enumerate(row)]
            if cut.body[0] <= number < cut.body[1] and number not in cut.repeats
            else row
            for number, row in enumerate(grid.rows)
        ]
        rows = [row if any(value is not None for value in row) else [] for row in rows]
        parts = {column: words for column, words in cut.header.parts.items() if first <= column < last}
        own = replace(cut, header=replace(cut.header, parts=parts), columns=(first, last))
        if place:
            own = replace(own, lead=[], repeats=[], again=True)
            rows = [[] if number in cut.repeats else row for number, row in enumerate(rows)]
        apart.append((replace(grid, rows=rows), own))
    return apart


def _blocks(header: Header) -> list[tuple[int, int]]:
    """The column ranges over which the headings begin again, each with a name of its own, or none."""
    columns = sorted(header.parts)
    own = {column: header.parts[column][-1] for column in columns}
    starts = [column for column in columns if own[column] == own[columns[0]]]
    ends = [*starts[1:], columns[-1] + 1]
    meant = {column: found.field for column, found in header.meanings().items()}
    blocks = list(zip(starts, ends, strict=True))
    whole = all(
        "name" in (fields := [meant[column] for column in columns if first <= column < last]) and len(fields) > 1
        for first, last in blocks
    )
    return blocks if whole and len(blocks) > 1 else []
