"""One year and one month beside another, as each stood when it was sealed: changes a mayor would believe."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from types import SimpleNamespace

import pytest

from ballast.rulebook.industries import is_industrial
from golden_city import Row, known

pytestmark = pytest.mark.slow
YI = 100_000_000
ENDS = {
    "2023-12": date(2023, 12, 31), "2024-06": date(2024, 6, 30), "2024-07": date(2024, 7, 31),
    "2024-12": date(2024, 12, 31), "2025-06": date(2025, 6, 30), "2025-07": date(2025, 7, 31),
}  # fmt: skip
BEFORE_WORKS = {"negotiating", "signed", "permitting", "landed"}
THEN, NOW = "2024-07", "2025-07"


class Stood:
    """What the ledger said of a month when the month was sealed, counted by hand."""

    def __init__(self, everything: SimpleNamespace, month: str) -> None:
        sealed = next(seal["moment"] for seal in everything.seal if seal["subject"] == month)
        self.month, self.end = month, ENDS[month]
        self.rows = {kind: known(getattr(everything, kind), sealed) for kind in ("milestone", "progress", "annualplan")}
        self.profiles = {row["project_id"]: row for row in known(everything.profile, sealed)}

    def reached(self, kind: str, basis: str) -> dict[int, date]:
        return {
            row["project_id"]: row["actual_on"] for row in self.rows["milestone"]
            if (row["kind"], row["basis"]) == (kind, basis) and row["actual_on"] and row["actual_on"] <= self.end
        }  # fmt: skip

    @property
    def started(self) -> dict[int, date]:
        return self.reached("started", "declared") | self.reached("started", "verified")

    def new(self, least: int) -> list[int]:
        """The totals of those started since January, of at least so many 亿元."""
        begun = [project for project, on in self.started.items() if on.year == self.end.year]
        totals = [self.profiles[project]["total_investment"] for project in begun]
        return [total for total in totals if total >= least * YI]

    def completed(self) -> dict[int, int]:
        """Declared since January by each project, as its last report of the year says."""
        found: dict[int, Row] = {}
        for row in self.rows["progress"]:
            last = found.get(row["project_id"])
            mine = row["basis"] == "declared" and row["year_to_date"] is not None
            if mine and row["month"][:4] == self.month[:4] and row["month"] <= self.month:
                found[row["project_id"]] = row if last is None or last["month"] < row["month"] else last
        return {project: row["year_to_date"] for project, row in found.items()}

    def completion_rate(self) -> float:
        plans = {row["project_id"]: row["amount"] for row in self.rows["annualplan"] if row["year"] == self.end.year}
        done = self.completed()
        return sum(done.get(project, 0) for project in plans) / sum(plans.values())

    def pipeline(self) -> list[int]:
        """The totals of industrial projects in talks or beyond, the works not begun."""
        talking = {row["project_id"] for row in self.rows["milestone"]
                   if row["kind"] in BEFORE_WORKS and row["actual_on"] and row["actual_on"] <= self.end}  # fmt: skip
        waiting = [self.profiles[project] for project in talking - self.started.keys()]
        return [row["total_investment"] or 0 for row in waiting if is_industrial(row["industry"])]


Told = Callable[[str], Stood]


@pytest.fixture(scope="module")
def stood(everything: SimpleNamespace) -> Told:
    return lru_cache(lambda month: Stood(everything, month))


def growth(now: float, then: float) -> float:
    return now / then - 1


def test_completed_investment_grows_as_a_city_grows(stood: Told) -> None:
    now, then, june = (sum(stood(month).completed().values()) for month in (NOW, THEN, "2025-06"))
    assert 0.05 < growth(now, then) < 0.18
    assert 0.1 < growth(now, june) < 0.25


def test_starts_of_last_year(stood: Told) -> None:
    assert 120 <= len(stood(THEN).new(1)) <= 150
    assert sum(stood(THEN).new(1)) >= 900 * YI
    assert 0.15 < growth(len(stood(NOW).new(1)), len(stood(THEN).new(1))) < 0.5
    assert 0.15 < growth(sum(stood(NOW).new(1)), sum(stood(THEN).new(1))) < 0.5
    assert 0.1 < growth(len(stood(NOW).new(10)), len(stood(THEN).new(10))) < 0.45


def test_starts_of_last_month(stood: Told) -> None:
    for least in (1, 10):
        assert 0.02 < growth(len(stood(NOW).new(least)), len(stood("2025-06").new(least))) < 0.3


def test_the_pipeline_was_there_last_year(stood: Told) -> None:
    assert 0 < growth(len(stood(NOW).pipeline()), len(stood(THEN).pipeline())) < 0.4
    assert 0 < growth(sum(stood(NOW).pipeline()), sum(stood(THEN).pipeline())) < 0.5
    assert abs(growth(len(stood(NOW).pipeline()), len(stood("2025-06").pipeline()))) < 0.05


@pytest.mark.parametrize(
    ("month", "low", "high"),
    [("2023-12", 0.85, 1.02), ("2024-12", 0.85, 1.02), (THEN, 0.48, 0.62), (NOW, 0.55, 0.65)],
)  # fmt: skip
def test_plans_are_met(stood: Told, month: str, low: float, high: float) -> None:
    assert low < stood(month).completion_rate() < high
