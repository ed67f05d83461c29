"""Frozen cards of what the month brings, as they travel between rooms."""

from ballast.rooms.reporting.cards.findings import CellFinding, Conflict
from ballast.rooms.reporting.cards.progressing import Chosen, Edit, Moved, Outcome
from ballast.rooms.reporting.cards.recorded import (
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
)

__all__ = [
    "CellFinding", "Change", "Chosen", "Conflict", "CorrectionCard", "Edit", "IndicatorCard", "Moved", "Outcome",
    "OutputCard", "ProgressCard", "Receipt", "Reported", "Slip", "Status", "SubmissionCard",
]  # fmt: skip
