"""News: one thing that becomes known of one project, in the month's papers of one kind."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from ballast.site.golden.lives import Life

Card = Any


class Sheet(IntEnum):
    """The sheets of a county's monthly workbook, in their order, then what others hand in."""

    POOL = 1
    PLANS = 2
    PROMISES = 3
    LISTS = 4
    CLOCKS = 5
    PROGRESS = 6
    FUNDS = 7
    OUTPUT = 8
    RESOURCES = 9


class Hand(IntEnum):
    """Whose hand records: the county's report, its correction, the statistics office, the city's review, the plan."""

    COUNTY = 1
    CORRECTION = 2
    STATISTICS = 3
    REVIEW = 4
    PLAN = 5


@dataclass(frozen=True, slots=True)
class News:
    """``tell`` makes the card once the project has its number."""

    month: str
    hand: Hand
    sheet: Sheet
    life: Life
    tell: Callable[[int], Card]
