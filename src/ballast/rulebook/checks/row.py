"""What a check sees of one project's report: plain values, without tables or files."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ballast.kit.sentence import Sentence


class Severity(StrEnum):
    """What a finding does: an error stops, a warning asks for an explanation, a note is only said."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One project in one month, in 元; None is not reported, never zero.

    ``last_*`` are the newest figures reported before this month (``last_year_to_date`` of the same year only);
    ``dates_withdrawn`` are the columns whose actual date was reported before and is now empty;
    ``silent_months`` counts the whole months without investment since the start, up to the month before.
    """

    month: str
    total_investment: int | None = None
    done_by_last_year: int | None = None
    annual_plan: int | None = None
    last_year_to_date: int | None = None
    last_to_date: int | None = None
    month_completed: int | None = None
    year_to_date: int | None = None
    to_date: int | None = None
    form_progress: str = ""
    problems: str = ""
    evidence: str = ""
    started_on: date | None = None
    start_is_new: bool = False
    completed_on: date | None = None
    producing_on: date | None = None
    registered_on: date | None = None
    dates_withdrawn: tuple[str, ...] = ()
    agreed: int | None = None
    paid_in: int | None = None
    last_paid_in: int | None = None
    silent_months: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found: ``column`` is the key of the form's column whose cell it is about."""

    code: str
    severity: Severity
    column: str
    sentence: Sentence
    clause: Sentence
