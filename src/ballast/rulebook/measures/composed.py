"""Measures put together: weighted sums (scores), products, quotients, limits, change over months."""

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from pydantic import Field, model_validator

from ballast.rulebook.grammar.amounts import AnyQuantity, Share
from ballast.rulebook.grammar.refs import MeasureCode
from ballast.rulebook.measures.arithmetic import Two, difference_unit, unit_as, values_of
from ballast.rulebook.measures.measured import Input, Measured, Unit, missing, not_due
from ballast.rulebook.measures.registry import REGISTRY, Use, measure
from ballast.rulebook.telling.values import shown

if TYPE_CHECKING:
    from ballast.rulebook.sight.area import AreaSight
    from ballast.rulebook.sight.project import ProjectSight


class Weighted(Use):
    """``of``: the measures; ``weights``: what each is multiplied by; ``base``: what is added."""

    of: tuple[MeasureCode, ...] = Field(min_length=1)
    weights: tuple[Share, ...] = Field(
        min_length=1, description="各量的权重，如 60%、1、-5 / what each is multiplied by"
    )
    base: Share = Field(Fraction(0), description="起评分 / what is added")

    @model_validator(mode="after")
    def _one_each(self) -> "Weighted":
        if len(self.weights) != len(self.of):
            raise ValueError(
                f"of 有 {len(self.of)} 个量，weights 应写同样多个 / a weight for each measure of `of` is wanted"
            )
        return self


class Multiplied(Use):
    """``of``: the measures that are multiplied; the first one keeps its unit."""

    of: tuple[MeasureCode, ...] = Field(min_length=2)


class Limited(Use):
    """``of``: a measure; ``lowest`` and ``highest``: what it is limited to."""

    of: MeasureCode
    lowest: AnyQuantity | None = Field(None, description="低于此数按此数 / below it counts as it")
    highest: AnyQuantity | None = Field(None, description="高于此数按此数 / above it counts as it")


class Change(Use):
    """``of``: a measure; ``months_ago``: against which month-end."""

    of: MeasureCode
    months_ago: int = Field(1, ge=1, le=60, description="与几个月前的月末相比 / against how many months before")


class Grown(Use):
    """``of``: a measure; ``months_ago``: over which month-end, usually a year before."""

    of: MeasureCode
    months_ago: int = Field(12, ge=1, le=60, description="与几个月前的月末相比 / over how many months before")


@measure("weighted", of="both", unit=Unit.NUMBER, use=Weighted)
def weighted(see: "ProjectSight | AreaSight", use: Weighted) -> Measured:
    """base + Σ weight × value."""
    values, absent, inputs = values_of(see, use.of)
    if absent:
        return absent
    total = use.base + sum((weight * value for weight, value in zip(use.weights, values, strict=True)), Fraction(0))
    parts = "、".join(f"{_name(see, code)}×{weight}" for code, weight in zip(use.of, use.weights, strict=True))
    return Measured(total, (Input("parts", parts, Unit.TEXT), *inputs))


def _name(see: Any, code: str) -> str:
    kind, use = see.rules.uses[code]
    return str(use.zh or kind.title.zh)


@measure("product", of="both", unit=unit_as, use=Multiplied)
def product(see: "ProjectSight | AreaSight", use: Multiplied) -> Measured:
    """The first times the others; of the others a percentage is a part of one."""
    values, absent, inputs = values_of(see, use.of)
    if absent:
        return absent
    total = Fraction(values[0])
    for value, one in zip(values[1:], inputs[1:], strict=True):
        total *= Fraction(value) / (100 if one.unit is Unit.PERCENT else 1)
    parts = " × ".join(shown(one.value, one.unit).zh for one in inputs)
    return Measured(total, (Input("parts", parts, Unit.TEXT), *inputs))


@measure("quotient", of="both", unit=unit_as, use=Two)
def quotient(see: "ProjectSight | AreaSight", use: Two) -> Measured:
    """of ÷ to, in the unit of the first."""
    values, absent, inputs = values_of(see, (use.of, use.to))
    if absent:
        return absent
    inputs = (inputs[0]._replace(name="first"), inputs[1]._replace(name="second"))
    return Measured(Fraction(values[0]) / values[1], inputs) if values[1] else not_due(*inputs)


@measure("limited", of="both", unit=unit_as, use=Limited)
def limited(see: "ProjectSight | AreaSight", use: Limited) -> Measured:
    """The value, not below the lowest and not above the highest."""
    values, absent, inputs = values_of(see, (use.of,))
    if absent:
        return absent
    [value] = values
    low, high = (bound.value if bound else None for bound in (use.lowest, use.highest))
    value = max(value, low) if low is not None else value
    return Measured(min(value, high) if high is not None else value, (inputs[0]._replace(name="first"),))


def _now_and_then(see: "ProjectSight | AreaSight", of: str, months_ago: int) -> Measured | tuple[Any, Any, Any]:
    """A measure now and at an earlier month-end, with both as inputs; or the answer where it is absent now."""
    values, absent, inputs = values_of(see, (of,))
    if absent:
        return absent
    then = see.back(months_ago).measure(of).value
    _, inner = see.rules.uses[of]
    before = Input("then", then, REGISTRY[inner.kind].unit_of(inner, see.rules.book))
    return Fraction(values[0]), then, (inputs[0]._replace(name="first"), before)


@measure("change", of="both", unit=difference_unit, use=Change)
def change(see: "ProjectSight | AreaSight", use: Change) -> Measured:
    """Now − then."""
    found = _now_and_then(see, use.of, use.months_ago)
    if isinstance(found, Measured):
        return found
    now, then, inputs = found
    return missing(*inputs) if then is None else Measured(now - then, inputs)


@measure("grown", of="both", unit=Unit.PERCENT, use=Grown)
def grown(see: "ProjectSight | AreaSight", use: Grown) -> Measured:
    """Now ÷ then − 1, in percent."""
    found = _now_and_then(see, use.of, use.months_ago)
    if isinstance(found, Measured):
        return found
    now, then, inputs = found
    return missing(*inputs) if then is None or then <= 0 else Measured(now / then * 100 - 100, inputs)
