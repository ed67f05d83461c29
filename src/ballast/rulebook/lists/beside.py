"""Groups told in a column beside their projects: 签约一批（2个） in a cell merged down over its two rows."""

from collections.abc import Iterator, Sequence

from ballast.kit.grid import Value
from ballast.rulebook.lists.layout import Layout
from ballast.rulebook.lists.lines import Line
from ballast.rulebook.lists.markers import stated_count
from ballast.rulebook.lists.words import is_empty, wording

SORTS = frozenset(["area", "category", "nature", "stage", "industry", "other", "helper"])
LONGEST = 40


def counted_columns(rows: Sequence[Sequence[Value]], layout: Layout, lines: Sequence[Line]) -> tuple[int, ...]:
    """The columns left of the names whose filled cells mostly say how many projects stand beside them."""
    found = []
    for column in range(layout.names[0]):
        meant = layout.columns.get(column)
        if meant is None or meant.field not in SORTS:
            continue
        told = [cell for line in lines if line.kind == "project" and (cell := _cell(rows[line.row], column))]
        if told and sum(stated_count(cell) is not None for cell in told) * 2 > len(told):
            found.append(column)
    return tuple(found)


def beside(cells: Sequence[Value], row: int, columns: Sequence[int], open_now: dict[int, str]) -> Iterator[Line]:
    """The groups that begin with the project in ``row``, the outer first; one still open that says its title again
    goes on. ``open_now`` keeps their titles by column from row to row."""
    for column in columns:
        title = _cell(cells, column)
        if title and open_now.get(column) != title:
            for inner in [one for one in open_now if one >= column]:
                del open_now[inner]
            open_now[column] = title
            yield Line(row, "beside", title, column, "", f"column{column}", stated_count(title), filled=1)


def _cell(cells: Sequence[Value], column: int) -> str:
    """The words of a cell, where it holds words as short as a title."""
    value = cells[column] if column < len(cells) else None
    return wording(value) if isinstance(value, str) and len(value) <= LONGEST and not is_empty(value) else ""
