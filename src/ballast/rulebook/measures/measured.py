"""What a measure answers: an exact value or the reason there is none, and what it was reckoned from."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from ballast.kit.words import Word
from ballast.rulebook.measures.facts import Number


class Unit(Word):
    """What a measure counts in; ``whole`` ones have no value between two integers."""

    YUAN = "yuan", "元", "yuan"
    PERCENT = "percent", "%", "%"
    POINTS = "points", "个百分点", "percentage points"
    MONTHS = "months", "个月", "months"
    SPAN = "span", "个月", "months"  # months with their odd days
    DAYS = "days", "天", "days"
    WORKDAYS = "workdays", "个工作日", "working days"
    COUNT = "count", "个", ""
    TIMES = "times", "次", "times"
    PLACE = "place", "位", "place"
    YUAN_PER_MU = "yuan_per_mu", "元/亩", "yuan per mu"
    JOBS = "jobs", "人", "jobs"
    NUMBER = "number", "", ""
    DATE = "date", "", ""
    TEXT = "text", "", ""

    @property
    def whole(self) -> bool:
        """Whether its values are integers."""
        return self in WHOLE


WHOLE = frozenset(
    {Unit.MONTHS, Unit.DAYS, Unit.WORKDAYS, Unit.COUNT, Unit.TIMES, Unit.PLACE, Unit.JOBS}
)  # fmt: skip


class Absent(Word):
    """Why a measure has no value: a fact is missing, or the question does not arise yet."""

    MISSING = "missing", "缺少数据", "a fact is missing"
    NOT_DUE = "not_due", "尚未到期", "not due yet"


class Input(NamedTuple):
    """One thing a measure was reckoned from: its name in the sentence, its value, and the fact it is.

    ``fact`` is the fact's field as the ledger names it (``progress.year_to_date``); empty where it was reckoned, or
    is a number of the book. ``key`` is the rest of its natural key, beside the project or area (month, basis).
    """

    name: str
    value: Number | date | str | None
    unit: Unit = Unit.NUMBER
    fact: str = ""
    key: tuple[str, ...] = ()

    @property
    def number(self) -> Number | None:
        """The value, where it is a number."""
        return self.value if isinstance(self.value, int | Fraction) else None

    @property
    def amount(self) -> int | None:
        """The value, where it is whole."""
        return self.value if isinstance(self.value, int) else None

    @property
    def day(self) -> date | None:
        """The value, where it is a day."""
        return self.value if isinstance(self.value, date) else None


class Lever(NamedTuple):
    """What would move a measure: its value is linear in the money ``input`` (``slope`` for one 元 more), or falls
    to nothing once ``event`` is reached."""

    input: str = ""
    slope: Number = 0
    event: str = ""


class Measured(NamedTuple):
    """The answer: ``value``, or None with ``absent``; ``says`` picks the kind's sentence where it has several."""

    value: Number | None
    inputs: tuple[Input, ...] = ()
    absent: Absent | None = None
    lever: Lever | None = None
    says: str = ""


def missing(*inputs: Input) -> Measured:
    """No value, because one of ``inputs`` is not known."""
    return Measured(None, inputs, Absent.MISSING)


def not_due(*inputs: Input) -> Measured:
    """No value, because the question does not arise yet."""
    return Measured(None, inputs, Absent.NOT_DUE)
