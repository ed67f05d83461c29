"""One list printed in columns side by side (序号 项目名称 | 序号 项目名称), taken apart into one list after another."""

from dataclasses import replace

from ballast.kit.grid import Grid
from ballast.rulebook.lists.header import Header
from ballast.rulebook.lists.scan import Cut


def abreast(grid: Grid, cut: Cut) -> list[tuple[Grid, Cut]]:
    """``cut`` as it is, or one grid and cut for each time its headings repeat to the right.

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
        own = replace(cut, header=replace(cut.header, parts=parts))
        if place:
            own = replace(own, lead=[], repeats=[], again=True)
            rows = [[] if number in cut.repeats else row for number, row in enumerate(rows)]
        apart.append((replace(grid, rows=rows), own))
    return apart


def _blocks(header: Header) -> list[tuple[int, int]]:
    """The column ranges over which the headings repeat word for word, or none."""
    columns = sorted(header.parts)
    first = columns[0]
    again = [column for column in columns[1:] if header.parts[column] == header.parts[first]]
    if not again:
        return []
    width = again[0] - first
    block = [column - first for column in columns if column < again[0]]
    starts = range(first, columns[-1] + 1, width)
    repeated = all(
        header.parts.get(start + offset) == header.parts[first + offset] for start in starts for offset in block
    )
    return [(start, start + width) for start in starts] if repeated and len(block) >= 2 else []
