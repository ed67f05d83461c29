"""The Chinese working calendar, numbered: public holidays and make-up days where published, else Monday to Friday."""

from datetime import date
from functools import lru_cache

import chinese_calendar

from ballast.rulebook.figures.workdays import Workdays, count

FIRST, LAST = min(chinese_calendar.holidays).year, max(chinese_calendar.holidays).year  # the years published so far


@lru_cache(maxsize=1)
def workdays() -> Workdays:
    """The numbered days from 1990 to 2100."""
    return count(_is_working)


def _is_working(day: date) -> bool:
    if FIRST <= day.year <= LAST:
        return day in chinese_calendar.workdays or (day.weekday() < 5 and day not in chinese_calendar.holidays)
    return day.weekday() < 5
