"""The chapter of scores: sheets of indicators, each a measure made into points, with what adds and takes."""

from datetime import date
from fractions import Fraction
from typing import Literal

from pydantic import Field, model_validator

from ballast.rulebook.books.normalisers import AnyNormaliser
from ballast.rulebook.grammar.amounts import AnyQuantity, Points, Share
from ballast.rulebook.grammar.conditions import Bounds
from ballast.rulebook.grammar.page import NOTHING, Clause, Code, Named, Page, Text
from ballast.rulebook.grammar.refs import ClassCode, MeasureCode

NOUGHT = Fraction(0)
Claim = Literal["parking", "splitting", "volume"]
# What an indicator without a value comes to: never nought unless the book says so.
Lack = Literal["no_points", "mean", "spread", "full", "unranked"]
# What one deed of a kind does by itself, whatever else was scored (一票否决).
Veto = Literal["unranked", "no_points", "no_honours"]
Ranked = Literal["county", "park", "leader", "department", "office"]


class Indicator(Clause):
    """One indicator: a measure, what makes points of it, and its weight."""

    measure: MeasureCode
    weight: Points = Field(gt=0, description="权重（分） / its weight in points")
    group: Code | Literal[""] = Field("", description="属于哪一大项 / which group of the sheet it belongs to")
    by: AnyNormaliser = Field(description="怎样折算成分 / how the value becomes points")
    best: Literal["highest", "lowest"] = Field("highest", description="高者为优，或低者为优 / which is best")
    missing: Lack | None = Field(None, description="缺数时；省略为评分表所定 / where a fact is missing")
    not_due: Lack | None = Field(None, description="尚无应考核事项时；省略为评分表所定 / where nothing is due yet")
    least_base: int = Field(0, ge=0, description="基数（分母）少于几个即视为小基数 / a smaller base counts as small")
    small: Lack = Field("mean", description="小基数怎样处理 / what a small base comes to")


class IndicatorGroup(Named):
    """A group of indicators (大项), and what they weigh together."""

    weight: Points = Field(gt=0, description="这一大项共几分 / what they weigh together")


class DeedKind(Clause):
    """A bonus or a penalty: points for each time, by events told or counted by a measure; or a veto (一票否决)."""

    points: Points = Field(
        NOUGHT, description="每次加（正）或扣（负）几分；一票否决的可省 / points each time, added or taken"
    )
    veto: Veto | Literal[""] = Field(
        "",
        description="一票否决：不参加排名、总分记 0、不得上好榜 / not ranked, no points, no honours",
    )
    measure: MeasureCode = Field("", description="由哪个量计次；省略为逐件登记 / counted by a measure; else told")
    every: AnyQuantity | None = Field(None, description="量满多少算一次，如 1亿；省略为一个单位 / how much is one time")
    whole: bool = Field(False, description="不足一次不计 / only whole times count")
    cap: Points | None = Field(None, gt=0, description="累计最多几分（不写正负） / the most in all, without sign")
    fraud: bool = Field(False, description="弄虚作假 / it is a fraud")
    outweighs: tuple[Code, ...] = Field(
        (), description="扣分须大于这些指标或奖惩一次所能带来的好处 / costs more than one such thing can bring"
    )

    @model_validator(mode="after")
    def _costs(self) -> "DeedKind":
        if not self.points and not self.veto:
            raise ValueError("分值不能为 0；一票否决写 veto / points other than nought are wanted, or a veto")
        if self.veto and self.points > 0:
            raise ValueError("一票否决不加分 / a veto brings no points")
        if (self.fraud or self.outweighs) and self.points > 0:
            raise ValueError("弄虚作假应扣分，写负数 / a fraud takes points; write a negative number")
        if (self.every is not None or self.whole) and not self.measure:
            raise ValueError("every、whole 与 measure 同用 / every and whole go with a measure")
        if self.every is not None and (isinstance(self.every.value, date) or self.every.value <= 0):
            raise ValueError("every 应大于 0 / every must be above nought")
        if self.fraud and self.cap is not None:
            raise ValueError(
                "弄虚作假不设扣分上限，否则多做不多扣 / a fraud has no cap, or the next one would cost nothing"
            )
        return self


class Floor(Bounds):
    """入围门槛: what a measure must be; else no points, or not ranked."""

    measure: MeasureCode
    indicator: Code | Literal[""] = Field("", description="只管这一项指标；省略为整张表 / of this indicator only")
    otherwise: Literal["no_points", "unranked"] = Field(
        "unranked", description="达不到：该项不得分，或不参加排名 / else no points, or not ranked"
    )
    missing: Literal["fails", "passes"] = Field("fails", description="缺数时视为达不到或达到 / where it is missing")
    clause: Text = NOTHING

    @model_validator(mode="after")
    def _says_something(self) -> "Floor":
        if all(bound is None for bound in (self.at_least, self.above, self.at_most, self.below)):
            raise ValueError("应写门槛：at_least、above、at_most、below / a bound is wanted")
        if self.otherwise == "no_points" and not self.indicator:
            raise ValueError("no_points 只用于一项指标，应写 indicator / no_points goes with an indicator")
        return self


