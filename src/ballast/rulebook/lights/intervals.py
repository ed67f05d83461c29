"""Bands as intervals of the line: sorted, without overlap and without gap."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Any, NamedTuple

from ballast.kit.sentence import Sentence


class Edge(NamedTuple):
    """A bound of an interval; ``after`` puts it just after the number, as ``above`` and ``at_most`` do."""

    number: Fraction
    after: bool


class Interval(NamedTuple):
    """From one edge up to another; None is without end. ``place`` is the band's place in the book."""

    low: Edge | None
    high: Edge | None
    place: int


def interval(band: Any, place: int, *, whole: bool) -> Interval:
    """A band's stretch of the line; of a whole measure in whole numbers, so that 2 and 3 are neighbours."""
    low = _edge(band.at_least, band.above, low=True, whole=whole)
    high = _edge(band.at_most, band.below, low=False, whole=whole)
    return Interval(low, high, place)


def _edge(included: Any, excluded: Any, *, low: bool, whole: bool) -> Edge | None:
    """The cut a bound makes: before the number or after it."""
    bound = included or excluded
    if bound is None:
        return None
    number, after = Fraction(bound.value), (bound is excluded) if low else (bound is included)
    if not whole:
        return Edge(number, after)
    # Between whole numbers a cut stands just before the next whole number.
    return Edge(Fraction(floor(number) + 1 if after else ceil(number)), False)


def faults(bands: Sequence[Any], *, whole: bool, least: int | None, gaps: bool) -> list[tuple[int, Sentence]]:
    """What is wrong with the bands as a division of the line, each with the place of its band.

    ``least`` is the smallest value there is; ``gaps`` may stand where the book says what holds otherwise.
    """
    found: list[tuple[int, Sentence]] = []
    known = [interval(band, place, whole=whole) for place, band in enumerate(bands)]
    for one in known:
        if one.low is not None and one.high is not None and one.high <= one.low:
            found.append(
                (one.place, Sentence("上下限颠倒或为空，没有数落在其中", "no number lies within these bounds"))
            )
    if found:
        return found
    ordered = sorted(known, key=lambda one: (one.low is not None, one.low or Edge(Fraction(0), False)))
    found += [
        (late.place, _overlap(early, late))
        for early, late in zip(ordered, ordered[1:], strict=False)
        if _meet(early, late) > 0
    ]
    if gaps or found:
        return found
    first, last = ordered[0], ordered[-1]
    if first.low is not None and not (least is not None and first.low <= Edge(Fraction(least), False)):
        found.append((first.place, _gap(None, first.low)))
    found += [
        (late.place, _gap(early.high, late.low))
        for early, late in zip(ordered, ordered[1:], strict=False)
        if _meet(early, late) < 0
    ]
    if last.high is not None:
        found.append((last.place, _gap(last.high, None)))
    return found


def _meet(early: Interval, late: Interval) -> int:
    """Above 0 where they overlap, below where there is a gap, 0 where one ends as the other begins."""
    if early.high is None or late.low is None:
        return 1
    return (early.high > late.low) - (early.high < late.low)


def _overlap(early: Interval, late: Interval) -> Sentence:
    end = late.high if early.high is None or (late.high is not None and late.high < early.high) else early.high
    zh, en = stretch(late.low, end)
    return Sentence(
        f"与第 {early.place + 1} 档重叠：{zh}两档都占；应让一档止于另一档的起点",
        f"it overlaps band {early.place + 1}: both hold {en}; one must end where the other begins",
    )


def _gap(low: Edge | None, high: Edge | None) -> Sentence:
    zh, en = stretch(low, high)
    return Sentence(
        f"有空档：{zh}没有一档；应补上一档，或写 otherwise 说明落在其中怎样",
        f"there is a gap: no band holds {en}; add one, or say with otherwise what it is",
    )


def stretch(low: Edge | None, high: Edge | None) -> tuple[str, str]:
    """An interval as people say it."""
    if low is not None and high is not None and low.number == high.number:
        return f"正好 {_plain(low)} ", f"exactly {_plain(low)}"
    lower = [("大于" if low.after else "不小于", "above" if low.after else "at least", _plain(low))] if low else []
    upper = [("不大于" if high.after else "小于", "at most" if high.after else "below", _plain(high))] if high else []
    bounds = [*lower, *upper]
    zh = "".join(f"{word} {number} " for word, _, number in bounds) or "任何数"
    return zh, " and ".join(f"{word} {number}" for _, word, number in bounds) or "everything"


def _plain(edge: Edge) -> str:
    number = edge.number
    return str(number.numerator) if number.denominator == 1 else f"{number.numerator}/{number.denominator}"
