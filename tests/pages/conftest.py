"""Pages live today, and reach into the next year when this one ends: its holidays may not be published yet."""

from collections.abc import Iterator
from datetime import date

import chinese_calendar
import pytest

from ballast.kit.workdays import calendar


@pytest.fixture(scope="session", autouse=True)
def coming_years() -> Iterator[None]:
    """Years up to the next that nobody could bring along yet are taken for years without holidays."""
    published = chinese_calendar.is_workday
    with pytest.MonkeyPatch.context() as patch:
        years = calendar.BROUGHT | frozenset(range(calendar.LAST, date.today().year + 2))
        patch.setattr(calendar, "BROUGHT", years)
        patch.setattr(
            chinese_calendar, "is_workday",
            lambda day: day.weekday() < 5 if day.year > calendar.LAST else published(day),
        )  # fmt: skip
        yield
