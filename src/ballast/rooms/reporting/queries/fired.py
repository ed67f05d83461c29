"""How often each check speaks of a month as it stands in the ledger."""

from collections import Counter
from collections.abc import Collection

from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rooms.reporting.loop import cells
from ballast.rooms.reporting.queries.place import month_named
from ballast.rooms.reporting.workbook.drafts import draft
from ballast.rooms.reporting.workbook.reading import FilledRow
from ballast.rooms.reporting.workbook.report_row import report_row
from ballast.rooms.reporting.workbook.roster import Line, lines_of
from ballast.rulebook.checks import CheckParams, ReportRow, examine


def report_rows(month: str, *, held: Reach) -> dict[int, ReportRow]:
    """The report of every project on the form of ``month`` as it stands, by project; a dozen questions for all."""
    month_named(month)
    codes = {area.id: area.code for area in people.areas()}
    known = registry.profiles()
    profiles = {one: card for one, card in known.items() if held.covers(one, codes[card.area_id])}
    return {line.project_id: _row(line) for line in lines_of(profiles, month) if line.listed}


def fired(rows: Collection[ReportRow], params: CheckParams) -> Counter[str]:
    """How many of the rows each check speaks of."""
    return Counter(found.code for row in rows for found in examine(row, params))


def _row(line: Line) -> ReportRow:
    return report_row(draft(line, FilledRow(0, line.serial, dict(cells.known(line))), None))
