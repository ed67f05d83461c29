"""The thresholds of the checks: the chapter ``[checks]`` of a policy book, every one with its default."""

from pydantic import BaseModel, ConfigDict, Field

from ballast.rulebook.checks.severity import Severities


class CheckParams(BaseModel):
    """Numbers a city may set; where no published rule settles one it is a default of ours. Money in 元."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    month_share_of_plan_percent: int = Field(50, gt=0, description="one month's share of the annual plan that asks")
    year_over_plan_percent: int = Field(120, ge=100, description="year to date as a share of the plan that asks")
    silent_months: int = Field(3, ge=1, description="months without investment after the start that ask")
    unheard_months: int = Field(2, ge=1, description="months a started project reports nothing that ask")
    largest_total: int = Field(100_000_000_000, gt=0, description="a total investment above this asks")
    round_unit: int = Field(10_000_000, gt=0, description="a month's amount in whole multiples of this is noted")
    funds_gap_percent: int = Field(10, ge=0, description="funds agreed may differ from the total by this much")
    approval_gap_percent: int = Field(10, ge=0, description="the total may differ from the approved one by this much")

    registration_months: int = Field(2, ge=1, description="months from the start to the statistics registration")
    registration_from: int = Field(5_000_000, ge=0, description="totals registered through the local office")
    registration_direct_from: int = Field(50_000_000, ge=0, description="totals the legal entity reports directly")

    december_share_percent: int = Field(30, gt=0, le=100, description="December's share of the year that asks")
    quarter_share_percent: int = Field(50, gt=0, le=100, description="the last quarter's share of the year that asks")
    year_end_times: int = Field(3, ge=2, description="and so many times the median of the months before it")
    year_end_least_months: int = Field(6, ge=3, description="with fewer months before it nothing is asked")

    heaping_unit: int = Field(1_000_000, gt=0, description="an amount in whole multiples of this is a round one")
    heaping_recent_months: int = Field(3, ge=1, le=12, description="the months looked at")
    heaping_earlier_months: int = Field(12, ge=6, le=36, description="the reporter's own months before them")
    heaping_least_recent: int = Field(20, ge=5, description="with fewer recent amounts nothing is asked")
    heaping_least_earlier: int = Field(40, ge=10, description="with fewer earlier amounts nothing is asked")
    heaping_points: int = Field(15, ge=1, le=100, description="percentage points above the own earlier share")
    heaping_odds: int = Field(1000, ge=20, description="asked where chance would do it once in so many times")

    photo_far_km: int = Field(3, ge=1, description="kilometres between a photo and the project's site that ask")
    photo_alike_bits: int = Field(3, ge=0, le=3, description="bits of 64 in which photos that look alike may differ")

    severity: Severities = Severities()


DEFAULT = CheckParams()