class Profile(Clause):
    """Weights of some months: of quarters, or of months by number; indicators not named do not count then."""

    quarters: tuple[int, ...] = Field((), description="哪些季度（1—4） / which quarters")
    months: tuple[int, ...] = Field((), description="哪些月份（1—12） / which months")
    weights: dict[Code, Points] = Field(min_length=1, description="指标 = 权重 / indicator = weight")

    @model_validator(mode="after")
    def _when(self) -> "Profile":
        if bool(self.quarters) == bool(self.months):
            raise ValueError("应写 quarters 或 months 之一 / either quarters or months")
        if set(self.quarters) - set(range(1, 5)) or set(self.months) - set(range(1, 13)):
            raise ValueError("季度为 1—4，月份为 1—12 / quarters are 1 to 4, months 1 to 12")
        return self

    def holds_in(self, number: int) -> bool:
        """Whether it is for calendar month 1..12."""
        return number in self.months or (number + 2) // 3 in self.quarters


class Publication(Page):
    """What is published of a ranking: so many from the top and so many from the bottom."""

    top: int = Field(ge=0, le=500)
    bottom: int = Field(0, ge=0, le=500)


class Sheet(Clause):
    """One score sheet: who is ranked, by which indicators, with what weights, floors, bonuses and penalties."""

    of: Ranked = Field("county", description="给谁排名 / who is ranked")
    when: Literal["month", "quarter", "half", "year"] = Field("month", description="多久排一次 / how often")
    indicators: dict[Code, Indicator] = {}
    total: Points = Field(
        Fraction(100), gt=0, description="满分：各项权重之和加起评分应为多少分 / what weights and base must sum to"
    )
    base: Points = Field(NOUGHT, ge=0, description="起评分：人人都有，再加减 / points that all begin with")
    factor: MeasureCode = Field(
        "", description="系数：指标得分与起评分之和乘以这个量，加减分不乘 / what indicators and base are multiplied by"
    )
    most_points: Points | None = Field(None, description="总分最多几分 / the most of all points together")
    least_points: Points | None = Field(None, description="总分最少几分，如 0（扣完为止） / the least of all points")
    groups: dict[Code, IndicatorGroup] = Field({}, description="大项及其分值 / groups of indicators and their points")
    profiles: tuple[Profile, ...] = Field((), description="分季（月）权重 / weights by quarter or month")
    classes: tuple[ClassCode, ...] = Field((), description="分类排名：各类分别排 / ranked within these classes")
    floors: tuple[Floor, ...] = ()
    deeds: dict[Code, DeedKind] = Field({}, description="加分与扣分 / bonuses and penalties")
    most_bonus: Points | None = Field(None, ge=0, description="加分合计最多几分 / the most of all bonuses")
    most_penalty: Points | None = Field(None, ge=0, description="扣分合计最多几分（弄虚作假不限） / of all penalties")
    missing: Lack = Field(description="缺数时怎样计 / what a missing value comes to")
    not_due: Lack = Field("mean", description="尚无应考核事项时怎样计 / where nothing is due yet")
    ties: Literal["shared", "dense"] = Field(
        "shared", description="并列之后的名次：空出，或接着排 / after a tie the next place is skipped, or follows"
    )
    tie_breakers: tuple[Code, ...] = Field(
        (),
        description="同分时依次比较：本表的指标，或别的量（高者在先） / indicators, or measures, in order",
    )
    rounded: bool = Field(False, description="按两位小数的得分排名次 / placed by points as shown")
    publish: Publication | None = Field(None, description="只公布前几名、后几名；省略为全部 / left out: all")
    confidence: Share = Field(Fraction(9, 10), gt=0, lt=1, description="名次区间的把握 / confidence of the intervals")
    claims: tuple[Claim, ...] = Field((), description="本表自称防得住的做法 / what it claims to withstand")

    @model_validator(mode="after")
    def _something(self) -> "Sheet":
        if not self.indicators and not (self.base and self.deeds):
            raise ValueError(
                "应写 indicators；只有起评分和加减分的，写 base 与 deeds / indicators are wanted, or base with deeds"
            )
        low, high = self.least_points, self.most_points
        if low is not None and high is not None and low > high:
            raise ValueError("least_points 不应大于 most_points / least_points may not be above most_points")
        return self

    def weights(self, month: str) -> dict[str, Fraction]:
        """What each indicator weighs in a month such as ``2025-07``."""
        number = int(month[5:])
        held = next((one.weights for one in self.profiles if one.holds_in(number)), None)
        return {
            code: (held.get(code, NOUGHT) if held is not None else one.weight) for code, one in self.indicators.items()
        }

    def due_in(self, month: str) -> bool:
        """Whether the sheet is ranked in a month."""
        return int(month[5:]) % {"month": 1, "quarter": 3, "half": 6, "year": 12}[self.when] == 0
