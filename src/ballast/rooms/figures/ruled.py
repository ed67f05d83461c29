"""Figures as rules of a policy book read them: of every area and of the whole city, exact, ratios in percent."""

from collections.abc import Callable, Mapping
from datetime import datetime
from fractions import Fraction

from ballast.rooms.figures.cards import Value
from ballast.rulebook.figures.declarations import Unit

WHOLE = ""  # the key of the whole city
RATIOS = frozenset({Unit.PERCENT, Unit.POINTS})
Read = Callable[[str, str], Mapping[str, Fraction | None]]


def reading(figures: Callable[..., object], known: frozenset[str], at: datetime | None) -> Read:
    """A function from figure and month to its values by area code; of a code no figure has, nothing."""

    def read(code: str, month: str) -> Mapping[str, Fraction | None]:
        if code not in known:
            return {}
        found: dict[str, Fraction | None] = {}
        for by in ("county", "area"):
            figure = figures(code, month=month, by=by, at=at)
            unit, total, values = figure.unit, figure.total, figure.values  # type: ignore[attr-defined]
            found |= {key: _ruled(value, unit) for key, value in values.items() if key not in found}
            found[WHOLE] = _ruled(total, unit)
        return found

    return read


def _ruled(value: Value, unit: str) -> Fraction | None:
    exact = value.exact
    return exact * 100 if exact is not None and unit in RATIOS else exact
