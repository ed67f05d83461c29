"""The page of the working calendar: a year day by day, each day with its source; and a notice before it holds."""

from calendar import Calendar as Sheet
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from ballast.kit.workdays import Calendar, standing
from ballast.kit.workdays.calendar import BROUGHT
from ballast.kit.workdays.entering import EnteredDay, enter_notice, entered
from ballast.rulebook import holidays

FIRST, LAST = min(BROUGHT), 2100


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the sheet: ``mark`` says off where a weekday is not worked, on where a weekend is."""

    day: date
    works: bool
    entered: bool

    @property
    def mark(self) -> str:
        """Whether the day differs from its week: ``off``, ``on`` or nothing."""
        if self.works == (self.day.weekday() < 5):
            return ""
        return "on" if self.works else "off"


Week = list[Day | None]


@dataclass(frozen=True, slots=True)
class YearPage:
    """One year: its months week by week where it is known, and every day of it that was entered."""

    year: int
    known: bool
    by_notice: bool
    months: list[tuple[int, list[Week]]]
    entered: list[EnteredDay]

    @property
    def worked(self) -> int:
        """How many days of the year are worked."""
        return sum(day.works for _, weeks in self.months for week in weeks for day in week if day)

    @property
    def papers(self) -> list[str]:
        """The papers the year's notice was entered by."""
        return sorted({one.paper for one in self.entered if one.notice == self.year})

    @property
    def settled(self) -> list[EnteredDay]:
        """The days settled one by one."""
        return [one for one in self.entered if not one.notice]


def year_page(year: int) -> YearPage:
    """The sheet of a year as the calendar stands now."""
    calendar, days = standing(), entered(year)
    named = {one.day for one in days}
    known = calendar.knows(year)
    months = _months(year, calendar.is_workday, lambda day: day in named) if known else []
    return YearPage(year, known, year in calendar.years, months, days)


def preview(text: str, year: int) -> tuple[holidays.Notice, YearPage]:
    """A notice as it was read, and the year as it would be. Raises FaultyNotice."""
    notice = holidays.read(text, year)
    would = Calendar(notice.days, frozenset({year}))
    months = _months(year, would.is_workday, lambda day: day in notice.days)
    return notice, YearPage(year, True, True, months, [])


def enter(text: str, year: int, *, paper: str, at: datetime, by: str) -> int:
    """Read a notice and enter its days; how many. Raises FaultyNotice and NoPaper."""
    return enter_notice(year, holidays.read(text, year).days, paper=paper, at=at, by=by)


def _months(
    year: int, is_workday: Callable[[date], bool], is_entered: Callable[[date], bool]
) -> list[tuple[int, list[Week]]]:
    sheet = Sheet(firstweekday=0)

    def week(days: list[date], month: int) -> Week:
        return [Day(day, is_workday(day), is_entered(day)) if day.month == month else None for day in days]

    return [
        (month, [week(days, month) for days in sheet.monthdatescalendar(year, month)]) for month in range(1, 13)
    ]  # fmt: skip
