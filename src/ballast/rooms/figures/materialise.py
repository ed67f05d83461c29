"""From the ledger to tables in the engine: the snapshot and the published indicators of one month.

PostgreSQL is read by the engine itself, a large SQLite file by an engine in a process aside. Where neither sees the
same ledger as our connection (inside a transaction that has recorded something), and where the ledger is small, the
facts are carried over our own connection.
"""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import connection

from ballast.kit import aside, engine
from ballast.kit.ledger.models import Entry
from ballast.kit.workdays import Calendar, standing
from ballast.rooms.figures import ledger, lookups, texts
from ballast.rooms.figures.settling import COLUMNS, LOOKUPS, Clock, Dialect, Knowledge, Reading, Rules, settle
from ballast.rooms.figures.workdays import require_known
from ballast.rooms.policy import queries as policy

DIALECTS: dict[str, Dialect] = {"sqlite": "sqlite", "postgresql": "postgres"}
SMALL = 150_000  # monthly rows up to which carrying them is quicker than starting a process


def materialise(month: str, head: Entry, first: datetime | None, snapshot: str, published: str) -> None:
    """Make the tables ``snapshot`` and ``published`` of a month, as known when ``head`` was the journal's last line.

    With ``first`` as the further edition of a month that was first sealed then.
    """
    known = Knowledge(None if head.pk == _last() else head.moment, first)
    calendar = standing(first or head.moment)
    if connection.vendor == "postgresql":
        made = _by_the_engine(month, head, known, (snapshot, published), calendar)
    else:
        made = _is_large() and _aside(month, head, known, (snapshot, published), calendar)
    if not made:
        _by_hand(month, known, (snapshot, published), calendar)


def _last() -> int:
    line = ledger.head(None)
    return line.pk if line else 0


def _is_large() -> bool:
    progress = ledger.table("progress")._default_manager
    rows = progress.order_by("-id").values_list("id", flat=True).first() or 0
    return rows > SMALL and Path(str(connection.settings_dict["NAME"])).is_file()


def _by_the_engine(month: str, head: Entry, known: Knowledge, targets: tuple[str, str], calendar: Calendar) -> bool:
    """Let the engine read PostgreSQL; not done where it does not see all that our connection sees."""
    prefix = engine.attach(connection.settings_dict)
    with engine.every_core(), engine.transaction() as on:
        [(seen,)] = on.execute(f"SELECT max(id) FROM {prefix}.kit_entry").fetchall()
        if (seen or 0) < _last():
            return False
        # Where someone has recorded since we looked, read what stood when we did.
        known = known if seen == head.pk else replace(known, moment=head.moment)
        reading = Reading("duckdb", f"{prefix}.", known, zoned=True)
        _make(targets, _settled(month, _subqueries(reading, month) | lay_lookups(calendar), known), calendar)
    return True


def _aside(month: str, head: Entry, known: Knowledge, targets: tuple[str, str], calendar: Calendar) -> bool:
    """Let a process aside read SQLite; not done where it does not see all that our connection sees."""
    prefix = f"{engine.APPLICATION}.main"
    check = f"SELECT max(id) FROM {prefix}.kit_entry"
    with TemporaryDirectory(prefix="ballast-aside-") as folder:
        tables = {name: Path(folder) / f"{name}.parquet" for name in LOOKUPS}
        for name, path in tables.items():
            engine.write_parquet(f"SELECT * FROM {lay_lookups(calendar)[name]}", path)
        given = {name: engine.parquet(path) for name, path in tables.items()}
        paths = [Path(folder) / name for name in ("snapshot.parquet", "published.parquet")]
        for until in (known, replace(known, moment=head.moment)):
            reading = Reading("duckdb", f"{prefix}.", until)
            queries = _settled(month, _subqueries(reading, month) | given, until)
            seen = aside.read(Path(connection.settings_dict["NAME"]), check, dict(zip(paths, queries, strict=True)))
            if (seen or 0) < _last():
                return False
            if seen == head.pk or until.moment is not None:
                break  # else someone has recorded since we looked: read again what stood when we did
        with engine.transaction():
            _make(targets, [f"SELECT * FROM {engine.parquet(path)}" for path in paths], calendar)
    return True


def _by_hand(month: str, known: Knowledge, targets: tuple[str, str], calendar: Calendar) -> None:
    """Carry the facts over our own connection."""
    zoned = connection.vendor == "postgresql"
    reading = Reading(DIALECTS[connection.vendor], "", known, zoned=zoned)
    on = engine.cursor()
    try:
        for name, columns in COLUMNS.items():
            on.register(f"carried_{name}", lookups.arrow(columns, _carried(reading.select(name, month))))
        with engine.transaction():
            carried = {name: f"carried_{name}" for name in COLUMNS}
            _make(targets, _settled(month, carried | lay_lookups(calendar), known), calendar)
    finally:
        for name in COLUMNS:
            on.unregister(f"carried_{name}")


def _carried(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def _subqueries(reading: Reading, month: str) -> dict[str, str]:
    return {name: f"({reading.select(name, month)})" for name in COLUMNS}


def _settled(month: str, tables: dict[str, str], known: Knowledge) -> list[str]:
    book = policy.for_month(month, at=known.rules_at)
    clock = Clock.of_book(month, book)
    return [settle(sql, tables, clock) for sql in (texts.snapshot(Rules.of_book(book)), texts.indicators())]


def _make(targets: tuple[str, str], queries: list[str], calendar: Calendar) -> None:
    for target, sql in zip(targets, queries, strict=True):
        engine.cursor().execute(f"CREATE TABLE {target} AS {sql}")
    require_known(targets[0], calendar)


def lay_lookups(calendar: Calendar) -> dict[str, str]:
    """The rulebook's own tables by name, made in the engine when first needed."""
    there = {name for (name,) in engine.query("SELECT table_name FROM duckdb_tables()")}
    laid = {name: lookups.table(name, calendar) for name in LOOKUPS}
    on = engine.cursor()
    for name, table in laid.items():
        if table not in there:
            on.register(f"given_{name}", lookups.arrow(LOOKUPS[name], lookups.rows(name, calendar)))
            on.execute(f"CREATE TABLE IF NOT EXISTS {table} AS SELECT * FROM given_{name}")
            on.unregister(f"given_{name}")
    return laid
