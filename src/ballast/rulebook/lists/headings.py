"""What a column heading means: its own words, then its words under the heading above it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ballast.rulebook.lists.columns import BY_NAME, DONE, MONEY, PORTIONS, WHOLE
from ballast.rulebook.lists.phrases import COMPILED
from ballast.rulebook.lists.units import UNITS, heading_unit, is_foreign
from ballast.rulebook.lists.words import plain_text

YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?=年|度|[^\d\-—]|$)年?|(?<!\d)(\d{2})年")
ASIDE = re.compile(r"[(\[【〔](?:[^()\[\]【】〔〕]*)[)\]】〕]")
WRAPPED = re.compile(r"^[\[【〔<《]([^\[\]【】〔〕<>《》]+)[\]】〕>》]$")
FOOTNOTE = re.compile(r"^[*＊★▲]+|[*＊★▲]+$|[:：]$|^(?:[一二三四五六七八九十]|\d)[、.]")
OF_WHICH = re.compile(r"^其中[:：、]?")
# 调整后年度计划 means what 年度计划 does; 责任单位（责任人） names the office first.
REVISED = re.compile(r"原(?=计划|投资|安排)|现(?=计划)|(?:调整|变更)[前后]的?")
PERSON_ASIDE = re.compile(r"(?<=单位|部门|法人|业主)\((?:及)?(?:项目)?(?:责任人|负责人|联系人)[^)]*\)$")
THIS_YEAR = frozenset(["年度", "当年", "本年", "今年", "本年度", "当年度"])
YEARLY = re.compile(r"(?:年度|当年|本年|今年|年内)(?=.)")
# What stands beside the Chinese words in a heading of two languages; PPP and km are too short to be meant.
FOREIGN_WORDS = re.compile(r"(?=(?:[^A-Za-z]*[A-Za-z]){3})[A-Za-z(][A-Za-z\d()/,.&'’%:\- ]*$")
WORD = re.compile(r"\w")
HAN = re.compile(r"[\u4e00-\u9fff]")
LONGEST = 70


@dataclass(frozen=True, slots=True)
class Meaning:
    """The field a heading names (empty when unknown), the year and unit it states, how sure, how good a name."""

    field: str
    year: int | None = None
    unit: int | None = None
    foreign: bool = False
    confidence: float = 0.0
    rank: int = 999


UNKNOWN = Meaning("")


@lru_cache(maxsize=20_000)
def meaning(parts: tuple[str, ...]) -> Meaning:
    """The meaning of a heading whose words stand in ``parts`` from top to bottom."""
    parts = tuple(part for part in parts if part)
    if not parts:
        return UNKNOWN
    # A heading wrapped over several rows may be cut within its unit: 总投 资(亿 元).
    joined = "".join(parts)
    unit = next((unit for part in (*reversed(parts), joined) if (unit := _unit_of(part))), None)
    foreign = unit is None and any(is_foreign(part) for part in (*parts, joined))
    bare = [text for part in parts if WORD.search(text := heading_unit(part)[1] if part not in UNITS else "")]
    whole = [text for text in bare if not OF_WHICH.fullmatch(plain_text(text))]
    field, year, confidence, rank = _field(whole)
    if _portion(bare, len(whole)):
        field, confidence, rank = "funding", 0.9, 999
    if unit is not None and (field == "goal" or not field and whole and whole[-1] in THIS_YEAR):
        field, confidence = "annual_plan", max(confidence, 0.8)
    return Meaning(field, year, unit, foreign, confidence, rank)


def _portion(parts: list[str], without: int) -> bool:
    """True for 中央 or 市县 under or after 其中: what part of a sum comes from whom."""
    if not parts or (without == len(parts) and not OF_WHICH.match(plain_text(parts[-1]))):
        return False
    return YEAR.sub("", OF_WHICH.sub("", ASIDE.sub("", plain_text(parts[-1])))) in PORTIONS


def _unit_of(part: str) -> int | None:
    text = plain_text(part)
    return UNITS.get(text) or heading_unit(text)[0]


def _field(parts: list[str]) -> tuple[str, int | None, float, int]:
    """Field, year, confidence and rank: of the whole as one word, of the child under its parent, of the child."""
    if not parts:
        return "", None, 0.0, 999
    joined = _word("".join(parts))
    if len(parts) == 1 or joined[2] == 1.0:
        return joined
    child = _word(parts[-1])
    parent = _field(parts[:-1])
    year = child[1] or parent[1]
    bare = OF_WHICH.sub("", ASIDE.sub("", plain_text(parts[-1])))
    if parent[0] in MONEY or parent[0] in ("goal", "funding_source"):
        return _under_money(parent, child, bare, year, "".join(parts))
    if parent[0] == "years" and child[0] in ("planned_start", "planned_completion"):
        return child
    if child[0] in MONEY and not parent[0] and joined[0] in MONEY:
        return joined
    if not parent[0] and (parent[1] or "年" in parts[-2]):
        under = _under_year(bare, year)
        if under[0]:
            return under
    if child[0]:
        return child[0], year, child[2], child[3]
    return (joined[0], year, joined[2], joined[3]) if joined[0] else ("", year, 0.0, 999)


def _under_year(bare: str, year: int | None) -> tuple[str, int | None, float, int]:
    """计划 and 完成 under a heading that only names a year: 2025年投资情况."""
    if bare in ("计划", "目标", "任务", "计划数", "年计划", "全年计划", "计划额", "安排"):
        return "annual_plan", year, 0.9, 10
    if bare in DONE:
        return ("year_completed" if year else "year_to_date"), year, 0.9, 10
    return "", year, 0.0, 999


def _under_money(
    parent: tuple[str, int | None, float, int],
    child: tuple[str, int | None, float, int],
    bare: str,
    year: int | None,
    joined: str,
) -> tuple[str, int | None, float, int]:
    """A column under a heading of money: its whole, a portion of it, or something told beside it."""
    kind = parent[0]
    bare = YEAR.sub("", bare)
    if kind == "goal":
        # 2021年计划 / 年度目标 over 投资 and 建设内容: the heading names the year's plan as a whole.
        kind = "annual_plan"
    if kind == "total_investment" and (child[0] == "annual_plan" and YEARLY.match(bare) or bare in THIS_YEAR):
        return "annual_plan", year, 0.9, child[3]
    if child[1] and bare in WHOLE and kind == "total_investment":
        return "annual_plan", year, 0.9, 50
    if not bare and year and kind in ("annual_plan", "total_investment"):
        return "annual_plan", year, 0.8, 50
    if bare in WHOLE:
        return ("total_investment" if kind == "funding_source" else kind), year, 0.95, parent[3]
    if bare in DONE and kind == "annual_plan":
        return "year_to_date", year, 0.9, 50
    if bare in PORTIONS:
        return "funding", year, 0.9, 999
    if child[0] == "content":
        return ("goal" if kind != "total_investment" else "content"), year, 0.9, 0
    if child[0] in ("progress", "goal"):
        return "goal", year, 0.9, 1
    if child[0] in MONEY:
        return child[0], year, child[2], child[3]
    if child[0]:
        return child[0], year, child[2], child[3]
    whole = _word(joined)
    if whole[0] in MONEY and whole[0] != kind:
        return whole[0], year, whole[2], whole[3]
    return "", year, 0.0, 999


@lru_cache(maxsize=20_000)
def _word(text: str) -> tuple[str, int | None, float, int]:
    """Field, year, confidence, rank of one heading without its unit."""
    text = WRAPPED.sub(r"\1", plain_text(text))
    if HAN.search(text):
        text = FOREIGN_WORDS.sub("", text) or text
    if not text or len(text) > LONGEST:
        return "", None, 0.0, 999
    found = YEAR.search(text)
    year = (int(found[1]) if found[1] else 2000 + int(found[2])) if found else None
    text = FOOTNOTE.sub("", OF_WHICH.sub("", YEAR.sub("#年", text)).replace("#年年", "#年"))
    text = PERSON_ASIDE.sub("", REVISED.sub("", text))
    for form in (text, ASIDE.sub("", text)):
        name = form.replace("(", "").replace(")", "")
        if name in BY_NAME:
            field, rank = BY_NAME[name]
            return field, year, 1.0, rank
        for field, pattern in COMPILED:
            if pattern.fullmatch(form):
                return field, year, 0.8, 50
    if "#年" in text:
        name = ASIDE.sub("", text).replace("#年度", "").replace("#年", "")
        if name in BY_NAME:
            field, rank = BY_NAME[name]
            return field, year, 0.9, rank + 10
    return "", year, 0.0, 999
