"""Money as lists write it: units in headings, unit lines and cells; what is no money is said to be none."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ballast.kit.grid import Value
from ballast.kit.money import WAN, YI, yuan
from ballast.rulebook.lists.words import is_empty, is_error, plain, plain_text

UNITS: dict[str, int] = {
    "万亿元": WAN * YI,
    "百亿元": 100 * YI,
    "十亿元": 10 * YI,
    "亿元": YI,
    "亿": YI,
    "千万元": 1000 * WAN,
    "千万": 1000 * WAN,
    "百万元": 100 * WAN,
    "百万": 100 * WAN,
    "万元": WAN,
    "万": WAN,
    "千元": 1000,
    "元": 1,
}
FOREIGN = r"(?:[亿万千]?(?:美元|美金|欧元|港元|港币|日元|英镑|USD|EUR|HKD))"
_WORDS = "万亿元|百亿元|十亿元|亿元|千万元|百万元|万元|千元|元"
_NO_RATIO = r"(?![/每]|元?/)"

# 单位：万元 in a line of its own, in the title, or in a corner cell.
UNIT_LINE = re.compile(rf"单位[名称]*[:：;；]?[^:：]{{0,8}}?(?:人民币)?(?<![美欧港日])({_WORDS}|亿|万)(?![美港欧日])")
UNIT_FOREIGN = re.compile(rf"单位[:：]?{FOREIGN}")
# 总投资（亿元） 总投资/万元 总投资:万元 总投资亿元
UNIT_IN_HEADING = re.compile(
    rf"[(\[【<〔](?:单位|金额)?[:：]?(?:人民币)?({_WORDS}|亿|万)(?:人民币)?[)\]】>〕]"
    rf"|[/／:：,，、;\-—](?:单位[:：])?({_WORDS})$"
    rf"|(?<![/每])({_WORDS})$"
    rf"|[(（][^()（）]*?[,，、;；:：]({_WORDS})[)）]"
)
RATIO = re.compile(rf"(?:{_WORDS}|亿|万)[/／每](?:亩|平|公顷|人|吨|户|年|kw|km)", re.I)

_LABEL = (
    r"(?:项目|计划|预计|估算|概算|匡算|合同|协议|签约|固定资产|静态|动态|总|约|近|大约|投资|资金|金额|额|规模"
    r"|人民币|合计|共|计|为|其中|[:：￥¥]|RMB|CNY)*"
)
AMOUNT = re.compile(
    rf"(?P<label>{_LABEL})(?P<number>[-+]?(?:\d[\d,，]*(?:\.\d*)?|\.\d+))"
    rf"(?P<foreign>{FOREIGN})?(?P<unit>{_WORDS}|千万|百万|亿|万)?(?:人民币)?(?P<rest>.*)",
    re.I,
)
PENDING = re.compile(
    r"(?:暂?待定|未定|待核[定实]?|待确定|未确定|保密|详见.*|同上|待批复|正在.*|不详|未知|待落实|尚未.*|/+)"
)
RANGE = re.compile(r"[-—–~～至到](?:约)?\d")
ABOUT = re.compile(r"(?:左右|以上|以内|余元?|多元?|上下|\+)*")
ASIDE = re.compile(r"[(;；,，。、/].*[^\d].*|[(].*")
CEILING = 1000 * YI


@dataclass(frozen=True, slots=True)
class Amount:
    """Money read from a cell: ``yuan`` is None where it says none; ``problem`` names what is wrong or uncertain.

    Problems: about, aside (readable); pending, range, foreign, quantity, text, error, negative (none); large.
    """

    yuan: int | None
    problem: str = ""


NOTHING = Amount(None)


def amount(value: Value, unit: int) -> Amount:
    """The money in a cell of a column whose bare numbers are in ``unit`` 元."""
    if isinstance(value, float):
        # The shortest decimal of the float is what was typed; a sum's binary dust lies below one 元.
        whole = int(value) * unit if value.is_integer() else _fraction(value, unit)
    elif isinstance(value, int) and not isinstance(value, bool):
        whole = value * unit
    elif is_empty(value):
        return NOTHING
    else:
        return Amount(None, "error") if is_error(value) else _from_text(plain(value), unit)
    return _bounded(whole)


def _fraction(value: float, unit: int) -> int | None:
    return yuan(repr(value), unit) if value - value == 0 else None


def _bounded(whole: int | None, problem: str = "") -> Amount:
    if whole is None:
        return Amount(None, "text")
    if whole < 0:
        return Amount(None, "negative")
    if whole > CEILING:
        return Amount(whole, "large")
    return Amount(whole, problem)


@lru_cache(maxsize=50_000)
def _from_text(text: str, unit: int) -> Amount:
    if len(text) > 200:
        return Amount(None, "text")
    if PENDING.fullmatch(text):
        return Amount(None, "pending")
    found = AMOUNT.fullmatch(text)
    if not found:
        return Amount(None, "text")
    if found["foreign"]:
        return Amount(None, "foreign")
    rest = found["rest"]
    if RANGE.match(rest):
        return Amount(None, "range")
    problem = "about" if "约" in found["label"] or "近" in found["label"] else ""
    if rest:
        if ABOUT.fullmatch(rest):
            problem = "about"
        elif ASIDE.fullmatch(rest):
            problem = "aside"
        else:
            return Amount(None, "quantity" if found["unit"] else "text")
    number = found["number"].replace(",", "").replace("，", "")
    own = UNITS[found["unit"]] if found["unit"] else unit
    return _bounded(yuan(Decimal(number), own), problem)


@lru_cache(maxsize=20_000)
def heading_unit(text: str) -> tuple[int | None, str]:
    """The unit a column heading states, and the heading without it. Ratios such as 万元/亩 state none."""
    text = plain_text(text)
    if RATIO.search(text):
        return None, text
    found = UNIT_IN_HEADING.search(text)
    if not found:
        return None, text
    word = next(group for group in found.groups() if group)
    return UNITS[word], (text[: found.start()] + text[found.end() :]) or text[: found.start()]


def line_unit(text: str) -> int | None:
    """The unit stated by a unit line (``单位：万元``) anywhere in ``text``."""
    found = UNIT_LINE.search(plain_text(text))
    return UNITS[found[1]] if found else None


def is_foreign(text: str) -> bool:
    """True when a heading or unit line counts in foreign currency."""
    return bool(re.search(FOREIGN, plain_text(text), re.I))
