"""The chapter of site tours (观摩): what is marked, by whom with which weight, and how places are settled."""

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, field_validator, model_validator

from ballast.rulebook.grammar.amounts import Share, share
from ballast.rulebook.grammar.conditions import Conditions
from ballast.rulebook.grammar.page import NOTHING, Clause, Code, Named, Page, Text
from ballast.rulebook.terms import Role

WHOLE = 100
TIES = ("best_project", "untrimmed")  # tie-breakers beside the codes of items


def factor(value: Any) -> Fraction:
    """A coefficient such as 0.95, kept exact."""
    if isinstance(value, int | Decimal | Fraction) and not isinstance(value, bool):
        return share(value)
    raise ValueError("应为数字，如 0.95、1.1 / a number is wanted, such as 0.95")


Factor = Annotated[Fraction, BeforeValidator(factor)]


class Item(Named):
    """One thing a project is marked on, and its full marks."""

    code: Code
    full: int = Field(ge=1, le=WHOLE, description="满分；各项之和为 100 / full marks; all items add up to 100")
    asks: Text = Field(NOTHING, description="评什么，印在选票上 / what is looked at, as the ballot says")


class Judges(Named):
    """One kind of judges, and the weight of their mean."""

    weight: Share = Field(description="权重；各类之和为 100% / weight; all kinds add up to 100%")


class Trim(Page):
    """How many of the highest and lowest are dropped before the mean is taken, within one kind of judges."""

    highest: int = Field(1, ge=0, le=5, description="去掉几个最高分 / how many of the highest go")
    lowest: int = Field(1, ge=0, le=5, description="去掉几个最低分 / how many of the lowest go")
    of: Literal["total", "item"] = Field(
        "total", description="按每张票的总分去，还是逐项去 / by a ballot's total, or item by item"
    )
    from_ballots: int = Field(
        5, ge=2, le=60, description="该类评委至少几票才去，不足则全部计入 / trimmed from so many ballots of the kind on"
    )

    @model_validator(mode="after")
    def _something_is_left(self) -> "Trim":
        if self.from_ballots <= self.highest + self.lowest:
            least = self.highest + self.lowest + 1
            raise ValueError(
                f"from_ballots 应不小于 {least}：去掉高低分后至少还有一票 / from_ballots is at least {least}"
            )
        return self


class Difficulty(Page):
    """The bounds of the difficulty coefficient, and who sets it before the ballot opens."""

    at_least: Factor = Field(Fraction(1), description="下限 / at least")
    at_most: Factor = Field(Fraction(1), description="上限；上下限都是 1 即不设系数 / at most; both 1: none")
    set_by: tuple[Role, ...] = Field((Role.PROJECT_OFFICE,), min_length=1, description="由谁定 / who sets it")

    @model_validator(mode="after")
    def _around_one(self) -> "Difficulty":
        if not 0 < self.at_least <= 1 <= self.at_most:
            raise ValueError(
                "应有 0 < at_least ≤ 1 ≤ at_most：没有另定时系数为 1 / a coefficient is 1 where nobody sets it"
            )
        return self


class Group(Named):
    """Counties that are placed among one another, by code or name."""

    areas: tuple[str, ...] = Field(min_length=1, description="地区代码或名称 / codes or names")


class Tour(Clause):
    """One kind of site tour: who is seen, how it is marked, weighed, corrected for difficulty and placed."""

    quarters: tuple[int, ...] = Field((1, 2, 3, 4), min_length=1, description="在哪几个季度 / in which quarters")
    projects: int = Field(2, ge=1, le=10, description="每个县几个项目 / projects of each county")
    eligible: Conditions = Field((), description="项目须逐条满足；省略为全部 / what a project must meet, all of it")
    items: tuple[Item, ...] = Field(min_length=1, description="评分项，按选票上的次序 / items, as on the ballot")
    decimals: int = Field(1, ge=0, le=2, description="打分可到几位小数 / decimals a mark may have")
    judges: dict[Code, Judges] = Field(min_length=1, description="评委种类 / the kinds of judges")
    trim: Trim | None = Field(None, description="去高低分；省略为不去 / left out: nothing is dropped")
    difficulty: Difficulty = Field(Difficulty(), description="难度系数 / difficulty coefficient")
    groups: dict[Code, Group] = Field({}, description="分组；省略为不分组 / left out: all in one")
    ties: tuple[str, ...] = Field(
        ("best_project", "untrimmed"),
        description="同分依次比：评分项、`best_project`、`untrimmed`，再同则抽签 / tie-breakers, then a draw",
    )
    draw_by: tuple[Role, ...] = Field((Role.LEADER,), min_length=1, description="由谁主持抽签 / who presides at a draw")

    @field_validator("quarters")
    @classmethod
    def _of_a_year(cls, quarters: tuple[int, ...]) -> tuple[int, ...]:
        if len(set(quarters)) < len(quarters) or not set(quarters) <= {1, 2, 3, 4}:
            raise ValueError("应为 1、2、3、4 中的几个，不重复 / some of 1, 2, 3, 4, each once")
        return quarters

    @field_validator("items")
    @classmethod
    def _full_marks(cls, items: tuple[Item, ...]) -> tuple[Item, ...]:
        if len({item.code for item in items}) < len(items):
            raise ValueError("评分项代码重复 / two items have one code")
        total = sum(item.full for item in items)
        if total != WHOLE:
            raise ValueError(f"各项满分之和应为 100，现为 {total} / full marks add up to 100, not {total}")
        return items

    @field_validator("judges")
    @classmethod
    def _weights(cls, judges: dict[str, Judges]) -> dict[str, Judges]:
        total = sum((kind.weight for kind in judges.values()), Fraction(0))
        if total != 1 or any(kind.weight <= 0 for kind in judges.values()):
            raise ValueError(
                f"各类评委的权重应大于 0，和为 100%，现为 {float(total * 100):g}% / weights add up to 100%"
            )
        return judges

    @field_validator("groups")
    @classmethod
    def _once(cls, groups: dict[str, Group]) -> dict[str, Group]:
        named = [name for group in groups.values() for name in group.areas]
        twice = sorted({name for name in named if named.count(name) > 1})
        if twice:
            raise ValueError(f"同一地区分在两组：{'、'.join(twice)} / in two groups: {', '.join(twice)}")
        return groups

    @model_validator(mode="after")
    def _known_ties(self) -> "Tour":
        known = [*TIES, *(item.code for item in self.items)]
        lost = [code for code in self.ties if code not in known]
        if lost or len(set(self.ties)) < len(self.ties):
            raise ValueError(
                f"ties 应为 {'、'.join(known)} 中的几个，不重复 / ties are some of {', '.join(known)}, each once"
            )
        return self

    @property
    def full(self) -> dict[str, int]:
        """Full marks by the code of the item."""
        return {item.code: item.full for item in self.items}
