"""Funds: paid in against what is required, what is short, what is agreed, what is used."""

from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from ballast.rulebook.grammar.amounts import Share
from ballast.rulebook.grammar.refs import CurveCode
from ballast.rulebook.measures.measured import Input, Lever, Measured, Unit, missing, not_due
from ballast.rulebook.measures.registry import Use, measure
from ballast.rulebook.terms import Basis, FundChannel

if TYPE_CHECKING:
    from ballast.rulebook.sight.project import ProjectSight


class Channels(Use):
    """``channels``: which channels of funds (left out: all together)."""

    channels: tuple[FundChannel, ...] = Field((), description="资金来源；省略为全部 / channels; left out: all")


class Required(Channels):
    """``against``: what is required; ``share``: which share of it."""

    against: Literal["agreed", "schedule", "plan", "plan_by_now", "total", "completed"] = Field(
        "agreed",
        description="要求：约定资金、约定资金×序时、年度计划、年度计划×序时、总投资、已完成投资 / what is required",
    )
    share: Share = Field(Fraction(1), description="要求的比例，如 30% / which share of it")
    curve: CurveCode = ""
    basis: Basis = Basis.DECLARED


class Amount(Channels):
    """``of``: what is paid in, or what is agreed."""

    of: Literal["paid_in", "agreed"] = Field("paid_in", description="到位，或约定（落实） / paid in, or agreed")


class Used(Channels):
    """``basis``: whose progress."""

    basis: Basis = Basis.DECLARED


def _paid(see: "ProjectSight", use: Channels) -> Input:
    return Input("paid", see.funds(tuple(map(str, use.channels))).paid_in, Unit.YUAN, "funding.paid_in", (see.month,))


def _agreed(see: "ProjectSight", use: Channels) -> Input:
    return Input("agreed", see.funds(tuple(map(str, use.channels))).agreed, Unit.YUAN, "funding.agreed", (see.month,))


def _required(see: "ProjectSight", use: Required) -> Input:
    """What is required by now, before the share."""
    share = see.curve(use.curve)[int(see.month[5:]) - 1]
    if use.against in ("agreed", "schedule"):
        base = _agreed(see, use)
    elif use.against in ("plan", "plan_by_now"):
        base = see.plan()
    elif use.against == "total":
        base = Input("total", see.facts.total_investment, Unit.YUAN, "profile.total_investment")
    else:
        base = see.completed(use.basis, "to_date")
    times = use.share * (share if use.against in ("schedule", "plan_by_now") else 1)
    value = base.amount * times if base.amount is not None else None
    return Input("required", value, Unit.YUAN, base.fact, base.key)


@measure("funds_paid", of="project", unit=Unit.PERCENT, use=Required, least=0)
def funds_paid(see: "ProjectSight", use: Required) -> Measured:
    """paid in ÷ required, in percent."""
    paid, required = _paid(see, use), _required(see, use)
    if paid.amount is None or required.number is None:
        return missing(paid, required)
    if not required.number:
        return not_due(paid, required)
    amount = Fraction(required.number)
    return Measured(paid.amount / amount * 100, (paid, required), lever=Lever("paid", 100 / amount))


@measure("funds", of="project", unit=Unit.YUAN, use=Amount, least=0)
def funds(see: "ProjectSight", use: Amount) -> Measured:
    """The amount itself."""
    told = _paid(see, use) if use.of == "paid_in" else _agreed(see, use)
    told = told._replace(name="amount")
    return Measured(told.amount, (told,)) if told.amount is not None else missing(told)


@measure("funds_short", of="project", unit=Unit.YUAN, use=Required)
def funds_short(see: "ProjectSight", use: Required) -> Measured:
    """required − paid in, in 元."""
    paid, required = _paid(see, use), _required(see, use)
    if paid.amount is None or required.number is None:
        return missing(paid, required)
    return Measured(Fraction(required.number) - paid.amount, (paid, required), lever=Lever("paid", -1))


@measure("funds_agreed", of="project", unit=Unit.PERCENT, use=Channels, least=0)
def funds_agreed(see: "ProjectSight", use: Channels) -> Measured:
    """agreed ÷ total, in percent."""
    agreed = _agreed(see, use)
    total = Input("total", see.facts.total_investment, Unit.YUAN, "profile.total_investment")
    if agreed.amount is None or total.amount is None or total.amount <= 0:
        return missing(agreed, total)
    return Measured(
        Fraction(agreed.amount * 100, total.amount), (agreed, total), lever=Lever("agreed", Fraction(100, total.amount))
    )


@measure("funds_used", of="project", unit=Unit.PERCENT, use=Used, least=0)
def funds_used(see: "ProjectSight", use: Used) -> Measured:
    """completed to date ÷ paid in, in percent."""
    done, paid = see.completed(use.basis, "to_date"), _paid(see, use)
    if done.amount is None or paid.amount is None or paid.amount <= 0:
        return missing(done, paid)
    return Measured(
        Fraction(done.amount * 100, paid.amount), (done, paid), lever=Lever("done", Fraction(100, paid.amount))
    )
