"""The chapter of action items: levels, default deadlines, when an overdue item rises, and what settles it (销号)."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, field_validator

from ballast.rulebook.grammar.page import CODE, NOTHING, Clause, Page, Text
from ballast.rulebook.grammar.spans import Span
from ballast.rulebook.terms import ADMINISTRATORS, Role


def _business(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """Roles, of which none administers the system (三员分立)."""
    wrong = "、".join(role.zh for role in roles if role in ADMINISTRATORS)
    if wrong:
        raise ValueError(f"{wrong}不办业务，不能在此列 / administrators do no business")
    return roles


Roles = Annotated[tuple[Role, ...], Field(min_length=1), AfterValidator(_business)]


class ItemLevel(Clause):
    """One level of an action item; the levels stand in the book from the mildest to the gravest."""

    deadline: Span = Field(description="会上没有定期限时的办理期限 / the deadline where the meeting set none")
    overdue_for: Span | None = Field(
        None,
        description="逾期满这么久升到本级；省略为不因逾期升到本级 / overdue this long, an item rises to this level",
    )
    letter: Text = Field(NOTHING, description="升到本级时发的文书，如“督办函” / the paper sent when it rises here")
    by: Text = Field(NOTHING, description="由谁督办 / who watches over it")
    settled_by: Roles = Field(description="哪些角色可以销号 / who may settle it")


class ItemRules(Page):
    """Chapter ``[items]``: what holds for every action item of a meeting, and its levels."""

    counts: Literal["submitted", "settled"] = Field(
        "submitted", description="按期与否看提交之日（经同意销号）还是销号之日 / which day is held against the deadline"
    )
    by_another: bool = Field(True, description="提交的人不得自己销号 / who submitted does not settle")
    enterprise_confirms: bool = Field(
        True, description="企业提出的问题须经企业确认才能销号 / what an enterprise raised it must confirm"
    )
    longest: Span = Field(Span(months=12), description="办理期限至多 / the longest deadline a meeting may set")
    extensions: int = Field(1, ge=0, le=20, description="至多延期几次 / how often a deadline may be extended")
    extension: Span = Field(Span(workdays=10), description="一次至多延多久 / how long each time, at most")
    extended_by: Roles = Field((Role.PROJECT_OFFICE,), description="谁可同意延期 / who may extend")
    near: Span = Field(Span(workdays=3), description="到期前多久起提醒 / how long before the deadline it is reminded")
    levels: dict[Annotated[str, Field(pattern=CODE)], ItemLevel] = {}

    @field_validator("levels")
    @classmethod
    def _rise(cls, levels: dict[str, ItemLevel]) -> dict[str, ItemLevel]:
        rising = [(code, level.overdue_for) for code, level in levels.items() if level.overdue_for is not None]
        if rising and rising[0][0] == next(iter(levels)):
            raise ValueError(
                f"{rising[0][0]}：最轻的一级不因逾期升入，去掉 overdue_for / nothing rises to the mildest level"
            )
        for (_, lower), (code, upper) in zip(rising, rising[1:], strict=False):
            [unit], [other] = lower.model_fields_set, upper.model_fields_set
            if unit == other and getattr(lower, unit) >= getattr(upper, other):
                raise ValueError(
                    f"{code}：overdue_for 应比轻一级的 {lower.said[0]}更久 / longer than {lower.said[1]} is wanted"
                )
        return levels
