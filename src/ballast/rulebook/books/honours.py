"""The chapter of lists (红黑榜): who is named by a ranking, from which end, and after how many in succession."""

from typing import Literal

from pydantic import Field, model_validator

from ballast.rulebook.grammar.page import Clause
from ballast.rulebook.grammar.refs import ColourCode, SheetCode


class HonourList(Clause):
    """One list: the first or the last of a ranking, or the most improved; its colour means what the city says."""

    sheet: SheetCode
    end: Literal["top", "bottom", "improved"] = Field(description="前几名、后几名、进步最大者 / from which end")
    places: int = Field(ge=1, le=100, description="几名；并列的都算 / how many places; all who share one count")
    running: int = Field(1, ge=1, le=24, description="连续几期都在其中 / in so many rankings running")
    by: Literal["points", "places"] = Field("points", description="进步按得分还是名次 / improved by points or places")
    colour: ColourCode = Field("", description="用哪种颜色 / in which colour of the book")

    @model_validator(mode="after")
    def _running_where_it_means_something(self) -> "HonourList":
        if self.end == "improved" and self.running > 1:
            raise ValueError("进步榜只比两期，不写 running / the most improved are told from two rankings only")
        return self
