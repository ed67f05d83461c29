"""How the values of figures stand in charts."""

from ballast.kit.charts import plain
from ballast.kit.money import YI
from ballast.rooms.figures.cards import Value
from ballast.rulebook.figures.declarations import Unit


def in_chart(value: Value, unit: str) -> float | None:
    """A value as the chart draws it: 亿元, percent, points, or the plain number."""
    if unit == Unit.YUAN:
        return plain(None if value.number is None else value.number / YI, 2)
    return plain(None if value.number is None else value.number * (100 if unit in (Unit.PERCENT, Unit.POINTS) else 1))


def chart_unit(unit: str) -> str:
    """The unit of the numbers the chart draws."""
    return "亿元" if unit == Unit.YUAN else Unit(unit).zh
