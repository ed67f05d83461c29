"""Frozen cards of what the month brings, as they travel between rooms."""

from ballast.rooms.reporting.cards.findings import CellFinding, Conflict
from ballast.rooms.reporting.cards.progressing import Chosen, Edit, Moved, Outcome
from ballast.rooms.reporting.cards.questions import AreaQuestions, Pending, PendingPile, PendingQuestion, QuestionCard
from ballast.rooms.reporting.cards.recorded import (
    AreaSlip,
    Change,
    CorrectionCard,
    IndicatorCard,
    OutputCard,
    ProgressCard,
    Receipt,
    Reported,
    Slip,
    Status,
    SubmissionCard,
    TargetCard,
)
from ballast.rooms.reporting.cards.slips import FilingCard, SlipDraft
from ballast.rooms.reporting.cards.watching import (
    AreaNode,
    Difference,
    ReportCard,
    StepCard,
    Unaccepted,
    WorkItem,
    Worklist,
)

__all__ = [
    "AreaNode", "AreaQuestions", "AreaSlip", "CellFinding", "Change", "Chosen", "Conflict", "CorrectionCard",
    "Difference", "Edit", "FilingCard", "IndicatorCard", "Moved", "Outcome", "OutputCard", "Pending", "PendingPile",
    "PendingQuestion", "ProgressCard", "QuestionCard", "Receipt", "ReportCard", "Reported", "Slip", "SlipDraft",
    "Status", "StepCard", "SubmissionCard", "TargetCard", "Unaccepted", "WorkItem", "Worklist",
]  # fmt: skip
