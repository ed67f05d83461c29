"""Conditions: the one grammar in which a book says when something holds (applies, when, due, among)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, field_validator, model_validator

from ballast.rulebook.grammar.amounts import AnyQuantity, quantity
from ballast.rulebook.grammar.fields import FIELDS
from ballast.rulebook.grammar.page import Page
from ballast.rulebook.grammar.refs import EventCode, LightCode, MeasureCode, StallCode

HEADS = ("measure", "field", "light", "stall", "reached", "planned", "due", "all", "any", "not")
BOUNDS = ("at_least", "above", "at_most", "below")
EVENTS = ("reached", "planned", "due")
This = Literal["year", "half", "quarter", "month", "last_year", "last_half", "last_quarter", "last_month"]
# What may be tested beside each head.
TESTS: dict[str, tuple[str, ...]] = {
    "measure": (*BOUNDS, "is"),
    "field": (*BOUNDS, "is", "in", "not_in", "starts_with", "known"),
    "light": ("is", "in", "not_in"),
    "stall": ("is", "in", "not_in"),
    "reached": ("this", *BOUNDS),
    "planned": ("this", *BOUNDS),
    "due": ("this", *BOUNDS),
    "all": (),
    "any": (),
    "not": (),
}


class Bounds(Page):
    """A stretch of numbers with stated inclusivity: 不低于、高于、不高于、低于."""

    at_least: AnyQuantity | None = Field(None, description="大于等于 / at least, the bound included")
    above: AnyQuantity | None = Field(None, description="大于，不含本数 / above, the bound not included")
    at_most: AnyQuantity | None = Field(None, description="小于等于 / at most, the bound included")
    below: AnyQuantity | None = Field(None, description="小于，不含本数 / below, the bound not included")

    @model_validator(mode="after")
    def _one_of_each(self) -> "Bounds":
        if None not in (self.at_least, self.above) or None not in (self.at_most, self.below):
            raise ValueError("at_least 与 above、at_most 与 below 各只能写一个 / one lower and one upper bound at most")
        return self


class Repeated(Page):
    """How long or how often something must have held: in so many consecutive months, or so many times."""

    for_months: int | None = Field(None, ge=1, le=60, description="连续几个月都成立（含本月） / consecutive months")
    for_quarters: int | None = Field(
        None,
        ge=1,
        le=20,
        description="连续几个季度都成立：本月和此前各季末 / this month and the quarter-ends before it",
    )
    times: int | None = Field(None, ge=1, le=60, description="累计几次（按月计，含本月） / months it held, in all")
    within_months: int | None = Field(None, ge=1, le=60, description="在最近几个月内 / within so many months")
    this_year: bool = Field(False, description="在本年内 / within this calendar year")

    @model_validator(mode="after")
    def _possible(self) -> "Repeated":
        window = 12 if self.this_year else self.within_months
        if sum(one is not None for one in (self.for_months, self.for_quarters, self.times)) > 1:
            raise ValueError(
                "for_months、for_quarters、times 只能写一个 / only one of for_months, for_quarters and times"
            )
        if self.times is not None and window is None:
            raise ValueError(
                "写了 times，还应写 within_months 或 this_year = true / times needs within_months or this_year"
            )
        if self.times is None and window is not None:
            raise ValueError("写了 within_months 或 this_year，还应写 times / within_months needs times")
        if self.times is not None and window is not None and self.times > window:
            raise ValueError(
                f"{window} 个月内不可能有 {self.times} 次 / {self.times} times cannot happen in {window} months"
            )
        if self.within_months is not None and self.this_year:
            raise ValueError("within_months 与 this_year 只能写一个 / either within_months or this_year")
        return self

    @property
    def repeated(self) -> bool:
        """Whether more than this month is asked for."""
        return any(one is not None for one in (self.for_months, self.for_quarters, self.times))

    @property
    def reach(self) -> int:
        """How many months before this one are looked at, at most."""
        if self.for_quarters is not None:
            return 3 * (self.for_quarters - 1)
        return 11 if self.this_year else (self.for_months or self.within_months or 1) - 1


class Condition(Bounds, Repeated):
    """One condition: exactly one of measure, field, light, stall, reached, planned, due, all, any, not."""

    measure: MeasureCode | None = None
    field: str | None = None
    light: LightCode | None = None
    stall: StallCode | None = None
    reached: EventCode | None = None
    planned: EventCode | None = None
    due: EventCode | None = None
    all_: "tuple[Condition, ...] | None" = Field(None, alias="all", min_length=1)
    any_: "tuple[Condition, ...] | None" = Field(None, alias="any", min_length=1)
    not_: "Condition | None" = Field(None, alias="not")
    is_: Any = Field(None, alias="is")
    in_: tuple[str, ...] | None = Field(None, alias="in", min_length=1)
    not_in: tuple[str, ...] | None = Field(None, min_length=1)
    starts_with: tuple[str, ...] | None = Field(None, min_length=1)
    known: bool | None = None
    this: This | None = None
    absent: Literal["holds", "fails"] | None = Field(
        None, description="缺少数据时视为成立或不成立 / what absent facts mean"
    )

    @model_validator(mode="after")
    def _well_formed(self) -> "Condition":
        written = {_alias(name) for name in self.model_fields_set}
        heads = [head for head in HEADS if head in written]
        if len(heads) != 1:
            raise ValueError(f"应写且只写其中之一：{'、'.join(HEADS)} / exactly one of {', '.join(HEADS)} is wanted")
        tests = written & {"this", "known", "is", "in", "not_in", "starts_with", *BOUNDS}
        strange = sorted(tests - set(TESTS[heads[0]]))
        if strange:
            raise ValueError(
                f"{heads[0]} 不能用 {'、'.join(strange)}，可用：{'、'.join(TESTS[heads[0]]) or '（无）'} / "
                f"{heads[0]} is not tested by {', '.join(strange)}"
            )
        if heads[0] in ("measure", "field", "light", "stall") and not tests:
            raise ValueError(
                f"{heads[0]} 之后应写比较：{'、'.join(TESTS[heads[0]])} / a test is wanted after {heads[0]}"
            )
        if self.field is not None and self.field not in FIELDS:
            raise ValueError(f"没有“{self.field}”这一栏，可用：{'、'.join(FIELDS)} / no field {self.field!r}")
        return self

    @model_validator(mode="after")
    def _dated(self) -> "Condition":
        """An event is held against days, and nothing else is."""
        days = [isinstance(bound.value, date) for name in BOUNDS if (bound := getattr(self, name)) is not None]
        if self.head in EVENTS and not all(days):
            raise ValueError(
                f"{self.head} 的上下限应为日期，如 2024-01-01（不加引号） / a date is wanted, as 2024-01-01"
            )
        return self

    @field_validator("is_", mode="before")
    @classmethod
    def _exact(cls, value: Any) -> Any:
        """A number or a date is kept exact; texts and yes or no stay as they are."""
        return value if isinstance(value, str | bool) else quantity(value)

    @property
    def head(self) -> str:
        """Which of the ten it is."""
        return next(head for head in HEADS if head in {_alias(name) for name in self.model_fields_set})

    def within(self) -> "Iterator[Condition]":
        """It and every condition inside it."""
        yield self
        for part in (*(self.all_ or ()), *(self.any_ or ()), *((self.not_,) if self.not_ else ())):
            yield from part.within()


def _alias(name: str) -> str:
    return name.rstrip("_")


def several(value: Any) -> Any:
    """One condition stands for a list of one; a list holds where all of it holds."""
    return [value] if isinstance(value, dict) else value


Conditions = Annotated[tuple[Condition, ...], BeforeValidator(several)]
