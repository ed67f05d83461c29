"""What a check sees of one project's report: plain values, without tables or files."""

from dataclasses import dataclass
from datetime import date

from ballast.kit.sentence import Sentence
from ballast.rulebook.checks.severity import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who stands on a paper as the one that builds: name and credit code, as far as the paper gives them."""

    name: str = ""
    credit_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One project in one month, in 元; None is not reported, never zero.

    ``last_*`` are the newest figures reported before this month (``last_year_to_date`` of the same year only);
    ``year_months`` are the amounts reported for the months of this year before it;
    ``dates_withdrawn`` are the columns whose actual date was reported before and is now empty;
    ``silent_months`` counts the whole months without investment since the start, up to the month before, and
    ``unheard_months`` those without any report;
    ``agreed`` are the funds of the channels reported, ``funds_total`` those of the whole funding table;
    ``photos`` and ``start_papers`` count the evidence attached to the month and to the start, None where nobody looked.
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
    year_months: tuple[tuple[str, int], ...] = ()
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
    funds_total: int | None = None
    silent_months: int = 0
    unheard_months: int = 0
    photos: int | None = None
    start_papers: int | None = None
    owner: Party = Party()
    approval_owner: Party = Party()
    approved_total: int | None = None
    contract_party: Party = Party()
    contract_amount: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found: ``column`` is the key of the form's column whose cell it is about."""

    code: str
    severity: Severity
    column: str
    sentence: Sentence
    clause: Sentence

    @property
    def asks(self) -> bool:
        """Whether it opens a question that a reviewer settles: every finding that does not stop."""
        return self.severity in (Severity.WARNING, Severity.NOTE)
