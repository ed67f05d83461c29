"""Figures reckoned by the engine: one pass over each month's snapshot for all that is asked."""

from collections.abc import Iterable
from datetime import datetime

from ballast.kit import engine
from ballast.rooms.figures import expressions, shelf
from ballast.rooms.figures.clock import Clock
from ballast.rooms.figures.relations import settle
from ballast.rulebook.figures.declarations import Declaration
from ballast.rulebook.figures.reading import Pair, months_before, value
from ballast.rulebook.figures.vocabulary import Component, Reduced

Answer = tuple[Pair, dict[str, Pair]]
Table = dict[str, int | None]


def reckon(
    asked: Iterable[Declaration], month: str, by: str, at: datetime | None, *, open_month: bool = False
) -> dict[str, Answer]:
    """Every figure whole and by the keys of a dimension; a figure without the dimension has no keys.

    With ``open_month`` the month itself is read from the ledger though it has editions: to make the next one.
    """
    asked = list(asked)
    reduced = {one.code: one.reduced(int(month[5:7])) for one in asked}
    parts = list(dict.fromkeys(part for one in reduced.values() for part in one.components()))
    whole, tables, covered = _tables(parts, month, by, at, open_month)
    return answers(asked, reduced, by, whole, tables, covered)


def answers(
    asked: Iterable[Declaration], reduced: dict[str, Reduced], by: str, whole: dict[Component, Table],
    tables: dict[Component, Table], covered: set[int],
) -> dict[str, Answer]:  # fmt: skip
    """The figures put together from their components, whole and by key."""
    found = {}
    for one in asked:
        mine = reduced[one.code].components()
        keys = {key for part in mine for key in tables.get(part, {})} if by in one.dimensions else set()
        values = {
            key: value(reduced[one.code], lambda part, key=key: _at(tables[part], part, key, covered))  # type: ignore[misc]
            for key in sorted(keys)
        }
        found[one.code] = (value(reduced[one.code], lambda part: _at(whole[part], part, "", covered)), values)
    return found


def _tables(
    parts: list[Component], month: str, by: str, at: datetime | None, open_month: bool
) -> tuple[dict[Component, Table], dict[Component, Table], set[int]]:
    """Every component whole and by key, and which of the months back are covered."""
    whole: dict[Component, Table] = {part: {} for part in parts}
    tables: dict[Component, Table] = {part: {} for part in parts}
    covered = set()
    for back in dict.fromkeys(part.back for part in parts):
        take = shelf.open_volume if open_month and not back else shelf.volume
        with take(months_before(month, back), at) as volume:
            if volume is None:
                continue
            covered.add(back)
            mine = tuple(part for part in parts if part.back == back and not part.indicator)
            areas = [part for part in parts if part.back == back and part.indicator]
            whole |= _projects(mine, "", volume) | areas_of(areas, "", volume)
            if by:
                tables |= _projects(mine, by, volume) | areas_of(areas, by, volume)
    return whole, tables, covered


def _projects(parts: tuple[Component, ...], by: str, volume: shelf.Volume) -> dict[Component, Table]:
    if not parts:
        return {}
    sql = expressions.compiled(parts, by, "duckdb")
    answer = engine.query(settle(sql, volume.tables(), Clock(volume.month)))
    keys = [row[0] if by else "" for row in answer]
    first = 1 if by else 0
    return {part: dict(zip(keys, (row[first + n] for row in answer), strict=True)) for n, part in enumerate(parts)}


def areas_of(parts: list[Component], by: str, volume: shelf.Volume) -> dict[Component, Table]:
    """Components that are published for areas, by the keys of a dimension."""
    if not parts:
        return {}
    found: dict[tuple[str, str], Table] = {}
    for indicator, industry, key, amount in published(by, volume):
        found.setdefault((indicator, industry), {})[key] = amount
    return {part: found.get((part.indicator, part.lead_industry), {}) for part in parts}


def published(by: str, volume: shelf.Volume) -> list[tuple[str, str, str, int | None]]:
    """All that is published of the month: indicator, lead industry, key, value."""
    sql = expressions.compiled_published(by, "duckdb")
    return engine.query(settle(sql, volume.tables(), Clock(volume.month)))


def _at(table: Table, part: Component, key: str, covered: set[int]) -> int | None:
    """What is not there is nought among projects, but absent among areas and in a month not covered."""
    return table.get(key, 0 if part.back in covered and not part.indicator else None)
