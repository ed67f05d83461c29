"""A whole edition reckoned at once: every row measured once, then added up by every dimension.

Asking for each dimension by itself would weigh every condition of the catalogue anew each time; an edition asks
for all of them, so the weighing is done once and kept in a table of one row a project while the edition is made.
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import datetime

from ballast.kit import engine
from ballast.rooms.figures import shelf, texts
from ballast.rooms.figures.editions import edition
from ballast.rooms.figures.reckoning import Answer, Table, answers, areas_of
from ballast.rooms.figures.settling import Clock, settle
from ballast.rulebook.figures.columns import BY
from ballast.rulebook.figures.declarations import Declaration
from ballast.rulebook.figures.reading import months_before
from ballast.rulebook.figures.vocabulary import Component

MEASURED = "measured_rows"
APART = "\x1f"  # between a dimension and a key of it
KEYS = {by: column for by, column in BY.items() if by != "list"}


def reckon_edition(
    asked: Iterable[Declaration], month: str, at: datetime, first: datetime | None = None
) -> dict[str, dict[str, Answer]]:
    """Every figure of a month by every dimension, the month itself read from the ledger as known at ``at``.

    With ``first`` it is a further edition of a month first sealed then.
    """
    asked = list(asked)
    reduced = {one.code: one.reduced(int(month[5:7])) for one in asked}
    parts = list(dict.fromkeys(part for one in reduced.values() for part in one.components()))
    tables: dict[str, dict[Component, Table]] = {by: {part: {} for part in parts} for by in ("", *BY)}
    covered = set()
    for back in dict.fromkeys(part.back for part in parts):
        with _taken(months_before(month, back), at, first, compared=back > 0) as volume:
            if volume is None:
                continue
            covered.add(back)
            mine = tuple(part for part in parts if part.back == back and not part.indicator)
            areas = [part for part in parts if part.back == back and part.indicator]
            for by, swept in sweep(mine, volume).items():
                tables[by] |= swept | areas_of(areas, by, volume)
    return {by: answers(asked, reduced, by, tables[""], tables[by] if by else {}, covered) for by in ("", *BY)}


def _taken(
    month: str, at: datetime, first: datetime | None, *, compared: bool
) -> AbstractContextManager[shelf.Volume | None]:
    """The month an edition is of; or one it is compared with: as published, else as known at the first seal."""
    if not compared:
        return shelf.open_volume(month, at, first)
    return shelf.volume(month, at if first is None or edition(month, at) else first)


def sweep(parts: tuple[Component, ...], volume: shelf.Volume) -> dict[str, dict[Component, Table]]:
    """Every component of projects whole (under "") and by the keys of every dimension."""
    measured, sums = (settle(sql, volume.tables(), Clock(volume.month)) for sql in texts.sweep(parts))
    engine.cursor().execute(f"CREATE OR REPLACE TEMP TABLE {MEASURED} AS {measured}")
    try:
        answer = engine.query(sums)
    finally:
        engine.cursor().execute(f"DROP TABLE IF EXISTS {MEASURED}")
    found: dict[str, list[Table]] = {by: [{} for _ in parts] for by in ("", *BY)}
    for told, *values in answer:
        by, key = told.split(APART)
        for table, value in zip(found[by], values, strict=True):
            table[key] = value
    return {by: dict(zip(parts, tables, strict=True)) for by, tables in found.items()}
