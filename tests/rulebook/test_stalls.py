"""The three 迟迟, each by its clock in whole months."""

import pytest

from ballast.rulebook.stalls import Stall, StallClocks, Standing, stall

CLOCKS = StallClocks()
JULY = "2025-07"


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (Standing(), None),
        (Standing(signed_on="2025-05-31", land_mode="existing"), None),
        (Standing(signed_on="2025-04-30", land_mode="existing"), Stall.NOT_STARTED),
        (Standing(signed_on="2025-05-01", land_mode="factory"), Stall.NOT_STARTED),
        (Standing(signed_on="2024-01-01", planned_start_on="2025-08-01"), None),
        (Standing(signed_on="2025-06-01", planned_start_on="2025-07-20"), Stall.NOT_STARTED),
        (Standing(signed_on="2025-06-01", planned_start_on="2025-12-01", permit_on="2025-04-09"), Stall.NOT_STARTED),
        (Standing(started_on="2025-05-01"), None),
        (Standing(started_on="2025-04-30"), Stall.NOT_BUILDING),
        (Standing(started_on="2024-01-01", last_invested_month="2025-05"), None),
        (Standing(started_on="2024-01-01", last_invested_month="2025-04"), Stall.NOT_BUILDING),
        (Standing(started_on="2024-01-01", completed_on="2025-01-01"), None),
        (Standing(producing_on="2023-08-01"), None),
        (Standing(producing_on="2023-07-31"), Stall.NOT_AT_CAPACITY),
        (Standing(producing_on="2023-07-31", at_capacity_on="2025-07-01"), None),
        (Standing(producing_on="2023-07-01", promised=(100, None, 10), reached=(80, None, 8)), None),
        (Standing(producing_on="2023-07-01", promised=(100, None, 10), reached=(79, None, 8)), Stall.NOT_AT_CAPACITY),
        (Standing(producing_on="2023-07-01", promised=(100, None, None)), Stall.NOT_AT_CAPACITY),
    ],
)
def test_stall(standing: Standing, expected: Stall | None) -> None:
    assert stall(standing, JULY, CLOCKS) is expected


def test_a_city_sets_its_own_clocks() -> None:
    patient = StallClocks(without_investment=6)
    assert stall(Standing(started_on="2025-02-01"), JULY, CLOCKS) is Stall.NOT_BUILDING
    assert stall(Standing(started_on="2025-02-01"), JULY, patient) is None
