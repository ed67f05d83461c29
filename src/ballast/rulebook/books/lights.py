"""The chapter of lights: one aspect each, by bands of a measure or by rules in order."""

from typing import Literal

from pydantic import Field, model_validator

from ballast.rulebook.grammar.conditions import Bounds, Conditions, Repeated
from ballast.rulebook.grammar.page import NOTHING, Clause, Page, Text
from ballast.rulebook.grammar.refs import MeasureCode, Outcome


class Band(Bounds, Repeated):
    """A stretch of the measure and its colour; what must have held for months says what it is until then."""

    colour: Outcome
    until_then: Outcome = Field("", description="连续或累计次数未到之前的颜色 / before it has held long enough")
    clause: Text = NOTHING

    @model_validator(mode="after")
    def _until_then(self) -> "Band":
        if self.repeated and not self.until_then:
            raise ValueError(
                "写了连续月数或次数，应写 until_then：未满之前亮什么 / until_then is wanted beside for_months or times"
            )
        if self.until_then and not self.repeated:
            raise ValueError("until_then 只与 for_months、times 同用 / until_then goes with for_months or times only")
        return self


class Rule(Page):
    """A colour and the conditions that must all hold for it; the first rule that holds decides."""

    colour: Outcome
    when: Conditions = Field(min_length=1)
    clause: Text = NOTHING


class Light(Clause):
    """One aspect of a project, an area or a department, lit by bands of one measure or by rules in order."""

    of: Literal["project", "area", "department"] = "project"
    applies: Conditions = Field((), description="适用范围；逐条都须满足，省略为全部 / whom it is for; left out: all")
    measure: MeasureCode = Field("", description="按哪个量分档 / the measure of the bands")
    bands: tuple[Band, ...] = Field((), description="分档；须首尾相接、不重不漏 / bands without gap or overlap")
    rules: tuple[Rule, ...] = Field(
        (), description="规则；自上而下，先成立者为准 / rules; the first that holds decides"
    )
    otherwise: Outcome = Field("", description="都不成立时 / where no band or rule holds")
    absent: Outcome = Field("unknown", description="缺少数据时 / where a fact is missing")
    not_due: Outcome = Field("not_applicable", description="尚未到期时 / where the question does not arise yet")

    @model_validator(mode="after")
    def _one_way(self) -> "Light":
        if bool(self.bands) == bool(self.rules) or bool(self.bands) != bool(self.measure):
            raise ValueError("应写 measure 与 bands，或者写 rules，二者取一 / either measure with bands, or rules")
        if self.rules and not self.otherwise:
            raise ValueError("rules 之外应写 otherwise：都不成立时亮什么 / otherwise is wanted beside rules")
        return self
