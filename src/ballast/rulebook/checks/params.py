"""The thresholds of the checks: the chapter ``[checks]`` of a policy book, every one with its default."""

from pydantic import BaseModel, ConfigDict, Field


class CheckParams(BaseModel):
    """Numbers a city may set; all are defaults of ours, no published rule settles them. Money in 元."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    month_share_of_plan_percent: int = Field(50, gt=0, description="one month's share of the annual plan that asks")
    year_over_plan_percent: int = Field(120, ge=100, description="year to date as a share of the plan that asks")
    silent_months: int = Field(3, ge=1, description="months without investment after the start that ask")
    largest_total: int = Field(100_000_000_000, gt=0, description="a total investment above this asks")
    round_unit: int = Field(10_000_000, gt=0, description="a month's amount in whole multiples of this is noted")


DEFAULT = CheckParams()
