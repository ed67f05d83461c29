"""Measures that choose a number: by the stretch another measure lies in (graded), or by the first case that holds."""

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from pydantic import Field, model_validator

from ballast.rulebook.grammar.amounts import Share
from ballast.rulebook.grammar.conditions import Bounds, Conditions
from ballast.rulebook.grammar.page import Page
from ballast.rulebook.grammar.refs import MeasureCode
from ballast.rulebook.measures.arithmetic import values_of
from ballast.rulebook.measures.measured import Absent, Input, Measured, Unit, missing, not_due
from ballast.rulebook.measures.registry import Use, measure
from ballast.rulebook.sight.truths import within

if TYPE_CHECKING:
    from ballast.rulebook.sight.area import AreaSight
    from ballast.rulebook.sight.project import ProjectSight

GIVES = "计多少：分数、个数、系数，如 5、1.5、120% / the number it counts as"


class Grade(Bounds):
    """A stretch of the measure and the number it counts as."""

    gives: Share = Field(description=GIVES)


class Graded(Use):
    """``of``: a measure; ``grades``: stretches of it without gap or overlap, and what each counts as."""

    of: MeasureCode
    grades: tuple[Grade, ...] = Field(
        min_length=1, description="分档；须首尾相接、不重不漏 / stretches without gap or overlap"
    )
    otherwise: Share | None = Field(None, description="不在任何一档时计多少 / in none of them")


class OneCase(Page):
    """Conditions that must all hold, and what then counts: a number, or another measure."""

    when: Conditions = Field(min_length=1, description="条件；逐条都须满足 / conditions, all must hold")
    gives: Share | None = Field(None, description=GIVES)
    takes: MeasureCode = Field("", description="计哪个量，与 gives 二者取一 / the measure it counts as, or gives")

    @model_validator(mode="after")
    def _one_of_both(self) -> "OneCase":
        if (self.gives is None) == (not self.takes):
            raise ValueError("应写 gives（数）或 takes（量）之一 / either gives (a number) or takes (a measure)")
        return self


class ByCase(Use):
    """``cases``: tried from the top, the first that holds decides; ``otherwise``: what counts where none holds."""

    cases: tuple[OneCase, ...] = Field(
        min_length=1, description="各种情形；自上而下，先成立者为准 / tried from the top, the first that holds"
    )
    otherwise: Share | None = Field(
        None, description="都不成立时计多少；省略为不计 / where none holds; left out: not asked"
    )


def case_unit(use: Any, book: Any) -> Unit:
    """A number where some case gives one, else the unit of the measures it takes."""
    taken = [one.takes for one in use.cases if one.takes]
    if use.otherwise or len(taken) < len(use.cases):
        return Unit.NUMBER
    kind, inner = book.uses()[taken[0]]
    return Unit(kind.unit_of(inner, book))


@measure("graded", of="both", unit=Unit.NUMBER, use=Graded)
def graded(see: "ProjectSight | AreaSight", use: Graded) -> Measured:
    """What the stretch gives in which the value lies."""
    values, absent, inputs = values_of(see, (use.of,))
    if absent:
        return absent
    first = inputs[0]._replace(name="first")
    given = next((one.gives for one in use.grades if within(one)(values[0])), use.otherwise)
    return Measured(given, (first,)) if given is not None else not_due(first)


@measure("by_case", of="both", unit=case_unit, use=ByCase)
def by_case(see: "ProjectSight | AreaSight", use: ByCase) -> Measured:
    """What the first case that holds gives or takes; a case that cannot be told for want of a fact stops the search."""
    for place, one in enumerate(use.cases, start=1):
        truth = see.rules.test(one.when)(see)
        if truth is Absent.MISSING:
            return missing()
        if truth is True:
            return _counted(see, one, Input("which", place, Unit.NUMBER))
    if use.otherwise is None:
        return not_due()
    return Measured(use.otherwise, says="otherwise")


def _counted(see: "ProjectSight | AreaSight", one: OneCase, which: Input) -> Measured:
    if one.gives is not None:
        return Measured(Fraction(one.gives), (which,))
    found = see.measure(one.takes)
    return found if found.value is None else Measured(found.value, (which,))
