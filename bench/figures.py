"""Figures measured: every figure by county, sealed and open, beside hand-written SQL and pandas on the same city.

``python tools/postgres.py -- python bench/figures.py [--large]``: 5,000 projects, or with ``--large`` 100,000.
Ballast runs on SQLite, as it does by default; PostgreSQL (by DATABASE_URL) holds the same tables, DuckDB and pandas
have them in memory. Times are the medians of warm calls, in milliseconds; answers are compared to the digit.
"""

import argparse
import os
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
SERVER = os.environ.pop("DATABASE_URL", "")
MONTH = "2025-07"
PATIENCE = 10
Pairs = dict[str, tuple[int, int]]


def prepare(folder: str) -> dict[str, dict[str, Any]]:
    """Set Django up on a fresh SQLite in ``folder``, with PostgreSQL beside it where there is one."""
    os.environ |= {"BALLAST_DATA": folder, "DJANGO_SETTINGS_MODULE": "ballast.site.settings"}
    from ballast.site import environment, settings

    if SERVER:
        environment.DATABASE_URL = SERVER
        settings.DATABASES["postgresql"] = environment.database()
    import django
    from django.core.management import call_command

    django.setup()
    for alias in settings.DATABASES:
        call_command("migrate", database=alias, verbosity=0)
    return settings.DATABASES


def timed(ask: Callable[[], Any], least: int = 3, seconds: float = 1.0) -> tuple[float, Any]:
    """The median of some calls in milliseconds, and the last answer; a call of many seconds is made once."""
    taken: list[float] = []
    began = time.perf_counter()
    while (
        not taken
        or (len(taken) < least and taken[0] < 5_000)
        or (time.perf_counter() - began < seconds and len(taken) < 15)
    ):
        start = time.perf_counter()
        answer = ask()
        taken.append((time.perf_counter() - start) * 1000)
    return median(taken), answer


def pairs(rows: list[tuple[Any, ...]]) -> Pairs:
    """The rows of a query by hand: county, numerator, denominator."""
    return {str(key): (int(top), int(bottom)) for key, top, bottom in rows if top is not None}


def rivals(databases: dict[str, Any]) -> dict[str, Callable[[str], Pairs | None]]:
    """Everyone who answers by hand, each a function of the figure's code."""
    import duckdb
    import psycopg
    from against.city import tables
    from against.frames import Frames
    from against.sql import by_hand

    from ballast.kit import engine

    copy = Path(databases["default"]["NAME"]).with_name("rival.sqlite3")  # DuckDB may not open ours: see kit.aside
    with sqlite3.connect(copy) as made, sqlite3.connect(str(databases["default"]["NAME"])) as ours:
        ours.backup(made)
    file = sqlite3.connect(copy, check_same_thread=False)  # a timer may interrupt it
    file.execute("ANALYZE")  # as PostgreSQL has it below
    reader = duckdb.connect(":memory:", config=engine.CLOSED)  # type: ignore[arg-type]
    engine.load(reader, "sqlite")
    reader.execute(f"ATTACH {engine.quoted(str(copy))} AS app (TYPE SQLITE, READ_ONLY)")
    for live in tables(1):  # into its own memory, which is not counted: its best case
        reader.execute(f"CREATE TABLE {live} AS SELECT * FROM app.{live}")
    frames = Frames(reader, "")
    found: dict[str, Callable[[str], Pairs | None]] = {}
    if SERVER:
        server = psycopg.connect(SERVER, autocommit=True)
        server.execute("VACUUM ANALYZE")
        found["PostgreSQL"] = lambda code: pairs(server.execute(by_hand(code, "", "postgresql").encode()).fetchall())
    found["SQLite"] = lambda code: patiently(file, by_hand(code, "", "sqlite"))
    found["DuckDB"] = lambda code: pairs(reader.execute(by_hand(code, "", "duckdb")).fetchall())
    found["pandas"] = lambda code: getattr(frames, code)() if hasattr(frames, code) else None
    return found


def patiently(file: sqlite3.Connection, sql: str) -> Pairs | None:
    """The answer of SQLite, or None where it has none after ``PATIENCE`` seconds."""
    timer = threading.Timer(PATIENCE, file.interrupt)
    timer.start()
    try:
        return pairs(file.execute(sql).fetchall())
    except sqlite3.OperationalError:
        print(f"SQLite: no answer after {PATIENCE} s")
        return None
    finally:
        timer.cancel()


def ballast(code: str) -> Pairs:
    """One figure by county as any page asks for it."""
    from ballast.rooms.figures import queries

    values = queries.figure(code, month=MONTH, by="county").values
    return {key: (one.numerator, one.denominator) for key, one in values.items() if one.numerator is not None}  # type: ignore[misc]


def measure(codes: list[str]) -> dict[str, float]:
    """The median time of every figure by county."""
    return {code: timed(lambda code=code: ballast(code), seconds=0.2)[0] for code in codes}  # type: ignore[misc]


