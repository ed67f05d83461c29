"""Places by points: the tie-breakers of the sheet, shared places, and the place after a tie."""

from collections.abc import Mapping
from fractions import Fraction
from math import floor
from typing import Any

from ballast.rulebook.scoring.group import Group

Key = tuple[Any, ...]


def keys(group: Group, points: Mapping[str, Fraction]) -> dict[str, Key]:
    """What subjects are placed by: their points, then the values of the tie-breakers in order; greater is better."""
    return {code: (_placed_by(group, found), *_broken(group, code)) for code, found in points.items()}


def _placed_by(group: Group, points: Fraction) -> Fraction:
    if not group.sheet.rounded:
        return points
    hundredths = floor(abs(points) * 100 + Fraction(1, 2))
    return Fraction(-hundredths if points < 0 else hundredths, 100)


def _broken(group: Group, subject: str) -> list[Key]:
    """What has no value of its own, or is out of play this month, breaks no tie in its subject's favour."""
    found: list[Key] = []
    for code in group.sheet.tie_breakers:
        if code not in group.sheet.indicators:
            value = group.readings[subject][code].value if code in group.readings[subject] else None
            found.append((0, 0) if value is None else (1, value))
            continue
        one = group.entries[subject].get(code)
        lowest = group.sheet.indicators[code].best == "lowest"
        found.append((1, -one.value if lowest else one.value) if one is not None and not one.lack else (0, 0))
    return found


def places(found: Mapping[str, Key], *, dense: bool) -> dict[str, tuple[int, bool]]:
    """The place of each, and whether it is shared."""
    every = list(found.values())
    steps = sorted(set(every), reverse=True)
    ahead = {key: steps.index(key) if dense else sum(other > key for other in every) for key in steps}
    return {code: (ahead[key] + 1, every.count(key) > 1) for code, key in found.items()}
