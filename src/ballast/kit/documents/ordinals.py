"""The ordinals of headings: 一、 （一） 1. （1）, written and read (GB/T 9704-2012, 7.3.3)."""

import re

_DIGITS = "零一二三四五六七八九"
_LABELS = (
    re.compile(r"^([一二三四五六七八九十]{1,3})、"),
    re.compile(r"^（([一二三四五六七八九十]{1,3})）"),
    re.compile(r"^([1-9]\d?)\.(?!\d)"),
    re.compile(r"^（([1-9]\d?)）"),
)


def chinese(number: int) -> str:
    """1 to 99 in Chinese numerals: 十, 十一, 二十, 九十九; ValueError outside."""
    if not 1 <= number <= 99:
        raise ValueError(f"an ordinal lies between 1 and 99, not {number}")
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")


_VALUES = {chinese(number): number for number in range(1, 100)}


def label(level: int, number: int) -> str:
    """The ordinal of the ``number``-th heading of ``level`` 1 to 4, as it is printed."""
    return (f"{chinese(number)}、", f"（{chinese(number)}）", f"{number}.", f"（{number}）")[level - 1]


def read_label(level: int, text: str) -> tuple[int, int] | None:
    """The number a heading's text starts with and the length of its label; None when it has none of its level."""
    match = _LABELS[level - 1].match(text)
    if match is None:
        return None
    word = match.group(1)
    number = int(word) if word.isdigit() else _VALUES.get(word)
    return None if number is None else (number, match.end())


class HeadingCounter:
    """Counts headings level by level: a heading of one level starts the levels below it again."""

    def __init__(self) -> None:
        self._counts = [0, 0, 0, 0]

    def next(self, level: int) -> int:
        """The number of the next heading of ``level``."""
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (4 - level)
        return self._counts[level - 1]
