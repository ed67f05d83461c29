"""A form, or a list turned on its side: the headings stand at the left, one to a row."""

from ballast.kit.grid import Grid
from ballast.rulebook.lists.headings import meaning
from ballast.rulebook.lists.words import is_empty, plain

SURE = 0.8


def is_upright(grid: Grid, rows: range) -> bool:
    """True when most filled rows begin with a heading, beside what it heads."""
    heads = told = 0
    for row in rows:
        filled = [value for value in grid.rows[row] if not is_empty(value)]
        if len(filled) < 2:
            continue
        told += 1
        found = meaning((plain(filled[0]),)) if isinstance(filled[0], str) else None
        heads += bool(found and found.field and found.confidence >= SURE)
        if told == 4 and not heads:
            return False
    return heads * 2 > told > 1
