"""The verbs of the reporting room."""

from ballast.rooms.reporting.actions.gate import MonthSealed, NotYet, WrongForm
from ballast.rooms.reporting.actions.record import Card, report
from ballast.rooms.reporting.actions.submit import SentBack, hand_in, submit

__all__ = ["Card", "MonthSealed", "NotYet", "SentBack", "WrongForm", "hand_in", "report", "submit"]
