"""Merged ranges, asked the two ways recognition needs: what a header cell covers, and what a body cell hangs from."""

from dataclasses import dataclass, field

from ballast.kit.grid import Grid, Merge, Value

# A merge taller or wider than this is a formatted background, not a table.
LARGEST = 20_000


@dataclass(slots=True)
class Spans:
    """The merges of a sheet: ``anchor[(r, c)]`` for covered cells that are not the top left one themselves."""

    anchor: dict[tuple[int, int], Merge] = field(default_factory=dict)
    at: dict[tuple[int, int], Merge] = field(default_factory=dict)

    @classmethod
    def of(cls, grid: Grid) -> "Spans":
        """The merges of ``grid``, cut to the rows that hold something."""
        spans = cls()
        height = len(grid.rows)
        for merge in grid.merges:
            last_row = min(merge.last_row, height - 1)
            cells = (last_row - merge.first_row + 1) * (merge.last_column - merge.first_column + 1)
            if merge.first_row >= height or cells > LARGEST:
                continue
            spans.at[merge.first_row, merge.first_column] = merge
            for row in range(merge.first_row, last_row + 1):
                for column in range(merge.first_column, merge.last_column + 1):
                    if (row, column) != (merge.first_row, merge.first_column):
                        spans.anchor[row, column] = merge
        return spans

    def value(self, grid: Grid, row: int, column: int) -> Value:
        """The value shown at a cell: its own, or that of the merged range it lies in."""
        merge = self.anchor.get((row, column))
        if merge is not None:
            row, column = merge.first_row, merge.first_column
        cells = grid.rows[row] if row < len(grid.rows) else []
        return cells[column] if column < len(cells) else None

    def above(self, row: int, column: int) -> int | None:
        """The first row of the vertical merge that covers this cell from above, or None."""
        merge = self.anchor.get((row, column))
        return merge.first_row if merge is not None and merge.first_row < row else None

    def width(self, row: int, column: int) -> int:
        """How many columns the range that starts here covers."""
        merge = self.at.get((row, column))
        return merge.last_column - merge.first_column + 1 if merge else 1
