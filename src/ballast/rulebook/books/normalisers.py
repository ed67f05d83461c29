"""How an indicator's value becomes points: the closed list of normalisers a score sheet may use."""

from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator

from ballast.rulebook.grammar.amounts import AnyQuantity, Points, Quantity, Share
from ballast.rulebook.grammar.conditions import Bounds
from ballast.rulebook.grammar.page import Page
from ballast.rulebook.grammar.refs import MeasureCode

ONE, NOUGHT = Fraction(1), Fraction(0)


class Ratio(Page):
    """The value against a target: one for all, each subject's own, or one the field makes (its best, its mean …)."""

    kind: Literal["ratio"]
    target: AnyQuantity | None = Field(None, description="各地同一目标值 / one target for all")
    target_of: MeasureCode = Field("", description="各自的目标：另一个量 / each one's own target: a measure")
    against: Literal["best", "mean", "median", "worst", "total"] = Field(
        "best",
        description="没有目标的，与各方的什么相比：最好、平均、中位、最差、合计 / with no target: what of the field",
    )
    capped: bool = Field(True, description="超过目标不再加分 / no more than full points")
    most: Share = Field(ONE, description="封顶的得分率，如 120% / the most it gives, as a share of the weight")

    @model_validator(mode="after")
    def _one_target(self) -> "Ratio":
        if self.target is not None and self.target_of:
            raise ValueError("target 与 target_of 只能写一个；都不写即与最好者相比 / target or target_of, not both")
        if "against" in self.model_fields_set and (self.target is not None or self.target_of):
            raise ValueError("写了目标就不写 against / against goes without target and target_of")
        return self

    @field_validator("target")
    @classmethod
    def _above_nought(cls, said: Quantity | None) -> Quantity | None:
        if said is not None and (isinstance(said.value, date) or said.value <= 0):
            raise ValueError("目标应大于 0 / a target above nought is wanted")
        return said


class Efficacy(Page):
    """功效系数: a base for everybody, the rest by where the value lies between the worst and the best."""

    kind: Literal["efficacy"]
    base: Share = Field(Fraction(3, 5), ge=0, le=1, description="保底的得分率 / what the worst gets")
    equal: Literal["full", "half", "base"] = Field(
        "full",
        description="各地数值都相等时：满分、一半、只得保底 / where all are equal: full, half of the rest, the base",
    )


class AmountAndGrowth(Page):
    """总量 + 增幅: a part for the amount (the indicator's measure), a part for its growth (another measure)."""

    kind: Literal["amount_and_growth"]
    growth: MeasureCode = Field(description="增幅是哪个量 / the measure that is its growth")
    amount: Share = Field(Fraction(1, 2), gt=0, lt=1, description="总量所占的比例，其余归增幅 / the amount's part")
    base: Share = Field(
        NOUGHT, ge=0, le=1, description="两部分各按功效系数，保底的得分率 / what the worst gets of each"
    )


class Steps(Page):
    """Points from a stated value on: so many for each step above it, so many off for each step below."""

    kind: Literal["steps"]
    start: AnyQuantity = Field(description="起算的数值 / the value they are counted from")
    points: Points = Field(description="正好等于起算值时的得分 / points at that value")
    every: AnyQuantity = Field(description="每一档多大 / how much a step is")
    up: Points = Field(NOUGHT, ge=0, description="每好一档加几分 / points for each step better")
    down: Points = Field(NOUGHT, ge=0, description="每差一档扣几分 / points off for each step worse")
    whole: bool = Field(False, description="不足一档不计 / only whole steps count")
    most: Points | None = Field(None, description="最高几分；省略为权重 / at most; left out: the weight")
    least: Points = Field(NOUGHT, description="最低几分 / at least")

    @field_validator("every")
    @classmethod
    def _above_nought(cls, said: Quantity) -> Quantity:
        if isinstance(said.value, date) or said.value <= 0:
            raise ValueError("每一档应大于 0 / a step above nought is wanted")
        return said


class Mean(Page):
    """Deviation from the mean of the field: so many points for each step above it, so many off below."""

    kind: Literal["mean"]
    points: Points = Field(description="正好等于平均时的得分 / points at the mean")
    every: AnyQuantity = Field(description="每一档多大 / how much a step is")
    up: Points = Field(ge=0, description="每好一档加几分 / points for each step better")
    down: Points = Field(ge=0, description="每差一档扣几分 / points off for each step worse")
    most: Points | None = Field(None, description="最高几分；省略为权重 / at most; left out: the weight")
    least: Points = Field(NOUGHT, description="最低几分 / at least")

    _every = field_validator("every")(Steps._above_nought.__func__)  # type: ignore[attr-defined]


