"""Frozen cards of what the month brings, as they travel between rooms."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.kit.words import Word


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

    ACCEPTED = "accepted", "已接收", "accepted"
    RETURNED = "returned", "退回", "sent back"
    UNCHANGED = "unchanged", "无变化", "nothing new"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFinding:
    """One finding on a handed-in form, with its cell; ``severity`` is error, warning or note.

    ``explained`` is a warning that the row's 说明 answers; it no longer stops the form.
    """

    code: str
    severity: str
    sentence: Sentence
    clause: Sentence
    where: str
    serial: str = ""
    name: str = ""
    explained: bool = False

    @property
    def stops(self) -> bool:
        """Whether the form is sent back for it."""
        return self.severity == "error" or (self.severity == "warning" and not self.explained)

    def plain(self) -> dict[str, Any]:
        """The finding as JSON: what the table keeps and the command line prints."""
        return {
            "code": self.code, "severity": self.severity, "zh": self.sentence.zh, "en": self.sentence.en,
            "clause_zh": self.clause.zh, "clause_en": self.clause.en, "where": self.where,
            "serial": self.serial, "name": self.name, "explained": self.explained, "stops": self.stops,
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What came of one hand-in: rows taken, facts new, revised and unchanged, and everything found."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionCard:
    """One hand-in as kept: whose, when, by whom, its file, and what came of it."""

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

    @property
    def stopping(self) -> int:
        """How many findings sent it back."""
        return sum(bool(finding["stops"]) for finding in self.findings)
