"""Snapshots of months, read from the ledger and kept."""

from datetime import datetime
from functools import lru_cache

from ballast.rooms.figures import ledger
from ballast.rooms.figures.workdays import workdays
from ballast.rulebook import books
from ballast.rulebook.figures.snapshot import Wide, indicators, snapshot


def snapshot_of(month: str, at: datetime | None) -> list[Wide] | None:
    """One row a project; None where the ledger does not reach the month."""
    reach = ledger.covered(at)
    if reach is None or month > reach[1]:
        return None
    line = ledger.head(at)
    return _read(month, at, line.hash if line else "")


def indicators_of(at: datetime | None) -> list[Wide]:
    """Every indicator known."""
    return indicators(ledger.facts(), at)


@lru_cache(maxsize=40)
def _read(month: str, at: datetime | None, head: str) -> list[Wide]:
    return snapshot(ledger.facts(), month, at, books.default(), workdays())
