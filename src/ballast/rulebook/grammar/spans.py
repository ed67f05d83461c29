"""Spans of time: days, working days, months or years."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from pydantic import Field, model_validator

from ballast.rulebook.grammar.amounts import Quantity, quantity
from ballast.rulebook.grammar.page import Page
from ballast.rulebook.months import add_months

UNITS = ("days", "workdays", "months")
WANTED = (
    '应为时长：{ days = 30 }、{ workdays = 5 }、{ months = 3 }、{ years = 1 }，或 "30天"、"5个工作日"、"3个月"、"1年"'
)


class Span(Page):
    """A length of time: exactly one of days, workdays, months, years; or a text that says so."""

    days: int | None = Field(None, ge=0, le=3660)
    workdays: int | None = Field(None, ge=0, le=1000)
    months: int | None = Field(None, ge=0, le=240)
    years: int | None = Field(None, ge=0, le=20)

    @model_validator(mode="before")
    @classmethod
    def _in_words(cls, said: Any) -> Any:
        """A span as a text: ``"5个工作日"``, ``"30天"``, ``"3个月"``, ``"1年"``."""
        if isinstance(said, dict | Span):
            return said
        found = quantity(said) if isinstance(said, str) else Quantity(Fraction(0))
        if found.unit not in UNITS or isinstance(found.value, date) or found.value.denominator != 1:
            raise ValueError(f"{WANTED} / a span is wanted, as {{ days = 30 }}")
        return {found.unit: int(found.value)}

    @model_validator(mode="after")
    def _one_of_them(self) -> "Span":
        if len(self.model_fields_set & {"days", "workdays", "months", "years"}) != 1:
            raise ValueError(
                "应只写 days、workdays、months、years 中的一个 / exactly one of days, workdays, months, years"
            )
        return self

    @property
    def said(self) -> tuple[str, str]:
        """The span in Chinese and English."""
        [(name, number)] = [(name, getattr(self, name)) for name in self.model_fields_set]
        zh = {"days": "日", "workdays": "个工作日", "months": "个月", "years": "年"}[name]
        return f"{number}{zh}", f"{number} {'working days' if name == 'workdays' else name}"

    def after(self, start: date, workday: Callable[[date], bool]) -> date:
        """The last day of the span that begins after ``start``; ``workday`` tells working days."""
        if self.workdays is not None:
            day, left = start, self.workdays
            while left:
                day += timedelta(days=1)
                left -= bool(workday(day))
            return day
        if self.days is not None:
            return start + timedelta(days=self.days)
        return add_months(start, (self.months or 0) + 12 * (self.years or 0))
