"""Numbers as officials write them in a book, kept exact: 10, 7.33, "7/12", "25%", "1.2亿", "500万元", a date."""

import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, NamedTuple
from unicodedata import normalize

from pydantic import BeforeValidator

from ballast.kit.money import WAN, YI

FORM = re.compile(
    r"(?P<number>[-+]?(?:\d[\d,_]*)(?:\.\d+)?)(?:/(?P<of>\d+))?\s*"
    r"(?P<unit>%|个百分点|百分点|万元/亩|元/亩|万/亩|亿元|万元|元|亿|万|个月|个工作日|工作日|天|日|年|次|个|位|人|分)?"
)
TIMES = {"亿": YI, "亿元": YI, "万": WAN, "万元": WAN, "元": 1, "万元/亩": WAN, "万/亩": WAN, "元/亩": 1}
KINDS = {
    "亿": "yuan", "亿元": "yuan", "万": "yuan", "万元": "yuan", "元": "yuan",
    "万元/亩": "yuan_per_mu", "万/亩": "yuan_per_mu", "元/亩": "yuan_per_mu",
    "%": "percent", "个百分点": "points", "百分点": "points", "个月": "months", "天": "days", "日": "days",
    "个工作日": "workdays", "工作日": "workdays", "次": "times", "个": "count", "位": "place", "人": "jobs",
}  # fmt: skip
WANTED = (
    '应为数字、日期，或带单位的文字，如 10、7.33、"7/12"、"25%"、"1.2亿"、"500万元"、"3个月" / '
    'a number, a date, or a text with its unit such as 10, "7/12", "25%", "1.2亿", "3个月"'
)
ABSENT = ("missing", "not_due")
LONGEST = 40  # digits of a number of a rule, as written and as reckoned
TOO_LARGE = "数太大或小数位太多，请核对 / the number is too large or has too many decimals; check it"


class Quantity(NamedTuple):
    """One exact number; ``unit`` is a ``measures.measured.Unit`` where the book wrote one, else empty."""

    value: Fraction | date
    unit: str = ""


def quantity(value: Any) -> Quantity:
    """What a book wrote, as an exact quantity; raises ValueError that says what would be right."""
    if isinstance(value, Quantity):
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return Quantity(value, "date")
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return Quantity(_of_size(Fraction(value)))
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) <= LONGEST:
        return Quantity(_of_size(Fraction(value)))
    if isinstance(value, Decimal) and value.is_finite():
        raise ValueError(TOO_LARGE)
    found = (
        FORM.fullmatch(normalize("NFKC", value).strip()) if isinstance(value, str) and len(value) <= LONGEST else None
    )
    if found is None or found["of"] == "0":
        raise ValueError(WANTED)
    unit = found["unit"] or ""
    number = Fraction(found["number"].replace(",", "").replace("_", "")) / int(found["of"] or 1)
    if unit == "年":
        return Quantity(number * 12, "months")
    return Quantity(_of_size(number * TIMES.get(unit, 1)), KINDS.get(unit, ""))


def _of_size(number: Fraction) -> Fraction:
    """A number, if it is one that a rule may speak of: exact arithmetic over longer ones would never end."""
    if max(abs(number.numerator), number.denominator) >= 10**LONGEST:
        raise ValueError(TOO_LARGE)
    return number


def share(value: Any) -> Fraction:
    """A share of one: ``"7/12"``, ``"25%"``, 0.25 or 1."""
    found = quantity(value)
    if isinstance(found.value, date) or found.unit not in ("", "percent"):
        raise ValueError('应为分数或百分比，如 "7/12"、"25%" / a fraction is wanted, such as "7/12" or "25%"')
    return found.value / 100 if found.unit == "percent" else found.value


def money(value: Any) -> int:
    """Whole 元: ``"1.2亿"``, ``"500万元"``, or a plain number of 元."""
    found = quantity(value)
    if isinstance(found.value, date) or found.unit not in ("", "yuan") or found.value.denominator != 1:
        raise ValueError('应为金额，如 "1.2亿"、"500万元" 或整数元 / an amount is wanted, such as "1.2亿"')
    return int(found.value)


def points(value: Any) -> Fraction:
    """Points of a score: 30, -0.2, "1/3"."""
    found = quantity(value)
    if isinstance(found.value, date) or found.unit:
        raise ValueError("应为分值（不带单位），如 30、0.5、-0.2 / points are wanted, without a unit, as 30 or -0.2")
    return found.value


def told(value: Any) -> Fraction | str:
    """What a measure came to in a worked case: a number, or the word why there is none."""
    if isinstance(value, str) and value in ABSENT:
        return value
    found = quantity(value)
    if isinstance(found.value, date):
        raise ValueError(WANTED)
    return found.value


AnyQuantity = Annotated[Quantity, BeforeValidator(quantity)]
Share = Annotated[Fraction, BeforeValidator(share)]
Money = Annotated[int, BeforeValidator(money)]
Points = Annotated[Fraction, BeforeValidator(points)]
Told = Annotated[Fraction | str, BeforeValidator(told)]
