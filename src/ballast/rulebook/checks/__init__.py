"""The checks made on every monthly report: errors stop, warnings ask for an explanation, notes are asked about later.

A check is one function beside its code, column and clause, its severity a line of ``severity``; ``examine`` asks all
that look at one project's month, ``examine_habit`` those at a reporter's months, ``examine_photo`` those at a photo.
"""

from typing import Any

from ballast.rulebook.checks import clocks, heaping, pace, papers, photos, sums, year_end
from ballast.rulebook.checks.declared import Check
from ballast.rulebook.checks.heaping import Habit, habit
from ballast.rulebook.checks.params import DEFAULT, CheckParams
from ballast.rulebook.checks.photos import Photo, Use
from ballast.rulebook.checks.row import Finding, Party, ReportRow
from ballast.rulebook.checks.severity import EFFECTS, Severities, Severity

ALL: tuple[Check[ReportRow], ...] = (*sums.ALL, *papers.ALL, *pace.ALL, *year_end.ALL, *clocks.ALL)
HABITS: tuple[Check[Habit], ...] = heaping.ALL
PHOTOS: tuple[Check[Photo], ...] = photos.ALL
EVERY: tuple[Check[Any], ...] = (*ALL, *HABITS, *PHOTOS)

__all__ = [
    "ALL", "DEFAULT", "EFFECTS", "EVERY", "HABITS", "PHOTOS", "Check", "CheckParams", "Finding", "Habit", "Party",
    "Photo", "ReportRow", "Severities", "Severity", "Use", "examine", "examine_habit", "examine_photo", "habit",
]  # fmt: skip


def examine(row: ReportRow, params: CheckParams = DEFAULT) -> list[Finding]:
    """Everything the checks find on one row, in the order they are declared."""
    return [found for check in ALL if (found := check.finding(row, params)) is not None]


def examine_habit(seen: Habit, params: CheckParams = DEFAULT) -> list[Finding]:
    """Everything the checks find in how a reporter's amounts look."""
    return [found for check in HABITS if (found := check.finding(seen, params)) is not None]


def examine_photo(seen: Photo, params: CheckParams = DEFAULT) -> list[Finding]:
    """Everything the checks find on one photo."""
    return [found for check in PHOTOS if (found := check.finding(seen, params)) is not None]
