"""Streaks and repetitions: of conditions, of lights, of events, month by month."""

from typing import TYPE_CHECKING

from pydantic import Field, model_validator

from ballast.rulebook.grammar.conditions import Conditions
from ballast.rulebook.grammar.refs import EventCode, LightCode, Outcome
from ballast.rulebook.measures.measured import Absent, Input, Measured, Unit
from ballast.rulebook.measures.registry import Use, measure

if TYPE_CHECKING:
    from ballast.rulebook.sight.area import AreaSight
    from ballast.rulebook.sight.project import ProjectSight

LONGEST = 24


class Held(Use):
    """``when``: the conditions; ``longest``: how many months are looked back at most."""

    when: Conditions = Field(min_length=1)
    longest: int = Field(LONGEST, ge=1, le=60, description="最多回看几个月 / how far back it looks")


class Window(Use):
    """``within_months`` or ``this_year``: over which months."""

    within_months: int | None = Field(None, ge=1, le=60)
    this_year: bool = False

    @model_validator(mode="after")
    def _one_window(self) -> "Window":
        if bool(self.within_months) == self.this_year:
            raise ValueError("应写 within_months 或 this_year = true 之一 / either within_months or this_year")
        return self

    def months(self, month: str) -> int:
        """How many months, this one with them."""
        return self.within_months or int(month[5:])


class Times(Window):
    """``when``: the conditions."""

    when: Conditions = Field(min_length=1)


class Lit(Use):
    """``light``: which light; ``colours``: which of its outcomes count."""

    light: LightCode
    colours: tuple[Outcome, ...] = Field(min_length=1)
    longest: int = Field(LONGEST, ge=1, le=60)


class TimesLit(Window):
    """``light``: which light; ``colours``: which of its outcomes count."""

    light: LightCode
    colours: tuple[Outcome, ...] = Field(min_length=1)


class Aspects(Use):
    """``lights``: which lights (left out: all of the subject); ``colours``: which outcomes count."""

    lights: tuple[LightCode, ...] = Field(min_length=1)
    colours: tuple[Outcome, ...] = Field(min_length=1)


class Events(Use):
    """``events``: which events."""

    events: tuple[EventCode, ...] = Field(min_length=1)


def _out(see: "ProjectSight | AreaSight", light: str) -> str:
    judged = see.light(light)
    return judged.colour or str(judged.state)


@measure("months_held", of="both", unit=Unit.MONTHS, use=Held, least=0)
def months_held(see: "ProjectSight | AreaSight", use: Held) -> Measured:
    """Counted back from this month."""
    test = see.rules.test(use.when)
    now = test(see)
    if isinstance(now, Absent):
        return Measured(None, absent=now)
    count = 0
    while count < use.longest and test(see.back(count)) is True:
        count += 1
    return Measured(count, (Input("month", see.month, Unit.TEXT),))


@measure("times_held", of="both", unit=Unit.TIMES, use=Times, least=0)
def times_held(see: "ProjectSight | AreaSight", use: Times) -> Measured:
    """Counted over the window."""
    test = see.rules.test(use.when)
    count = sum(test(see.back(back)) is True for back in range(use.months(see.month)))
    return Measured(count, (Input("month", see.month, Unit.TEXT),))


@measure("months_lit", of="both", unit=Unit.MONTHS, use=Lit, least=0)
def months_lit(see: "ProjectSight | AreaSight", use: Lit) -> Measured:
    """Counted back from this month."""
    count = 0
    while count < use.longest and _out(see.back(count), use.light) in use.colours:
        count += 1
    return Measured(count, (Input("month", see.month, Unit.TEXT),))


@measure("times_lit", of="both", unit=Unit.TIMES, use=TimesLit, least=0)
def times_lit(see: "ProjectSight | AreaSight", use: TimesLit) -> Measured:
    """Counted over the window."""
    count = sum(_out(see.back(back), use.light) in use.colours for back in range(use.months(see.month)))
    return Measured(count, (Input("month", see.month, Unit.TEXT),))


@measure("lights_lit", of="both", unit=Unit.COUNT, use=Aspects, least=0)
def lights_lit(see: "ProjectSight | AreaSight", use: Aspects) -> Measured:
    """Counted over the aspects."""
    lit = [see.rules.book.lights[light].zh for light in use.lights if _out(see, light) in use.colours]
    return Measured(len(lit), (Input("which", "、".join(lit) or "—", Unit.TEXT),))


@measure("events_reached", of="project", unit=Unit.COUNT, use=Events, least=0)
def events_reached(see: "ProjectSight", use: Events) -> Measured:
    """Counted over the events."""
    told = [see.reached(event) for event in use.events]
    reached = [one for one in told if one.value is not None]
    names = "、".join(see.rules.book.event_name(one.name).zh for one in reached)
    return Measured(len(reached), (Input("which", names or "—", Unit.TEXT), *reached))
