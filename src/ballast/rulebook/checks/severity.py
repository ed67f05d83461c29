"""How heavy every check is: the table ``[checks.severity]`` of a policy book, and the bounds a city may not pass."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from ballast.kit.sentence import Sentence


class Severity(StrEnum):
    """What a finding does: an error stops, a warning is explained with the report, a note is asked about after it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


EFFECTS: dict[Severity, Sentence] = {
    Severity.ERROR: Sentence("须改正", "must be corrected"),
    Severity.WARNING: Sentence("改正或说明", "correct or explain"),
    Severity.NOTE: Sentence("接收后询问", "asked about afterwards"),
    Severity.OFF: Sentence("未启用", "off"),
}


def _stops(severity: Severity) -> Severity:
    if severity is not Severity.ERROR:
        raise ValueError("账目与日期相符是硬性要求，只能是 error / what arithmetic demands stays an error")
    return severity


def _only_asks(severity: Severity) -> Severity:
    if severity is Severity.ERROR:
        raise ValueError("数字的模样只能引出询问，不能是 error / a pattern may ask, it never stops")
    return severity


Demanded = Annotated[Severity, AfterValidator(_stops)]
Pattern = Annotated[Severity, AfterValidator(_only_asks)]

ERROR, WARNING, NOTE, OFF = Severity


class Severities(BaseModel):
    """The severity of every check by its code; sums and dates stay errors, patterns of figures never become one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    to_date_falls: Demanded = ERROR
    year_sum: Demanded = ERROR
    whole_sum: Demanded = ERROR
    start_in_future: Demanded = ERROR
    completion_in_future: Demanded = ERROR
    production_in_future: Demanded = ERROR
    registration_in_future: Demanded = ERROR
    completed_before_started: Demanded = ERROR

    over_total: Severity = WARNING
    largest_total: Severity = WARNING
    absurd_amount: Severity = WARNING
    over_agreed: Severity = WARNING
    paid_in_falls: Severity = WARNING
    funds_total: Severity = NOTE
    approval_total: Severity = NOTE
    contract_total: Severity = NOTE
    parties_differ: Severity = NOTE
    month_share: Severity = WARNING
    year_over_plan: Severity = WARNING
    silent: Severity = WARNING
    unheard: Severity = NOTE
    words_missing: Severity = WARNING
    progress_without_photo: Severity = NOTE
    start_without_evidence: Severity = WARNING
    registration_overdue: Severity = NOTE
    money_before_start: Severity = WARNING
    date_withdrawn: Severity = WARNING
    photo_before: Severity = NOTE
    photo_after_upload: Severity = NOTE
    photo_far: Severity = NOTE
    photo_reused: Severity = NOTE
    photo_alike: Severity = NOTE

    round_number: Pattern = OFF
    round_heaping: Pattern = NOTE
    year_end_bunching: Pattern = NOTE

    def of(self, code: str) -> Severity:
        """The severity of the check ``code``."""
        return Severity(getattr(self, code))
