"""Everyone who answers by hand, over the same city: PostgreSQL, SQLite, DuckDB and pandas."""

import sqlite3
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import chinese_calendar
import duckdb
import psycopg

from against import by_pandas
from against.by_sql import by_hand
from against.city import tables
from against.frames import Frames, Pairs
from ballast.kit import engine

PATIENCE = 10
# What someone who asks SQLite every day would add; PostgreSQL is asked as it stands.
HELP = (
    "CREATE INDEX helpful_progress ON reporting_progress"
    " (basis, project_id, month, month_completed, year_to_date, to_date) WHERE superseded_at IS NULL",
    "CREATE INDEX helpful_milestone ON lifecycle_milestone (kind, project_id, basis, actual_on, planned_on)"
    " WHERE superseded_at IS NULL",
)
Ask = Callable[[str], Pairs | None]


def rivals(databases: dict[str, Any], server: str) -> dict[str, Ask]:
    """Each a function of the figure's code; None where there is no answer in time."""
    copy = Path(databases["default"]["NAME"]).with_name("rival.sqlite3")  # DuckDB may not open ours: see kit.aside
    with sqlite3.connect(copy) as made, sqlite3.connect(str(databases["default"]["NAME"])) as ours:
        ours.backup(made)
    reader = duckdb.connect(":memory:", config=engine.CLOSED)  # type: ignore[arg-type]
    engine.load(reader, "sqlite")
    reader.execute(f"ATTACH {engine.quoted(str(copy))} AS app (TYPE SQLITE, READ_ONLY)")
    for live in tables(1):  # into its own memory, which is not counted: its best case
        reader.execute(f"CREATE TABLE {live} AS SELECT * FROM app.{live}")
    reader.execute("DETACH app")
    file = sqlite3.connect(copy, check_same_thread=False)  # a timer may interrupt it
    for sql in (*HELP, "ANALYZE"):
        file.execute(sql)
    found: dict[str, Ask] = {}
    if server:
        postgresql = psycopg.connect(server, autocommit=True)
        found["PostgreSQL"] = lambda code: pairs(postgresql.execute(by_hand(code, "postgresql").encode()).fetchall())
        _lay(lambda sql, rows: postgresql.cursor().executemany(sql.replace("?", "%s").encode(), rows))
        postgresql.execute("VACUUM ANALYZE")
    for lay in (file.executemany, reader.executemany):
        _lay(lay)
    frames = Frames(reader)
    found["SQLite"] = lambda code: patiently(file, by_hand(code, "sqlite"))
    found["DuckDB"] = lambda code: pairs(reader.execute(by_hand(code, "duckdb")).fetchall())
    found["pandas"] = lambda code: tidy(by_pandas.by_hand(code, frames))
    return found


def pairs(rows: list[tuple[Any, ...]]) -> Pairs:
    """The rows of a query by hand: county, numerator, denominator."""
    return tidy({str(key): (int(top), int(bottom or 0)) for key, top, bottom in rows if top is not None})


def tidy(found: Pairs) -> Pairs:
    """Without the counties that have nothing to count: some ask say nought of them, and some nothing."""
    return {key: pair for key, pair in found.items() if pair != (0, 1) and pair[1]}


def patiently(file: sqlite3.Connection, sql: str) -> Pairs | None:
    """The answer of SQLite, or None where it has none after ``PATIENCE`` seconds."""
    timer = threading.Timer(PATIENCE, file.interrupt)
    timer.start()
    try:
        return pairs(file.execute(sql).fetchall())
    except sqlite3.OperationalError as error:
        if "interrupted" not in str(error):
            raise
        return None
    finally:
        timer.cancel()


def _lay(many: Callable[[str, Any], Any]) -> None:
    """The calendar of working days as a table, as whoever asks for working days in SQL has one."""
    working, rows = 0, []
    for ordinal in range(date(2021, 1, 1).toordinal(), date(2026, 1, 1).toordinal()):
        day = date.fromordinal(ordinal)
        working += chinese_calendar.is_workday(day)
        rows.append((day.isoformat(), ordinal, working))
    many("CREATE TABLE calendar (day VARCHAR(10), ordinal INTEGER, working INTEGER)", [()])
    many("INSERT INTO calendar VALUES (?, ?, ?)", rows)
