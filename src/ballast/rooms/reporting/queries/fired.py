"""How often each check speaks of a month as it stands in the ledger."""

from collections import Counter
from collections.abc import Collection
from dataclasses import astuple, replace
from datetime import date

from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rooms.reporting.loop import cells
from ballast.rooms.reporting.queries.place import month_named
from ballast.rooms.reporting.queries.seals import first_sealed
from ballast.rooms.reporting.workbook.drafts import draft
from ballast.rooms.reporting.workbook.reading import FilledRow
from ballast.rooms.reporting.workbook.report_row import report_row
from ballast.rooms.reporting.workbook.roster import Line, lines_of
from ballast.rooms.reporting.workbook.roster import Reach as Reached
from ballast.rulebook.checks import CheckParams, ReportRow, examine


def report_rows(month: str, *, held: Reach) -> dict[int, ReportRow]:
    """The report of every project on the form of ``month``, by project; a dozen questions for all of them.

    A sealed month is looked at as it was first sealed, an open one as it stands.
    """
    at = first_sealed(month_named(month))
    codes = {area.id: area.code for area in people.areas()}
    known = registry.profiles(at=at)
    profiles = {one: card for one, card in known.items() if held.covers(one, codes[card.area_id])}
    return {line.project_id: _row(line) for line in lines_of(profiles, month, at=at) if line.listed}


def fired(rows: Collection[ReportRow], params: CheckParams) -> Counter[str]:
    """How many of the rows each check speaks of."""
    return Counter(found.code for row in rows for found in examine(row, params))


def _row(line: Line) -> ReportRow:
    """The row as it would have been typed: what happened after the month was not known to it."""
    then = replace(
        line, reach=Reached(*(_by(day, line.month) for day in astuple(line.reach))),
        clocks={kind: replace(card, actual_on=_by(card.actual_on, line.month)) for kind, card in line.clocks.items()},
    )  # fmt: skip
    return report_row(draft(then, FilledRow(0, line.serial, dict(cells.known(then))), None))


def _by(day: date | None, month: str) -> date | None:
    return day if day is not None and f"{day:%Y-%m}" <= month else None
