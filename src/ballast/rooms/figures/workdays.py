"""The Chinese working calendar, numbered: public holidays and make-up days where published, else Monday to Friday."""

from datetime import date
from functools import lru_cache

import chinese_calendar

from ballast.rulebook.figures.workdays import Workdays, count


@lru_cache(maxsize=1)
def workdays() -> Workdays:
    """The numbered days from 1990 to 2100."""
    return count(_is_working)


def _is_working(day: date) -> bool:
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5
