"""The chapter of targets: what is set for a figure of the areas, or for a measure of the book, for the year."""

from typing import Literal

from pydantic import Field

from ballast.rulebook.grammar.amounts import AnyQuantity
from ballast.rulebook.grammar.page import Clause, Code


class Target(Clause):
    """What is set for a figure of the areas: for the whole year or by month, for each area or all alike."""

    figure: Code | Literal[""] = ""
    unit: Literal["yuan", "count", "percent", "points", "number"] = Field(
        "yuan", description="目标的单位；增速不用写 / what it counts in; a rate needs none"
    )
    rate: bool = Field(False, description="目标是增速（%），不是数额 / the target is a growth rate, not an amount")
    everywhere: AnyQuantity | None = Field(None, description="各地相同的全年目标 / the same for every area")
    areas: dict[str, AnyQuantity] = Field({}, description="地区（代码或名称）的全年目标 / by area, code or name")
