"""Units of money: in headings, and in the lines of their own above a table."""

import re
from functools import lru_cache

from ballast.kit.money import WAN, YI
from ballast.rulebook.lists.words import plain_text

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
WORDS = "万亿元|百亿元|十亿元|亿元|千万元|百万元|万元|千元|元"

# 单位：万元 in a line of its own, in the title, or in a corner cell.
UNIT_LINE = re.compile(rf"单位[名称]*[:：;；]?[^:：]{{0,8}}?(?:人民币)?(?<![美欧港日])({WORDS}|亿|万)(?![美港欧日])")
# 总投资（亿元） 总投资/万元 总投资:万元 总投资亿元
UNIT_IN_HEADING = re.compile(
    rf"[(\[【<〔](?:单位|金额)?[:：]?(?:人民币|CNY|RMB|[¥￥])?({WORDS}|亿|万)(?:[、,，(]*人民币[)]?)?[)\]】>〕]"
    rf"|[/／:：,，、;\-—](?:单位[:：])?({WORDS})$"
    rf"|(?<![/每])({WORDS})$"
    rf"|[(（][^()（）]*?[,，、;；:：]({WORDS})[)）]"
)
RATIO = re.compile(rf"(?:{WORDS}|亿|万)[/／每](?:亩|平|公顷|人|吨|户|年|kw|km)", re.I)


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
