"""How a fixed value is written in official prose: one form a row, each with its unit and direction inside.

Amounts are in 亿元 with one decimal, differences in 个百分点 (GB/T 9704 practice); a rise, a fall and the side of
the schedule are part of the text, so that the checker holds the direction against the figure too.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ballast.kit.money import in_wan, in_yi
from ballast.rooms.figures.cards import Value
from ballast.rooms.figures.queries import tenths

ABSENT = "—"


def written(value: Value, form: str) -> str | None:
    """``value`` in ``form``; None where the value is absent. Raises KeyError for a form there is not."""
    number = value.number
    write = FORMS[form]
    return None if number is None else write(number)


def _amount(number: Decimal) -> str:
    return in_yi(int(number)).replace(",", "")


def _growth(number: Decimal) -> str:
    percent = tenths(number * 100)
    if percent == 0:
        return "持平"
    return f"{'增长' if percent > 0 else '下降'}{abs(percent)}%"


def _schedule(number: Decimal) -> str:
    points = tenths(number * 100)
    if points == 0:
        return "与序时进度持平"
    return f"{'快于' if points > 0 else '慢于'}序时进度{abs(points)}个百分点"


FORMS: dict[str, Callable[[Decimal], str]] = {
    "count": lambda number: f"{number:.0f}个",
    "bare": lambda number: f"{number:.0f}",
    "people": lambda number: f"{number:.0f}人",
    "yi": lambda number: f"{_amount(number)}亿元",
    "yibare": _amount,
    "percent": lambda number: f"{tenths(number * 100)}%",
    "percentbare": lambda number: f"{tenths(number * 100)}",
    "pointsbare": lambda number: f"{tenths(number * 100)}",
    "points": lambda number: f"{tenths(number * 100):+}",
    "growth": _growth,
    "schedule": _schedule,
}


def slip_text(value: object) -> str:
    """A corrected value as the bulletin prints it: amounts in 万元, words as they are, absent as a dash."""
    if value is None or value == "":
        return ABSENT
    return in_wan(value).replace(",", "") if isinstance(value, int) else str(value)


def printed(value: Any) -> str:
    """A value of a project's row as the bulletin prints it: amounts in 亿元, words as they are."""
    return in_yi(value).replace(",", "") if isinstance(value, int) else str(value)
