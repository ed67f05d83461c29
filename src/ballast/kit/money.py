"""Money: integer 元 inside, 万元 or 亿元 on the page."""

from decimal import ROUND_HALF_UP, Decimal

WAN = 10_000
YI = 100_000_000


def yuan(amount: Decimal | int | str, unit: int = 1) -> int:
    """Whole 元 of ``amount`` given in ``unit`` 元 (1, WAN or YI), halves rounded away from zero."""
    return int((Decimal(amount) * unit).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def in_unit(amount: int, unit: int, places: int) -> str:
    """``amount`` 元 as text in ``unit`` 元 with ``places`` decimals and thousands separators."""
    quantum = Decimal(1).scaleb(-places)
    return f"{(Decimal(amount) / unit).quantize(quantum, rounding=ROUND_HALF_UP):,}"


def in_wan(amount: int) -> str:
    """万元 with at most four decimals, trailing zeros dropped: tables show what was reported."""
    text = in_unit(amount, WAN, 4)
    return text.rstrip("0").rstrip(".")


def in_yi(amount: int) -> str:
    """亿元 with one decimal, as official prose has it."""
    return in_unit(amount, YI, 1)
