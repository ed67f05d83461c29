"""Working days by two sources: the calendar that comes with the system, and the days that were entered here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import chinese_calendar

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

ONE_DAY = timedelta(days=1)
FIRST, LAST = min(chinese_calendar.holidays).year, max(chinese_calendar.holidays).year
BROUGHT = frozenset(range(FIRST, LAST + 1))


class CalendarUnknown(Refusal):
    """The holidays of that year are neither in the calendar brought along nor entered."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are worked. What was entered goes first: a single day, then a year's notice, then what was brought.

    ``noticed`` maps the days that entered notices name, ``years`` are the years of these notices, and ``ruled`` maps
    the days that were settled one by one; True is a day of work.
    """

    noticed: Mapping[date, bool] = field(default_factory=dict)
    years: frozenset[int] = frozenset()
    ruled: Mapping[date, bool] = field(default_factory=dict)

    def knows(self, year: int) -> bool:
        """Whether the holidays of ``year`` are known."""
        return year in self.years or year in BROUGHT

    def is_workday(self, day: date) -> bool:
        """Whether offices work on ``day``. Raises CalendarUnknown for a year in neither source."""
        for entered in (self.ruled, self.noticed):
            if day in entered:
                return entered[day]
        if day.year in self.years:
            return day.weekday() < 5
        if day.year in BROUGHT:
            return bool(chinese_calendar.is_workday(day))
        raise unknown(day)

    def state(self) -> "State":
        """What was entered, as a value that tells two calendars apart."""
        return tuple(sorted(self.noticed.items())), self.years, tuple(sorted(self.ruled.items()))

    def add(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day`` (0: ``day`` itself). ``count`` is not negative."""
        while count:
            day += ONE_DAY
            count -= self.is_workday(day)
        return day


State = tuple[tuple[tuple[date, bool], ...], frozenset[int], tuple[tuple[date, bool], ...]]
PUBLISHED = Calendar()


def unknown(day: date) -> CalendarUnknown:
    """The refusal that says which year is lacking, and where it is entered."""
    return CalendarUnknown(
        Sentence(
            f"{day:%Y} 年的节假日安排不在工作日历中；请在“工作日历”页（/calendar/）录入国务院办公厅当年的通知",
            f"The public holidays of {day:%Y} are not in the working calendar; "
            "enter the year's notice on the page Working calendar (/calendar/)",
        ),
        where=f"{day:%Y-%m-%d}",
        code="calendar_unknown",
    )
