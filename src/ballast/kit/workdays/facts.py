"""The days that were entered into the working calendar, by whom and on which paper."""

from typing import ClassVar

from django.db import models

from ballast.kit.ledger.models import Fact, unique_current

ALONE = 0  # the notice of a day that was settled by itself


class CalendarDay(Fact):
    """One day that is worked or not, as the notice of a year says, or (notice 0) as was settled for this day alone."""

    KEY: ClassVar = ("notice", "day")

    notice = models.PositiveSmallIntegerField()
    day = models.DateField()
    works = models.BooleanField()
    paper = models.CharField(max_length=200)

    class Meta(Fact.Meta):
        constraints = [unique_current("kit_calendar_day_current", "notice", "day")]
