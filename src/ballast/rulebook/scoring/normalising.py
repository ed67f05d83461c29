"""Normalising: the share of its weight that an indicator's value earns, kind by kind, and the arithmetic in words."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import floor
from typing import Any

from ballast.rulebook.books.normalisers import (
    AmountAndGrowth,
    Bands,
    Efficacy,
    Given,
    Levels,
    Mean,
    Places,
    Ratio,
    Segments,
    Steps,
)
from ballast.rulebook.scoring.field import Field, over
from ballast.rulebook.sight.truths import within

HALF = Fraction(1, 2)
EQUAL = {"full": Fraction(1), "half": HALF, "base": Fraction(0)}


@dataclass(frozen=True, slots=True)
class Compared:
    """What one indicator compares a value with: its field, the field of its second measure, its weight in the book.

    ``own`` is the subject's own value, which does not stand against itself where another is tried in its place.
    """

    field: Field
    second: Field
    weight: Fraction
    own: Any = None


def share(by: Any, value: Any, second: Any, among: Compared) -> Any:
    """The share of the weight; ``second`` is the value of the normaliser's own measure, where it has one."""
    return SHARES[by.kind](by, value, second, among)


def second_of(by: Any) -> str:
    """The measure a normaliser looks at beside the indicator's own; empty where it does not."""
    return getattr(by, "growth", "") or getattr(by, "target_of", "")


def _ratio(by: Ratio, value: Any, second: Any, among: Compared) -> Any:
    found = ratio(value, target(by, second, among), lowest=among.field.lowest)
    found = max(found, 0)
    return min(found, by.most) if by.capped else found


def target(by: Ratio, second: Any, among: Compared) -> Any:
    """What a value is set against: the book's target, the subject's own, or what the field makes."""
    if by.target is not None:
        return by.target.value
    return second if by.target_of else among.field.of(by.against)


def ratio(value: Any, against: Any, *, lowest: bool) -> Any:
    """value ÷ target, or target ÷ value where the lowest is best; a target of nought or less is reached or not."""
    if against <= 0 or (lowest and value <= 0):
        return Fraction(int(value <= against if lowest else value >= against))
    return over(against, value) if lowest else over(value, against)


def between(value: Any, field: Field, equal: str = "full") -> Any:
    """Where a value lies between the worst (0) and the best (1) of its field."""
    length = field.above(field.best, field.worst)
    if not length:
        return EQUAL[equal]
    return over(field.above(value, field.worst), length)


def _efficacy(by: Efficacy, value: Any, second: Any, among: Compared) -> Any:
    return by.base + (1 - by.base) * between(value, among.field, by.equal)


def _amount_and_growth(by: AmountAndGrowth, value: Any, second: Any, among: Compared) -> Any:
    parts = by.amount * between(value, among.field) + (1 - by.amount) * between(second, among.second)
    return by.base + (1 - by.base) * parts


def _steps(by: Steps, value: Any, second: Any, among: Compared) -> Any:
    return _climbed(by, value, by.start.value, among, whole=by.whole)


def _segments(by: Segments, value: Any, second: Any, among: Compared) -> Any:
    return along(by, value) / among.weight


def along(by: Segments, value: Any) -> Any:
    """The points at a value: straight between two corners, those of the end beyond it."""
    told: list[Any] = [(one.at.value, one.points) for one in by.corners]
    if value <= told[0][0]:
        return told[0][1]
    for (low, before), (high, after) in pairwise(told):
        if value <= high:
            return before + (after - before) * over(value - low, high - low)
    return told[-1][1]


def _levels(by: Levels, value: Any, second: Any, among: Compared) -> Any:
    found = level(by, value)
    return (by.otherwise or Fraction(0) if found is None else by.levels[found].points) / among.weight


def level(by: Levels, value: Any) -> int | None:
    """Which stretch a value lies in; None where in none of them."""
    return next((place for place, one in enumerate(by.levels) if within(one)(value)), None)


def _mean(by: Mean, value: Any, second: Any, among: Compared) -> Any:
    return _climbed(by, value, among.field.mean, among)


def steps(by: Steps | Mean, value: Any, start: Any, field: Field, *, whole: bool = False) -> Any:
    """How many steps a value lies above (below: negative) the start."""
    count = over(field.above(value, start), by.every.value)
    return int(count) if whole else count


def _climbed(by: Steps | Mean, value: Any, start: Any, among: Compared, *, whole: bool = False) -> Any:
    count = steps(by, value, start, among.field, whole=whole)
    return held(by, by.points + count * (by.up if count > 0 else by.down), among.weight) / among.weight


def held(by: Steps | Mean | Given, points: Any, weight: Fraction) -> Any:
    """Points within their limits."""
    return max(by.least, min(points, by.most if by.most is not None else weight))


def _bands(by: Bands, value: Any, second: Any, among: Compared) -> Any:
    place = among.field.place(value, among.own)
    return next((band.share for band in by.bands if place <= band.through), by.rest)


def _places(by: Places, value: Any, second: Any, among: Compared) -> Any:
    place, count = among.field.place(value, among.own), len(among.field.values)
    if by.each is not None:
        return max(by.last, 1 - by.each * (place - 1) / among.weight)
    return 1 - (1 - by.last) * Fraction(place - 1, count - 1) if count > 1 else Fraction(1)


def _given(by: Given, value: Any, second: Any, among: Compared) -> Any:
    return held(by, shares_of(by, value) * by.each, among.weight) / among.weight


def shares_of(by: Any, value: Any) -> Any:
    """How many shares a value holds that each count: units of it, or each so much."""
    count = over(value, by.every.value) if by.every is not None else value
    return Fraction(floor(count)) if by.whole else count


SHARES: dict[str, Callable[[Any, Any, Any, Compared], Any]] = {
    "ratio": _ratio, "efficacy": _efficacy, "amount_and_growth": _amount_and_growth, "steps": _steps,
    "segments": _segments, "levels": _levels, "mean": _mean,
    "bands": _bands, "places": _places, "points": _given,
}  # fmt: skip
