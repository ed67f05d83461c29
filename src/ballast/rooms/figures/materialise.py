"""From the ledger to tables in the engine: the snapshot and the published indicators of one month.

The engine reads the application's database itself where it sees the same ledger as our connection; inside a
transaction that has recorded something it cannot, and the facts are carried over our own connection instead.
"""

from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.db import connection

from ballast.kit import engine
from ballast.kit.ledger.models import Entry
from ballast.rooms.figures import lookups, wide
from ballast.rooms.figures.clock import Clock
from ballast.rooms.figures.relations import COLUMNS, LOOKUPS, Dialect, Reading, settle
from ballast.rulebook import books

DIALECTS: dict[str, Dialect] = {"sqlite": "sqlite", "postgresql": "postgres"}


@lru_cache(maxsize=4)
def compiled(dialect: Dialect) -> tuple[str, str]:
    """The snapshot and the indicators as text, before they are settled."""
    return wide.snapshot(books.default(), dialect), wide.indicators(dialect)


def materialise(month: str, head: Entry, moment: datetime | None, snapshot: str, published: str) -> None:
    """Make the tables ``snapshot`` and ``published`` of a month, as known at ``moment`` (None: by ``head``, now)."""
    if not _by_the_engine(month, head, moment, snapshot, published):
        _by_hand(month, moment, snapshot, published)


def _by_the_engine(month: str, head: Entry, moment: datetime | None, snapshot: str, published: str) -> bool:
    if not _attachable():
        return False
    prefix = engine.attach(connection.settings_dict)
    with engine.transaction() as on:
        [(seen,)] = on.execute(f"SELECT max(id) FROM {prefix}.kit_entry").fetchall()
        if seen is None or seen < (Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0):
            return False
        if moment is None and seen != head.pk:
            moment = head.moment  # someone has recorded since we looked: read what stood when we did
        reading = Reading("duckdb", f"{prefix}.", moment, zoned=connection.vendor == "postgresql")
        _make(month, {name: f"({reading.select(name, month)})" for name in COLUMNS}, snapshot, published)
    return True


def _attachable() -> bool:
    if connection.vendor == "postgresql":
        return True
    # The engine brings its own SQLite: when that closes the file, the system drops every lock this process holds on
    # it, ours too. So never while our connection is in a transaction.
    return not connection.in_atomic_block and Path(str(connection.settings_dict["NAME"])).is_file()


def _by_hand(month: str, moment: datetime | None, snapshot: str, published: str) -> None:
    reading = Reading(DIALECTS[connection.vendor], "", moment)
    on = engine.cursor()
    try:
        for name, columns in COLUMNS.items():
            on.register(f"carried_{name}", lookups.arrow(columns, _carried(reading.select(name, month))))
        with engine.transaction():
            _make(month, {name: f"carried_{name}" for name in COLUMNS}, snapshot, published)
    finally:
        for name in COLUMNS:
            on.unregister(f"carried_{name}")


def _carried(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def _make(month: str, tables: dict[str, str], snapshot: str, published: str) -> None:
    clock = Clock.of_book(month, books.default())
    on = engine.cursor()
    for target, sql in zip((snapshot, published), compiled("duckdb"), strict=True):
        on.execute(f"CREATE TABLE {target} AS {settle(sql, tables | _lookups(), clock)}")


def _lookups() -> dict[str, str]:
    """The rulebook's own tables, made when first needed."""
    there = {name for (name,) in engine.query("SELECT table_name FROM duckdb_tables()")}
    on = engine.cursor()
    for name, columns in LOOKUPS.items():
        if f"lookup_{name}" not in there:
            on.register(f"given_{name}", lookups.arrow(columns, lookups.rows(name)))
            on.execute(f"CREATE TABLE IF NOT EXISTS lookup_{name} AS SELECT * FROM given_{name}")
            on.unregister(f"given_{name}")
    return {name: f"lookup_{name}" for name in LOOKUPS}
