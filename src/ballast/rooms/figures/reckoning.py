"""Figures reckoned by the engine: one pass over each month's snapshot for all that is asked."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache

from ballast.kit import engine
from ballast.rooms.figures import shelf, texts
from ballast.rooms.figures.settling import Clock, settle
from ballast.rulebook.figures.declarations import Declaration
from ballast.rulebook.figures.reading import Pair, months_before
from ballast.rulebook.figures.vocabulary import Component, Reduced, Term

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
        mine = reduced[one.code]
        keys = {key for part in mine.components() for key in tables.get(part, {})} if by in one.dimensions else set()
        by_key = _reader(mine, tables, covered) if keys else None
        values = {key: by_key(key) for key in sorted(keys)} if by_key else {}
        found[one.code] = (_reader(mine, whole, covered)(""), values)
    return found


def _reader(reduced: Reduced, tables: dict[Component, Table], covered: set[int]) -> Callable[[str], Pair]:
    """How a figure is put together for a key; every component is looked up once, for that is what takes the time."""
    top, bottom = _adder(reduced.numerator, tables, covered), _adder(reduced.denominator, tables, covered)
    return (lambda key: (top(key), bottom(key))) if reduced.denominator else (lambda key: (top(key), 1))


def _adder(terms: tuple[Term, ...], tables: dict[Component, Table], covered: set[int]) -> Callable[[str], int | None]:
    """The sum of some terms for a key; absent where one of them is.

    What is not there is nought among projects, but absent among areas and in a month not covered.
    """
    parts = [
        (term.times, tables[part].get, 0 if part.back in covered and not part.indicator else None)
        for term in terms
        for part in (term.component,)
    ]

    def add(key: str) -> int | None:
        total = 0
        for times, at, nothing in parts:
            amount = at(key, nothing)
            if amount is None:
                return None
            total += times * amount
        return total

    return add


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
    sql = texts.figures(parts, by)
    answer = engine.query(settle(sql, volume.tables(), Clock(volume.month)))
    keys = [row[0] if by else "" for row in answer]
    first = 1 if by else 0
    return {part: dict(zip(keys, (row[first + n] for row in answer), strict=True)) for n, part in enumerate(parts)}


def areas_of(parts: list[Component], by: str, volume: shelf.Volume) -> dict[Component, Table]:
    """Components that are published for areas, by the keys of a dimension."""
    if not parts:
        return {}
    seal = volume.edition.seal.hash if volume.edition else ""
    found = _by_indicator(seal, by, volume.published, volume.month)
    return {part: found.get((part.indicator, part.lead_industry), {}) for part in parts}


@lru_cache(maxsize=512)
def _by_indicator(seal: str, by: str, table: str, month: str) -> dict[tuple[str, str], Table]:
    """All that one table says, read once: a table of published values has a few areas and never changes."""
    found: dict[tuple[str, str], Table] = {}
    for indicator, industry, key, amount in _published(by, {"published": table}, month):
        found.setdefault((indicator, industry), {})[key] = amount
    return found


def published(by: str, volume: shelf.Volume) -> list[tuple[str, str, str, int | None]]:
    """All that is published of the month: indicator, lead industry, key, value."""
    return _published(by, volume.tables(), volume.month)


def _published(by: str, tables: dict[str, str], month: str) -> list[tuple[str, str, str, int | None]]:
    return engine.query(settle(texts.published(by), tables, Clock(month)))
