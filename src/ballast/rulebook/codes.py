"""Codes that name a project and a firm: 项目代码 (GB/T 40058-2021) and 统一社会信用代码 (GB 32100-2015)."""

import re
import unicodedata

from stdnum.cn import uscc
from stdnum.exceptions import InvalidChecksum, InvalidLength, ValidationError

from ballast.kit.sentence import Sentence

PROJECT_FORM = re.compile(r"(\d{4})-(\d{6})-(\d{2})-(\d{2})-(\d{5}[\dX])")
DASHES = re.compile(r"[-‐‑‒–—―−－]")
SPACES = re.compile(r"\s+")

# GB/T 2260: the first two digits of every province, region and municipality; 00 is the centre, 66 the Xinjiang corps.
PROVINCE = re.compile(r"00|1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-6]|71|8[12]")
# Before GB/T 40058-2021 the first four digits were the year itself, from the platform's first year on.
FIRST_YEAR, LAST_OLD_YEAR = 2015, 2021


def plain_code(text: str) -> str:
    """``text`` in half width and capitals without spaces, every kind of dash a hyphen."""
    return DASHES.sub("-", SPACES.sub("", unicodedata.normalize("NFKC", text))).upper()


def project_code(text: str) -> tuple[str, Sentence | None]:
    """The project code (项目代码) in its one form, and what is wrong with it if anything.

    ``YYMM-RRRRRR-DD-TT-NNNNNC``: form, month and region are checked strictly; the last digit is not, for its
    rule is not public.
    """
    code = plain_code(text)
    form = PROJECT_FORM.fullmatch(code)
    if form is None:
        return code, Sentence(
            f"项目代码“{text}”格式不对：应为 24 位，如 2406-370102-04-01-123456（年月-区划-部门-类型-顺序码）",
            f"Project code {text!r} is not of the form 2406-370102-04-01-123456 (month-region-department-type-serial)",
        )
    when, region = form[1], form[2]
    if not _dated(when):
        return code, Sentence(
            f"项目代码“{code}”前四位“{when}”不是年月：应为两位年加 01 至 12 月，如 2406",
            f"Project code {code} begins with {when}, no month: two digits of the year, then 01 to 12, as 2406",
        )
    if not PROVINCE.match(region):
        return code, Sentence(
            f"项目代码“{code}”的区划“{region}”不存在：前两位应为省级行政区划代码（GB/T 2260），如 37",
            f"Project code {code} names region {region}, of no province: see GB/T 2260, as 37",
        )
    return code, None


def credit_code(text: str) -> tuple[str, Sentence | None]:
    """The unified social credit code (统一社会信用代码) in its one form, and what is wrong with it if anything."""
    code = plain_code(text).replace("-", "")
    try:
        uscc.validate(code)
    except InvalidLength:
        return code, Sentence(
            f"统一社会信用代码“{text}”有 {len(code)} 位，应为 18 位",
            f"Credit code {text!r} has {len(code)} characters, not 18",
        )
    except InvalidChecksum:
        return code, Sentence(
            f"统一社会信用代码“{code}”校验不通过，多半抄错了一位，请对照营业执照",
            f"Credit code {code} fails its check: most likely one character is miscopied; compare the licence",
        )
    except ValidationError:
        return code, Sentence(
            f"统一社会信用代码“{code}”格式不对：应为 8 位数字加 10 位数字或大写字母（不含 I、O、S、V、Z）",
            f"Credit code {code} is malformed: 8 digits, then 10 digits or capitals other than I, O, S, V, Z",
        )
    return code, None


def _dated(when: str) -> bool:
    return 1 <= int(when[2:]) <= 12 or FIRST_YEAR <= int(when) <= LAST_OLD_YEAR
