"""The reporting calendar: when a month opens, who is due when, and when it is frozen (domain: monthly reporting).

Default: open on the 1st of the month after, owners to the 5th, county review to the 7th, city review to the 9th,
frozen on the 10th; a date on a day off may move to a working day.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Workday = Callable[[date], bool]


class CalendarParams(BaseModel):
    """The days of the month, and what becomes of a deadline on a day off; all defaults of ours."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    months_after: int = Field(1, ge=0, le=2, description="how many months after the reported one the days are counted")
    open_day: int = Field(1, ge=1, le=28)
    owners_day: int = Field(5, ge=1, le=28)
    county_day: int = Field(7, ge=1, le=28)
    city_day: int = Field(9, ge=1, le=28)
    freeze_day: int = Field(10, ge=1, le=28)
    day_off: Literal["stay", "next_workday", "previous_workday"] = "stay"

    @model_validator(mode="after")
    def _in_order(self) -> "CalendarParams":
        days = [self.open_day, self.owners_day, self.county_day, self.city_day, self.freeze_day]
        if days != sorted(days):
            raise ValueError(f"应依次不早于前一日 / the days must not go back: {days}")
        return self


@dataclass(frozen=True, slots=True)
class DueDates:
    """The dates of one month's reporting."""

    month: str
    opens: date
    owners: date
    county: date
    city: date
    freeze: date

    def late_days(self, handed_in: date) -> int:
        """Calendar days after the county's review deadline; 0 in time."""
        return max(0, (handed_in - self.county).days)


def due_dates(month: str, params: CalendarParams, workday: Workday) -> DueDates:
    """The dates of ``month``; ``workday`` tells working days and is asked only where a date may move."""
    count = int(month[:4]) * 12 + int(month[5:]) - 1 + params.months_after
    year, number = count // 12, count % 12 + 1
    opens, *deadlines = (
        date(year, number, day)
        for day in (params.open_day, params.owners_day, params.county_day, params.city_day, params.freeze_day)
    )
    return DueDates(month, opens, *(_moved(day, params, workday) for day in deadlines))


def _moved(day: date, params: CalendarParams, workday: Workday) -> date:
    if params.day_off == "stay":
        return day
    step = timedelta(days=1 if params.day_off == "next_workday" else -1)
    while not workday(day):
        day += step
    return day
