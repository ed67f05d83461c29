"""Working days as numbers: each day's place in the calendar, and how many working days have been by its end."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class Workdays:
    """For every day from 1990 to 2100: (ordinal, working days so far). Outside, nothing is known.

    ``years`` are those whose holidays are known; over any other, working days are not counted.
    """

    numbers: dict[str, tuple[int, int]]
    years: Collection[int]

    def days(self, start: str | None, end: str | None) -> int | None:
        """Calendar days from ``start`` to ``end``."""
        return self._between(start, end, 0)

    def working(self, start: str | None, end: str | None) -> int | None:
        """Working days after ``start`` up to and with ``end``; None over a year whose holidays are not known."""
        if start and end and not all(year in self.years for year in years_between(start, end)):
            return None
        return self._between(start, end, 1)

    def _between(self, start: str | None, end: str | None, which: int) -> int | None:
        first, last = self.numbers.get(start or ""), self.numbers.get(end or "")
        return last[which] - first[which] if first and last else None


def years_between(first: str, last: str) -> range:
    """The years that the days between two dates, whichever is the earlier, fall in."""
    early, late = sorted((int(first[:4]), int(last[:4])))
    return range(early, late + 1)


def count(is_working: Callable[[date], bool], years: Collection[int]) -> Workdays:
    """Number the days by a calendar that knows ``years``; in others Monday to Friday are numbered."""
    numbers, so_far = {}, 0
    for ordinal in range(FIRST.toordinal(), LAST.toordinal() + 1):
        day = date.fromordinal(ordinal)
        so_far += is_working(day) if day.year in years else day.weekday() < 5
        numbers[day.isoformat()] = (ordinal, so_far)
    return Workdays(numbers, years)
