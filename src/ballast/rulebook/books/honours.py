"""The chapter of lists (红黑榜): who is named by a ranking, from which end, and after how many in succession."""

from fractions import Fraction
from math import floor
from typing import Literal

from pydantic import Field, model_validator

from ballast.rulebook.grammar.amounts import Share
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
    share: Share | None = Field(
        None, gt=0, le=1,
        description="占参加排名者的比例，如 20%（四舍五入，至少一名），与 places 取一 / a share of those ranked",
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
        if self.places is not None and self.share is not None:
            raise ValueError("places 与 share 只能写一个 / either places or share")
        if self.unlimited and (self.end == "improved" or not (self.points or self.needs)):
            raise ValueError(
                "应写 places：几名，或 share；或写 points、needs / places or share is wanted, or points or needs"
            )
        return self

    @property
    def unlimited(self) -> bool:
        """Whether all who qualify are named, however many."""
        return self.places is None and self.share is None

    def many(self, ranked: int) -> int:
        """How many places of so many ranked: as said, or the share of them rounded half up, at least one."""
        return self.places if self.places is not None else max(1, floor((self.share or 0) * ranked + Fraction(1, 2)))
