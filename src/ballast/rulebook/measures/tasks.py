"""Tasks of a period and amounts completed: month, quarter, half-year, year, since the start."""

from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from ballast.rulebook.grammar.refs import CurveCode
from ballast.rulebook.measures.measured import Input, Lever, Measured, Unit, missing, not_due
from ballast.rulebook.measures.registry import Use, measure
from ballast.rulebook.terms import Basis

if TYPE_CHECKING:
    from ballast.rulebook.sight.project import ProjectSight

LENGTH = {"month": 1, "quarter": 3, "half": 6, "year": 12}
Period = Literal["month", "quarter", "half", "year"]


class OfTask(Use):
    """``period``: whose task; ``task``: where it comes from; ``through``: the whole period or up to this month."""

    period: Period = Field("month", description="月、季、半年、年 / the period")
    task: Literal["curve", "target"] = Field(
        "curve", description="由年计划按序时分解，或取下达的月任务 / by curve, or as set"
    )
    through: Literal["now", "end"] = Field(
        "now", description="任务算到本月，或算整个期间 / up to this month, or the whole"
    )
    curve: CurveCode = ""


class Task(OfTask):
    """``basis``: whose progress is held against it."""

    basis: Basis = Basis.DECLARED


class Completed(Use):
    """``period``: which months are added up; to_date is since the start."""

    period: Literal["month", "quarter", "half", "year", "to_date"] = "month"
    basis: Basis = Basis.DECLARED


class OfTotal(Use):
    """``basis``: whose progress."""

    basis: Basis = Basis.DECLARED


def period_of(month: str, period: str) -> tuple[int, int]:
    """The first and the last month of the period a month lies in, as numbers 1..12."""
    length, number = LENGTH[period], int(month[5:])
    first = (number - 1) // length * length + 1
    return first, first + length - 1


def added(see: "ProjectSight", basis: str, first: int) -> Input:
    """What the months of this year from ``first`` on brought; None where none was told."""
    span = [f"{see.month[:4]}-{number:02d}" for number in range(first, int(see.month[5:]) + 1)]
    told = [amount for month in span if (amount := see.in_month(basis, month)) is not None]
    return Input("done", sum(told) if told else None, Unit.YUAN, "progress.month_completed", (see.month, basis))


@measure("task_done", of="project", unit=Unit.PERCENT, use=Task, least=0)
def task_done(see: "ProjectSight", use: Task) -> Measured:
    """done ÷ task, in percent."""
    done, task = added(see, use.basis, period_of(see.month, use.period)[0]), _task(see, use)
    if done.amount is None or task.number is None:
        return missing(done, task)
    if not task.number:
        return not_due(done, task)
    amount = Fraction(task.number)
    return Measured(done.amount / amount * 100, (done, task), lever=Lever("done", 100 / amount))


@measure("task", of="project", unit=Unit.YUAN, use=OfTask, least=0)
def task(see: "ProjectSight", use: OfTask) -> Measured:
    """The task itself."""
    set_ = _task(see, use)
    return Measured(set_.number, (set_,)) if set_.number is not None else missing(set_)


def _task(see: "ProjectSight", use: OfTask) -> Input:
    first, last = period_of(see.month, use.period)
    last = int(see.month[5:]) if use.through == "now" else last
    year = see.month[:4]
    if use.task == "target":
        span = [f"{year}-{number:02d}" for number in range(first, last + 1)]
        told = [amount for month in span if (amount := see.facts.targets.get(month)) is not None]
        return Input("task", sum(told) if told else None, Unit.YUAN, "target.amount", (see.month,))
    plan = see.plan()
    if plan.amount is None:
        return Input("task", None, Unit.YUAN, plan.fact, plan.key)
    curve = see.curve(use.curve)
    share = curve[last - 1] - (curve[first - 2] if first > 1 else 0)
    return Input("task", plan.amount * share, Unit.YUAN, plan.fact, plan.key)


@measure("completed", of="project", unit=Unit.YUAN, use=Completed, least=0)
def completed(see: "ProjectSight", use: Completed) -> Measured:
    """The amount itself."""
    if use.period in ("year", "to_date"):
        done = see.completed(use.basis, "year_to_date" if use.period == "year" else "to_date")
    else:
        done = added(see, use.basis, period_of(see.month, use.period)[0])
    return Measured(done.amount, (done,), lever=Lever("done", 1)) if done.amount is not None else missing(done)


@measure("total_done", of="project", unit=Unit.PERCENT, use=OfTotal, least=0)
def total_done(see: "ProjectSight", use: OfTotal) -> Measured:
    """to date ÷ total, in percent."""
    done = see.completed(use.basis, "to_date")
    total = Input("total", see.facts.total_investment, Unit.YUAN, "profile.total_investment")
    if done.amount is None or total.amount is None or total.amount <= 0:
        return missing(done, total)
    return Measured(
        Fraction(done.amount * 100, total.amount), (done, total), lever=Lever("done", Fraction(100, total.amount))
    )
