"""Measures of measures: ratio, difference, greatest, least; and a number of the card."""

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from ballast.rulebook.grammar.refs import MeasureCode
from ballast.rulebook.measures.measured import Absent, Input, Measured, Unit, missing, not_due
from ballast.rulebook.measures.registry import REGISTRY, Use, measure

if TYPE_CHECKING:
    from ballast.rulebook.sight.area import AreaSight
    from ballast.rulebook.sight.project import ProjectSight


CARD = {
    "total_investment": Unit.YUAN, "annual_plan": Unit.YUAN, "done_by_last_year": Unit.YUAN,
    "land_mu": Unit.NUMBER, "start_year": Unit.NUMBER, "end_year": Unit.NUMBER,
}  # fmt: skip


class Two(Use):
    """``of`` and ``to``: two measures of the book."""

    of: MeasureCode
    to: MeasureCode


class Many(Use):
    """``of``: measures of the book, of one unit."""

    of: tuple[MeasureCode, ...] = Field(min_length=2)


class Number(Use):
    """``field``: a number of the card."""

    field: Literal["total_investment", "annual_plan", "done_by_last_year", "land_mu", "start_year", "end_year"]


def unit_as(use: Any, book: Any) -> Unit:
    """The unit of the first measure it is made of."""
    first = use.of if isinstance(use.of, str) else use.of[0]
    kind, inner = book.uses()[first]
    return Unit(kind.unit_of(inner, book))


def difference_unit(use: Any, book: Any) -> Unit:
    """Percent less percent is points; else the unit they have."""
    unit = unit_as(use, book)
    return Unit.POINTS if unit is Unit.PERCENT else unit


def values_of(
    see: "ProjectSight | AreaSight", codes: tuple[str, ...]
) -> tuple[list[Any], Measured | None, tuple[Input, ...]]:
    """The values of measures, or the answer where one is absent; and each as an input."""
    found = [see.measure(code) for code in codes]
    inputs = tuple(
        Input(code, one.value, REGISTRY[see.rules.uses[code][1].kind].unit_of(see.rules.uses[code][1], see.rules.book))
        for code, one in zip(codes, found, strict=True)
    )
    absent = next((one for one in found if one.value is None), None)
    if absent is not None:
        return [], (not_due if absent.absent is Absent.NOT_DUE else missing)(*absent.inputs), inputs
    return [one.value for one in found], None, inputs


@measure("ratio", of="both", unit=Unit.PERCENT, use=Two)
def ratio(see: "ProjectSight | AreaSight", use: Two) -> Measured:
    """of ÷ to, in percent."""
    values, absent, inputs = values_of(see, (use.of, use.to))
    if absent:
        return absent
    inputs = (inputs[0]._replace(name="first"), inputs[1]._replace(name="second"))
    return Measured(Fraction(values[0]) / values[1] * 100, inputs) if values[1] else not_due(*inputs)


@measure("difference", of="both", unit=difference_unit, use=Two)
def difference(see: "ProjectSight | AreaSight", use: Two) -> Measured:
    """of − to."""
    values, absent, inputs = values_of(see, (use.of, use.to))
    if absent:
        return absent
    return Measured(
        Fraction(values[0]) - values[1], (inputs[0]._replace(name="first"), inputs[1]._replace(name="second"))
    )


@measure("greatest", of="both", unit=unit_as, use=Many)
def greatest(see: "ProjectSight | AreaSight", use: Many) -> Measured:
    """The greatest value."""
    return _extreme(see, use, max)


@measure("least", of="both", unit=unit_as, use=Many)
def least(see: "ProjectSight | AreaSight", use: Many) -> Measured:
    """The least value."""
    return _extreme(see, use, min)


def _extreme(see: "ProjectSight | AreaSight", use: Many, choose: Any) -> Measured:
    values, absent, inputs = values_of(see, use.of)
    if absent:
        return absent
    place = values.index(choose(values))
    kind, inner = see.rules.uses[use.of[place]]
    return Measured(values[place], (Input("which", inner.zh or kind.title.zh, Unit.TEXT), *inputs))


@measure("card", of="project", unit=lambda use, _: CARD[use.field], use=Number)
def card(see: "ProjectSight", use: Number) -> Measured:
    """The number itself."""
    value = see.field(use.field)
    told = Input(use.field, value, CARD[use.field], f"profile.{use.field}")
    return Measured(value, (told,)) if value is not None else missing(told)
