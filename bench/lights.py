"""Lights measured: a city relit under a book of ten lights, beside the one query that fetches the same facts.

``python bench/lights.py [--projects 100000]``. The peer is one hand-written statement on the same SQLite: every
fact of every project (cards, plans, milestones, funds, lists, promises, output, monthly amounts) in the order of the
projects, read to the end by its cursor. The two are run in turn, the medians of three; memory is the
peak of a process of its own that relights and keeps nothing.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
MONTH = "2025-07"
TURNS = 3
BOOK = """
extends = "ballast-2025"
place = "量 / bench"
paper = "十盏灯 / ten lights"
date = 2025-01-01

[lights.share]
zh = "序时完成率"
en = "share of schedule"
measure = "share_of_schedule"
bands = [
    { colour = "green", at_least = 80 },
    { colour = "yellow", at_least = 60, below = 80 },
    { colour = "red", below = 60 },
]

[lights.short]
zh = "差额"
en = "short of schedule"
measure = "share_short"
bands = [
    { colour = "green", below = 10 },
    { colour = "yellow", at_least = 10, below = 30 },
    { colour = "red", at_least = 30 },
]

[lights.lasting]
zh = "连续落后"
en = "behind for three months"
rules = [{ colour = "red", when = { measure = "points_behind", at_least = 10, for_months = 3 } }]
otherwise = "green"
"""
PEER = f"""
SELECT project_id, 'card', name, area_id, industry, total_investment, land_mode
  FROM registry_profile WHERE superseded_at IS NULL
UNION ALL SELECT project_id, 'plan', year, amount, NULL, NULL, NULL
  FROM registry_annualplan WHERE superseded_at IS NULL
UNION ALL SELECT project_id, 'milestone', kind, basis, planned_on, actual_on, NULL
  FROM lifecycle_milestone WHERE superseded_at IS NULL
UNION ALL SELECT project_id, 'funds', channel, month, agreed, paid_in, NULL
  FROM registry_funding WHERE superseded_at IS NULL
UNION ALL SELECT project_id, 'list', named_list_id, since, until, NULL, NULL
  FROM registry_membership WHERE superseded_at IS NULL
UNION ALL SELECT project_id, 'promise', output, tax, jobs, start_on_land, NULL
  FROM registry_promise WHERE superseded_at IS NULL
UNION ALL SELECT project_id, 'output', month, output, tax, jobs, NULL
  FROM reporting_output WHERE superseded_at IS NULL
UNION ALL SELECT project_id, 'progress', basis, month, month_completed, year_to_date, to_date
  FROM reporting_progress WHERE superseded_at IS NULL AND month <= '{MONTH}'
ORDER BY 1
"""


def settle(folder: str) -> None:
    """Set Django up on the SQLite in ``folder``."""
    import os

    os.environ |= {"BALLAST_DATA": folder, "DJANGO_SETTINGS_MODULE": "ballast.site.settings"}
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()


def build(projects: int) -> None:
    """Lay the tables and fill them."""
    from against import city
    from django.core.management import call_command
    from django.db import connection

    from ballast.site import settings

    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        city.rest(cursor.execute, connection.vendor)
    connection.close()
    city.fill(settings.DATABASES["default"], projects)
    with connection.cursor() as cursor:
        city.parents(cursor.execute)
        cursor.execute("ANALYZE")


def fetch() -> int:
    """The peer: read every project's facts to the end; how many projects there are."""
    from django.db import connection

    count, last = 0, None
    with connection.cursor() as cursor:
        cursor.execute(PEER)
        for project, *_ in cursor:
            count += project != last
            last = project
    return count


def relight(folder: str) -> dict[str, int]:
    """Light every project under the book; how many lines of each colour."""
    from ballast.rooms.supervision import lighting
    from ballast.rooms.supervision.gathering import month_end
    from ballast.rulebook import books

    path = Path(folder) / "ten.toml"
    path.write_text(BOOK, encoding="utf-8")
    book = books.load(path)
    assert sum(light.of == "project" for light in book.lights.values()) == 10
    counted: dict[str, int] = {}
    for one in lighting.light_projects(lighting.judge_of(book), month_end(MONTH)):
        for judged in one.lights:
            said = lighting.written(judged)
            counted[said] = counted.get(said, 0) + 1
    return counted


def timed(ask: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds one call takes, and its answer."""
    start = time.perf_counter()
    answer = ask()
    return time.perf_counter() - start, answer


def peak(folder: str) -> float:
    """The peak memory in MB of a process that relights once."""
    told = subprocess.run(
        [sys.executable, __file__, "--relight", folder], capture_output=True, text=True, check=True
    ).stdout
    return float(told.split()[-1])


def main() -> None:
    """Build, measure in turn, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--projects", type=int, default=5_000)
    parser.add_argument("--relight", help="relight the city in this folder once and print the peak memory")
    asked = parser.parse_args()
    if asked.relight:
        settle(asked.relight)
        relight(asked.relight)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    with tempfile.TemporaryDirectory(prefix="ballast-lights-") as folder:
        settle(folder)
        build(asked.projects)
        queried, lit, counted = [], [], {}
        for _ in range(TURNS):
            seconds, count = timed(fetch)
            queried.append(seconds)
            assert count == asked.projects
            seconds, counted = timed(lambda: relight(folder))
            lit.append(seconds)
        assert sum(counted.values()) == 10 * asked.projects
        ratio = median(lit) / median(queried)
        print(f"{asked.projects:,} projects, ten lights: {counted}")
        print(f"relit in {median(lit):.1f} s, the one query {median(queried):.1f} s: {ratio:.2f} times (aim 5)")
        print(f"peak memory of relighting: {peak(folder):.0f} MB")


if __name__ == "__main__":
    main()
