"""The facts of the ledger as plain rows, and what the ledger knows of months."""

from datetime import datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.db.models import Max, Min

from ballast.kit.ledger.models import Entry
from ballast.rulebook.figures.facts import Facts

# Where each kind of fact stands. The figures read the rooms below by the names of their tables, as a foreign key does.
TABLES = {
    "projects": "registry.Project", "areas": "people.Area", "named_lists": "registry.NamedList",
    "profiles": "registry.Profile", "memberships": "registry.Membership", "plans": "registry.AnnualPlan",
    "funding": "registry.Funding", "promises": "registry.Promise", "milestones": "lifecycle.Milestone",
    "progress": "reporting.Progress", "outputs": "reporting.Output", "cases": "resources.ResourceCase",
    "indicators": "reporting.Indicator",
}  # fmt: skip


# No facts, but they say which facts a further edition takes.
SLIPS = {"slips": "reporting.CorrectionSlip", "indicator_slips": "reporting.IndicatorSlip"}


def table(name: str) -> type[models.Model]:
    """The table of one kind of fact, or of slips."""
    return apps.get_model(SLIPS[name] if name in SLIPS else TABLES[name])


def facts() -> Facts:
    """Every fact ever recorded, as plain rows."""
    return Facts(**{name: list(table(name)._default_manager.values()) for name in TABLES})  # type: ignore[arg-type]


def head(at: datetime | None) -> Entry | None:
    """The last line of the journal known at ``at``."""
    if at is not None:
        return Entry.objects.filter(moment__lte=at).order_by("-id").first()
    # Asked of every open figure, and mostly the same: only what tells two lines apart is fetched.
    newest = _rows("SELECT id, hash FROM kit_entry ORDER BY id DESC LIMIT 1")
    return _line(str(connection.settings_dict["NAME"]), *newest[0]) if newest else None


@lru_cache(maxsize=64)
def _line(database: str, number: int, state: str) -> Entry:
    return Entry.objects.get(pk=number)


def covered(at: datetime | None) -> tuple[str, str] | None:
    """The first and the last month the ledger can speak of at ``at``; None while it knows of no project.

    First is the first month reported, last the later of the last month reported and the month of the last entry.
    """
    line = head(at)
    return _covered(str(connection.settings_dict["NAME"]), line.hash, line.moment) if line else None


def reported(at: datetime | None) -> tuple[str, str] | None:
    """The first and the last month any project was reported for, as known at ``at``."""
    line = head(at)
    return _reported(str(connection.settings_dict["NAME"]), line.hash, line.moment) if line else None


# The same for one state of the ledger, which the hash of its last line names: they are asked of every figure.


@lru_cache(maxsize=256)
def _covered(database: str, state: str, at: datetime) -> tuple[str, str] | None:
    profiles: Any = table("profiles")._default_manager
    if not profiles.known(at).exists():  # offices and their officials are in the ledger before the first project
        return None
    written = at.astimezone(ZoneInfo(settings.TIME_ZONE)).strftime("%Y-%m")
    first, last = _reported(database, state, at) or (written, written)
    return first, max(written, last)


@lru_cache(maxsize=256)
def _reported(database: str, state: str, at: datetime) -> tuple[str, str] | None:
    progress: Any = table("progress")._default_manager
    found = progress.known(at).aggregate(first=Min("month"), last=Max("month"))
    return (found["first"], found["last"]) if found["first"] else None


def places() -> tuple[tuple[Any, ...], ...]:
    """What the snapshot reads of areas and lists, which are no facts and may be renamed at any time."""
    return (
        *_rows("SELECT id, code, kind, parent_id FROM people_area ORDER BY id"),
        *_rows("SELECT id, code FROM registry_namedlist ORDER BY id"),
    )


def _rows(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())
