"""How values are written: counts plain, 元 as 亿元 in prose or 万元 in tables, ratios with one decimal."""

from decimal import ROUND_HALF_UP, Decimal

from ballast.kit.money import in_wan, in_yi
from ballast.rooms.figures.cards import Value
from ballast.rulebook.figures.declarations import Unit

ABSENT = "—"


def display(value: Value, unit: str, *, table: bool = False) -> str:
    """A value as text, without its unit but for %: ``1,234``, ``156.3`` (亿元), ``97.2%``, ``+13.8`` (points)."""
    number = value.number
    if number is None:
        return ABSENT
    if unit == Unit.YUAN:
        amount = int(number.quantize(Decimal(1), rounding=ROUND_HALF_UP))
        return in_wan(amount) if table else in_yi(amount)
    if unit == Unit.PERCENT:
        return f"{tenths(number * 100):,}%"
    if unit == Unit.POINTS:
        return f"{tenths(number * 100):+,}"
    return f"{number:,.0f}"


def unit_word(unit: str, *, table: bool = False) -> str:
    """The unit that goes with the text of ``display``; empty where the text carries it."""
    if unit == Unit.YUAN:
        return "万元" if table else "亿元"
    return "" if unit == Unit.PERCENT else Unit(unit).zh


def tenths(number: Decimal) -> Decimal:
    """One decimal, halves away from zero, and never minus nought."""
    return number.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP) + Decimal("0.0")
