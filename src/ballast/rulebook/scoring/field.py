"""What a value is compared with: the values of all who are ranked together, the better ones first."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from fractions import Fraction
from statistics import median
from typing import Any

from ballast.rulebook.measures.facts import Number


class Field:
    """The known values of one measure among those ranked together; ``lowest`` where the lowest is best."""

    def __init__(self, values: Iterable[Number | float], *, lowest: bool) -> None:
        self.values: list[Any] = sorted(values)
        self.lowest = lowest
        ends = (self.values[0], self.values[-1]) if self.values else (None, None)
        self.best: Any = ends[0] if lowest else ends[1]
        self.worst: Any = ends[1] if lowest else ends[0]
        self.mean: Any = Fraction(sum(self.values)) / len(self.values) if self.values else None

    def of(self, what: str) -> Any:
        """What the field makes to compare with: its best, worst, mean, median or total; None where it is empty."""
        if not self.values or what in ("best", "worst", "mean"):
            return getattr(self, what, None)
        exact: list[Any] = [Fraction(one) if isinstance(one, int) else one for one in self.values]
        return sum(exact) if what == "total" else median(exact)

    def above(self, value: Any, than: Any) -> Any:
        """How much better a value is than another; negative where it is worse."""
        return than - value if self.lowest else value - than

    def place(self, value: Any, own: Any = None) -> int:
        """One more than the values strictly better; ``own`` is a value that does not count against itself."""
        better = bisect_left(self.values, value) if self.lowest else len(self.values) - bisect_right(self.values, value)
        return better + 1 - (own is not None and self.above(own, value) > 0)


def over(value: Any, by: Any) -> Any:
    """One number divided by another: exact, unless one of them is not."""
    return float(value) / float(by) if isinstance(value, float) or isinstance(by, float) else Fraction(value) / by
