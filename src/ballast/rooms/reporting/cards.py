"""Frozen cards of what the month brings, as they travel between rooms."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressCard:
    """One project's investment in one month on one basis, in 元, with progress in words."""

    project_id: int
    month: str
    basis: str
    month_completed: int | None = None
    year_to_date: int | None = None
    to_date: int | None = None
    node: str = ""
    form_progress: str = ""
    problems: str = ""
    needs: str = ""
    explanation: str = ""
    remarks: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputCard:
    """A producing project's last twelve months up to ``month``: output and tax in 元, jobs held."""

    project_id: int
    month: str
    output: int | None = None
    tax: int | None = None
    jobs: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorCard:
    """An area's figure from the statistics office, January to ``month``, in 元 at comparable prices."""

    area_id: int
    indicator: str
    month: str
    lead_industry: str = ""
    year_to_date: int | None = None
    row: int | None = None
