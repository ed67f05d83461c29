"""Figures measured: every one by county, sealed and open, beside SQL by hand and pandas on the same city.

``python tools/postgres.py -- python bench/figures.py [--projects 100000] [--only CODE ...]``
Ballast runs on SQLite, as it does by default; PostgreSQL (by DATABASE_URL) holds the same tables, DuckDB and pandas
have them in memory. Times are the medians of warm calls, in milliseconds. Each rival is timed right after Ballast is,
figure by figure: PostgreSQL beside the sealed month, the others beside the open one. All must answer the same.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
SERVER = os.environ.pop("DATABASE_URL", "")
MONTH = "2025-07"
Pairs = dict[str, tuple[int, int]]
Times = dict[str, dict[str, float]]  # by figure: who, and how long it took


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


def timed(ask: Callable[[], Any], least: int = 3, seconds: float = 0.3) -> tuple[float, Any]:
    """The median of some calls in milliseconds, and the last answer; a call of a second is made once."""
    taken: list[float] = []
    began = time.perf_counter()
    while not taken or (
        taken[0] < 1_000 and (len(taken) < least or (time.perf_counter() - began < seconds and len(taken) < 15))
    ):
        start = time.perf_counter()
        answer = ask()
        taken.append((time.perf_counter() - start) * 1000)
    return median(taken), answer


def ballast(code: str) -> Pairs:
    """One figure by county as any page asks for it."""
    from ballast.rooms.figures import queries

    values = queries.figure(code, month=MONTH, by="county").values
    return {key: (one.numerator, one.denominator) for key, one in values.items() if one.numerator is not None}  # type: ignore[misc]


def beside(who: str, codes: list[str], rivals: dict[str, Any], times: Times) -> None:
    """Every figure by Ballast, as ``who``, and by each rival; all must answer the same."""
    from against.rivals import tidy

    for code in codes:
        mine = times.setdefault(code, {})
        ballast(code)
        mine[who], answer = timed(lambda code=code: ballast(code))  # type: ignore[misc]
        expected = tidy(answer)
        for name, ask in rivals.items():
            taken, answer = timed(lambda ask=ask, code=code: ask(code))  # type: ignore[misc]
            if answer is None:
                continue
            mine[name] = taken
            if answer != expected:
                raise SystemExit(f"{code}: {name} says {answer}, Ballast {expected}")
        print(f"{code}: {', '.join(f'{name} {taken:.3f}' for name, taken in mine.items())}", file=sys.stderr)


def fill(databases: dict[str, Any], projects: int) -> None:
    """The city in every database."""
    from against import city
    from django.db import connections

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


def fix() -> None:
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


def run(databases: dict[str, Any], projects: int, only: list[str]) -> Times:
    """The whole measurement over one city."""
    fill(databases, projects)
    from against.by_sql import WRITTEN
    from against.rivals import rivals

    from ballast.rooms.figures import queries
    from ballast.rooms.registry.cards import EVERYWHERE

    codes = only or [one.code for one in queries.catalogue() if one.code in WRITTEN]
    print(f"{len(codes)} of {len(queries.catalogue())} figures are written by hand")
    start = time.perf_counter()
    ballast("completed")
    print(f"open month: first call {(time.perf_counter() - start) * 1000:,.0f} ms (compile and snapshot)")
    ballast("completed_growth")
    hand = rivals(databases, SERVER)
    times: Times = {}
    beside("open", codes, {name: ask for name, ask in hand.items() if name != "PostgreSQL"}, times)
    at_once = timed(lambda: queries.figures(codes, month=MONTH, by="county"))[0]
    print(f"open: all {len(codes)} in one pass {at_once:.0f} ms")
    fix()
    beside("sealed", codes, {name: ask for name, ask in hand.items() if name == "PostgreSQL"}, times)
    at_once = timed(lambda: queries.figures(codes, month=MONTH, by="county"))[0]
    listed = timed(lambda: queries.projects(MONTH, held=EVERYWHERE, filters={"stage": "building"}, search="项目7"))[0]
    print(f"sealed: all in one pass {at_once:.0f} ms; a page of projects, searched, with facets {listed:.0f} ms")
    return times


def main() -> None:
    """Build the city, measure the open month, seal it, measure again, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--projects", type=int, default=5_000)
    parser.add_argument("--only", nargs="*", default=[], help="these figures alone")
    chosen = parser.parse_args()
    print(f"load before: {os.getloadavg()[0]:.2f}")
    with tempfile.TemporaryDirectory(prefix="ballast-bench-") as folder:
        times = run(prepare(folder), chosen.projects, chosen.only)
    print(f"load after: {os.getloadavg()[0]:.2f}\n")
    from against.tables import say

    say(times)


if __name__ == "__main__":
    main()
