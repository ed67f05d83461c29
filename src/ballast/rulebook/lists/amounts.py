"""Money as cells write it; what is no money, or not one certain amount, is said to be none."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ballast.kit.grid import Value
from ballast.kit.money import WAN, YI, yuan
from ballast.rulebook.lists.units import FOREIGN, UNITS, WORDS
from ballast.rulebook.lists.words import is_empty, is_error, plain

_NUMBER = r"[-+]?(?:\d{1,3}(?:[、'’‘]\d{3})+(?:\.\d+)?|\d[\d,，]*(?:\.\d*)?|\.\d+)"
_UNIT = rf"个?(?:{WORDS}|千万|百万|亿|万)"
_VAGUE = "≈|约|近|大约|约合|超|超过|达|达到|逾|不低于|不少于|不超过|不小于|至少|[≥≧>≤≦<]=?"
_LABEL = (
    r"(?:项目|计划|预计|估算|概算|匡算|合同|协议|签约|固定资产|静态|动态|总|投资|资金|金额|额|规模"
    rf"|人民币|合计|共|计|为|其中|拟|力争|{_VAGUE}|[:：￥¥]|RMB|CNY)*"
)
AMOUNT = re.compile(
    rf"(?P<label>{_LABEL})(?P<number>{_NUMBER})"
    rf"(?P<foreign>{FOREIGN})?(?P<more>[余多])?(?P<unit>{_UNIT})?(?:人民币)?整?(?P<rest>.*)",
    re.I,
)
AGAIN = re.compile(rf"[/／(=＝]+(?P<number>{_NUMBER})(?P<unit>{_UNIT})(?:人民币)?[)]?")
# One amount among the words of a cell, with the words before it.
PIECE = re.compile(
    rf"(?P<label>[^\d;；,，。、(（)）+]*)(?P<number>{_NUMBER})(?P<unit>{_UNIT})(?P<money>人民币)?(?![美港欧日件套吨亩平个台米])"
    r"(?:\((?P<after>[^()\d]*)\))?"
)
WHOLE = re.compile(r"(?:总投资|总额|总计|合计|共计|共|总规模)(?:额|[约为达:：])*$")
PHASE = re.compile(r"(?:第?[一二三四五六七八九十两]期|首期|[一二三四五]标段?|[A-H一二三四五东西南北]区)")
# 一期2亿，二期3亿: every phase from the first on, and nothing else, makes the whole.
NUMBERED_PHASE = re.compile(r"(?:其中|项目)?第?([一二三四五六七八九])期(?:工程|项目)?(?:计划)?(?:总?投资)?[约为:：]*")
FROM_ONE, BETWEEN = "一二三四五六七八九", ";；,，。、+和"
RENMINBI = re.compile(r"(?:折合|合|约)+(?:人民币)?[约为:：]*$|人民币[约为:：]*$")
PENDING = re.compile(
    r"(?:暂?待定|未定|待核[定实]?|待确定|未确定|未明确|待明确|保密|详见.*|见附.*|同上|待批复?|待报批|正在.*|不详|未知|待落实|尚未.*|/+|暂未.*"
    r"|暂不.*|另行.*|[以按].{0,8}为准|按实际.*|(?:待)?(?:测算|估算|核算|编制|谈判|洽谈|商谈|评估)中?|[?*×xX]+)"
)
RANGE = re.compile(r"[-—–~～至到](?:约)?\d")
ABOUT = re.compile(r"(?:左右|以上|以内|余元?|多元?|上下|\+)*")
ASIDE = re.compile(r"[(;；,，。、/].*[^\d].*|[(].*")
# After the one amount called the whole, its cell ends or begins another clause.
ENDED = re.compile(r"$|[)）。；;，,]")
# 1亿2000万, 一亿元
COMPOUND = re.compile(r"(?<![\d.])(\d+)亿(?:元)?零?(\d{1,4})(千万|百万|万)")
SPELT = re.compile(r"^[一二两三四五六七八九十](?=个?(?:亿|千万|百万)元?$)")
CHINESE = {digit: str(number) for number, digit in enumerate("一二三四五六七八九十", 1)} | {"两": "2"}
FOOTNOTE = re.compile(r"[\s*＊#▲★※△①-⑳⑴-⒇¹²³⁰⁴-⁹]+$")
CIRCLED = re.compile(r"[①-⑳⑴-⒇¹²³⁰⁴-⁹]")
PER = re.compile(r"[/／每]")
CEILING = 1000 * YI
# More than a country invests in a year: no amount of a project, whatever is written.
MOST = 1_000_000 * YI
LONGEST_NUMBER = 20
BROKEN = re.compile(r"\d\s*\n\s*\d")
WRAPPED = re.compile(r"\d{1,2}(?:\s*\n\s*\d{3})+(?:\.\d*)?|\d+\.\d*\s*\n\s*\d+")
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Amount:
    """Money read from a cell: ``yuan`` is None where it says none; ``problem`` names what is wrong or uncertain.

    Problems: about, aside, phased (readable); pending, range, foreign, phases, quantity, text, error, negative (none);
    large.
    ``phases`` are the amounts of a cell that gives phases and no whole.
    """

    yuan: int | None
    problem: str = ""
    phases: tuple[int, ...] = ()


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
    elif is_error(value):
        return Amount(None, "error")
    else:
        return Amount(None, "text") if two_numbers(str(value)) else _from_text(_unmarked(value), unit)
    return _bounded(whole)


def two_numbers(text: str) -> bool:
    """True for digits over digits, which may be two amounts; only thousands and decimals go on in the next line."""
    return BROKEN.search(text) is not None and not WRAPPED.fullmatch(text.strip())


def _unmarked(value: Value) -> str:
    """A cell's words without the footnote behind them; 3000① must not become 30001, nor ①3000②400 one number."""
    text = FOOTNOTE.sub("", str(value))
    return text if CIRCLED.search(text) else plain(text)


