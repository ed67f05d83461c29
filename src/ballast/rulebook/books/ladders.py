"""The chapter of consequences: ladders of steps, each called for by repetition or by a deadline that passed."""

from typing import Literal

from pydantic import Field, model_validator

from ballast.rulebook.grammar.page import NOTHING, Clause, Code, Named, Page, Text
from ballast.rulebook.grammar.refs import ColourCode, LightCode, StallCode
from ballast.rulebook.grammar.spans import Span


class Trigger(Page):
    """What calls for a step: lit for the n-th time, an earlier step overdue, or lit again after an earlier step."""

    lit: int | None = Field(None, ge=1, le=60, description="第几次亮灯（按月计） / lit for the n-th month")
    and_after: bool = Field(False, description="之后每次也算 / and every time after")
    colours: tuple[ColourCode, ...] = Field((), description="只计这些颜色 / of these colours only")
    consecutive: bool = Field(False, description="须连续月份 / in consecutive months")
    within_months: int | None = Field(None, ge=1, le=60)
    this_year: bool = False
    overdue: str = Field("", description="该步骤期限已过仍未办结 / that step's deadline has passed")
    again: str = Field("", description="该步骤之后再次亮灯 / lit again after that step")

    @model_validator(mode="after")
    def _one_of_them(self) -> "Trigger":
        if sum((self.lit is not None, bool(self.overdue), bool(self.again))) != 1:
            raise ValueError("应写且只写 lit、overdue、again 之一 / exactly one of lit, overdue, again")
        counting = self.consecutive + bool(self.within_months) + self.this_year
        if counting > 1 or (counting and self.lit is None):
            raise ValueError(
                "consecutive、within_months、this_year 至多写一个，且只与 lit 同用 / at most one, beside lit"
            )
        window = 12 if self.this_year else self.within_months
        if self.lit and window and self.lit > window:
            raise ValueError(
                f"{window} 个月内不可能有 {self.lit} 次 / {self.lit} times cannot happen in {window} months"
            )
        return self


class Step(Named):
    """One step: a letter, a talk or a notice; to whom, by when it must be settled, and by what."""

    code: Code
    kind: Literal["letter", "talk", "notice", "other"] = "letter"
    on: tuple[Trigger, ...] = Field(min_length=1, description="任一成立即启动 / any of these calls for it")
    to: Literal["responsible", "county", "owner", "department"] = Field("responsible", description="对谁 / to whom")
    by: Text = Field(NOTHING, description="由谁发出或约谈 / who sends or holds it")
    deadline: Span | None = Field(None, description="办结期限 / by when it must be settled")
    deadline_from: Literal["sent", "received"] = "sent"
    settled_by: Literal["reply", "receipt", "cleared"] = Field("reply", description="以回复、签收或灯转好为办结")
    final: bool = Field(False, description="最后期限 / the deadline is final")
    clause: Text = NOTHING


class Ladder(Clause):
    """Steps from the mildest to the gravest, for some lights or stall lists."""

    lights: tuple[LightCode, ...] = ()
    colours: tuple[ColourCode, ...] = Field(
        (), description="哪些颜色算亮灯；省略为 severity 大于 0 者 / which colours count"
    )
    stall_lists: tuple[StallCode, ...] = ()
    per: Literal["light", "subject"] = Field(
        "light", description="每盏灯分别计，还是每个项目（地区）合并计 / one count each"
    )
    resets_after_months: int | None = Field(
        None, ge=1, le=60, description="连续几个月未亮灯后重新计数 / clear months that reset"
    )
    steps: tuple[Step, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _steps_stand(self) -> "Ladder":
        codes = [step.code for step in self.steps]
        if len(set(codes)) < len(codes):
            raise ValueError("步骤代码重复 / two steps have one code")
        for place, step in enumerate(self.steps):
            for trigger in step.on:
                self._earlier(place, step, trigger, codes)
        if not self.lights and not self.stall_lists:
            raise ValueError("应写 lights 或 stall_lists：对哪些灯或清单 / lights or stall_lists is wanted")
        return self

    def _earlier(self, place: int, step: Step, trigger: Trigger, codes: list[str]) -> None:
        named = trigger.overdue or trigger.again
        if named and named not in codes[:place]:
            before = "、".join(codes[:place]) or "（无）"
            raise ValueError(f"{step.code}：没有更早的步骤“{named}”，可用：{before} / {named!r} is no earlier step")
        if trigger.overdue and self.steps[codes.index(trigger.overdue)].deadline is None:
            raise ValueError(f"{step.code}：步骤“{named}”没有 deadline，不会逾期 / step {named!r} has no deadline")
