"""The questions of the reporting room."""

from ballast.rooms.reporting.queries.told import from_source, history, outputs_of, progress_of

__all__ = ["from_source", "history", "outputs_of", "progress_of"]
