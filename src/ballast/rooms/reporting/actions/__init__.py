"""The verbs of the reporting room."""

from ballast.rooms.reporting.actions.correct import Contradicts, MonthOpen, SlipIncomplete, Stale, correct
from ballast.rooms.reporting.actions.gate import MonthSealed, NotYet, WrongForm
from ballast.rooms.reporting.actions.record import Card, hand_over, report
from ballast.rooms.reporting.actions.submit import SentBack, hand_in, submit

__all__ = [
    "Card", "Contradicts", "MonthOpen", "MonthSealed", "NotYet", "SentBack", "SlipIncomplete", "Stale", "WrongForm",
    "correct", "hand_in", "hand_over", "report", "submit",
]  # fmt: skip
