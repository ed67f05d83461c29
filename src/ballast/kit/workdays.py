"""Working days of the Chinese calendar: weekends, public holidays and the days worked in exchange."""

from datetime import date, timedelta

import chinese_calendar

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

ONE_DAY = timedelta(days=1)


class CalendarUnknown(Refusal):
    """The holidays of that year are not published, or not in the calendar this system has."""


def is_workday(day: date) -> bool:
    """Whether offices work on ``day``. Raises CalendarUnknown for a year the calendar does not have."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError as error:
        raise CalendarUnknown(
            Sentence(
                f"{day:%Y} 年的节假日安排不在工作日历中；请升级 chinesecalendar 后再算工作日",
                f"The public holidays of {day:%Y} are not in the calendar; bring chinesecalendar up to date",
            ),
            where=f"{day:%Y-%m-%d}",
            code="calendar_unknown",
        ) from error


def add_workdays(day: date, count: int) -> date:
    """The ``count``-th working day after ``day`` (0: ``day`` itself). ``count`` is not negative."""
    while count:
        day += ONE_DAY
        count -= is_workday(day)
    return day


def workdays_between(first: date, last: date) -> int:
    """Working days after ``first`` up to and with ``last``; 0 when ``last`` is not later."""
    days = max(0, (last - first).days)
    return sum(is_workday(first + timedelta(days=step)) for step in range(1, days + 1))
