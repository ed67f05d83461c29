"""What the form of a score sheet cannot say: weights add up, codes are known, measures are of areas, claims hold."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.claims import claimed
from ballast.rulebook.books.fitting import Found, fitting, is_share
from ballast.rulebook.books.normalisers import Given
from ballast.rulebook.books.scoring import DeedKind, Indicator, Sheet
from ballast.rulebook.books.subjects import AREA, of_another, rests_on_projects, subjects
from ballast.rulebook.grammar.refs import Path
from ballast.rulebook.measures.measured import Unit
from ballast.rulebook.telling.values import decimal

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

MONTHS = range(1, 13)
GROUPS = {"leader": ("包联领导", "leaders"), "department": ("部门", "departments"), "office": ("单位", "offices")}


def noted_deeds(book: "Book") -> dict[str, DeedKind]:
    """The deeds of areas that are noted one by one, of all sheets, by their codes."""
    return {
        code: kind
        for sheet in book.scoring.values() if sheet.of in ("county", "park")
        for code, kind in sheet.deeds.items() if not kind.measure
    }  # fmt: skip


def scored(book: "Book") -> Found:
    """Every fault of the score sheets."""
    rules: tuple[Callable[[Book, Sheet], Found], ...] = (_weights, _classes, _measures, _numbers, _costs)
    for code, sheet in book.scoring.items():
        lost = list(_codes(book, sheet))
        found = lost or [fault for rule in rules for fault in rule(book, sheet)] or list(claimed(book, sheet))
        yield from ((("scoring", code, *path), said) for path, said in found)


def _codes(book: "Book", sheet: Sheet) -> Found:
    """Indicators and deeds named that the sheet does not have."""
    known, both = list(sheet.indicators), [*sheet.indicators, *sheet.deeds]
    named: list[tuple[Path, str, list[str]]] = [
        *((("profiles", place, "weights", code), code, known)
          for place, one in enumerate(sheet.profiles) for code in one.weights),
        *((("floors", place, "indicator"), one.indicator, known)
          for place, one in enumerate(sheet.floors) if one.indicator),
        *((("indicators", code, "group"), one.group, list(sheet.groups))
          for code, one in sheet.indicators.items() if one.group),
        *((("tie_breakers", place), code, [*known, *(one for one in book.measures if one not in known)])
          for place, code in enumerate(sheet.tie_breakers)),
        *((("deeds", deed, "outweighs", place), code, both)
          for deed, kind in sheet.deeds.items() for place, code in enumerate(kind.outweighs)),
    ]  # fmt: skip
    for path, code, words in named:
        if code not in words:
            yield (
                path,
                Sentence(
                    f"本表没有“{code}”；已有：{'、'.join(words)}",
                    f"the sheet has no {code!r}; it has: {', '.join(words)}",
                ),
            )


def _weights(book: "Book", sheet: Sheet) -> Found:
    """Weights that do not sum to what the sheet states, in each profile and where none holds."""
    held = [number for one in sheet.profiles for number in MONTHS if one.holds_in(number)]
    for number in sorted({number for number in held if held.count(number) > 1}):
        yield (
            ("profiles",),
            Sentence(f"{number} 月有两套权重，只能有一套", f"month {number} has two profiles; one is wanted"),
        )
    for place, one in enumerate(sheet.profiles):
        yield from _sums(sheet, one.weights, ("profiles", place, "weights"))
    if set(held) != set(MONTHS):
        yield from _sums(sheet, {code: one.weight for code, one in sheet.indicators.items()}, ("indicators",))
    for name, group in sheet.groups.items():
        held_by = sum((one.weight for one in sheet.indicators.values() if one.group == name), Fraction(0))
        if held_by != group.weight:
            yield (
                ("groups", name, "weight"),
                Sentence(
                    f"“{group.zh}”应共 {decimal(group.weight)} 分，各指标合计 {decimal(held_by)} 分",
                    f"{name} states {decimal(group.weight)}, its indicators weigh {decimal(held_by)}",
                ),
            )


def _sums(sheet: Sheet, weights: dict[str, Fraction], path: Path) -> Found:
    whole = sum(weights.values(), sheet.base)
    if whole == sheet.total and min(weights.values(), default=Fraction(0)) >= 0:
        return
    base = [f"base {decimal(sheet.base)}"] if sheet.base else []
    told = " + ".join([*base, *(f"{code} {decimal(weight)}" for code, weight in weights.items())])
    yield (
        path,
        Sentence(
            f"权重之和为 {decimal(whole)} 分，应为 {decimal(sheet.total)} 分（{told}）；满分不是这个数的，改 total",
            f"the weights sum to {decimal(whole)}, not to {decimal(sheet.total)} ({told}); or state another total",
        ),
    )


def _classes(book: "Book", sheet: Sheet) -> Found:
    """An area in two of the classes it is ranked in."""
    for place, code in enumerate(sheet.classes):
        for other in sheet.classes[:place]:
            both = sorted(set(book.area_classes[code].areas) & set(book.area_classes[other].areas))
            if both:
                names = book.area_classes[code].zh, book.area_classes[other].zh
                yield (
                    ("classes", place),
                    Sentence(
                        f"“{both[0]}”同时在“{names[0]}”和“{names[1]}”里，只能在一类里排名",
                        f"{both[0]} stands in {code} and in {other}; it can be ranked in one class only",
                    ),
                )


def _measures(book: "Book", sheet: Sheet) -> Found:
    """Measures that cannot be asked of whom the sheet ranks."""
    known, group = subjects(book), GROUPS.get(sheet.of)
    for path, measure in _named(sheet):
        if not known[measure] >= AREA:
            yield path, of_another(measure, "area")
        elif group and path != ("factor",) and not rests_on_projects(book, measure):
            yield (
                path,
                Sentence(
                    f"“{measure}”不由项目汇总，{group[0]}没有这个数；请改用按项目计数、求和或求比例的量",
                    f"{measure!r} adds up no projects, and {group[1]} have none; count or add up projects",
                ),
            )


def _named(sheet: Sheet) -> Iterator[tuple[Path, str]]:
    """Every measure a sheet names, and where."""
    for code, one in sheet.indicators.items():
        yield ("indicators", code, "measure"), one.measure
        for key in ("growth", "target_of"):
            if found := getattr(one.by, key, ""):
                yield ("indicators", code, "by", key), found
    for place, floor in enumerate(sheet.floors):
        yield ("floors", place, "measure"), floor.measure
    for place, broken in enumerate(sheet.tie_breakers):
        if broken not in sheet.indicators:
            yield ("tie_breakers", place), broken
    for code, kind in sheet.deeds.items():
        if kind.measure:
            yield ("deeds", code, "measure"), kind.measure
    if sheet.factor:
        yield ("factor",), sheet.factor


def _numbers(book: "Book", sheet: Sheet) -> Found:
    """Numbers in a unit their measure does not have, and points outside their own limits."""
    for code, one in sheet.indicators.items():
        path: Path = ("indicators", code, "by")
        kind, use = book.uses()[one.measure]
        unit = kind.unit_of(use, book)
        yield from fitting(path, one.by, unit, share=is_share(kind), names=("target", "start"))
        # A step between two percentages is points.
        yield from fitting(path, one.by, Unit.POINTS if _in_points(one.by, unit) else unit, names=("every",))
        for corner, one_corner in enumerate(getattr(one.by, "corners", ())):
            where = (*path, "corners", corner)
            yield from fitting(where, one_corner, unit, share=is_share(kind), names=("at",))
        yield from _limits(one, path)
    if sheet.factor and book.uses()[sheet.factor][0].unit_of(book.uses()[sheet.factor][1], book) is not Unit.NUMBER:
        said = "系数应是数（graded、by_case、weighted 等），百分比请写成 1.2 之类"
        yield ("factor",), Sentence(said, "a factor is a number, of graded, by_case or weighted; write 1.2 for 120 %")
    for code, deed in sheet.deeds.items():
        if deed.every is not None:
            counted, how = book.uses()[deed.measure]
            yield from fitting(("deeds", code), deed, counted.unit_of(how, book), names=("every",))
    for place, floor in enumerate(sheet.floors):
        kind, use = book.uses()[floor.measure]
        yield from fitting(("floors", place), floor, kind.unit_of(use, book), share=is_share(kind))


def _in_points(by: Any, unit: Unit) -> bool:
    return unit is Unit.PERCENT and getattr(getattr(by, "every", None), "unit", "") == "points"


def _limits(one: Indicator, path: Path) -> Found:
    least, most = getattr(one.by, "least", None), getattr(one.by, "most", None) or one.weight
    start = getattr(one.by, "points", None)
    if isinstance(one.by, Given) and one.best == "lowest":
        yield (
            path,
            Sentence(
                "按数计分的指标以高者为优；低者为优的请用 steps，如起算值 0、每多一档扣几分",
                "points for each unit want best = highest; where the lowest is best, use steps",
            ),
        )
    if least is not None and not least <= (start if start is not None else most) <= most:
        yield (
            path,
            Sentence(
                f"起算分应在 {decimal(least)} 与 {decimal(most)} 分之间",
                f"the points at the start must lie between {decimal(least)} and {decimal(most)}",
            ),
        )


def _costs(book: "Book", sheet: Sheet) -> Found:
    """Penalties that cost no more than what they are said to outweigh."""
    for code, kind in sheet.deeds.items():
        for place, other in enumerate(kind.outweighs):
            gain = gained(sheet, other)
            if -kind.points <= gain:
                yield (
                    ("deeds", code, "outweighs", place),
                    Sentence(
                        f"“{kind.zh}”一次扣 {decimal(-kind.points)} 分，“{other}”一次可得（或免扣）{decimal(gain)} 分："
                        f"扣分应多于 {decimal(gain)} 分，否则划算",
                        f"{code} costs {decimal(-kind.points)}, {other} brings {decimal(gain)}: it must cost more",
                    ),
                )


def gained(sheet: Sheet, code: str) -> Fraction:
    """The most that one thing can bring by an indicator or a deed."""
    if code in sheet.deeds:
        return abs(sheet.deeds[code].points)
    one = sheet.indicators[code]
    each = getattr(one.by, "each", None) if isinstance(one.by, Given) else getattr(one.by, "up", None)
    weights = [one.weight, *(profile.weights.get(code, Fraction(0)) for profile in sheet.profiles)]
    return Fraction(each) * max(weights) / one.weight if each else max(weights)
