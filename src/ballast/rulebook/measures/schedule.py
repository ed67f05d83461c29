"""Progress against the schedule: points behind, share short, share reached, amount short, share of the plan."""

from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import Field

from ballast.rulebook.grammar.refs import CurveCode
from ballast.rulebook.measures.measured import Input, Lever, Measured, Unit, missing, not_due
from ballast.rulebook.measures.registry import Use, measure
from ballast.rulebook.terms import Basis

if TYPE_CHECKING:
    from ballast.rulebook.sight.area import AreaSight
    from ballast.rulebook.sight.project import ProjectSight


class Schedule(Use):
    """``basis``: whose progress; ``curve``: a curve of the book (left out: the one that fits the project)."""

    basis: Basis = Basis.DECLARED
    curve: CurveCode = Field("", description="指定序时曲线 / a curve by name")


class Scheduled(Use):
    """``curve``: a curve of the book (left out: the one that fits)."""

    curve: CurveCode = Field("", description="指定序时曲线 / a curve by name")


class Standing(NamedTuple):
    """Where progress stands: the plan, what was done, what is due, as facts and as numbers."""

    inputs: tuple[Input, ...]
    plan: int
    done: int
    due: Fraction


def standing(see: "ProjectSight | AreaSight", use: Schedule) -> Standing | Measured:
    """Plan, done and due of a project, or summed over an area's projects; an answer where there is none."""
    return see.once(("standing", use.basis, use.curve), lambda: _standing(see, use))


def _standing(see: "ProjectSight | AreaSight", use: Schedule) -> Standing | Measured:
    told = [(one, one.plan(), one.completed(use.basis)) for one in see.projects]
    if see.kind == "project" and told[0][1].value == 0:
        return not_due(told[0][1])
    known = [(one, amount) for one, plan, _ in told if (amount := plan.amount) is not None and amount > 0]
    done = [amount for _, _, completed in told if (amount := completed.amount) is not None]
    if not known or not done:
        return missing(*told[0][1:] if told else ())
    plan = sum(amount for _, amount in known)
    shares = [one.due_part(use.curve) for one, _ in known]
    due, share, sums = shares[0] * plan, shares[0] * 100, told[0][1:]
    if see.kind == "area":
        due = _due(shares, [amount for _, amount in known])
        sums = Input("plan", plan, Unit.YUAN), Input("done", sum(done), Unit.YUAN)
        share = due / plan * 100
    told_share = Input("share", share, Unit.PERCENT, "curve")
    return Standing((*sums, told_share, Input("due", due, Unit.YUAN)), plan, sum(done), due)


def _due(shares: list[Fraction], plans: list[int]) -> Fraction:
    """What is due of plans; those on one curve are added up before they are multiplied, for speed."""
    alike: dict[int, tuple[Fraction, int]] = {}
    for share, plan in zip(shares, plans, strict=True):
        alike[id(share)] = (share, alike.get(id(share), (share, 0))[1] + plan)
    return sum((share * plan for share, plan in alike.values()), Fraction(0))


@measure("points_behind", of="both", unit=Unit.POINTS, use=Schedule)
def points_behind(see: "ProjectSight | AreaSight", use: Schedule) -> Measured:
    """(due − done) ÷ plan, in points."""
    at = standing(see, use)
    if isinstance(at, Measured):
        return at
    rate = Input("rate", Fraction(at.done * 100, at.plan), Unit.PERCENT)
    due, per = at.due.numerator, at.due.denominator
    behind = Fraction((due - at.done * per) * 100, per * at.plan)
    return Measured(behind, (*at.inputs, rate), lever=Lever("done", Fraction(-100, at.plan)))


@measure("share_short", of="both", unit=Unit.PERCENT, use=Schedule)
def share_short(see: "ProjectSight | AreaSight", use: Schedule) -> Measured:
    """(due − done) ÷ due, in percent."""
    at = standing(see, use)
    if isinstance(at, Measured):
        return at
    if not at.due:
        return not_due(*at.inputs)
    return Measured((at.due - at.done) / at.due * 100, at.inputs, lever=Lever("done", -100 / at.due))


@measure("share_of_schedule", of="both", unit=Unit.PERCENT, use=Schedule)
def share_of_schedule(see: "ProjectSight | AreaSight", use: Schedule) -> Measured:
    """done ÷ due, in percent."""
    at = standing(see, use)
    if isinstance(at, Measured):
        return at
    if not at.due:
        return not_due(*at.inputs)
    return Measured(at.done / at.due * 100, at.inputs, lever=Lever("done", 100 / at.due))


@measure("amount_behind", of="both", unit=Unit.YUAN, use=Schedule)
def amount_behind(see: "ProjectSight | AreaSight", use: Schedule) -> Measured:
    """due − done, in 元."""
    at = standing(see, use)
    if isinstance(at, Measured):
        return at
    return Measured(at.due - at.done, at.inputs, lever=Lever("done", -1))


@measure("plan_done", of="both", unit=Unit.PERCENT, use=Schedule, least=0)
def plan_done(see: "ProjectSight | AreaSight", use: Schedule) -> Measured:
    """done ÷ plan, in percent."""
    at = standing(see, use)
    if isinstance(at, Measured):
        return at
    return Measured(Fraction(at.done * 100, at.plan), at.inputs, lever=Lever("done", Fraction(100, at.plan)))


@measure("scheduled", of="both", unit=Unit.PERCENT, use=Scheduled, least=0)
def scheduled(see: "ProjectSight | AreaSight", use: Scheduled) -> Measured:
    """The share that is due by the end of the month, in percent."""
    return Measured(_due_by_now(see, use.curve) * 100, (Input("month", see.month, Unit.TEXT),))


def _due_by_now(see: Any, curve: str) -> Fraction:
    """A project's share due; of an area that of the city's own schedule, or of the curve named."""
    if see.kind == "project":
        return Fraction(see.due_part(curve))
    book = see.rules.book
    months: tuple[Fraction, ...] = book.curves[curve].months if curve else book.curve
    return months[int(see.month[5:]) - 1]
