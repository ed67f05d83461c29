"""A measure over several: the mean of an area's projects, and the mean, sum or extreme over months or over areas."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from statistics import median
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, model_validator

from ballast.rulebook.grammar.conditions import Conditions
from ballast.rulebook.grammar.refs import MeasureCode, SheetCode
from ballast.rulebook.measures.arithmetic import unit_as
from ballast.rulebook.measures.counting import among
from ballast.rulebook.measures.measured import Input, Measured, Unit, missing, not_due
from ballast.rulebook.measures.registry import Use, measure

if TYPE_CHECKING:
    from ballast.rulebook.sight.area import AreaSight
    from ballast.rulebook.sight.project import ProjectSight

Take = Literal["mean", "total", "highest", "lowest", "median"]
TAKEN: dict[str, Callable[[Sequence[Any]], Any]] = {
    "mean": lambda told: Fraction(sum(told)) / len(told), "total": sum, "highest": max, "lowest": min,
    "median": lambda told: median(map(Fraction, told)),
}  # fmt: skip
TAKE = "平均、合计、最高、最低、中位 / mean, sum, highest, lowest, median"


class Averaged(Use):
    """``of``: a measure of projects; ``weight``: what each counts for; ``among``: of which projects."""

    of: MeasureCode
    weight: MeasureCode = Field(
        "", description="按哪个量加权，如总投资、系数；省略为简单平均 / weighted by this measure"
    )
    among: Conditions = ()


class OverAreas(Use):
    """``of``: a measure of areas; ``take``: what is made of their values; ``among``: of which areas."""

    of: MeasureCode
    take: Take = Field("mean", description=TAKE)
    among: Conditions = Field(
        (), description="在哪些地区中；省略为同一种类（县与县） / among which; left out: of its kind"
    )


class Months(Use):
    """Either so many months up to this one, or all of this year."""

    take: Take = Field("mean", description=TAKE)
    within_months: int | None = Field(
        None, ge=1, le=36, description="最近几个月，含本月 / so many months, this one too"
    )
    this_year: bool = Field(False, description="本年 1 月至本月 / January to this month")

    @model_validator(mode="after")
    def _one_window(self) -> "Months":
        if (self.within_months is None) == (not self.this_year):
            raise ValueError("应写 within_months 或 this_year = true 之一 / either within_months or this_year")
        return self

    def count(self, month: str) -> int:
        """How many months up to ``month`` are looked at."""
        return self.within_months or int(month[5:])


class OverMonths(Months):
    """``of``: a measure, as it stood at each month-end."""

    of: MeasureCode


class SheetPoints(Months):
    """``sheet``: a score sheet of the book, whose points of several months are put together."""

    sheet: SheetCode = Field(description="哪张评分表 / which sheet")

    @property
    def told_as(self) -> str:
        """The figure that holds it."""
        return f"sheet.{self.sheet}"


@measure("mean_projects", of="area", unit=unit_as, use=Averaged)
def mean_projects(see: "AreaSight", use: Averaged) -> Measured:
    """Σ weight × value ÷ Σ weight of the projects that have both."""
    told = [(one.measure(use.of).value, _weight(one, use)) for one in among(see, use.among)]
    known = [(value, weight) for value, weight in told if value is not None and weight is not None]
    count, whole = Input("all", len(known), Unit.COUNT, "projects"), sum(weight for _, weight in known)
    if not told:
        return not_due(count)
    if not whole:
        return missing(count)
    return Measured(sum(Fraction(value) * weight for value, weight in known) / whole, (count,))


def _weight(project: "ProjectSight", use: Averaged) -> Any:
    return project.measure(use.weight).value if use.weight else 1


@measure("over_areas", of="area", unit=unit_as, use=OverAreas)
def over_areas(see: "AreaSight", use: OverAreas) -> Measured:
    """Of all that have a value, itself with them."""
    test = see.rules.test(use.among)
    alike = [
        peer for peer in see.peers
        if (test(peer) is True if use.among else peer.facts.kind == see.facts.kind)
    ]  # fmt: skip
    told = [value for one in alike if (value := (see if _same(see, one) else one).measure(use.of).value) is not None]
    count = Input("count", len(told), Unit.COUNT)
    return Measured(TAKEN[use.take](told), (count,)) if told else missing(count)


def _same(see: "AreaSight", peer: "AreaSight") -> bool:
    return peer.facts.code == see.facts.code


@measure("over_months", of="both", unit=unit_as, use=OverMonths)
def over_months(see: "ProjectSight | AreaSight", use: OverMonths) -> Measured:
    """Of the months whose value is known, this one with them."""
    now = see.measure(use.of)
    if now.value is None:
        return now
    told = [see.back(back).measure(use.of).value for back in range(use.count(see.month))]
    return _taken([value for value in told if value is not None], use)


@measure("sheet_points", of="area", unit=Unit.NUMBER, use=SheetPoints)
def sheet_points(see: "AreaSight", use: SheetPoints) -> Measured:
    """As the rankings of these months were published."""
    points = see.facts.figures.get(use.told_as, {})
    told = [points.get(see.back(back).month) for back in range(use.count(see.month))]
    return _taken([value for value in told if value is not None], use)


def _taken(told: list[Any], use: Months) -> Measured:
    count = Input("count", len(told), Unit.MONTHS, "ranking" if isinstance(use, SheetPoints) else "")
    return Measured(TAKEN[use.take](told), (count,)) if told else missing(count._replace(value=None))
