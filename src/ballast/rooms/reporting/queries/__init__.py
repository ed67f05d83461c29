"""The questions of the reporting room."""

from ballast.rooms.reporting.queries.corrections import carried, corrections, standing_reports
from ballast.rooms.reporting.queries.form import NothingToReport, form, form_name
from ballast.rooms.reporting.queries.months import AreaReport, deadlines, reported, submission, submissions
from ballast.rooms.reporting.queries.page import MonthPage, form_for, month_page, months, submission_for
from ballast.rooms.reporting.queries.place import month_named
from ballast.rooms.reporting.queries.seals import MonthState, is_sealed, month_state
from ballast.rooms.reporting.queries.told import from_source, history, outputs_of, progress_of

__all__ = [
    "AreaReport", "MonthPage", "MonthState", "NothingToReport", "carried", "corrections", "deadlines", "form",
    "form_for", "form_name", "from_source", "history", "is_sealed", "month_named", "month_page", "month_state",
    "months", "outputs_of", "progress_of", "reported", "standing_reports", "submission", "submission_for",
    "submissions",
]  # fmt: skip
