"""Exact values as people read them: never rounded onto another number than they are."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

from ballast.kit.money import WAN, YI
from ballast.kit.sentence import Sentence
from ballast.rulebook.grammar.amounts import Quantity
from ballast.rulebook.measures.measured import Unit

PLACES, MOST_PLACES = 2, 6
NOTHING = Sentence("（无）", "(none)")


def decimal(value: Fraction | int) -> str:
    """Two decimals, fewer where they are exact, more (up to six) where two would look like a rounder number."""
    places, rounded = 0, 0
    for places in range(MOST_PLACES + 1):
        scaled = Fraction(value) * 10**places
        rounded = floor(abs(scaled) + Fraction(1, 2)) * (-1 if scaled < 0 else 1)
        if scaled.denominator == 1 or (places >= PLACES and rounded % 10):
            break
    return f"{Decimal(rounded).scaleb(-places):,f}"


def money(value: Fraction | int) -> str:
    """亿元 from one 亿 on, 万元 below, 元 where that is all there is."""
    size = abs(Fraction(value))
    unit, name = (YI, "亿元") if size >= YI else (WAN, "万元") if size >= WAN or not size else (1, "元")
    return f"{decimal(Fraction(value) / unit)} {name}"


def shown(value: Any, unit: Unit) -> Sentence:
    """A value with its unit, in both languages."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, date | str):
        return Sentence(str(value), str(value))
    if unit is Unit.YUAN:
        return Sentence(money(value), money(value))
    if unit is Unit.YUAN_PER_MU:
        return Sentence(f"{money(value)}/亩", f"{money(value)}/mu")
    number = decimal(value)
    if unit is Unit.PERCENT:
        return Sentence(f"{number}%", f"{number} %")
    if unit is Unit.PLACE:
        return Sentence(f"{number} 位", number)
    return Sentence(f"{number} {unit.zh}".strip(), f"{number} {unit.en}".strip())


def bound(said: Quantity, unit: Unit) -> Sentence:
    """A number of a book, in the unit it is compared in."""
    return shown(said.value, unit)
