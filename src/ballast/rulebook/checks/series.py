"""What a change to one month does to the months after it: the sums that would no longer hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ballast.rulebook.checks import sums
from ballast.rulebook.checks.params import DEFAULT
from ballast.rulebook.checks.row import Finding, ReportRow

SUMS = (sums.to_date_falls, sums.year_sum, sums.whole_sum)


class Amounts(NamedTuple):
    """What one month reported, in 元 (None is not reported), and the construction node it names (empty: none)."""

    month_completed: int | None = None
    year_to_date: int | None = None
    to_date: int | None = None
    node: str = ""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A month in which a sum does not hold."""

    month: str
    finding: Finding


def contradictions(series: Mapping[str, Amounts]) -> list[Contradiction]:
    """Every sum that does not hold in a project's months, oldest first; a month not reported breaks no sum."""
    found: list[Contradiction] = []
    for month in sorted(series):
        row = _row(month, series)
        found += [Contradiction(month, fault) for check in SUMS if (fault := check.finding(row, DEFAULT))]
    return found


def caused(before: Mapping[str, Amounts], after: Mapping[str, Amounts]) -> list[Contradiction]:
    """The contradictions ``after`` has that ``before`` had not."""
    had = {(found.month, found.finding.code) for found in contradictions(before)}
    return [found for found in contradictions(after) if (found.month, found.finding.code) not in had]


def _row(month: str, series: Mapping[str, Amounts]) -> ReportRow:
    now = series[month]
    earlier = [(known, series[known]) for known in sorted(series) if known < month]
    december = series.get(f"{int(month[:4]) - 1}-12", Amounts())
    return ReportRow(
        month=month, month_completed=now.month_completed, year_to_date=now.year_to_date, to_date=now.to_date,
        last_year_to_date=_newest(amounts.year_to_date for known, amounts in earlier if known[:4] == month[:4]),
        last_to_date=_newest(amounts.to_date for _, amounts in earlier), done_by_last_year=december.to_date,
    )  # fmt: skip


def _newest(amounts: Iterable[int | None]) -> int | None:
    return next(reversed([amount for amount in amounts if amount is not None]), None)
