"""Merging what two people typed into one report: cell by cell, from what both started with."""

from collections.abc import Mapping
from dataclasses import dataclass

Cell = str | int | float | None
Cells = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Clash:
    """A cell both changed, each otherwise: what stood, what I typed, what they typed."""

    column: str
    base: Cell
    mine: Cell
    theirs: Cell


@dataclass(frozen=True, slots=True)
class Merged:
    """The cells joined (a clashing cell as theirs), the columns taken from me, and the clashes."""

    cells: dict[str, Cell]
    taken: tuple[str, ...]
    clashes: tuple[Clash, ...]


def merge(base: Cells, mine: Cells, theirs: Cells) -> Merged:
    """Join two changes of ``base``: a cell one side changed is as changed, one both changed otherwise clashes."""
    joined = dict(theirs)
    taken: list[str] = []
    clashes: list[Clash] = []
    for column in sorted({*base, *mine, *theirs}):
        stood, own, other = base.get(column), mine.get(column), theirs.get(column)
        if own in (other, stood):
            continue
        if other == stood:
            taken.append(column)
            joined[column] = own
        else:
            clashes.append(Clash(column, stood, own, other))
    return Merged({column: cell for column, cell in joined.items() if cell is not None}, tuple(taken), tuple(clashes))
