"""The verbs of the supervision room."""

from ballast.rooms.supervision.actions.clocks import ClockRefused, extend_clock, pause_clock, resume_clock
from ballast.rooms.supervision.actions.excusing import NotExcusable, excuse, lift
from ballast.rooms.supervision.actions.fixing import light_month
from ballast.rooms.supervision.actions.letters import LetterRefused, StepAsked, note_answer, send_letter, send_letters
from ballast.rooms.supervision.actions.reasons import ReasonRefused, give_reason

__all__ = [
    "ClockRefused", "LetterRefused", "NotExcusable", "ReasonRefused", "StepAsked", "excuse", "extend_clock",
    "give_reason", "lift", "light_month", "note_answer", "pause_clock", "resume_clock", "send_letter", "send_letters",
]  # fmt: skip
