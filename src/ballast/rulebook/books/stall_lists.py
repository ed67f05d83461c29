"""The chapters of stalls: lists of what is stuck between two events, and the reasons a city accepts."""

from pydantic import Field

from ballast.rulebook.grammar.conditions import Conditions
from ballast.rulebook.grammar.page import NOTHING, Clause, Named, Text
from ballast.rulebook.grammar.refs import EventCode, ReasonCode


class StallList(Clause):
    """Projects that have entered by an event, not left by another, and are due: 签约未开工 and its like."""

    enters: tuple[EventCode, ...] = Field((), description="须全部已发生；省略为全部项目 / all must have been reached")
    leaves: tuple[EventCode, ...] = Field(min_length=1, description="任一发生即不再列入 / any of them ends it")
    applies: Conditions = ()
    due: Conditions = Field(min_length=1, description="到期的条件；不成立即“未到期” / when it is due; else not due")
    reasons: tuple[ReasonCode, ...] = Field((), description="可选的原因；省略为全部 / reasons to choose from")


class Reason(Named):
    """One reason a project may be stuck for; ``excuses`` names those that justify an exception."""

    meaning: Text = NOTHING
    justified: bool = Field(False, description="可作为正当理由 / may justify an exception")
