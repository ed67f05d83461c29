"""The arithmetic of one indicator in words: value, normaliser with its numbers, weight and points."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.normalisers import named
from ballast.rulebook.measures.facts import Number
from ballast.rulebook.measures.measured import Unit
from ballast.rulebook.scoring.cards import two
from ballast.rulebook.scoring.normalising import Compared, along, between, level, steps, target
from ballast.rulebook.telling.conditions import stretch
from ballast.rulebook.telling.normalisers import LACKS
from ballast.rulebook.telling.values import decimal, shown

Told = tuple[str, str]
AGAINST = {
    "best": ("最好", "best"), "mean": ("平均", "mean"), "median": ("中位", "median"), "worst": ("最差", "worst"),
    "total": ("合计", "total"),
}  # fmt: skip


def part(
    by: Any, value: Number, second: Number | None, among: Compared, *, units: tuple[Unit, Unit], share: Fraction,
    full: Fraction,
) -> Sentence:  # fmt: skip
    """``功效系数：60% + 40% ×（78% − 50%）÷（90% − 50%）= 88%；88% × 30 分 = 26.40 分``."""
    zh, en = SAID[by.kind](by, value, second, among, units)
    name_zh, name_en = named(by)
    rate, weight, points = percent(share), decimal(full), two(share * full)
    return Sentence(
        f"{name_zh}：{zh}，得分率 {rate}；{rate} × {weight} 分 = {points} 分",
        f"{name_en}: {en}, share {rate}; {rate} × {weight} = {points} points",
    )


def lacking(why: Sentence, treated: str, share: Fraction | None, full: Fraction) -> Sentence:
    """Why an indicator has no value of its own, how it is treated, and what that comes to."""
    zh, en = LACKS[treated]
    if share is None:
        return Sentence(f"{why.zh}：{zh}", f"{why.en}: {en}")
    points = two(share * full)
    told = f"{percent(share)} × {decimal(full)}"
    return Sentence(f"{why.zh}：{zh}；{told} 分 = {points} 分", f"{why.en}: {en}; {told} = {points} points")


def percent(share: Any) -> str:
    """A share as people read it."""
    return f"{decimal(Fraction(share) * 100)}%"


def _ratio(by: Any, value: Any, second: Any, among: Compared, units: tuple[Unit, Unit]) -> Told:
    against = target(by, second, among)
    whose = (
        ("目标", "target")
        if by.target is not None
        else ("本方目标", "own target")
        if by.target_of
        else AGAINST[by.against]
    )
    unit = units[1] if by.target_of else units[0]
    first, other = shown(value, units[0]), shown(against, unit)
    zh = (f"{whose[0]} {other.zh}", first.zh) if among.field.lowest else (first.zh, f"{whose[0]} {other.zh}")
    en = (f"{whose[1]} {other.en}", first.en) if among.field.lowest else (first.en, f"{whose[1]} {other.en}")
    cap = (f"，封顶 {percent(by.most)}", f", at most {percent(by.most)}") if by.capped else ("", "")
    return f"{zh[0]} ÷ {zh[1]}{cap[0]}", f"{en[0]} ÷ {en[1]}{cap[1]}"


def _between(value: Any, field: Any, unit: Unit) -> str:
    if field.best == field.worst:
        return percent(between(value, field))
    here, worst, best = (shown(one, unit).zh for one in (value, field.worst, field.best))
    return f"（{here} − {worst}）÷（{best} − {worst}）"


def _both(said: str) -> Told:
    """A formula, with its brackets as each language writes them."""
    return said, said.replace("（", "(").replace("）÷", ") ÷ ").replace("）", ")")


def _efficacy(by: Any, value: Any, second: Any, among: Compared, units: tuple[Unit, Unit]) -> Told:
    base, rest = percent(by.base), percent(1 - by.base)
    if among.field.best == among.field.worst:
        got = percent(by.base + (1 - by.base) * between(value, among.field, by.equal))
        return f"各方数值相等，按 {got}", f"all are equal: {got}"
    return _both(f"{base} + {rest} × {_between(value, among.field, units[0])}")


def _amount_and_growth(by: Any, value: Any, second: Any, among: Compared, units: tuple[Unit, Unit]) -> Told:
    amount, growth = _between(value, among.field, units[0]), _between(second, among.second, units[1])
    parts = f"{percent(by.amount)} × {amount}", f"{percent(1 - by.amount)} × {growth}"
    whole = f"总量 {parts[0]} + 增幅 {parts[1]}", _both(f"amount {parts[0]} + growth {parts[1]}")[1]
    if not by.base:
        return whole
    before = f"{percent(by.base)} + {percent(1 - by.base)} ×"
    return f"{before}（{whole[0]}）", f"{before} ({whole[1]})"


def _climbed(by: Any, value: Any, start: Any, among: Compared, units: tuple[Unit, Unit], from_: Told) -> Told:
    count = steps(by, value, start, among.field, whole=getattr(by, "whole", False))
    each, sign = (by.up, "+") if count >= 0 else (by.down, "−")
    first, at = shown(value, units[0]), shown(start, units[0])
    most = by.most if by.most is not None else among.weight
    told = f"{decimal(by.points)} {sign} {decimal(abs(count))} × {decimal(each)}"
    limits = f"{decimal(by.least)}—{decimal(most)}"
    better = ("好于", "better than") if count >= 0 else ("差于", "worse than")
    return (
        f"{first.zh} {better[0]}{from_[0]} {at.zh} 计 {decimal(abs(count))} 档，{told} 分（限 {limits} 分）",
        f"{first.en} is {decimal(abs(count))} steps {better[1]} {from_[1]} {at.en}: {told} (within {limits})",
    )


def _steps(by: Any, value: Any, second: Any, among: Compared, units: tuple[Unit, Unit]) -> Told:
    return _climbed(by, value, by.start.value, among, units, ("起算值", "the start"))


def _mean(by: Any, value: Any, second: Any, among: Compared, units: tuple[Unit, Unit]) -> Told:
    return _climbed(by, value, among.field.mean, among, units, ("平均", "the mean"))


def _segments(by: Any, value: Any, second: Any, among: Compared, units: tuple[Unit, Unit]) -> Told:
    first, told = shown(value, units[0]), two(along(by, value))
    ends = [(shown(one.at.value, units[0]), decimal(one.points)) for one in by.corners]
    near = next((place for place, one in enumerate(by.corners) if value <= one.at.value), len(ends) - 1)
    span = ends[max(0, near - 1) : near + 1]
    zh, en = " 至 ".join(f"{at.zh} {many} 分" for at, many in span), " to ".join(f"{at.en} {many}" for at, many in span)
    return f"{first.zh} 在 {zh} 之间，计 {told} 分", f"{first.en} lies between {en}: {told} points"


def _levels(by: Any, value: Any, second: Any, among: Compared, units: tuple[Unit, Unit]) -> Told:
    first, place = shown(value, units[0]), level(by, value)
    if place is None:
        told = decimal(by.otherwise or 0)
        return f"{first.zh} 不在任何一档，计 {told} 分", f"{first.en} lies in no stretch: {told} points"
    span, told = stretch(by.levels[place], units[0]), decimal(by.levels[place].points)
    return f"{first.zh} 属{span.zh}一档，计 {told} 分", f"{first.en} is {span.en}: {told} points"


def _by_place(by: Any, value: Any, second: Any, among: Compared, units: tuple[Unit, Unit]) -> Told:
    place, count = among.field.place(value, among.own), len(among.field.values)
    return f"{count} 方中第 {place} 位", f"place {place} of {count}"


def _given(by: Any, value: Any, second: Any, among: Compared, units: tuple[Unit, Unit]) -> Told:
    first, most = shown(value, units[0]), by.most if by.most is not None else among.weight
    every, whole = by.every, ("，不足不计", ", whole ones") if by.whole else ("", "")
    per = (f" ÷ {shown(every.value, units[0]).zh}", f" ÷ {shown(every.value, units[0]).en}") if every else ("", "")
    told = f"{first.zh}{per[0]} × {decimal(by.each)} 分（限 {decimal(by.least)}—{decimal(most)} 分{whole[0]}）"
    return (
        told,
        f"{first.en}{per[1]} × {decimal(by.each)} points (within {decimal(by.least)}-{decimal(most)}{whole[1]})",
    )


SAID: dict[str, Callable[[Any, Any, Any, Compared, tuple[Unit, Unit]], Told]] = {
    "ratio": _ratio, "efficacy": _efficacy, "amount_and_growth": _amount_and_growth, "steps": _steps,
    "segments": _segments, "levels": _levels, "mean": _mean,
    "bands": _by_place, "places": _by_place, "points": _given,
}  # fmt: skip
