"""The questions of the reporting room."""

from ballast.rooms.reporting.queries.form import form
from ballast.rooms.reporting.queries.seals import MonthState, is_sealed, month_state
from ballast.rooms.reporting.queries.told import from_source, history, outputs_of, progress_of

__all__ = [
    "MonthState", "form", "from_source", "history", "is_sealed", "month_state", "outputs_of", "progress_of",
]  # fmt: skip
