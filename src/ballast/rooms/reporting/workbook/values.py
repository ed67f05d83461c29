"""What one cell says: an amount, a date, a word of a list, or text; a cell that says something else is a fault."""

import re
import unicodedata
from datetime import date, datetime, timedelta
from decimal import Decimal

from ballast.kit.grid import Value
from ballast.kit.money import WAN, YI, in_wan, yuan
from ballast.kit.sentence import Sentence
from ballast.kit.words import Word
from ballast.rulebook.forms import EARLIEST, LATEST

NOTHING = ("", "-", "—", "——", "/", "无")
FORMULA_ERROR = re.compile(r"#(?:REF|VALUE|NAME\?|DIV/0|N/A|NUM|NULL|SPILL|CALC|GETTING_DATA)!?|Err:\d+", re.IGNORECASE)
FULL_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
AMOUNT = re.compile(r"([-+]?\d+(?:\.\d+)?)(亿元?|万元?|元)?")
UNITS = {"亿": YI, "亿元": YI, "万": WAN, "万元": WAN, "元": 1, None: WAN}
DAY_ONE = date(1899, 12, 30)
SERIALS = range(1, 80_000)
LONGEST_TEXT = 2000
LARGEST = 10**16


class CellFault(Exception):
    """A cell that cannot be taken for what its column holds; ``sentence`` says what would be right."""

    def __init__(self, code: str, zh: str, en: str) -> None:
        super().__init__(zh)
        self.code = code
        self.sentence = Sentence(zh, en)


def amount(value: Value) -> int | None:
    """元 of a cell in 万元; None where it is empty. Raises CellFault."""
    if value is None or _is_nothing(value):
        return None
    _no_formula_error(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _not_a_number(value)
    found = yuan(Decimal(f"{value:.15g}"), WAN) if abs(value) < LARGEST else 2 * LARGEST * WAN
    if found < 0:
        raise CellFault("negative", f"金额 {in_wan(found)} 为负数；应不小于 0，冲减以往数字请走更正单",
                        f"The amount {in_wan(found)} is negative; it should be 0 or more")  # fmt: skip
    if found > LARGEST:
        raise CellFault("absurd_amount", f"金额 {in_wan(found)} 万元不可能；请核对单位，应为万元",
                        f"The amount {in_wan(found)} 万元 is impossible; check the unit")  # fmt: skip
    return found


def day(value: Value) -> date | None:
    """The date in a cell; an Excel serial whose format was lost counts too. Raises CellFault."""
    if value is None or _is_nothing(value):
        return None
    _no_formula_error(value)
    found = _date(value)
    if found is None:
        raise CellFault("not_a_date", f"“{value}”不是日期；应填到日，如 2025-07-15",
                        f"{value!r} is not a date; give the day, as 2025-07-15")  # fmt: skip
    if not EARLIEST <= found <= LATEST:
        raise CellFault("date_out_of_range", f"日期 {found} 不在 1990 年至 2100 年之间；请核对年份",
                        f"The date {found} is not between 1990 and 2100; check the year")  # fmt: skip
    return found


def word(value: Value, words: tuple[Word, ...]) -> str:
    """The code of the word a cell names; empty where it is empty. Raises CellFault."""
    said = text(value)
    if not said:
        return ""
    for known in words:
        if said in (known.zh, known.en, str(known)):
            return str(known)
    choices = "、".join(known.zh for known in words)
    raise CellFault("not_a_choice", f"“{said}”不在选项中；应为：{choices}",
                    f"{said!r} is not a choice; choose one of: {choices}")  # fmt: skip


def text(value: Value) -> str:
    """The words in a cell. Raises CellFault for a formula error or a text too long to keep."""
    if value is None:
        return ""
    _no_formula_error(value)
    said = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
    if len(said) > LONGEST_TEXT:
        raise CellFault("text_too_long", f"文字有 {len(said)} 字，最多 {LONGEST_TEXT} 字",
                        f"The text has {len(said)} characters; at most {LONGEST_TEXT}")  # fmt: skip
    return said


def _is_nothing(value: Value) -> bool:
    return isinstance(value, str) and value.strip() in NOTHING


def _no_formula_error(value: Value) -> None:
    if isinstance(value, str) and FORMULA_ERROR.fullmatch(value.strip()):
        raise CellFault("formula_error", f"公式出错（{value.strip()}）；请改正公式或直接填数",
                        f"The formula failed ({value.strip()}); correct it or type the value")  # fmt: skip


def _not_a_number(value: Value) -> CellFault:
    """The fault of a text where an amount belongs, with the number it probably means."""
    said = re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", str(value)))
    found = AMOUNT.fullmatch(said) if isinstance(value, str) else None
    right = in_wan(yuan(found[1], UNITS[found[2]])).replace(",", "") if found else ""
    return CellFault(
        "text_amount",
        f"“{value}”不是数字；" + (f"应填数字 {right}（万元）" if right else "应填数字，单位万元，没有掌握请留空"),
        f"{value!r} is not a number; " + (f"type {right} (万元)" if right else "type a number in 万元, or nothing"),
    )


def _date(value: Value) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return DAY_ONE + timedelta(days=int(value)) if int(value) in SERIALS else None
    found = FULL_DATE.fullmatch(re.sub(r"\s", "", unicodedata.normalize("NFKC", str(value))))
    try:
        return date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None
