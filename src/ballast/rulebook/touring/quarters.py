"""Quarters, written 2025-Q2."""

import re

FORM = re.compile(r"(\d{4})-Q([1-4])")


def of(month: str) -> str:
    """The quarter a month lies in."""
    return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"


def number(quarter: str) -> int:
    """Which of the four it is. Raises ValueError for what is no quarter."""
    found = FORM.fullmatch(quarter)
    if found is None:
        raise ValueError(quarter)
    return int(found[2])


def last_month(quarter: str) -> str:
    """Its last month: 2025-06."""
    return f"{quarter[:4]}-{number(quarter) * 3:02d}"


def name(quarter: str) -> str:
    """As it is read: 2025年第二季度."""
    return f"{quarter[:4]}年第{'一二三四'[number(quarter) - 1]}季度"
