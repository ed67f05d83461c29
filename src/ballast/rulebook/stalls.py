"""The three 迟迟: signed and not started, started and not building, built and not at capacity (domain: life cycle).

Clocks count whole months: a clock of three months that starts in April runs out at the end of July, whatever the
day. Where the paper is silent the limit is a default of the book.
"""

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from ballast.kit.words import Word
from ballast.rulebook.terms import LandMode


class Stall(Word):
    """What a project is stuck between."""

    NOT_STARTED = "signed_not_started", "签约不开工", "signed, not started"
    NOT_BUILDING = "started_not_building", "开工不建设", "started, not building"
    NOT_AT_CAPACITY = "built_not_at_capacity", "建成不达产", "built, not at capacity"


class StallClocks(BaseModel):
    """The limits, in whole months; ``capacity_percent`` is the share of every promise that counts as reached."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    existing_land: int = Field(3, ge=1, le=60)
    new_land: int = Field(2, ge=1, le=60)
    factory: int = Field(2, ge=1, le=60)
    equity: int = Field(3, ge=1, le=60)
    other_land: int = Field(3, ge=1, le=60)
    after_permit: int = Field(3, ge=1, le=60)
    without_investment: int = Field(3, ge=1, le=60)
    to_capacity: int = Field(24, ge=1, le=120)
    capacity_percent: int = Field(80, ge=1, le=100)

    def to_start(self, land_mode: str) -> int:
        """Months from signing to the start, by how the ground is got."""
        return self.by_land_mode().get(land_mode, self.other_land)

    def by_land_mode(self) -> dict[str, int]:
        """The limit of every land mode."""
        return {
            LandMode.EXISTING: self.existing_land,
            LandMode.NEW: self.new_land,
            LandMode.FACTORY: self.factory,
            LandMode.EQUITY: self.equity,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a project stands at the end of a month; dates and months as ISO text, None where not reached.

    ``promised`` and ``reached`` are output, tax and jobs.
    """

    signed_on: str | None = None
    permit_on: str | None = None
    planned_start_on: str | None = None
    started_on: str | None = None
    completed_on: str | None = None
    producing_on: str | None = None
    at_capacity_on: str | None = None
    last_invested_month: str | None = None
    land_mode: str = ""
    promised: tuple[int | None, int | None, int | None] = (None, None, None)
    reached: tuple[int | None, int | None, int | None] = (None, None, None)


def month_number(text: str) -> int:
    """Months since the year 0 of a date or month in ISO text."""
    return int(text[:4]) * 12 + int(text[5:7])


def stall(at: Standing, month: str, clocks: StallClocks) -> Stall | None:
    """Whether the project is stuck at the end of ``month``, and where; None where it is not."""
    if at.producing_on:
        return Stall.NOT_AT_CAPACITY if _not_at_capacity(at, month, clocks) else None
    if at.completed_on:
        return None
    if at.started_on:
        alive = max(at.started_on[:7], at.last_invested_month or "")
        idle = month_number(month) - month_number(alive)
        return Stall.NOT_BUILDING if idle >= clocks.without_investment else None
    return Stall.NOT_STARTED if at.signed_on and _not_started(at, month, clocks) else None


def _not_started(at: Standing, month: str, clocks: StallClocks) -> bool:
    """The start is due: by the permit's clock, else by the start agreed, else by the clock from signing."""
    now = month_number(month)
    if at.permit_on and month_number(at.permit_on) + clocks.after_permit <= now:
        return True
    if at.planned_start_on:
        return month_number(at.planned_start_on) <= now
    return month_number(at.signed_on or month) + clocks.to_start(at.land_mode) <= now


def _not_at_capacity(at: Standing, month: str, clocks: StallClocks) -> bool:
    if at.at_capacity_on or month_number(at.producing_on or month) + clocks.to_capacity > month_number(month):
        return False
    promises = [(promised, got) for promised, got in zip(at.promised, at.reached, strict=True) if promised is not None]
    kept = promises and all(
        got is not None and got * 100 >= promised * clocks.capacity_percent for promised, got in promises
    )
    return not kept
