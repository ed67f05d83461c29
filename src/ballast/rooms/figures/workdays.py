"""The working calendar, numbered for the figures, and the refusal of a month that asks for a year nobody entered."""

from datetime import date
from functools import lru_cache

from ballast.kit import engine
from ballast.kit.workdays.calendar import BROUGHT, PUBLISHED, Calendar, State, unknown
from ballast.rulebook.figures.workdays import Workdays, count, years_between

KEPT = 4  # calendars numbered at a time; a city changes its own once or twice a year


def workdays(calendar: Calendar = PUBLISHED) -> Workdays:
    """The numbered days from 1990 to 2100; made once for each state of the calendar."""
    return _numbered(calendar.state())


@lru_cache(maxsize=KEPT)
def _numbered(state: State) -> Workdays:
    noticed, years, ruled = state
    return count(Calendar(dict(noticed), years, dict(ruled)).is_workday, BROUGHT | years)


def require_known(snapshot: str, calendar: Calendar) -> None:
    """Raise CalendarUnknown where ``snapshot`` counts working days over a year that is in neither source."""
    spans = engine.query(f"SELECT DISTINCT land_on, papers_on FROM {snapshot} WHERE promise_due AND papers_on <> ''")
    for land, papers in spans:
        lacking = [year for year in years_between(land, papers) if not calendar.knows(year)]
        if lacking:
            raise unknown(date(lacking[0], 1, 1))
