"""The name of a project taken apart: its core, the marks that keep its parts apart, its numbers.

一期 and 二期, 1# and 2#, 一标段 and 二标段, 东区 and 西区 are different projects of one core; 年产10万吨 and
年产20万吨 carry different numbers.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

_DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_N = r"(?:[一二三四五六七八九十]{1,3}|\d{1,3}|[IVX]{1,4})"

DECORATION = re.compile(r"[▲△★☆●○◎◆◇■□※*＊√\s\u200b]+")
PUNCTUATION = re.compile(r"[^\w\u4e00-\u9fff#+.%]|_")
FIRM = re.compile(r"股份有限公司|有限责任公司|有限公司|集团公司|集团|公司")
# 扩建 and 技改 stay: the expansion of a plant is not the plant.
TAIL = re.compile(r"(?:(?:建设|新建|工程|投资|开发)?(?:项目|工程)|建设|新建|(?<=.)子项目|等)$")
NUMBER = re.compile(r"\d+(?:\.\d+)?")

SPAN = re.compile(rf"({_N})[至到~-]({_N})(期(?![间限货])|阶段|批|标段)")
SERIES = re.compile(rf"({_N}(?:[、,和及与/]{_N})+)(期(?![间限货])|阶段|批|标段)")
SINGLE = re.compile(rf"第?({_N}|首)(期(?![间限货])|阶段|批次?|标段|标)")
AFTER = re.compile(rf"(标段|期|阶段)({_N}|[A-Z])(?![\u4e00-\u9fffA-Z\d])")
LETTERED = re.compile(r"(?<![A-Z\d])([A-H])(标段|区|地块|座|栋|线|包)")
PLOT = re.compile(rf"({_N})(?:号|#)?(地块|机组|厂房|分厂|车间|厂区|号楼|栋)")
NUMBERED = re.compile(r"(\d{1,3})(#|号)")
ORDINAL = re.compile(r"第([一二三四五六七八九十]{1,3}|\d{1,3})")
BRACKETED = re.compile(rf"\(({_N})\)")
TRAILING = re.compile(r"(?<=[\u4e00-\u9fff])([IVX]{1,4}|\d{1,2})$")
SIDE = re.compile(r"(东|西|南|北|中)(区|段|线|片区|标段|厂|园)")
UNITS = {
    "期": "期",
    "阶段": "期",
    "批": "批",
    "批次": "批",
    "标段": "标段",
    "标": "标段",
    "#": "号",
    "栋": "号楼",
    "座": "号楼",
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: ``core`` without marks and tails, ``marks`` such as 期2, ``numbers`` in the core."""

    core: str
    marks: frozenset[str]
    numbers: tuple[str, ...]


@lru_cache(maxsize=200_000)
def apart(name: str) -> Name:
    """``name`` taken apart."""
    text = DECORATION.sub("", unicodedata.normalize("NFKC", name)).upper()
    text, marks = _marked(text)
    plain = PUNCTUATION.sub("", text)
    core = FIRM.sub("", plain)
    while (shorter := TAIL.sub("", core)) != core and len(shorter) >= 2:
        core = shorter
    core = core if len(core) >= 2 else plain
    return Name(core, frozenset(marks), tuple(NUMBER.findall(core)))


@lru_cache(maxsize=100_000)
def firm(name: str) -> str:
    """The core of a firm's or office's name."""
    text = PUNCTUATION.sub("", DECORATION.sub("", unicodedata.normalize("NFKC", name)).upper())
    return FIRM.sub("", text) or text


def _marked(text: str) -> tuple[str, set[str]]:
    """``text`` without its marks, and the marks."""
    marks: set[str] = set()
    for pattern, read in READERS:
        for found in pattern.finditer(text):
            marks.update(read(found))
        text = pattern.sub("第" if pattern is ORDINAL else "", text)
    return text, marks


def _span(found: re.Match[str]) -> list[str]:
    first, last = _number(found[1]), _number(found[2])
    if isinstance(first, int) and isinstance(last, int) and first <= last <= first + 20:
        return [f"{UNITS[found[3]]}{number}" for number in range(first, last + 1)]
    return [f"{UNITS[found[3]]}{first}", f"{UNITS[found[3]]}{last}"]


def _series(found: re.Match[str]) -> list[str]:
    return [f"{UNITS[found[2]]}{_number(part)}" for part in re.findall(_N, found[1])]


def _number_first(found: re.Match[str]) -> list[str]:
    return [f"{UNITS.get(found[2], found[2])}{_number(found[1])}"]


def _unit_first(found: re.Match[str]) -> list[str]:
    return [f"{UNITS[found[1]]}{_number(found[2])}"]


def _phase(found: re.Match[str]) -> list[str]:
    return [f"期{_number(found[1])}"]


def _ordinal(found: re.Match[str]) -> list[str]:
    return [f"第{_number(found[1])}"]


READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], list[str]]], ...] = (
    (SPAN, _span), (SERIES, _series), (SINGLE, _number_first), (AFTER, _unit_first), (LETTERED, _number_first),
    (PLOT, _number_first), (NUMBERED, _number_first), (SIDE, _number_first), (ORDINAL, _ordinal),
    (BRACKETED, _phase), (TRAILING, _phase),
)  # fmt: skip


def _number(text: str) -> int | str:
    if text.isdigit():
        return int(text)
    if text == "首":
        return 1
    if text in _ROMAN:
        return _ROMAN.index(text) + 1
    if all(digit in _DIGITS or digit == "十" for digit in text):
        tens, _, ones = text.rpartition("十")
        ten = (_DIGITS.get(tens, 1) * 10) if "十" in text else 0
        return ten + _DIGITS.get(ones, 0)
    return text
