"""The reporting calendar: days of the month after, moved off days off where a city asks for it."""

from datetime import date

import pytest
from pydantic import ValidationError

from ballast.kit.workdays.calendar import PUBLISHED
from ballast.rulebook.calendar import CalendarParams, due_dates


def never(day: date) -> bool:
    raise AssertionError(f"asked for {day}")


def test_the_dates_of_july_and_of_december() -> None:
    july = due_dates("2025-07", CalendarParams(), never)
    assert (july.opens, july.owners, july.county, july.city, july.freeze) == tuple(
        date(2025, 8, day) for day in (1, 5, 7, 9, 10)
    )
    assert due_dates("2025-12", CalendarParams(), never).freeze == date(2026, 1, 10)
    assert due_dates("2025-07", CalendarParams(months_after=0), never).opens == date(2025, 7, 1)


def test_deadlines_move_off_days_off() -> None:
    later = due_dates("2025-07", CalendarParams(day_off="next_workday"), PUBLISHED.is_workday)
    assert (later.county, later.city, later.freeze) == (date(2025, 8, 7), date(2025, 8, 11), date(2025, 8, 11))
    earlier = due_dates("2025-07", CalendarParams(day_off="previous_workday"), PUBLISHED.is_workday)
    assert (earlier.city, earlier.freeze) == (date(2025, 8, 8), date(2025, 8, 8))
    over_the_holiday = due_dates("2025-09", CalendarParams(day_off="next_workday"), PUBLISHED.is_workday)
    assert (over_the_holiday.owners, over_the_holiday.county) == (date(2025, 10, 9), date(2025, 10, 9))


def test_lateness_counts_from_the_county_review() -> None:
    july = due_dates("2025-07", CalendarParams(), never)
    assert [july.late_days(date(2025, 8, day)) for day in (3, 7, 8, 12)] == [0, 0, 1, 5]


def test_days_that_go_back_are_refused() -> None:
    with pytest.raises(ValidationError, match="不早于前一日"):
        CalendarParams(owners_day=9, county_day=7)
