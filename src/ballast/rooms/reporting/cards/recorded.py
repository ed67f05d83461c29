"""Frozen cards of what the month brings, as they travel between rooms."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.kit.words import Word
from ballast.rooms.reporting.cards.findings import CellFinding, Conflict


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


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetCard:
    """What is set for an area under a target of the book, for a year or January to a month: 元, or a percentage."""

    area_id: int
    target: str
    period: str
    amount: int | None = None
    percent: Decimal | None = None
    row: int | None = None


Reported = int | str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One value of one month put right: a field of Progress, what stands (元 or text, None: not reported), what is."""

    month: str
    field: str
    old: Reported
    new: Reported


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """更正单: the changes to one project's reports on one basis that go together, and who answers for them."""

    project_id: int
    basis: str
    changes: tuple[Change, ...]
    reason: str
    evidence: str
    approver: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaSlip:
    """更正单 of a figure the statistics office published for an area (``fai``, ``output.biopharma``), in 元."""

    area_id: int
    indicator: str
    month: str
    old: int | None
    new: int
    reason: str
    evidence: str
    approver: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionCard:
    """One correction as kept."""

    id: int
    project_id: int
    serial: str
    month: str
    basis: str
    field: str
    old: Reported
    new: Reported
    reason: str
    evidence: str
    approver: str
    recorded_at: datetime
    recorded_by: str


class Status(Word):
    """What came of a hand-in."""

    SUBMITTED = "submitted", "已提交", "submitted"
    ACCEPTED = "accepted", "已接收", "accepted"
    RETURNED = "returned", "退回", "sent back"
    UNCHANGED = "unchanged", "无变化", "nothing new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What came of one hand-in: rows taken, facts new, revised and unchanged, everything found, cells in conflict."""

    status: Status
    month: str
    area_code: str
    area_name: str
    submission_id: int
    sentence: Sentence
    rows: int = 0
    new: int = 0
    revised: int = 0
    unchanged: int = 0
    findings: tuple[CellFinding, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionCard:
    """One hand-in as kept: whose, when, by whom, its file, what came of it, and the cells in conflict."""

    id: int
    month: str
    area_code: str
    area_name: str
    handed_in_at: datetime
    handed_in_by: str
    file: str
    status: Status
    accepted: int
    findings: tuple[dict[str, Any], ...]
    conflicts: tuple[Conflict, ...] = ()

    @property
    def stopping(self) -> int:
        """How many findings sent it back."""
        return sum(bool(finding["stops"]) for finding in self.findings)
