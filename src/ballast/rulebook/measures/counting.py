"""Areas by their projects and among their peers, projects among projects: counts, shares, sums, places; tables."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from ballast.rulebook.grammar.conditions import Conditions
from ballast.rulebook.grammar.refs import MeasureCode, TourCode
from ballast.rulebook.measures.arithmetic import unit_as
from ballast.rulebook.measures.measured import Input, Measured, Unit, missing, not_due
from ballast.rulebook.measures.registry import REGISTRY, Use, measure

if TYPE_CHECKING:
    from ballast.rulebook.sight.area import AreaSight
    from ballast.rulebook.sight.project import ProjectSight


class Counted(Use):
    """``among``: which of the area's projects (left out: all); ``when``: those that are counted."""

    among: Conditions = Field((), description="在哪些项目中 / among which projects")
    when: Conditions = Field((), description="数哪些 / which are counted")


class Summed(Use):
    """``of``: a measure of projects; ``among``: of which projects."""

    of: MeasureCode
    among: Conditions = ()


class Placed(Use):
    """``by``: a measure of areas, or of projects; ``best``: which is best; ``end``: counted from which end.

    Those of equal value share the place nearest the end counted from; those without a value have no place.
    """

    by: MeasureCode
    best: Literal["highest", "lowest"] = Field("highest", description="高者为优，或低者为优 / which is best")
    end: Literal["top", "bottom"] = Field(
        "top", description="从前数，或从后数（1 为最末） / counted from the top or the bottom"
    )
    within: Literal["", "county", "area_class", "lead_industry", "responsible", "size_band", "nature"] = Field(
        "",
        description="只与这一栏相同的排，如同县、同类、同行业 / only with those that say the same there",
    )
    among: Conditions = Field(
        (),
        description="在哪些之中排；省略为同一种类的地区（县与县），项目为全部项目 / among which; left out: of its kind",
    )


class Toured(Use):
    """``tour``: which tour of the book."""

    tour: TourCode = Field(description="哪种观摩 / which tour")

    @property
    def told_as(self) -> str:
        """The figure that holds it."""
        return f"tour.{self.tour}"


class Table(Use):
    """No arguments."""


def among(see: "AreaSight", conditions: Any) -> "Iterator[ProjectSight]":
    """The area's projects that meet conditions; of none, all of them."""
    return (project for project in see.projects if _holds(project, conditions))


def _holds(project: "ProjectSight", conditions: Any) -> bool:
    """Whether a project meets conditions, asked once: areas are looked at again without each of their projects."""
    return not conditions or project.once(id(conditions), lambda: project.rules.test(conditions)(project)) is True


def _counted(see: "AreaSight", use: Counted) -> tuple[Input, Input]:
    inside = list(among(see, use.among))
    count = sum(_holds(project, use.when) for project in inside)
    return Input("count", count, Unit.COUNT, "projects"), Input("all", len(inside), Unit.COUNT, "projects")


@measure("count_projects", of="area", unit=Unit.COUNT, use=Counted, least=0)
def count_projects(see: "AreaSight", use: Counted) -> Measured:
    """How many."""
    count, everything = _counted(see, use)
    return Measured(count.number, (count, everything))


@measure("share_projects", of="area", unit=Unit.PERCENT, use=Counted, least=0)
def share_projects(see: "AreaSight", use: Counted) -> Measured:
    """count ÷ all, in percent."""
    count, everything = _counted(see, use)
    if not everything.value:
        return not_due(everything)
    return Measured(Fraction((count.amount or 0) * 100, everything.amount or 1), (count, everything))


@measure("sum_projects", of="area", unit=unit_as, use=Summed)
def sum_projects(see: "AreaSight", use: Summed) -> Measured:
    """The sum of what is known."""
    told = [value for one in among(see, use.among) if (value := one.measure(use.of).value) is not None]
    count = Input("count", len(told), Unit.COUNT, "projects")
    return Measured(sum(told), (count,)) if told else missing(count)


def _alike(see: "AreaSight", peer: "AreaSight", use: Placed, test: Any) -> bool:
    """Whether a peer is placed with the area: as the book says, else where both are of one kind."""
    return test(peer) is True if use.among else peer.facts.kind == see.facts.kind


