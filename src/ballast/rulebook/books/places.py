"""The chapters that classify: size bands, lead industries, classes of area, and 拿地即开工."""

from pydantic import Field, field_validator

from ballast.rulebook.grammar.page import Named, Page
from ballast.rulebook.industries import NAMES


class SizeBand(Page):
    """One band of planned total investment, from ``at_least`` 元 up to the next band."""

    code: str = Field(pattern=r"^[a-z0-9_]+$")
    zh: str
    en: str
    at_least: int = Field(ge=0)


class StartOnLand(Page):
    """拿地即开工: working days from the land date to the last of five papers; days to the verified start."""

    papers_working_days: int = Field(5, ge=0, le=250)
    start_days: int = Field(30, ge=0, le=730)


class LeadIndustry(Page):
    """One lead industry (主导产业) and the divisions of GB/T 4754-2017 that belong to it."""

    zh: str
    en: str
    divisions: tuple[str, ...] = ()

    @field_validator("divisions")
    @classmethod
    def _in_the_standard(cls, divisions: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [code for code in divisions if code not in NAMES]
        if unknown:
            raise ValueError(f"国标没有大类 {unknown} / GB/T 4754-2017 has no division {unknown}; 01–97")
        return divisions


class AreaClass(Named):
    """Areas that are judged alike, by code or name."""

    areas: tuple[str, ...] = Field(min_length=1)
