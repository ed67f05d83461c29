"""The chapter of lists (红黑榜): who is named by a ranking, from which end, and after how many in succession."""

from typing import Literal

from pydantic import Field, model_validator

from ballast.rulebook.grammar.conditions import Bounds
from ballast.rulebook.grammar.page import Clause
from ballast.rulebook.grammar.refs import ColourCode, MeasureCode, SheetCode


class Need(Bounds):
    """What a measure must be for a subject to be named."""

    measure: MeasureCode

    @model_validator(mode="after")
    def _a_bound(self) -> "Need":
        if not self.model_fields_set & {"at_least", "above", "at_most", "below"}:
            raise ValueError("应写 at_least、above、at_most、below 之一 / a bound is wanted")
        return self


class HonourList(Clause):
    """One list: the first or the last of a ranking, or the most improved; its colour means what the city says."""

    sheet: SheetCode
    end: Literal["top", "bottom", "improved"] = Field("top", description="前几名、后几名、进步最大者 / from which end")
    places: int | None = Field(
        None, ge=1, le=100,
        description="几名；并列的都算；省略为凡得分、条件合适的都算 / how many places; left out: all who qualify",
    )  # fmt: skip
    points: Bounds | None = Field(
        None, description="得分须在此范围，如 { at_least = 90 }：优秀、良好分等用 / what the points must be"
    )
    needs: tuple[Need, ...] = Field(
        (), description="还须满足：量与上下限，逐条都须满足；缺数的不上榜 / what measures must be as well"
    )
    running: int = Field(1, ge=1, le=24, description="连续几期都在其中 / in so many rankings running")
    by: Literal["points", "places"] = Field("points", description="进步按得分还是名次 / improved by points or places")
    colour: ColourCode = Field("", description="用哪种颜色 / in which colour of the book")

    @model_validator(mode="after")
    def _means_something(self) -> "HonourList":
        if self.end == "improved" and self.running > 1:
            raise ValueError("进步榜只比两期，不写 running / the most improved are told from two rankings only")
        if self.places is None and (self.end == "improved" or not (self.points or self.needs)):
            raise ValueError("应写 places：几名；或写 points、needs / places is wanted, or points or needs")
        return self