@measure("place", of="both", unit=Unit.PLACE, use=Placed, least=1)
def place(see: "ProjectSight | AreaSight", use: Placed) -> Measured:
    """One more than those strictly nearer the end counted from."""
    test = see.rules.test(use.among)
    own = see.measure(use.by)
    if test(see) is not True:
        return not_due()
    if own.value is None:
        return own
    return _of_projects(see, use, own) if see.kind == "project" else _of_areas(see, use, own, test)  # type: ignore[arg-type]


def _of_projects(see: "ProjectSight", use: Placed, own: Measured) -> Measured:
    """Among all projects of the city; those of equal value are counted, not named."""
    own_group = see.field(use.within) if use.within else None
    values = see.rules.field_of(see, use.by, use.among, use.within).get(own_group, [])
    first, last = bisect_left(values, own.value), bisect_right(values, own.value)
    nearer = len(values) - last if _upward(use) else first
    tie = f"另 {last - first - 1} 个项目" if last - first > 1 else ""
    return _placed(see, use, own, nearer=nearer, count=len(values), tie=tie)


def _of_areas(see: "AreaSight", use: Placed, own: Measured, test: Any) -> Measured:
    """Among the areas of its kind, or those the book names."""
    group = see.field(use.within) if use.within else None
    others = [
        peer for peer in see.peers
        if peer.facts.code != see.facts.code and _alike(see, peer, use, test)
        and (not use.within or peer.field(use.within) == group)
    ]  # fmt: skip
    values = [(peer.facts.name, value) for peer in others if (value := peer.measure(use.by).value) is not None]
    mine = Fraction(own.value or 0)
    nearer = sum(value > mine if _upward(use) else value < mine for _, value in values)
    tie = "、".join(name for name, value in values if value == own.value)
    return _placed(see, use, own, nearer=nearer, count=len(values) + 1, tie=tie)


def _upward(use: Placed) -> bool:
    """Whether greater values are nearer the end counted from."""
    return (use.best == "highest") == (use.end == "top")


def _placed(
    see: "ProjectSight | AreaSight", use: Placed, own: Measured, *, nearer: int, count: int, tie: str
) -> Measured:
    kind, inner = see.rules.uses[use.by]
    by = Input("by", own.value, REGISTRY[inner.kind].unit_of(inner, see.rules.book))
    inputs = (by, Input("count", count, Unit.COUNT), Input("tie", tie, Unit.TEXT))
    return Measured(nearer + 1, inputs, says="tie" if tie else "")


@measure("place_share", of="both", unit=Unit.PERCENT, use=Placed, least=0)
def place_share(see: "ProjectSight | AreaSight", use: Placed) -> Measured:
    """place ÷ how many have one, in percent."""
    found = place(see, use)
    if found.value is None:
        return found
    count = next(one.amount or 1 for one in found.inputs if one.name == "count")
    own = Input("place", found.value, Unit.PLACE)
    return Measured(Fraction(found.value) / count * 100, (own, *found.inputs), says=found.says)


@measure("tables_late", of="area", unit=Unit.DAYS, use=Table, least=0)
def tables_late(see: "AreaSight", use: Table) -> Measured:
    """As told."""
    value = see.facts.late_days.get(see.month)
    told = Input("late", value, Unit.DAYS, "submission.late_days", (see.month,))
    return Measured(value, (told,)) if value is not None else missing(told)


@measure("tables_missing", of="area", unit=Unit.COUNT, use=Table, least=0)
def tables_missing(see: "AreaSight", use: Table) -> Measured:
    """As told."""
    value = see.facts.unreported.get(see.month)
    told = Input("missing", value, Unit.COUNT, "submission.missing", (see.month,))
    return Measured(value, (told,)) if value is not None else missing(told)


@measure("tour_points", of="area", unit=Unit.NUMBER, use=Toured, least=0)
def tour_points(see: "AreaSight", use: Toured) -> Measured:
    """As the newest tour gave them."""
    told = see.facts.figures.get(use.told_as, {})
    last = max((month for month in told if month <= see.month), default=see.month)
    points = Input("points", told.get(last), Unit.NUMBER, "tour", (use.tour, last))
    return Measured(points.number, (points,)) if points.number is not None else missing(points)
