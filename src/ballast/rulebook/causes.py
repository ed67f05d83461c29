"""How points moved between two rankings: what each indicator did, apart from what its weight did."""

from dataclasses import dataclass
from fractions import Fraction

from ballast.kit.sentence import Sentence
from ballast.rulebook.scoring import Part, Placed

NOUGHT = Fraction(0)
DEEDS = Sentence("加分扣分", "bonuses and penalties")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One cause of a change of points: by the value (how much of the weight was earned) and by the weight itself."""

    code: str
    name: Sentence
    before: Fraction
    after: Fraction
    by_value: Fraction
    by_weight: Fraction

    @property
    def change(self) -> Fraction:
        """Points more or less."""
        return self.after - self.before


def causes(before: Placed, after: Placed) -> list[Cause]:
    """Every indicator's part in the change of points, the greatest first; their changes add up to the whole.

    What was earned before is taken at the new weight; the rest of the change is the value's.
    """
    old = {part.indicator: part for part in before.parts}
    new = {part.indicator: part for part in after.parts}
    found = [_cause(code, old.get(code), new.get(code)) for code in dict.fromkeys((*new, *old))]
    deeds = sum((one.points for one in before.deeds), NOUGHT), sum((one.points for one in after.deeds), NOUGHT)
    if any(deeds):
        change = deeds[1] - deeds[0]
        found.append(Cause(code="", name=DEEDS, before=deeds[0], after=deeds[1], by_value=change, by_weight=NOUGHT))
    return sorted(found, key=lambda one: (-abs(one.change), one.code))


def _cause(code: str, old: Part | None, new: Part | None) -> Cause:
    name = (new or old).name  # type: ignore[union-attr]
    before, after = old.points if old else NOUGHT, new.points if new else NOUGHT
    # Without a weight before there is nothing it was earned of: the indicator came in, or went, with the weights.
    earned = old.points / old.full if old and old.full else None
    weighed = (new.full if new else NOUGHT) - (old.full if old else NOUGHT)
    by_weight = after - before if earned is None or new is None else earned * weighed
    return Cause(
        code=code, name=name, before=before, after=after, by_value=after - before - by_weight, by_weight=by_weight
    )  # fmt: skip
