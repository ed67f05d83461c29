"""Months in which nothing came: no investment, no dated photo, no report."""

from typing import TYPE_CHECKING

from pydantic import Field

from ballast.rulebook import months
from ballast.rulebook.grammar.refs import EventCode
from ballast.rulebook.measures.measured import Input, Measured, Unit, not_due
from ballast.rulebook.measures.registry import Use, measure
from ballast.rulebook.terms import Basis

if TYPE_CHECKING:
    from ballast.rulebook.sight.project import ProjectSight


class Silent(Use):
    """``since``: the event it runs from; ``until``: the event that ends it."""

    since: EventCode = "started"
    until: EventCode = "completed"


class WithoutMoney(Silent):
    """``only_told``: count only months reported as nothing; else a month not reported counts as one without."""

    basis: Basis = Basis.DECLARED
    only_told: bool = Field(
        False, description="只计明确报零的月份；否则未报的月份也算 / only months told to be nothing"
    )


def _silent(see: "ProjectSight", use: Silent, last: Input) -> Measured:
    """Months since the last sign of life, or since the event where there was none."""
    since, until = see.reached(use.since), see.reached(use.until)
    if since.day is None:
        return not_due(since)
    inputs = (since._replace(name="since"), last, Input("month", see.month, Unit.TEXT))
    if until.day is not None:
        return Measured(0, inputs, says="done")
    alive = max(months.of(since.day), str(last.value or ""))
    return Measured(max(0, months.number(see.month) - months.number(alive)), inputs)


@measure("without_investment", of="project", unit=Unit.MONTHS, use=WithoutMoney, least=0)
def without_investment(see: "ProjectSight", use: WithoutMoney) -> Measured:
    """By the months' numbers; with ``only_told`` by the months told to be nothing, up to this one."""
    last = Input("last", see.last_invested(use.basis), Unit.TEXT, "progress.month_completed", (see.month, use.basis))
    found = _silent(see, use, last)
    if not use.only_told or not found.value:
        return found
    told = 0
    while told < int(found.value) and see.in_month(use.basis, months.before(see.month, told)) == 0:
        told += 1
    return found._replace(value=told)


@measure("without_photo", of="project", unit=Unit.MONTHS, use=Silent, least=0)
def without_photo(see: "ProjectSight", use: Silent) -> Measured:
    """By the months' numbers."""
    last = max((month for month in see.facts.photos if month <= see.month), default=None)
    return _silent(see, use, Input("last", last, Unit.TEXT, "evidence.month", (last or see.month,)))


@measure("without_report", of="project", unit=Unit.MONTHS, use=Silent, least=0)
def without_report(see: "ProjectSight", use: Silent) -> Measured:
    """By the months' numbers; any amount told on the declared basis is a report."""
    told = see.facts.progress.get(Basis.DECLARED, {})
    last = max((month for month in told if month <= see.month), default=None)
    return _silent(see, use, Input("last", last, Unit.TEXT, "progress.month", (last or see.month, Basis.DECLARED)))
