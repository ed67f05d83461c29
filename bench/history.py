"""What was known then: a sealed figure and a county's reports as of a seal, beside django-simple-history.

``python bench/history.py``. The city of bench/figures.py (5,000 projects, 31 months on two bases, one report in
twenty revised) in one SQLite; the peer has the same reports in a table of its own, each revision in its history as
the library writes it. Asked of both: what was completed in July as known at its seal, by county; and the list of one
county's reports of July as known then. Answers are compared; times are medians of calls taken in turn.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
MONTH, PROJECTS, COUNTY, TURNS = "2025-07", 5_000, 2, 9
LISTED = 500

COPY = """
INSERT INTO remembered_report (id, project_id, area_id, month, basis, month_completed, year_to_date, to_date,
                               form_progress)
SELECT f.id, f.project_id, p.area_id, f.month, f.basis, f.month_completed, f.year_to_date, f.to_date, f.form_progress
FROM reporting_progress f JOIN registry_profile p ON p.project_id = f.project_id AND p.superseded_at IS NULL
WHERE f.superseded_at IS NULL"""
# A revision is the row it revises seen earlier: the same id, an earlier date.
REMEMBER = """
INSERT INTO remembered_historicalreport (id, project_id, area_id, month, basis, month_completed, year_to_date,
    to_date, form_progress, history_date, history_type, history_change_reason)
SELECT now.id, f.project_id, p.area_id, f.month, f.basis, f.month_completed, f.year_to_date, f.to_date,
       f.form_progress, f.recorded_at, CASE WHEN f.superseded_at IS NULL AND old.id IS NOT NULL THEN '~' ELSE '+' END,
       NULL
FROM reporting_progress f
JOIN registry_profile p ON p.project_id = f.project_id AND p.superseded_at IS NULL
JOIN reporting_progress now ON now.project_id = f.project_id AND now.month = f.month AND now.basis = f.basis
     AND now.superseded_at IS NULL
LEFT JOIN reporting_progress old ON old.project_id = f.project_id AND old.month = f.month AND old.basis = f.basis
     AND old.superseded_at IS NOT NULL"""


def settle(folder: str) -> None:
    """Set Django up with the peer beside Ballast on a fresh SQLite."""
    os.environ.pop("DATABASE_URL", None)
    os.environ |= {"BALLAST_DATA": folder, "DJANGO_SETTINGS_MODULE": "ballast.site.settings"}
    from ballast.site import settings

    settings.INSTALLED_APPS += ["simple_history", "against.remembered"]
    import django
    from against import city
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    call_command("migrate", verbosity=0, run_syncdb=True)
    with connection.cursor() as cursor:
        city.rest(cursor.execute, connection.vendor)
    connection.close()
    city.fill(settings.DATABASES["default"], PROJECTS)
    with connection.cursor() as cursor:
        city.parents(cursor.execute)
        cursor.execute(COPY)
        cursor.execute(REMEMBER)
        cursor.execute("ANALYZE")


def seal() -> Any:
    """Seal the month and fix its figures; the moment of the seal."""
    from datetime import UTC, datetime

    from ballast.kit.ledger.sealing import seal
    from ballast.rooms.figures import actions

    laid = seal(MONTH, at=datetime(2025, 8, 10, 8, tzinfo=UTC), by="bench")
    actions.fix(MONTH, seal=laid, number=1, reason="", by="bench")
    return laid.moment


def in_turn(*asks: Callable[[], Any]) -> list[float]:
    """The median milliseconds of each, called one after the other so that noise meets all alike."""
    taken: list[list[float]] = [[] for _ in asks]
    for _ in range(TURNS):
        for times, ask in zip(taken, asks, strict=True):
            start = time.perf_counter()
            ask()
            times.append((time.perf_counter() - start) * 1000)
    return [median(times) for times in taken]


def report(what: str, ballast: float, peer: float) -> None:
    """One line of the answer."""
    print(f"{what}: Ballast {ballast:.1f} ms, django-simple-history {peer:.1f} ms: {peer / ballast:.1f} times faster")


def measure(moment: Any) -> None:
    """Ask both, compare, print."""
    from against.remembered.models import Report
    from django.db.models import Sum

    from ballast.rooms.figures import queries
    from ballast.rooms.registry.models import Profile
    from ballast.rooms.reporting.models import Progress

    def figure() -> Any:
        found = queries.figure("completed_month", month=MONTH, by="county", at=None)
        return {key: value.numerator for key, value in found.values.items()}

    def remembered() -> Any:
        known = Report.history.as_of(moment).filter(month=MONTH, basis="declared")
        return dict(known.values("area_id").annotate(total=Sum("month_completed")).values_list("area_id", "total"))

    def listed() -> Any:
        held = Profile.objects.known(moment).filter(area_id=COUNTY).values("project_id")
        facts = Progress.objects.known(moment).filter(month=MONTH, basis="declared", project_id__in=held)
        rows = facts.order_by("project_id").values_list("project_id", "year_to_date", "to_date", "form_progress")
        return list(rows[:LISTED])

    def listed_peer() -> Any:
        known = Report.history.as_of(moment).filter(month=MONTH, basis="declared", area_id=COUNTY)
        rows = known.order_by("project_id").values_list("project_id", "year_to_date", "to_date", "form_progress")
        return list(rows[:LISTED])

    ours, theirs = figure(), remembered()
    # Ours adds a park's projects to its county's, the peer lists the park by itself: the whole is the same.
    assert sum(filter(None, ours.values())) == sum(filter(None, theirs.values())), "the two do not agree"
    assert listed() == listed_peer()
    print(f"{PROJECTS:,} projects; {Report.history.count():,} rows of history")
    report("a sealed figure by county", *in_turn(figure, remembered))
    report(f"a county's {len(listed())} reports as known at the seal", *in_turn(listed, listed_peer))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="ballast-history-") as folder:
        settle(folder)
        measure(seal())
