"""Text of cells: ``plain`` for matching, ``wording`` for keeping, and what counts as empty or as a formula error."""

import re
import unicodedata
from datetime import date, datetime
from functools import lru_cache

from ballast.kit.grid import Value

# White space, and the byte order marks and zero-width characters that copying leaves behind.
SPACES = re.compile(r"[\s\u200b\u200c\u200d\ufeff\u2060]+")
# A space between two Chinese characters or brackets is layout; between Latin words it is spelling.
LAYOUT_SPACE = re.compile(r"(?<=[^\x21-\x7e])\s+|\s+(?=[^\x21-\x7e])")
# A number that runs over two lines; one as long as a telephone's is whole.
BROKEN_NUMBER = re.compile(r"(?<=\d)(?<!\d{7})\n(?=\d)")
# 二〇二五年
CHINESE_YEAR = re.compile(r"二[〇零○O0][〇零○O0一二三四五六七八九]{2}(?=年)")
DIGITS = {sign: str(digit) for digit, sign in enumerate("一二三四五六七八九", 1)}
ERROR = re.compile(r"#(REF!|DIV/0!|N/A|VALUE!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|NOVALUE!)")
EMPTY = frozenset(
    [
        "",
        "-",
        "--",
        "---",
        "—",
        "——",
        "———",
        "―",
        "－",
        "–",
        "─",
        "──",
        "/",
        "//",
        "／",
        "\\",
        "无",
        "暂无",
        "空",
        "…",
        "……",
        ".",
        "。",
        "、",
        "~",
        "_",
        "__",
        "*-",
        "N/A",
        "n/a",
        "null",
        "NULL",
        "None",
    ]
)
# No cell of a list counts so far; what is no number at all (NaN, infinity) is not below it either.
MOST = 1e18
UNSTORED = "#NOVALUE!"
LOOSE_NUMBER = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?|[+-]?\d+(\.\d*)?|[+-]?\.\d+")


@lru_cache(maxsize=200_000)
def plain_text(text: str) -> str:
    """``text`` in compatibility form (full width to half) without any white space."""
    text = SPACES.sub("", unicodedata.normalize("NFKC", text))
    return CHINESE_YEAR.sub(_in_digits, text) if "年" in text and text.find("二") >= 0 else text


def _in_digits(found: re.Match[str]) -> str:
    return "".join(DIGITS.get(sign, "0") for sign in found[0])


@lru_cache(maxsize=200_000)
def wording_text(text: str) -> str:
    """``text`` as written, line breaks and layout spaces taken out."""
    return LAYOUT_SPACE.sub("", SPACES.sub(" ", BROKEN_NUMBER.sub("", text)).strip())


def plain(value: Value) -> str:
    """The matching form of any cell; empty text for an empty cell."""
    if isinstance(value, str):
        return plain_text(value)
    return "" if value is None else wording(value)


def wording(value: Value) -> str:
    """The text a person would read in the cell."""
    if isinstance(value, str):
        return wording_text(value)
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def is_empty(value: Value) -> bool:
    """True for nothing, white space, and the dashes and words that stand for nothing."""
    return value is None or (isinstance(value, str) and (value in EMPTY or plain_text(value) in EMPTY))


@lru_cache(maxsize=200_000)
def told(text: str) -> str:
    """The wording of a text cell, or an empty text where it stands for nothing: one look-up for the common case."""
    return "" if text in EMPTY or plain_text(text) in EMPTY else wording_text(text)


def is_error(value: Value) -> bool:
    """True for a formula error such as ``#REF!``."""
    return isinstance(value, str) and value.lstrip().startswith("#") and bool(ERROR.match(value.strip()))


def number_of(value: Value) -> float | None:
    """The number a cell holds, typed or as plain digits in text; None for anything else."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value) if abs(value) < MOST else None
    if isinstance(value, str) and len(value) < 18 and "\n" not in value.strip():
        text = plain_text(value)
        if LOOSE_NUMBER.fullmatch(text):
            return float(text.replace(",", ""))
    return None


def whole_of(value: Value) -> int | None:
    """The whole number a cell holds, or None."""
    number = number_of(value)
    return int(number) if number is not None and number == int(number) else None
