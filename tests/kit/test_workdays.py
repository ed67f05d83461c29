"""Working days follow the Chinese calendar, and a year it does not know is refused."""

from datetime import date

import pytest

from ballast.kit.workdays import CalendarUnknown, add_workdays, is_workday, workdays_between


def test_holidays_and_days_worked_in_exchange() -> None:
    assert not is_workday(date(2025, 10, 1))
    assert is_workday(date(2025, 10, 11)), "a Saturday worked in exchange for the National Day week"
    assert not is_workday(date(2025, 8, 10))


def test_counting_over_the_national_day_week() -> None:
    assert add_workdays(date(2025, 9, 30), 1) == date(2025, 10, 9)
    assert add_workdays(date(2025, 9, 30), 3) == date(2025, 10, 11)
    assert workdays_between(date(2025, 9, 30), date(2025, 10, 11)) == 3
    assert workdays_between(date(2025, 9, 30), date(2025, 9, 1)) == 0
    assert add_workdays(date(2025, 10, 4), 0) == date(2025, 10, 4)


def test_an_unknown_year_is_refused_not_guessed() -> None:
    with pytest.raises(CalendarUnknown, match="2098"):
        add_workdays(date(2098, 3, 1), 2)
