"""Lists printed side by side (序号 项目名称 | 序号 项目名称), taken apart into one list after another."""

from dataclasses import replace

from ballast.kit.grid import Grid
from ballast.rulebook.lists.header import Header
from ballast.rulebook.lists.profile import fit, profiles
from ballast.rulebook.lists.scan import Cut
from ballast.rulebook.lists.words import whole_of

READS_AS_NAMES = 0.5


def abreast(grid: Grid, cut: Cut) -> list[tuple[Grid, Cut]]:
    """``cut`` as it is, or one grid and cut for each time its headings, or its numbers, begin again to the right.

    A grid made for one block keeps every cell in its place and empties those of the other blocks.
    """
    blocks = _blocks(cut.header) if cut.header else _numbered_on(grid, cut)
    if len(blocks) < 2:
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
        own = replace(cut, header=_within(cut.header, first, last), columns=(first, last))
        if place:
            own = replace(own, lead=[], repeats=[], again=True)
            rows = [[] if number in cut.repeats else row for number, row in enumerate(rows)]
        apart.append((replace(grid, rows=rows), own))
    return apart


def _within(header: Header | None, first: int, last: int) -> Header | None:
    """The headings of one block."""
    if header is None:
        return None
    return replace(header, parts={column: words for column, words in header.parts.items() if first <= column < last})


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


def _numbered_on(grid: Grid, cut: Cut) -> list[tuple[int, int]]:
    """Without headings: the ranges that begin with a number and a name, where the numbers of all count 1, 2, 3."""
    body = [row for row in grid.rows[cut.body[0] : cut.body[1]] if row]
    width = max(map(len, body), default=0)
    held = profiles(body, width)
    starts = [
        column
        for column in range(width - 1)
        if held[column].filled > 1 and fit("name", held[column + 1]) > READS_AS_NAMES
        and held[column].numbers == held[column].filled
    ]  # fmt: skip
    if len(starts) < 2 or any(held[column].filled for column in range(starts[0])):
        return []
    numbers = [whole_of(row[column]) for row in body for column in starts if column < len(row)]
    told = sorted(number for number in numbers if number is not None)
    return list(zip(starts, [*starts[1:], width], strict=True)) if told == list(range(1, len(told) + 1)) else []
