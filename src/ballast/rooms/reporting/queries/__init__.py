"""The questions of the reporting room."""

from ballast.rooms.reporting.queries.corrections import carried, corrections, standing_reports
from ballast.rooms.reporting.queries.form import NothingToReport, form
from ballast.rooms.reporting.queries.months import AreaReport, deadlines, reported, submission, submissions
from ballast.rooms.reporting.queries.seals import MonthState, is_sealed, month_state
from ballast.rooms.reporting.queries.told import from_source, history, outputs_of, progress_of

__all__ = [
    "AreaReport", "MonthState", "NothingToReport", "carried", "corrections", "deadlines", "form", "from_source",
    "history", "is_sealed", "month_state", "outputs_of", "progress_of", "reported", "standing_reports",
    "submission", "submissions",
]  # fmt: skip
