"""Which columns names of projects stand in: under their heading, in both halves of it, or told by what they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ballast.kit.grid import Value
from ballast.rulebook.lists.profile import Profile, fit
from ballast.rulebook.lists.words import is_empty

if TYPE_CHECKING:
    from ballast.rulebook.lists.layout import Layout

Parts = Mapping[int, tuple[str, ...]]
Body = Sequence[Sequence[Value]]

# A column with so many numbers counts its rows.
NUMBERED = 0.7
# How sure a column is the name's by its cells alone.
READ_AS_NAMES = 0.4
HALF = 0.5


def name_columns(layout: "Layout", parts: Parts, held: Sequence[Profile], body: Body) -> tuple[int, ...]:
    """The columns a name may stand in, the likeliest first; none where the table has no names."""
    if "name" not in layout.of:
        return _named_by_owner(layout) or _read_as_names(layout, held)
    main = layout.of["name"]
    twins = [column for column, words in parts.items() if column != main and words == parts.get(main)]
    if not twins and main + 1 < len(held) and main + 1 not in parts:
        if fit("name", held[main]) < 0.3 < fit("name", held[main + 1]):
            return _right_half(layout, main, held, body)
        if held[main + 1].share(held[main + 1].names) > HALF and not _side_by_side(body, main):
            # Names that stand now in the one half of the heading, now in the other.
            twins = [main + 1]
    for twin in twins:
        _become(layout, twin, "name", like=main)
    if len(twins) == 1 and "owner" not in layout.of and _firms(held, main) and not _firms(held, twins[0]):
        # 企业及项目名称 over two columns: the firm at the left, its project at the right.
        _become(layout, main, "owner", like=main)
        return (twins[0],)
    return (main, *twins)


def _right_half(layout: "Layout", main: int, held: Sequence[Profile], body: Body) -> tuple[int, ...]:
    """The names stand right of their heading: beside their numbers, beside their kinds, or by turns with titles."""
    numbers = "sequence" not in layout.of and fit("sequence", held[main]) > NUMBERED
    kinds = _side_by_side(body, main) > HALF
    _become(layout, main + 1, "name", like=main)
    if numbers or kinds:
        _become(layout, main, "sequence" if numbers else "category", like=main)
    return (main + 1,) if numbers else (main + 1, main) if kinds else (main, main + 1)


def _become(layout: "Layout", column: int, kind: str, *, like: int) -> None:
    layout.columns[column] = replace(layout.columns[like], field=kind, confidence=0.6)
    layout.index()


def _side_by_side(body: Body, column: int) -> float:
    """The share of rows that fill a column too, among those that fill the next."""
    both = [not is_empty(row[column]) for row in body if column + 1 < len(row) and not is_empty(row[column + 1])]
    return sum(both) / len(both) if both else 0.0


def _named_by_owner(layout: "Layout") -> tuple[int, ...]:
    """A list of firms and what they build, without names of projects: the firm stands for its project."""
    of = layout.of
    if "owner" not in of or "count" in of or not {"content", "goal"} & of.keys():
        return ()
    return (of["owner"],)


def _read_as_names(layout: "Layout", held: Sequence[Profile]) -> tuple[int, ...]:
    """No heading says name: the one column whose cells read like projects, in a list of numbered rows with money."""
    if "count" in layout.of or not {"sequence", "total_investment"} <= layout.of.keys():
        return ()
    free = [
        column
        for column, meant in layout.columns.items()
        if meant.field in ("other", "helper", "goal", "category") and column < len(held)
    ]
    best = max(free, key=lambda column: held[column].names - held[column].long, default=None)
    if best is None or held[best].share(held[best].names - held[best].long) < 0.5:
        return ()
    layout.columns[best] = replace(layout.columns[best], field="name", confidence=READ_AS_NAMES)
    layout.index()
    return (best,)


def _firms(held: Sequence[Profile], column: int) -> bool:
    """True when most cells of a column name firms."""
    return column < len(held) and held[column].share(held[column].firms) > 0.5
