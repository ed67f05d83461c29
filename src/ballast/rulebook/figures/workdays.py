"""Working days as numbers: each day's place in the calendar, and how many working days have been by its end."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class Workdays:
    """For every day from 1990 to 2100: (ordinal, working days so far). Outside, nothing is known."""

    numbers: dict[str, tuple[int, int]]

    def days(self, start: str | None, end: str | None) -> int | None:
        """Calendar days from ``start`` to ``end``."""
        return self._between(start, end, 0)

    def working(self, start: str | None, end: str | None) -> int | None:
        """Working days after ``start`` up to and with ``end``."""
        return self._between(start, end, 1)

    def _between(self, start: str | None, end: str | None, which: int) -> int | None:
        first, last = self.numbers.get(start or ""), self.numbers.get(end or "")
        return last[which] - first[which] if first and last else None


def count(is_working: Callable[[date], bool]) -> Workdays:
    """Number the days by a calendar."""
    return Workdays({day: (ordinal, working) for day, ordinal, working in _numbered(is_working)})


def _numbered(is_working: Callable[[date], bool]) -> Iterator[tuple[str, int, int]]:
    day, working = FIRST, 0
    while day <= LAST:
        working += is_working(day)
        yield day.isoformat(), day.toordinal(), working
        day += timedelta(days=1)
