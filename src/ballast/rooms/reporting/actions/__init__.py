"""The verbs of the reporting room."""

from ballast.rooms.reporting.actions.record import Card, report

__all__ = ["Card", "report"]
