"""What was promised against what came: output, tax and jobs; and what the ground yields."""

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from ballast.rulebook import months
from ballast.rulebook.grammar.refs import EventCode
from ballast.rulebook.measures.facts import Outputs
from ballast.rulebook.measures.measured import Input, Lever, Measured, Unit, missing, not_due
from ballast.rulebook.measures.registry import Use, measure

if TYPE_CHECKING:
    from ballast.rulebook.sight.project import ProjectSight

Made = Literal["output", "tax", "jobs"]
UNITS = {"output": Unit.YUAN, "tax": Unit.YUAN, "jobs": Unit.JOBS}


class Kept(Use):
    """``of``: output, tax, jobs, or the worst of those promised; ``after_months``: asked so long after production."""

    of: Literal["output", "tax", "jobs", "worst"] = "worst"
    after_months: int = Field(
        12, ge=0, le=120, description="投产满几个月后才问 / asked so many months after production"
    )
    event: EventCode = Field("producing", description="从哪个事件算起 / counted from this event")


class Yield(Use):
    """``of``: output, tax or jobs of the last twelve months."""

    of: Made = "output"


class Intensity(Use):
    """``of``: what is divided by the land."""

    of: Literal["total_investment", "completed", "output", "tax", "promised_output", "promised_tax"] = (
        "total_investment"
    )


class Land(Use):
    """No arguments."""


def _newest(see: "ProjectSight") -> tuple[str, Outputs]:
    told = {month: made for month, made in see.facts.outputs.items() if month <= see.month}
    last = max(told, default=see.month)
    return last, told.get(last, Outputs())


def _share(see: "ProjectSight", of: str) -> tuple[Input, Input, Fraction | None]:
    """What came, what was promised, and the share; None where one of them is not known."""
    month, made = _newest(see)
    came = Input("came", getattr(made, of), UNITS[of], f"output.{of}", (month,))
    promised = Input("promised", getattr(see.facts.promise, of), UNITS[of], f"promise.{of}")
    if came.amount is None or promised.amount is None or promised.amount <= 0:
        return came, promised, None
    return came, promised, Fraction(came.amount * 100, promised.amount)


@measure("promise_kept", of="project", unit=Unit.PERCENT, use=Kept, least=0)
def promise_kept(see: "ProjectSight", use: Kept) -> Measured:
    """came ÷ promised, in percent."""
    since = see.reached(use.event)
    if since.day is None or months.full_months(since.day, see.on) < use.after_months:
        return not_due(since)
    asked = [name for name in UNITS if getattr(see.facts.promise, name)] if use.of == "worst" else [use.of]
    if not asked:
        return missing(Input("promised", None, Unit.YUAN, "promise.output"))
    told = [_share(see, name) for name in asked]
    lacking = next((one for one in told if one[2] is None), None)
    if lacking is not None:
        return missing(*lacking[:2])
    came, promised, share = min(told, key=lambda one: one[2] or Fraction(0))
    slope = Fraction(100, promised.amount or 1) if came.unit is Unit.YUAN else 0
    return Measured(share, (came, promised), lever=Lever("came", slope) if slope else None)


@measure("output", of="project", unit=lambda use, _: UNITS[use.of], use=Yield, least=0)
def output(see: "ProjectSight", use: Yield) -> Measured:
    """The amount itself."""
    month, made = _newest(see)
    came = Input("came", getattr(made, use.of), UNITS[use.of], f"output.{use.of}", (month,))
    return Measured(came.amount, (came,)) if came.amount is not None else missing(came)


@measure("intensity", of="project", unit=Unit.YUAN_PER_MU, use=Intensity, least=0)
def intensity(see: "ProjectSight", use: Intensity) -> Measured:
    """amount ÷ land, in 元 per mu."""
    amount = _amount(see, use.of)
    land = Input("land", see.field("land_mu"), Unit.NUMBER, "profile.land_mu")
    if amount.amount is None or not land.number:
        return missing(amount, land)
    per = Fraction(1) / land.number
    return Measured(amount.amount * per, (amount, land), lever=Lever("amount", per))


def _amount(see: "ProjectSight", of: str) -> Input:
    if of == "completed":
        return see.completed("declared", "to_date")._replace(name="amount")
    if of == "total_investment":
        return Input("amount", see.facts.total_investment, Unit.YUAN, "profile.total_investment")
    if of.startswith("promised_"):
        name = of.removeprefix("promised_")
        return Input("amount", getattr(see.facts.promise, name), Unit.YUAN, f"promise.{name}")
    month, made = _newest(see)
    value: Any = getattr(made, of)
    return Input("amount", value, Unit.YUAN, f"output.{of}", (month,))


@measure("land_developed", of="project", unit=Unit.PERCENT, use=Land, least=0)
def land_developed(see: "ProjectSight", use: Land) -> Measured:
    """developed ÷ land, in percent."""
    land = Input("land", see.facts.land_mu, Unit.NUMBER, "profile.land_mu")
    developed = Input("developed", see.facts.developed_mu, Unit.NUMBER, "profile.developed_mu")
    if not land.amount or developed.amount is None:
        return missing(developed, land)
    return Measured(Fraction(developed.amount * 100, land.amount), (developed, land))
