"""Which numbers may stand in an official document without a tag, and where the others are.

Allowed: dates and periods written in full, the year of a document number and its serial, ordinals of headings
and lists, circled numbers, and numbers inside names the caller knows. Everything else that counts or measures
must be tagged, whether in Arabic digits (half or full width) or as a quantity in Chinese numerals.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_TO = r"\s*[-—–－~～至到]\s*"
_ALONE = r"(?<![\d.,．，－+\-])"

_PERIODS = [
    re.compile(_ALONE + pattern)
    for pattern in (
        rf"{_YEAR}年?{_TO}{_YEAR}年",
        rf"(?:{_YEAR}年)?{_MONTH}月{_DAY}日{_TO}(?:{_YEAR}年)?(?:{_MONTH}月)?{_DAY}日",
        rf"(?:{_YEAR}年)?{_MONTH}月?{_TO}(?:{_YEAR}年)?{_MONTH}月(?:份)?(?!\d)",
        rf"(?:{_YEAR}年)?{_MONTH}月(?:{_DAY}日)?(?!\d)",
        rf"{_YEAR}年(?:第?[1-4]季度)?(?!\d)",
        r"第[1-4]季度",
        rf"{_YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d-])",
        rf"〔{_YEAR}〕\d{{1,4}}号",
    )
]
# An ordinal has words after it, and no unit: （35） alone in a cell is a number.
_LIST_ORDINAL = re.compile(
    r"^\s*(?:\d{1,2}(?:[.．](?!\d)|、)|[（(]\d{1,2}[)）])(?=\s*[^\s\d])(?!\s*(?:[亿万]元|个百分点|[%％‰]))"
)

_ONES = "一二三四五六七八九十百千零〇两壹贰叁肆伍陆柒捌玖拾佰仟廿卅"
_NUMERAL = f"{_ONES}万亿"
# 亿元以上 names a class and counts nothing: a quantity has a numeral besides 万 and 亿.
_COUNTS = rf"(?=[万亿]*[{_ONES}])"
_MONEY_OR_SHARE = r"(?:亿元|万元|元|亿|个百分点|倍|成(?=[^立为功员果就分本交长熟都效]|$)|亩|公顷|平方米|吨)"
_THINGS = r"(?:个|项|家|户|名|人|台|套|宗|处|条|件)"
# ①, Ⅷ and their like point at something, unless a unit follows.
_SIGNS = "[\u2160-\u218b\u2460-\u24ff\u2776-\u2793\u3248-\u325f\u3280-\u3289\u32b1-\u32bf]"
_CHINESE_QUANTITIES = [
    re.compile(rf"[{_NUMERAL}]+分之[{_NUMERAL}]+(?:点[{_NUMERAL}]+)?"),
    re.compile(rf"翻[{_ONES}]+番"),
    re.compile(rf"{_SIGNS}+(?:{_MONEY_OR_SHARE}|{_THINGS}|[%％‰])"),
    re.compile(rf"(?<!第)[{_NUMERAL}]+(?:个|项|家|户)(?:重点|重大|产业|工业|新开工)*(?:项目|企业)"),
    re.compile(rf"{_COUNTS}[{_NUMERAL}]+(?:点[{_NUMERAL}]+)?{_MONEY_OR_SHARE}"),
    re.compile(rf"(?=[{_NUMERAL}]*[十百千拾佰仟廿卅])[{_NUMERAL}]+(?:余|多)?{_THINGS}"),
]


def mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with the given spans blanked, its length unchanged."""
    signs = list(text)
    for start, end in spans:
        signs[start:end] = "\0" * (end - start)
    return "".join(signs)


def untagged_numbers(text: str, names: Iterable[str], *, list_ordinal: bool = True) -> Iterator[str]:
    """The numbers of ``text`` that are in no allowed form; tagged text must have been masked before."""
    text = mask(text, _names_in(text, names))
    if list_ordinal and (match := _LIST_ORDINAL.match(text)):
        text = mask(text, [match.span()])
    for pattern in _PERIODS:
        text = mask(text, [match.span() for match in pattern.finditer(text)])
    for pattern in _CHINESE_QUANTITIES:
        for match in pattern.finditer(text):
            yield match.group()
        text = mask(text, [match.span() for match in pattern.finditer(text)])
    yield from _digit_runs(text)


def _names_in(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where known names stand; a name beginning or ending in a digit must not continue in another digit."""
    for name in sorted(set(names), key=lambda name: (-len(name), name)):
        if not any(sign.isalpha() for sign in name):
            continue
        before = r"(?<![\d.])" if name[0].isdigit() else ""
        after = r"(?![\d.])" if name[-1].isdigit() else ""
        for match in re.finditer(before + re.escape(name) + after, text):
            yield match.span()


def is_digit(sign: str) -> bool:
    """A decimal digit of any script or width, or a vulgar fraction; not ①, nor the exponent of m²."""
    return unicodedata.category(sign) == "Nd" or unicodedata.decomposition(sign).startswith("<fraction>")


def _digit_runs(text: str) -> Iterator[str]:
    position = 0
    while position < len(text):
        if is_digit(text[position]):
            end = position
            while end < len(text) and (is_digit(text[end]) or text[end] in ".,．%％‰"):
                end += 1
            yield text[position:end]
            position = end
        position += 1
