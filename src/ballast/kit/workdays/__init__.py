"""Working days of the Chinese calendar: weekends, public holidays and the days worked in exchange.

Two sources, seen as one: the calendar the package ``chinesecalendar`` brings, and the days entered here. A question
of one day asks the table anew; whoever asks many takes ``standing()`` once.
"""

from datetime import date, datetime

from ballast.kit.workdays.calendar import PUBLISHED, Calendar, CalendarUnknown
from ballast.kit.workdays.facts import ALONE, CalendarDay

__all__ = ["PUBLISHED", "Calendar", "CalendarUnknown", "add_workdays", "is_workday", "standing"]


def standing(at: datetime | None = None) -> Calendar:
    """The calendar as known at ``at``; None is now."""
    noticed: dict[date, bool] = {}
    ruled: dict[date, bool] = {}
    years = set()
    days = CalendarDay.objects.known(at).order_by("notice", "day").values_list("notice", "day", "works")
    for notice, day, works in days:
        if notice == ALONE:
            ruled[day] = works
        else:
            noticed[day] = works  # a later year's notice may settle the last days of the year before it
            years.add(notice)
    return Calendar(noticed, frozenset(years), ruled)


def is_workday(day: date) -> bool:
    """Whether offices work on ``day``. Raises CalendarUnknown for a year in neither source."""
    return standing().is_workday(day)


def add_workdays(day: date, count: int) -> date:
    """The ``count``-th working day after ``day`` (0: ``day`` itself). ``count`` is not negative."""
    return standing().add(day, count)
