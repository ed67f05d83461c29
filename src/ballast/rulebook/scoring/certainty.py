"""How sure a place is: the error of points by leaving out projects, and the places that may be the true one.

A subject's points are looked at without each of its projects (the jackknife); a change of a reading is carried into
points by how steeply its normaliser runs there, with what it is compared with held fixed. Places follow from the
differences of points between every two subjects, tested together (Mogstad, Romano, Shaikh and Wilhelm, "Inference for
Ranks with Applications to Mobility across Neighbourhoods and Academic Achievement across Countries", Review of
Economic Studies 2024), one after the other by Holm. Nothing here is drawn at random.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import inf, sqrt
from statistics import NormalDist
from typing import Any

from ballast.rulebook.scoring.adding import factor_of
from ballast.rulebook.scoring.cards import Reading, Subject
from ballast.rulebook.scoring.entries import Entry
from ballast.rulebook.scoring.field import Field
from ballast.rulebook.scoring.group import Group
from ballast.rulebook.scoring.normalising import Compared, second_of, share

PRIOR = 4  # [default] as many projects as the spread common to all counts for, beside a subject's own
NORMAL = NormalDist()


def spreads(group: Group) -> dict[str, float]:
    """The standard error of each ranked subject's points; nought where nothing rests on single projects.

    Few projects that happen to be alike would look certain: each subject's spread is drawn towards that of all.
    """
    looked = {one.code: _influences(group, one) for one in group.ranked}
    sizes = {code: len(found) for code, found in looked.items()}
    own = {code: (size - 1) * sum(one * one for one in looked[code]) for code, size in sizes.items() if size}
    freedom = sum(size - 1 for size in sizes.values() if size)
    common = sum(found * (sizes[code] - 1) for code, found in own.items()) / freedom if freedom else 0.0
    return {code: _towards(own.get(code, 0.0), common, sizes[code]) for code in looked}


def _towards(own: float, common: float, size: int) -> float:
    return sqrt((size * own + PRIOR * common) / (size + PRIOR) / size) if size else 0.0


def _influences(group: Group, subject: Subject) -> list[float]:
    """How far points move from their mean without each project in turn."""
    slopes = _slopes(group, subject)
    lengths = [len(one.without) for one in _sampled(group, subject)]
    moved = [0.0] * max((*lengths, *(len(subject.readings[measure].without) for measure in slopes)), default=0)
    for measure, slope in slopes.items():
        for place, deviation in enumerate(_deviations(subject.readings[measure])):
            moved[place] += slope * deviation
    return moved


def _sampled(group: Group, subject: Subject) -> list[Reading]:
    """The readings that count for a subject's points."""
    found = [one for one in group.entries[subject.code].values() if not one.lack]
    return [reading for one in found for reading in (one.reading, one.second)]


def _deviations(reading: Reading) -> list[float]:
    """How far a reading moves from the mean without each project; one that would have no value does not move."""
    whole = float(reading.value or 0)
    told = [whole if one is None else one for one in reading.without]
    mean = sum(told) / len(told) if told else 0.0
    return [one - mean for one in told]


def _error(reading: Reading) -> float:
    """The jackknife standard error of a reading."""
    told = _deviations(reading)
    return sqrt(sum(one * one for one in told) * (len(told) - 1) / len(told)) if told else 0.0


def _slopes(group: Group, subject: Subject) -> dict[str, float]:
    """By how much points rise with each reading that rests on projects."""
    full, found = group.full(subject.code), defaultdict[str, float](float)
    for code, entry in group.entries[subject.code].items():
        indicator = group.sheet.indicators[code]
        if entry.lack:
            continue
        among, beside = _floating(group.compared[code], entry.value), second_of(indicator.by)
        found[indicator.measure] += float(full[code]) * _rise(indicator.by, entry, among, of=entry.reading)
        if beside and beside != indicator.measure:
            found[beside] += float(full[code]) * _rise(indicator.by, entry, among, of=entry.second)
    times = float(factor_of(group.sheet, subject))
    found = defaultdict(float, {measure: slope * times for measure, slope in found.items()})
    for kind in group.sheet.deeds.values():
        if kind.measure and kind.measure in subject.readings:
            each: Any = kind.every.value if kind.every is not None else 1
            found[kind.measure] += float(kind.points / each)
    return {measure: slope for measure, slope in found.items() if subject.readings[measure].without}


def _rise(by: Any, entry: Entry, among: Compared, *, of: Reading) -> float:
    """How steeply a share rises with one of its readings, taken over a standard error to both sides."""
    step = _error(of)
    if not step:
        return 0.0
    first, second = float(entry.value), float(entry.second.value or 0)
    one, other = (step, 0.0) if of is entry.reading else (0.0, step)
    ends = [share(by, first + sign * one, second + sign * other, among) for sign in (1, -1)]
    return float(ends[0] - ends[1]) / (2 * step)


def _floating(among: Compared, own: Any) -> Compared:
    """The same comparison in plain numbers."""
    first, second = (Field([float(one) for one in told.values], lowest=told.lowest)
                     for told in (among.field, among.second))  # fmt: skip
    return Compared(first, second, among.weight, float(own))


def apart(points: Mapping[str, float], spread: Mapping[str, float], level: float) -> dict[str, dict[str, int]]:
    """Of each subject, who is surely better (1) or worse (-1), all such statements about it together sure to ``level``.

    The largest difference is tested first; what was told needs no more room in the level (Holm).
    """
    return {one: _told(one, points, spread, level) for one in points}


def _told(one: str, points: Mapping[str, float], spread: Mapping[str, float], level: float) -> dict[str, int]:
    differences = sorted(
        ((_ratio(points[other] - points[one], spread[one], spread[other]), other) for other in points if other != one),
        key=lambda pair: (-abs(pair[0]), pair[1]),
    )
    found: dict[str, int] = {}
    for told, (ratio, other) in enumerate(differences):
        if abs(ratio) <= NORMAL.inv_cdf(1 - (1 - level) / (2 * len(differences) - told)):
            break
        found[other] = 1 if ratio > 0 else -1
    return found


def _ratio(difference: float, one: float, other: float) -> float:
    """A difference against its standard error; without one, any difference is sure."""
    error = sqrt(one * one + other * other)
    return difference / error if error else inf * difference if difference else 0.0


def tiers(order: Sequence[str], told: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """The tier of each, in order of place: whoever cannot be told apart from the head of a tier belongs to it."""
    found: dict[str, int] = {}
    head, tier = "", 0
    for one in order:
        if not head or one in told[head] or head in told[one]:
            head, tier = one, tier + 1
        found[one] = tier
    return found
