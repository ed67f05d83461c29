"""The chapter of curves (序时进度): by month or quarter, and by list, kind or class of area."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

from pydantic import Field, field_validator

from ballast.rulebook.grammar.amounts import Share, share
from ballast.rulebook.grammar.conditions import Conditions
from ballast.rulebook.grammar.page import Clause


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

    months: tuple[Share, ...] = Field(min_length=12, max_length=12)
    applies: Conditions = Field((), description="适用的项目；逐条都须满足 / the projects it is for")

    @field_validator("months", mode="before")
    @classmethod
    def _by_month(cls, value: Any) -> Any:
        return monthly(value)

    @field_validator("months")
    @classmethod
    def _rises(cls, curve: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
        return rises_to_one(curve)
