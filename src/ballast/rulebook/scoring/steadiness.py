"""How much places hang on the weights: each moved a tenth up and down, and all of them moved a little at random."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from ballast.rulebook.scoring.cards import Placed, Standing

BY = Fraction(1, 10)  # [default]
DRAWS = 200  # [default]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The place of a subject where one weight is so much more, and so much less, the others less and more."""

    indicator: str
    more: int
    less: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Steady:
    """One ranked subject: in which share of small changes of all weights its place held, and each weight's by itself.

    ``best`` and ``worst`` are the places it had in any of them.
    """

    subject: str
    held: Fraction
    best: int
    worst: int
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """What one ranked subject earns of each indicator in play, and what is added or taken beside them."""

    placed: Placed
    shares: Mapping[str, float]
    beside: float


def steadiness(standing: Standing, *, by: Fraction = BY, draws: int = DRAWS, seed: int = 0) -> tuple[Steady, ...]:
    """How every ranked subject's place takes changes of the weights by up to ``by``; the same seed, the same answer."""
    weights = {code: float(weight) for code, weight in standing.weights.items() if weight}
    found: list[Steady] = []
    for klass in dict.fromkeys(one.klass for one in standing.placed):
        rows = [_row(one) for one in standing.placed if one.klass == klass and one.place is not None]
        found += _class(rows, weights, float(by), _drawn(weights, float(by), draws, seed))
    return tuple(found)


def _drawn(weights: Mapping[str, float], by: float, draws: int, seed: int) -> list[dict[str, float]]:
    random = Random(seed)
    return [{code: weight * (1 + random.uniform(-by, by)) for code, weight in weights.items()} for _ in range(draws)]


def _row(one: Placed) -> _Row:
    shares = {part.indicator: float(part.points / part.full) for part in one.parts if part.full}
    return _Row(one, shares, float(sum((taken.points for taken in one.deeds), Fraction(0))))


def _class(
    rows: Sequence[_Row], weights: Mapping[str, float], by: float, drawn: Sequence[Mapping[str, float]]
) -> list[Steady]:
    total = sum(weights.values())
    whole = _places(rows, weights, total)
    single = {
        code: [_places(rows, {**weights, code: weights[code] * (1 + sign * by)}, total) for sign in (1, -1)]
        for code in weights
    }
    tried = [_places(rows, changed, total) for changed in drawn]
    found: list[Steady] = []
    for place, row in enumerate(rows):
        had = [one[place] for one in tried]
        alone = [one[place] for pair in single.values() for one in pair]
        found.append(Steady(
            subject=row.placed.subject, held=Fraction(had.count(whole[place]), len(had)) if had else Fraction(1),
            best=min((*had, *alone, whole[place])), worst=max((*had, *alone, whole[place])),
            moves=tuple(Move(indicator=code, more=up[place], less=down[place]) for code, (up, down) in single.items()),
        ))  # fmt: skip
    return found


def _places(rows: Sequence[_Row], weights: Mapping[str, float], total: float) -> list[int]:
    """The places under weights rescaled to the sheet's total; points a hair apart are the same."""
    points = [_points(row, weights, total) for row in rows]
    return [1 + sum(other > own + 1e-9 for other in points) for own in points]


def _points(row: _Row, weights: Mapping[str, float], total: float) -> float:
    """Points under other weights; what is left out for a subject counts with the weight of the rest."""
    present = sum(weights[code] for code in row.shares)
    earned = sum(weights[code] * share for code, share in row.shares.items())
    return (earned * total / present if present else 0.0) + row.beside
