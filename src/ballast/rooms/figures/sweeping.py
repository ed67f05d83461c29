"""A whole edition reckoned at once: every row measured once, then added up by every dimension.

Asking for each dimension by itself would weigh every condition of the catalogue anew each time; an edition asks
for all of them, so the weighing is done once and kept in a table of one row a project while the edition is made.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

import ibis
import ibis.expr.types as ir

from ballast.kit import engine
from ballast.rooms.figures import shelf
from ballast.rooms.figures.clock import Clock
from ballast.rooms.figures.expressions import condition
from ballast.rooms.figures.reckoning import Answer, Table, answers, areas_of
from ballast.rooms.figures.relations import relation, settle
from ballast.rulebook.figures.columns import BY
from ballast.rulebook.figures.conditions import Condition
from ballast.rulebook.figures.declarations import Declaration
from ballast.rulebook.figures.reading import months_before
from ballast.rulebook.figures.vocabulary import Component

MEASURED = "measured_rows"
APART = "\x1f"  # between a dimension and a key of it
KEYS = {by: column for by, column in BY.items() if by != "list"}


def reckon_edition(asked: Iterable[Declaration], month: str, at: datetime) -> dict[str, dict[str, Answer]]:
    """Every figure of a month by every dimension, the month itself read from the ledger as known at ``at``."""
    asked = list(asked)
    reduced = {one.code: one.reduced(int(month[5:7])) for one in asked}
    parts = list(dict.fromkeys(part for one in reduced.values() for part in one.components()))
    tables: dict[str, dict[Component, Table]] = {by: {part: {} for part in parts} for by in ("", *BY)}
    covered = set()
    for back in dict.fromkeys(part.back for part in parts):
        take = shelf.volume if back else shelf.open_volume
        with take(months_before(month, back), at) as volume:
            if volume is None:
                continue
            covered.add(back)
            mine = tuple(part for part in parts if part.back == back and not part.indicator)
            areas = [part for part in parts if part.back == back and part.indicator]
            for by, swept in sweep(mine, volume).items():
                tables[by] |= swept | areas_of(areas, by, volume)
    return {by: answers(asked, reduced, by, tables[""], tables[by] if by else {}, covered) for by in ("", *BY)}


def sweep(parts: tuple[Component, ...], volume: shelf.Volume) -> dict[str, dict[Component, Table]]:
    """Every component of projects whole (under "") and by the keys of every dimension."""
    clock = Clock(volume.month)
    engine.cursor().execute(
        f"CREATE OR REPLACE TEMP TABLE {MEASURED} AS {settle(_measured(parts), volume.tables(), clock)}"
    )
    try:
        answer = engine.query(settle(_sums(parts), volume.tables(), clock))
    finally:
        engine.cursor().execute(f"DROP TABLE IF EXISTS {MEASURED}")
    found: dict[str, dict[Component, Table]] = {by: {part: {} for part in parts} for by in ("", *BY)}
    for told, *values in answer:
        by, key = told.split(APART)
        for part, value in zip(parts, values, strict=True):
            found[by][part][key] = value
    return found


@lru_cache(maxsize=8)
def _measured(parts: tuple[Component, ...]) -> str:
    """A row a project: its keys, whether it is meant by each condition, and what it brings to each sum."""
    table = relation("snapshot")
    columns: dict[str, ir.Value] = {"told": _told(table)}
    for number, where in enumerate(_conditions(parts)):
        columns[f"meant_{number}"] = condition(table, where)
    for number, part in enumerate(parts):
        if part.column:
            columns[f"brings_{number}"] = ibis.ifelse(condition(table, part.where), table[part.column], None)
    return str(ibis.to_sql(table.select(**columns), dialect="duckdb"))


def _told(table: ir.Table) -> ir.Value:
    """Under which keys of which dimensions a project is added up: the whole, one key of each, and its lists."""
    keys = [ibis.literal(by + APART) + table[column].fill_null("") for by, column in KEYS.items()]
    lists = table.lists.fill_null("").split("|").filter(lambda code: code != "")
    return ibis.array([ibis.literal(APART), *keys]).concat(lists.map(lambda code: ibis.literal("list" + APART) + code))


@lru_cache(maxsize=8)
def _sums(parts: tuple[Component, ...]) -> str:
    """Every key of every dimension with every component: counts of who is meant, sums of what they bring."""
    conditions = _conditions(parts)
    schema = {"told": "array<string>"}
    schema |= {f"meant_{number}": "boolean" for number in range(len(conditions))}
    schema |= {f"brings_{number}": "int64" for number, part in enumerate(parts) if part.column}
    table = ibis.table(schema, name=MEASURED)
    table = table.mutate(told=table.told.unnest())
    measures = {}
    for number, part in enumerate(parts):
        meant = table[f"meant_{conditions.index(part.where)}"].cast("int64").sum()
        brought = table[f"brings_{number}"].sum() if part.column else meant
        measures[f"part_{number}"] = ibis.ifelse(meant == 0, 0, brought).cast("int64")
    return str(ibis.to_sql(table.group_by("told").agg(**measures), dialect="duckdb"))


def _conditions(parts: tuple[Component, ...]) -> list[Condition]:
    return list(dict.fromkeys(part.where for part in parts))