def last_figure(value: Value, unit: int) -> int:
    """What one in the last figure of an amount is worth, in 元: 7.1 of 亿元 is exact to 1000万元; at least 1."""
    broken = isinstance(value, float) and value - value == 0 and not value.is_integer()
    found = AMOUNT.fullmatch(f"{Decimal(repr(value)):f}" if broken else plain(value))
    if found is None:
        return 1
    own = UNITS[found["unit"].removeprefix("个")] if found["unit"] else unit
    for _ in found["number"].partition(".")[2]:
        own //= 10
    return max(1, own)


def _fraction(value: float, unit: int) -> int | None:
    return yuan(repr(value), unit) if value - value == 0 else None


def _bounded(whole: int | None, problem: str = "") -> Amount:
    if whole is None:
        return Amount(None, "text")
    if whole < 0:
        return Amount(None, "negative")
    if whole > MOST:
        return Amount(None, "text")
    if whole > CEILING:
        return Amount(whole, "large")
    return Amount(whole, problem)


@lru_cache(maxsize=50_000)
def _from_text(text: str, unit: int) -> Amount:
    if len(text) > LONGEST:
        return Amount(None, "text")
    if PENDING.fullmatch(text):
        return Amount(None, "pending")
    text = COMPOUND.sub(_compound, SPELT.sub(_spelt, text))
    found = AMOUNT.fullmatch(text)
    if found is None or found["foreign"] or (found["rest"] and not ABOUT.fullmatch(found["rest"])):
        several = _several(text)
        if several is not None:
            return several
    if found is None:
        return Amount(None, "text")
    if found["foreign"]:
        return Amount(None, "foreign")
    rest = found["rest"]
    if RANGE.match(rest):
        return Amount(None, "range")
    problem = "about" if re.search(_VAGUE, found["label"]) or found["more"] else ""
    whole = _yuan(found["number"], found["unit"], unit)
    if (again := AGAIN.fullmatch(rest)) and whole == _yuan(again["number"], again["unit"], 1):
        rest = ""  # 12000万元/1.2亿元: the same in two units.
    if rest:
        if ABOUT.fullmatch(rest):
            problem = "about"
        elif ASIDE.fullmatch(rest) and not PER.match(rest):
            problem = "aside"
        else:
            return Amount(None, "quantity" if found["unit"] else "text")
    return _bounded(whole, problem)


def _spelt(found: re.Match[str]) -> str:
    return CHINESE[found[0]]


def _compound(found: re.Match[str]) -> str:
    """1亿2000万 as 12000万."""
    return f"{(int(found[1]) * YI + int(found[2]) * UNITS[found[3]]) // WAN}万"


def _yuan(number: str, word: str | None, unit: int) -> int:
    own = UNITS[word.removeprefix("个")] if word else unit
    digits = re.sub("[,，、'’‘]", "", number)
    return yuan(Decimal(digits), own) if len(digits) < LONGEST_NUMBER else MOST + 1


def _several(text: str) -> Amount | None:
    """Several amounts in a cell: the one called the whole, or in 人民币; phases without a whole are none of it."""
    pieces = list(PIECE.finditer(text))
    wholes = [piece for piece in pieces if WHOLE.search(piece["label"])]
    if not wholes and re.search(FOREIGN, text, re.I):
        wholes = [piece for piece in pieces if piece["money"] or RENMINBI.search(piece["label"])]
        return _bounded(_of(wholes[0]), "about") if len(wholes) == 1 else None
    if len(wholes) == 1 and (len(pieces) > 1 or ENDED.match(text, wholes[0].end())):
        return _bounded(_of(wholes[0]), "aside")
    phased = [one for one in pieces if PHASE.search(one["label"]) or PHASE.fullmatch(one["after"] or "")]
    phases = tuple(map(_of, phased))
    if wholes or not phases or len(phases) < len(pieces) - 1:
        return None
    if len(pieces) == 1 and PHASE.fullmatch(pieces[0]["after"] or ""):
        return _bounded(phases[0], "aside")
    if len(phases) == len(pieces):
        numbers = [found[1] for one in pieces if (found := NUMBERED_PHASE.fullmatch(one["label"]))]
        whole = len(pieces) > 1 and numbers == list(FROM_ONE[: len(pieces)]) and not PIECE.sub("", text).strip(BETWEEN)
        return _bounded(sum(phases), "phased") if whole else Amount(None, "phases", phases)
    # The first amount is their sum, or the phases are only part of it.
    first = _of(pieces[0])
    return _bounded(first, "aside") if first >= sum(phases) else Amount(None, "text")


def _of(piece: re.Match[str]) -> int:
    return _yuan(piece["number"], piece["unit"], 1)