def compare(hand: dict[str, Callable[[str], Pairs | None]]) -> dict[str, dict[str, float]]:
    """Every figure written by hand: the time of each rival; all must answer the same as Ballast."""
    from against.sql import BY_HAND

    times: dict[str, dict[str, float]] = {}
    for code in BY_HAND:
        ours = {key: pair for key, pair in ballast(code).items() if pair != (0, 1)}
        times[code] = {}
        for name, ask in hand.items():
            taken, answer = timed(lambda ask=ask, code=code: ask(code), least=2)  # type: ignore[misc]
            if answer is not None:
                times[code][name] = taken
                if answer != ours:
                    raise SystemExit(f"{code}: {name} says {answer}, Ballast {ours}")
        print(f"by hand, {code}: " + ", ".join(f"{name} {taken:.1f} ms" for name, taken in times[code].items()))
    return times


def report(name: str, times: dict[str, float]) -> None:
    """One line over all figures."""
    spread = sorted(times.values())
    print(
        f"{name}: {len(spread)} figures by county, each by itself: median {median(spread):.1f} ms, "
        f"slowest {spread[-1]:.1f} ms ({max(times, key=times.__getitem__)})"
    )


def table(hand: dict[str, dict[str, float]], open_month: dict[str, float], sealed: dict[str, float]) -> None:
    """Side by side, in milliseconds, with the two ratios that are aimed at."""
    names = list(next(iter(hand.values())))
    print(f"| figure | sealed | open | {' | '.join(names)} | PostgreSQL ÷ sealed | open ÷ DuckDB |")
    print("|---|" + "---|" * (len(names) + 4))
    for code, times in hand.items():
        cells = [f"{times[name]:.1f}" if name in times else "–" for name in names]
        gain = f"{times['PostgreSQL'] / sealed[code]:.0f}×" if "PostgreSQL" in times else "–"
        ratio = f"{open_month[code] / times['DuckDB']:.2f}"
        print(f"| {code} | {sealed[code]:.1f} | {open_month[code]:.1f} | {' | '.join(cells)} | {gain} | {ratio} |")


def main() -> None:
    """Build the city, measure the open month, seal it, measure again, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--large", action="store_true", help="100,000 projects instead of 5,000")
    projects = 100_000 if parser.parse_args().large else 5_000
    with tempfile.TemporaryDirectory(prefix="ballast-bench-") as folder:
        run(prepare(folder), projects)


def run(databases: dict[str, Any], projects: int) -> None:
    """The whole measurement over one city."""
    from against import city
    from django.db import connections

    from ballast.kit import engine
    from ballast.rooms.figures import queries
    from ballast.rooms.registry.cards import EVERYWHERE

    start = time.perf_counter()
    for alias, database in databases.items():
        with connections[alias].cursor() as cursor:
            city.rest(cursor.execute, connections[alias].vendor)
        connections[alias].close()
        city.fill(database, projects)
        with connections[alias].cursor() as cursor:
            city.parents(cursor.execute)
            cursor.execute("ANALYZE")
            cursor.execute("SELECT count(*) FROM reporting_progress")
            rows = cursor.fetchone()[0]
    print(f"{projects:,} projects, {rows:,} monthly rows; filled in {time.perf_counter() - start:.0f} s")
    codes = [one.code for one in queries.catalogue()]
    first = timed(lambda: ballast("completed"), least=1, seconds=0)[0]
    again = timed(lambda: ballast("completed_growth"), least=1, seconds=0)[0]
    print(f"open month: first call {first:,.0f} ms (compile and snapshot), last year's snapshot {again:,.0f} ms")
    open_month = measure(codes)
    report("open, from the second call on", open_month)
    at_once = timed(lambda: queries.figures(codes, month=MONTH, by="county"))[0]
    print(f"open: all {len(codes)} in one pass {at_once:.0f} ms")
    hand = compare(rivals(databases))
    fix(engine)
    sealed = measure(codes)
    report("sealed", sealed)
    at_once = timed(lambda: queries.figures(codes, month=MONTH, by="county"))[0]
    listed = timed(lambda: queries.projects(MONTH, held=EVERYWHERE, filters={"stage": "building"}, search="项目7"))[0]
    print(f"sealed: all in one pass {at_once:.0f} ms; a page of projects, searched, with facets {listed:.0f} ms")
    table(hand, open_month, sealed)


def fix(engine: Any) -> None:
    """Seal the month and fix its figures."""
    from datetime import UTC, datetime

    from ballast.kit.ledger.sealing import seal
    from ballast.rooms.figures import actions
    from ballast.rooms.figures.shelf import files

    start = time.perf_counter()
    laid = seal(MONTH, at=datetime(2025, 8, 10, 8, tzinfo=UTC), by="bench")
    edition = actions.fix(MONTH, seal=laid, number=1, reason="", by="bench")
    size = files(edition)[0].stat().st_size
    print(f"sealed and fixed in {time.perf_counter() - start:.1f} s, rows in {size / 1e6:.1f} MB of Parquet")


if __name__ == "__main__":
    main()
