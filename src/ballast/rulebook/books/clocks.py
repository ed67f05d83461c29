"""The chapter of clocks: time limits with their start, end, pauses and extensions."""

from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from ballast.rulebook.grammar.moments import Moment, moment
from ballast.rulebook.grammar.page import Clause, Page
from ballast.rulebook.grammar.refs import EventCode, PauseCode
from ballast.rulebook.grammar.spans import Span


class Extensions(Page):
    """How often a clock may be extended, and by how much each time."""

    count: int = Field(ge=1, le=20)
    each: Span


class Clock(Clause):
    """A time limit: from an event, until another, so long; by a field of the card; with pauses and extensions."""

    starts: Moment
    stops: EventCode
    limit: Span
    by: Literal["", "land_mode", "nature", "size_band", "area_class", "lead_industry"] = ""
    limits: dict[str, Span] = {}
    pauses: tuple[PauseCode, ...] = Field((), description="可暂停计时的情形 / what pauses it")
    extensions: Extensions | None = None

    @field_validator("starts", mode="before")
    @classmethod
    def _moment(cls, value: Any) -> Any:
        return moment(value)

    @model_validator(mode="after")
    def _by_a_field(self) -> "Clock":
        if bool(self.by) != bool(self.limits):
            raise ValueError("by 与 limits 应同时写：by 说按哪一栏，limits 说各值的时限 / by and limits go together")
        return self
