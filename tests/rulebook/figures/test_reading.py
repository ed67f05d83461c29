"""What figures mean, by hand."""

import pytest

from ballast.rulebook.figures.catalogue import standard
from ballast.rulebook.figures.conditions import AtLeast, Below, Condition, Is, Known, OnList, Within
from ballast.rulebook.figures.reading import Pair, holds, read
from ballast.rulebook.figures.vocabulary import HowMany, Latest, Total
from rulebook.figures.rows import row

YI = 100_000_000


def whole(
    code: str, *rows: dict[str, object], before: list[dict[str, object]] | None = None, month: str = "07"
) -> Pair:
    reduced = standard()[code].reduced(int(month))
    return read(reduced, "", f"2025-{month}", {0: list(rows), 12: before}, [])[0]


@pytest.mark.parametrize(
    ("condition", "said", "expected"),
    [
        (Is("stage", "started"), {"stage": "started"}, True),
        (Is("stage", "started", "building"), {"stage": "building"}, True),
        (Is("industrial"), {"industrial": None}, False),
        (~Is("industrial"), {"industrial": None}, True),
        (AtLeast("total_investment", YI), {"total_investment": YI}, True),
        (AtLeast("total_investment", YI), {"total_investment": YI - 1}, False),
        (AtLeast("total_investment", 0), {}, False),
        (Below("total_investment", YI), {}, False),
        (Below("total_investment", YI), {"total_investment": 0}, True),
        (Known("park"), {"park": ""}, False),
        (Known("started_on"), {"started_on": "2025-01-01"}, True),
        (OnList("key"), {"lists": "|key69|"}, False),
        (OnList("key"), {"lists": "|city|key|"}, True),
        (Within("started_on", "year"), {"started_on": "2025-01-01"}, True),
        (Within("started_on", "year"), {"started_on": "2025-08-01"}, False),
        (Within("started_on", "year"), {"started_on": "2024-12-31"}, False),
        (Within("started_on", "month"), {"started_on": "2025-07-31"}, True),
        (Within("started_on", "last_year"), {"started_on": "2024-12-31"}, True),
        (Within("started_on", "last_year"), {"started_on": "2023-12-31"}, False),
        (Is("industrial") & Known("park"), {"industrial": True}, False),
        (Is("industrial") | Known("park"), {"industrial": True}, True),
    ],
)
def test_conditions(condition: Condition, said: dict[str, object], expected: bool) -> None:
    assert holds(row(**said), condition) is expected


def test_a_condition_or_a_sum_on_the_wrong_kind_of_column_is_refused() -> None:
    for wrong in (lambda: Is("total_investment"), lambda: AtLeast("stage", 1), lambda: Within("stage", "year"),
                  lambda: Known("nothing"), lambda: Total("total_investment"), lambda: Latest("completed"),
                  lambda: Total("completed_ytd")):  # fmt: skip
        with pytest.raises(ValueError, match="snapshot"):
            wrong()


def test_completion_is_of_projects_with_a_plan() -> None:
    planned = row(annual_plan=1000, completed_ytd=972)
    unplanned = row(completed_ytd=500)
    assert whole("completion_rate", planned, unplanned) == (972, 1000)


@pytest.mark.parametrize(("month", "done", "points"), [("10", 972, 138.7), ("06", 593, 93), ("08", 740, 73.3)])
def test_ahead_of_schedule_as_bulletins_print_it(month: str, done: int, points: float) -> None:
    """Bulletins: October 97.2 % is 13.87 points ahead (printed +13.8), June 59.3 % +9.3, August 74 % +7.33."""
    top, bottom = whole("ahead_of_schedule", row(annual_plan=1000, completed_ytd=done), month=month)
    assert top is not None
    assert bottom
    assert round(1000 * top / bottom, 1) == pytest.approx(points, abs=0.1)


def test_absent_is_not_zero() -> None:
    assert whole("completed", row(), row()) == (None, 1)
    assert whole("completed", row(), row(completed_ytd=0)) == (0, 1)
    plain = row(completed_ytd=5, high_tech=False)
    assert whole("high_tech_share", plain) == (0, 5), "no such project: nought of five"
    assert whole("high_tech_share", plain, row(high_tech=True)) == (None, 5), "one, not reported"


def test_a_project_nobody_has_classified_is_in_no_share() -> None:
    unknown = row(completed_ytd=7)
    assert whole("high_tech_share", unknown) == (0, 0), "nothing is classified: no share, and not nought"
    assert whole("high_tech_share", unknown, row(completed_ytd=2, high_tech=True)) == (2, 2)


def test_growth_reads_last_year_and_is_absent_without_it() -> None:
    now, before = row(completed_ytd=150), row(completed_ytd=100, month="2024-07")
    assert whole("completed_growth", now, before=[before]) == (50, 100)
    assert whole("completed_growth", now, before=None) == (None, None)


def test_a_difference_needs_both() -> None:
    assert whole("declared_gap", row(completed_ytd=10, stat_completed_ytd=12)) == (-2, 1)
    assert whole("declared_gap", row(completed_ytd=10)) == (None, 1)


def test_vocabulary_reduces_to_components() -> None:
    assert HowMany() == HowMany()
    assert len(standard()["completed_growth"].reduced(7).components()) == 2
    assert len(standard()["completion_rate"].reduced(7).components()) == 2