class PlaceBand(Page):
    """The first so many places and what they get."""

    through: int = Field(ge=1, le=500, description="到第几名为止 / up to and with this place")
    share: Share = Field(ge=0, description="得分率 / share of the weight")


class Bands(Page):
    """Bands of places: the first to the third full points, and so on."""

    kind: Literal["bands"]
    bands: tuple[PlaceBand, ...] = Field(min_length=1)
    rest: Share = Field(NOUGHT, ge=0, description="其余名次的得分率 / what all other places get")

    @model_validator(mode="after")
    def _fall(self) -> "Bands":
        shares = [*(band.share for band in self.bands), self.rest]
        ends = [band.through for band in self.bands]
        if ends != sorted(set(ends)) or shares != sorted(shares, reverse=True):
            raise ValueError(
                "各档名次应从前往后写，得分率不得回升 / bands go from the first places down, their shares never rise"
            )
        return self


class Places(Page):
    """Points by place: the first gets full points, the last ``last``, evenly in between or so many a place."""

    kind: Literal["places"]
    last: Share = Field(NOUGHT, ge=0, le=1, description="末位的得分率 / share of the last place")
    each: Points | None = Field(
        None, gt=0, description="每低一名少几分；省略为首末之间均分 / points less a place; left out: evenly"
    )


class Given(Page):
    """A value that gives points by itself: so many for each unit of it, or for each so much."""

    kind: Literal["points"]
    each: Points = Field(ONE, description="每一单位（写了 every 的，每一份）几分 / points for each unit, or each share")
    every: AnyQuantity | None = Field(None, description="多少算一份，如 1亿、5个；省略为一个单位 / how much a share is")
    whole: bool = Field(False, description="不足一份不计 / only whole shares count")
    most: Points | None = Field(None, description="最高几分；省略为权重 / at most; left out: the weight")
    least: Points = Field(NOUGHT, description="最低几分 / at least")

    @field_validator("every")
    @classmethod
    def _something(cls, said: Quantity | None) -> Quantity | None:
        return said if said is None else Steps._above_nought(said)


class Level(Bounds):
    """A stretch of the value and what it gives."""

    points: Points = Field(ge=0, description="落在这一档得几分 / points of this stretch")


class Levels(Page):
    """Stretches of the value, each with its points: 90 % and above 10 points, 80 % to 90 % 8 points, below none."""

    kind: Literal["levels"]
    levels: tuple[Level, ...] = Field(
        min_length=1, description="分档；须首尾相接、不重不漏 / stretches without gap or overlap"
    )
    otherwise: Points | None = Field(None, ge=0, description="不在任何一档得几分 / points in none of them")


class Corner(Page):
    """A value and the points it gives."""

    at: AnyQuantity = Field(description="数值 / the value")
    points: Points = Field(description="正好在此得几分 / points exactly there")


class Segments(Page):
    """Points that run straight from corner to corner, and stay what they are outside the first and the last."""

    kind: Literal["segments"]
    corners: tuple[Corner, ...] = Field(
        min_length=2, description="折点，数值从小到大；折点之间按比例，两头之外不变 / corners, values rising"
    )

    @field_validator("corners")
    @classmethod
    def _rise(cls, corners: tuple[Corner, ...]) -> tuple[Corner, ...]:
        values: list[Any] = [one.at.value for one in corners]
        if any(isinstance(value, date) for value in values) or values != sorted(set(values)):
            raise ValueError("折点的数值应从小到大写，不得相等 / the values of corners rise, none written twice")
        return corners


Normaliser = Ratio | Efficacy | AmountAndGrowth | Steps | Segments | Levels | Mean | Bands | Places | Given
AnyNormaliser = Annotated[Normaliser, Field(discriminator="kind")]
# What each is called, in the order of the handbook.
NORMALISERS: dict[str, tuple[type[Page], str, str]] = {
    "ratio": (Ratio, "与目标之比", "ratio to a target"),
    "efficacy": (Efficacy, "功效系数", "efficacy coefficient"),
    "amount_and_growth": (AmountAndGrowth, "总量加增幅", "amount and growth"),
    "steps": (Steps, "逐档加减", "steps"),
    "segments": (Segments, "分段计分", "piecewise"),
    "levels": (Levels, "数值分档", "levels"),
    "mean": (Mean, "与平均之差", "deviation from the mean"),
    "bands": (Bands, "名次分档", "bands of places"),
    "places": (Places, "名次赋分", "points by place"),
    "points": (Given, "按数计分", "points for each unit"),
}


def named(normaliser: Any) -> tuple[str, str]:
    """What a normaliser is called, in both languages."""
    _, zh, en = NORMALISERS[normaliser.kind]
    return zh, en
