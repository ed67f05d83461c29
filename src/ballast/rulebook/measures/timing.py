"""Time against plans and events: past the planned date, late, waiting, taken, left, in a stage."""

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from pydantic import Field, field_validator

from ballast.rulebook.grammar.moments import Moment, moment
from ballast.rulebook.grammar.refs import EventCode
from ballast.rulebook.measures.elapsed import Timed, elapsed, unit_of
from ballast.rulebook.measures.facts import Number
from ballast.rulebook.measures.measured import Input, Lever, Measured, Unit, missing, not_due
from ballast.rulebook.measures.registry import Use, measure
from ballast.rulebook.stages import ENTRY, Stage

if TYPE_CHECKING:
    from ballast.rulebook.sight.project import ProjectSight


class OfEvent(Timed):
    """``event``: which event; ``unit`` and ``count``: how time is counted."""

    event: EventCode = "started"


class Between(Timed):
    """``after``: the event time runs from (with ``date = "planned"`` its planned date); ``until``: what ends it."""

    after: Moment
    until: EventCode

    @field_validator("after", mode="before")
    @classmethod
    def _moment(cls, value: Any) -> Any:
        return moment(value)


class Gone(Use):
    """``after`` and ``until``: two events, each by its planned or actual date."""

    after: Moment = Field(Moment(event="started", date="planned"), description="起点；省略为计划开工 / from")
    until: Moment = Field(Moment(event="completed", date="planned"), description="终点；省略为计划竣工 / until")

    @field_validator("after", "until", mode="before")
    @classmethod
    def _moment(cls, value: Any) -> Any:
        return moment(value)


class Left(Timed):
    """``event``: whose planned date is awaited."""

    event: EventCode


class InStage(Timed):
    """``stage``: only in this stage (left out: in whatever stage it is)."""

    stage: Stage | None = Field(None, description="只在该阶段计 / only in this stage")


def _count(see: "ProjectSight", first: date, last: date, use: Timed) -> Number:
    return elapsed(first, last, use, see.rules.workday)


def _today(see: "ProjectSight") -> Input:
    return Input("today", see.on, Unit.DATE)


@measure("overdue", of="project", unit=unit_of, use=OfEvent, least=0)
def overdue(see: "ProjectSight", use: OfEvent) -> Measured:
    """From the planned date to the day, while the event has not come."""
    planned, actual = see.planned(use.event), see.reached(use.event)
    if actual.day is not None:
        return Measured(0, (planned._replace(name="planned"), actual._replace(name="actual")), says="done")
    if planned.day is None:
        return missing(planned)
    inputs = (planned._replace(name="planned"), _today(see))
    if see.on < planned.day:
        return Measured(0, inputs, says="early")
    return Measured(_count(see, planned.day, see.on, use), inputs, lever=Lever(event=use.event))


@measure("late", of="project", unit=unit_of, use=OfEvent)
def late(see: "ProjectSight", use: OfEvent) -> Measured:
    """From the planned to the actual date, or to the day."""
    planned, actual = see.planned(use.event), see.reached(use.event)
    if planned.day is None:
        return missing(planned)
    end = actual.day or see.on
    inputs = (planned._replace(name="planned"), actual._replace(name="actual"), Input("end", end, Unit.DATE))
    if actual.day is None and see.on < planned.day:
        return not_due(*inputs)
    return Measured(_count(see, planned.day, end, use), inputs)


@measure("waiting", of="project", unit=unit_of, use=Between, least=0)
def waiting(see: "ProjectSight", use: Between) -> Measured:
    """From the first event to the day, while the second has not come."""
    after, until = see.moment(use.after.event, use.after.date), see.reached(use.until)
    if until.day is not None:
        return Measured(0, (after._replace(name="after"), until._replace(name="until")), says="done")
    if after.day is None or after.day > see.on:
        return not_due(after)
    inputs = (after._replace(name="after"), _today(see))
    return Measured(_count(see, after.day, see.on, use), inputs, lever=Lever(event=use.until))


@measure("took", of="project", unit=unit_of, use=Between)
def took(see: "ProjectSight", use: Between) -> Measured:
    """From the first event to the second."""
    after, until = see.moment(use.after.event, use.after.date), see.reached(use.until)
    if after.day is None or until.day is None:
        return not_due(after, until)
    inputs = (after._replace(name="after"), until._replace(name="until"))
    return Measured(_count(see, after.day, until.day, use), inputs)


@measure("left", of="project", unit=unit_of, use=Left)
def left(see: "ProjectSight", use: Left) -> Measured:
    """From the day to the planned date."""
    planned, actual = see.planned(use.event), see.reached(use.event)
    if actual.day is not None:
        return not_due(planned, actual)
    if planned.day is None:
        return missing(planned)
    inputs = (planned._replace(name="planned"), _today(see))
    return Measured(_count(see, see.on, planned.day, use), inputs, lever=Lever(event=use.event))


@measure("time_gone", of="project", unit=Unit.PERCENT, use=Gone, least=0)
def time_gone(see: "ProjectSight", use: Gone) -> Measured:
    """Days gone ÷ days between, in percent."""
    after, until = see.moment(use.after.event, use.after.date), see.moment(use.until.event, use.until.date)
    inputs = (after._replace(name="after"), until._replace(name="until"), _today(see))
    if after.day is None or until.day is None or until.day <= after.day:
        return missing(*inputs)
    return Measured(Fraction(max(0, (see.on - after.day).days) * 100, (until.day - after.day).days), inputs)


@measure("in_stage", of="project", unit=unit_of, use=InStage, least=0)
def in_stage(see: "ProjectSight", use: InStage) -> Measured:
    """From the entry of the stage to the day."""
    stage = see.stage()
    if use.stage is not None and stage is not use.stage:
        return not_due()
    entry = Stage.STARTED if stage is Stage.BUILDING else stage
    if entry not in ENTRY:
        return missing()
    entered = see.reached(see.rules.book.stages.get(entry, str(ENTRY[entry])))
    if entered.day is None:
        return missing(entered)
    inputs = (entered._replace(name="entered"), Input("stage", stage.zh, Unit.TEXT), _today(see))
    return Measured(_count(see, entered.day, see.on, use), inputs)
