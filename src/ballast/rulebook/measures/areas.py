"""Figures of areas: their value, growth, growth against plan, city and before, and targets."""

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from ballast.rulebook.grammar.page import Code
from ballast.rulebook.grammar.refs import CurveCode, TargetCode
from ballast.rulebook.measures.measured import Input, Measured, Unit, missing, not_due
from ballast.rulebook.measures.registry import Use, measure

if TYPE_CHECKING:
    from ballast.rulebook.sight.area import AreaSight

RATE = Field(False, description="指标本身已是增速（%），不再计算 / the figure is a growth rate already")


class OfFigure(Use):
    """``figure``: a figure of the catalogue, or an indicator of the statistics office (fai, output …)."""

    figure: Code
    unit: Literal["yuan", "percent", "count", "points", "number"] = Field("yuan", description="单位 / its unit")


class Growth(Use):
    """``figure``: which figure; ``rate``: it is a growth rate already; ``over``: last year or last month."""

    figure: Code
    rate: bool = RATE
    over: Literal["last_year", "last_month"] = Field(
        "last_year", description="同比或环比 / over last year or last month"
    )


class AgainstCity(Growth):
    """``mean``: the city's own figure, or the plain mean of the areas."""

    mean: Literal["city", "areas"] = Field(
        "city", description="全市数，或各地简单平均 / the city's, or the mean of areas"
    )


class Changed(Growth):
    """``since``: growth a month before, or a year before."""

    since: Literal["last_month", "last_year"] = "last_month"


class OfTarget(Use):
    """``target``: a target of the book; ``rate`` there says whether it is a growth rate."""

    target: TargetCode
    rate: bool = RATE


class Set(Use):
    """``target``: a target of the book; ``period``: of the year, or as set up to the month."""

    target: TargetCode
    period: Literal["year", "month"] = Field(
        "year", description="全年目标，或下达到本月的目标 / the year's, or up to the month"
    )


class Done(Set):
    """The same, held against the target's own figure."""


class Behind(Use):
    """``target``: a target of the book; ``curve``: a curve of the book (left out: the book's own)."""

    target: TargetCode
    curve: CurveCode = ""


def _growth(see: "AreaSight", use: Growth, *, city: bool = False, back: int = 0) -> tuple[Input, ...]:
    """The growth in percent as the last input, after what it is reckoned from."""
    now = see.figure(use.figure, city=city, back=back)
    name = f"{'city_' if city else ''}growth{'_before' if back else ''}"
    if use.rate:
        return (now, Input(name, now.value, Unit.PERCENT))
    before = see.figure(use.figure, city=city, back=back + (12 if use.over == "last_year" else 1))
    if now.number is None or before.number is None or before.number <= 0:
        return (now, before, Input(name, None, Unit.PERCENT))
    return (now, before, Input(name, Fraction(now.number) / before.number * 100 - 100, Unit.PERCENT))


def _less(first: Input, second: Input, inputs: tuple[Input, ...]) -> Measured:
    one, other = first.number, second.number
    return missing(*inputs) if one is None or other is None else Measured(Fraction(one) - other, inputs)


@measure("figure", of="area", unit=lambda use, _: Unit(use.unit), use=OfFigure)
def figure(see: "AreaSight", use: OfFigure) -> Measured:
    """The value itself."""
    now = see.figure(use.figure)
    value = now.number
    return missing(now) if value is None else Measured(value, (now,))


@measure("growth", of="area", unit=Unit.PERCENT, use=Growth)
def growth(see: "AreaSight", use: Growth) -> Measured:
    """now ÷ before − 1, in percent."""
    inputs = _growth(see, use)
    value = inputs[-1].number
    return missing(*inputs) if value is None else Measured(value, inputs)


@measure("growth_over_city", of="area", unit=Unit.POINTS, use=AgainstCity)
def growth_over_city(see: "AreaSight", use: AgainstCity) -> Measured:
    """The area's growth − the city's."""
    own = _growth(see, use)
    if use.mean == "city":
        city = _growth(see, use, city=True)[-1]
    else:
        told = [
            value
            for peer in see.peers
            if peer.facts.kind == see.facts.kind and (value := _growth(peer, use)[-1].number) is not None
        ]
        city = Input("city_growth", Fraction(sum(told)) / len(told) if told else None, Unit.PERCENT)
    return _less(own[-1], city, (*own, city))


@measure("growth_over_target", of="area", unit=Unit.POINTS, use=OfTarget)
def growth_over_target(see: "AreaSight", use: OfTarget) -> Measured:
    """The area's growth − the target of the month, else of the year."""
    own = _growth(see, Growth(kind="growth", figure=see.rules.book.targets[use.target].figure, rate=use.rate))
    target = see.target(use.target, see.month)
    target = target if target.value is not None else see.target(use.target, see.month[:4])
    return _less(own[-1], target._replace(unit=Unit.PERCENT), (*own, target._replace(unit=Unit.PERCENT)))


@measure("growth_change", of="area", unit=Unit.POINTS, use=Changed)
def growth_change(see: "AreaSight", use: Changed) -> Measured:
    """Growth now − growth before."""
    now, before = _growth(see, use), _growth(see, use, back=1 if use.since == "last_month" else 12)
    return _less(now[-1], before[-1], (now[-1], before[-1]))


def _set_unit(use: Set, book: Any) -> Unit:
    """A growth rate in percent; else what the target says it counts in."""
    return Unit.PERCENT if book.targets[use.target].rate else Unit(book.targets[use.target].unit)


@measure("target", of="area", unit=_set_unit, use=Set)
def target(see: "AreaSight", use: Set) -> Measured:
    """The target itself."""
    told = see.target(use.target, see.month if use.period == "month" else see.month[:4])
    told = told._replace(unit=_set_unit(use, see.rules.book))
    value = told.number
    return Measured(value, (told,)) if value is not None else missing(told)


@measure("target_done", of="area", unit=Unit.PERCENT, use=Done, least=0)
def target_done(see: "AreaSight", use: Done) -> Measured:
    """now ÷ target, in percent."""
    now = see.figure(see.rules.book.targets[use.target].figure)
    target = see.target(use.target, see.month if use.period == "month" else see.month[:4])
    done, asked = now.number, target.number
    if done is None or asked is None:
        return missing(now, target)
    return Measured(Fraction(done) / asked * 100, (now, target)) if asked else not_due(now, target)


@measure("target_behind", of="area", unit=Unit.POINTS, use=Behind)
def target_behind(see: "AreaSight", use: Behind) -> Measured:
    """share due − now ÷ target, in points."""
    book = see.rules.book
    now, target = see.figure(book.targets[use.target].figure), see.target(use.target, see.month[:4])
    done, asked = now.number, target.number
    if done is None or not asked:
        return missing(now, target)
    share = (book.curves[use.curve].months if use.curve else book.curve)[int(see.month[5:]) - 1]
    return Measured(
        (share - Fraction(done) / asked) * 100, (now, target, Input("share", share * 100, Unit.PERCENT, "curve"))
    )
