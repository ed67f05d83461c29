"""The chapter of curves (序时进度): by month or quarter, and by list, kind or class of area."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

from pydantic import Field, field_validator, model_validator

from ballast.rulebook.grammar.amounts import Share, share
from ballast.rulebook.grammar.conditions import Conditions
from ballast.rulebook.grammar.page import Clause
from ballast.rulebook.grammar.refs import EventCode

YEAR = 12


def evenly(first: int, last: int) -> tuple[Fraction, ...]:
    """Nothing before month ``first``, all by the end of month ``last`` (1..12), evenly between."""
    span = max(last, first) - first + 1
    return tuple(Fraction(min(max(month - first + 1, 0), span), span) for month in range(1, YEAR + 1))


def monthly(value: Any) -> Any:
    """Twelve shares from a list of twelve, or from ``{ quarters = [四个], within = … }``."""
    if not isinstance(value, dict):
        return value
    unknown = set(value) - {"quarters", "within"}
    quarters, within = value.get("quarters"), value.get("within", "linear")
    if unknown or not isinstance(quarters, list) or len(quarters) != 4 or within not in ("linear", "step"):
        raise ValueError(
            '应为 12 个分数，或 { quarters = [4 个], within = "linear" 或 "step" } / 12 shares or 4 quarters'
        )
    shares: list[Fraction] = []
    for early, late in pairwise([Fraction(0), *map(share, quarters)]):
        step = [early, early, late]
        shares += step if within == "step" else [early + (late - early) * third / 3 for third in (1, 2, 3)]
    return shares


def rises_to_one(curve: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    """The curve, if it never falls and ends at 1."""
    if curve[0] < 0 or curve[-1] != 1 or any(late < early for early, late in pairwise(curve)):
        raise ValueError("应逐月不减、十二月为 1 / the curve may not fall and ends at 1")
    return curve


class Curve(Clause):
    """序时进度 of some projects: the share of the year's plan due by the end of each month."""

    months: tuple[Share, ...] = Field(
        (), description="十二个月末的比例，或 `{ quarters, within }` / by month-end or quarter"
    )
    evenly_from: EventCode = Field(
        "",
        description="不写 months，而自此事件（计划）之月起到计划竣工之月（或年底）按月均摊 / evenly from its month on",
    )
    applies: Conditions = Field((), description="适用的项目；逐条都须满足 / the projects it is for")

    @field_validator("months", mode="before")
    @classmethod
    def _by_month(cls, value: Any) -> Any:
        return monthly(value)

    @field_validator("months")
    @classmethod
    def _rises(cls, curve: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
        if len(curve) != YEAR:
            raise ValueError("应为 12 个分数，或 { quarters = [4 个], within = … } / 12 shares or 4 quarters")
        return rises_to_one(curve)

    @model_validator(mode="after")
    def _one_way(self) -> "Curve":
        if bool(self.months) == bool(self.evenly_from):
            raise ValueError("应写 months 或 evenly_from 之一 / either months or evenly_from")
        return self
