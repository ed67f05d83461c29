"""How an indicator's value becomes points, and what one without a value comes to, in plain words."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ballast.rulebook.books.scoring import Indicator
from ballast.rulebook.telling.conditions import measure_name, stretch
from ballast.rulebook.telling.values import decimal, shown

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

Told = tuple[str, str]
LACKS = {
    "no_points": ("不得分", "no points"), "mean": ("按其余各方平均得分率计", "the mean share of the others"),
    "spread": ("不计，权重摊给其余指标", "left out, its weight spread over the rest"),
    "full": ("按满分计", "full points"),
    "unranked": ("不参加排名", "not ranked"),
}  # fmt: skip
AGAINST = {
    "best": ("最好者", "the best"), "mean": ("各方平均", "the mean"), "median": ("各方中位", "the median"),
    "worst": ("最差者", "the worst"), "total": ("各方合计", "the total"),
}  # fmt: skip
EQUAL = {"full": ("满分", "full points"), "half": ("中间分", "half of the rest"), "base": ("保底分", "the base")}


def _percent(share: Any) -> str:
    return f"{decimal(share * 100)}%"


def _ratio(book: "Book", one: Indicator, unit: Any) -> Told:
    by: Any = one.by
    if by.target is not None:
        said = shown(by.target.value, unit)
        against = f"目标 {said.zh}", f"a target of {said.en}"
    elif by.target_of:
        name = measure_name(book, by.target_of)
        against = f"各自的“{name.zh}”", f"each one's {name.en}"
    else:
        against = AGAINST[by.against]
    cap = (f"，最高 {_percent(by.most)}", f", at most {_percent(by.most)}") if by.capped else ("，不封顶", ", no limit")
    return f"与{against[0]}之比{cap[0]}", f"ratio to {against[1]}{cap[1]}"


def _efficacy(book: "Book", one: Indicator, unit: Any) -> Told:
    by: Any = one.by
    formula = f"{_percent(by.base)} + {_percent(1 - by.base)} ×（x − 最差）÷（最好 − 最差）"
    en = f"{_percent(by.base)} + {_percent(1 - by.base)} × (x − worst) ÷ (best − worst)"
    return (
        f"功效系数：{formula}，数值都相等的得{EQUAL[by.equal][0]}", f"efficacy: {en}, all equal: {EQUAL[by.equal][1]}"
    )  # fmt: skip


def _amount_and_growth(book: "Book", one: Indicator, unit: Any) -> Told:
    by: Any = one.by
    name, parts = measure_name(book, by.growth), (_percent(by.amount), _percent(1 - by.amount))
    return (
        f"总量占 {parts[0]}，增幅（{name.zh}）占 {parts[1]}，各按功效系数，保底 {_percent(by.base)}",
        f"{parts[0]} for the amount, {parts[1]} for its growth ({name.en}), by efficacy on {_percent(by.base)}",
    )


def _climbed(by: Any, one: Indicator, unit: Any, start: Told) -> Told:
    every, most = shown(by.every.value, unit), by.most if by.most is not None else one.weight
    limits = decimal(by.least), decimal(most)
    whole = "，不足一档不计" if getattr(by, "whole", False) else ""
    return (
        f"{start[0]}得 {decimal(by.points)} 分，每好 {every.zh}加 {decimal(by.up)} 分，"
        f"每差 {every.zh}扣 {decimal(by.down)} 分，{limits[0]}—{limits[1]} 分{whole}",
        f"{start[1]} {decimal(by.points)}, +{decimal(by.up)} and −{decimal(by.down)} "
        f"for each {every.en} better or worse, within {limits[0]}-{limits[1]}",
    )


def _steps(book: "Book", one: Indicator, unit: Any) -> Told:
    by: Any = one.by
    said = shown(by.start.value, unit)
    return _climbed(by, one, unit, (f"{said.zh} ", f"at {said.en}"))


def _segments(book: "Book", one: Indicator, unit: Any) -> Told:
    by: Any = one.by
    ends = [(shown(corner.at.value, unit), decimal(corner.points)) for corner in by.corners]
    zh, en = "、".join(f"{at.zh} 得 {many} 分" for at, many in ends), ", ".join(f"{at.en}: {many}" for at, many in ends)
    return f"分段按比例：{zh}，两头之外不变", f"in proportion between {en}, flat beyond"


def _levels(book: "Book", one: Indicator, unit: Any) -> Told:
    by: Any = one.by
    told = [(stretch(level, unit), decimal(level.points)) for level in by.levels]
    zh, en = "、".join(f"{at.zh} {many} 分" for at, many in told), ", ".join(f"{at.en} {many}" for at, many in told)
    if by.otherwise is not None:
        zh, en = f"{zh}，其余 {decimal(by.otherwise)} 分", f"{en}, else {decimal(by.otherwise)}"
    return f"按数值分档：{zh}", f"by stretches: {en}"


def _mean(book: "Book", one: Indicator, unit: Any) -> Told:
    return _climbed(one.by, one, unit, ("等于平均", "at the mean"))


def _bands(book: "Book", one: Indicator, unit: Any) -> Told:
    by: Any = one.by
    zh = "、".join(f"第 {band.through} 名及以前 {_percent(band.share)}" for band in by.bands)
    en = ", ".join(f"through place {band.through} {_percent(band.share)}" for band in by.bands)
    return f"按名次分档：{zh}，其余 {_percent(by.rest)}", f"by place: {en}, else {_percent(by.rest)}"


def _places(book: "Book", one: Indicator, unit: Any) -> Told:
    by: Any = one.by
    if by.each is not None:
        return f"第一名满分，每低一名少 {decimal(by.each)} 分", f"the first full, {decimal(by.each)} less a place"
    return (
        f"第一名满分，末位 {_percent(by.last)}，其间均分",
        f"the first full, the last {_percent(by.last)}, evenly between",
    )


def _given(book: "Book", one: Indicator, unit: Any) -> Told:
    by: Any = one.by
    most = decimal(by.most if by.most is not None else one.weight)
    unit_zh, unit_en = (unit.zh or "1"), (unit.en or "one")
    if by.every is not None:
        said = shown(by.every.value, unit)
        unit_zh, unit_en = f" {said.zh}", said.en
    return (
        f"每{unit_zh} {decimal(by.each)} 分，最高 {most} 分",
        f"{decimal(by.each)} for each {unit_en}, at most {most}",
    )


HOW: dict[str, Callable[["Book", Indicator, Any], Told]] = {
    "ratio": _ratio, "efficacy": _efficacy, "amount_and_growth": _amount_and_growth, "steps": _steps,
    "segments": _segments, "levels": _levels, "mean": _mean,
    "bands": _bands, "places": _places, "points": _given,
}  # fmt: skip
