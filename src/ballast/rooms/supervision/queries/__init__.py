"""The questions of the supervision room."""

from ballast.rooms.supervision.cases import Case, Subject
from ballast.rooms.supervision.gathering import Figures
from ballast.rooms.supervision.lines import Line, MonthLines, lines
from ballast.rooms.supervision.published import verify
from ballast.rooms.supervision.queries.boards import Board, Row, Turned, board, severity, turns, worst
from ballast.rooms.supervision.queries.granted import ExceptionCard, exceptions, exceptions_in_force
from ballast.rooms.supervision.queries.letters import (
    Due,
    LetterCard,
    Record,
    due,
    letter_document,
    letters,
    records,
)
from ballast.rooms.supervision.queries.meeting import unmet
from ballast.rooms.supervision.queries.reasons import (
    past_area_lights,
    past_department_lights,
    past_lights,
    why,
    why_area,
    why_department,
)
from ballast.rooms.supervision.queries.received import Received, received
from ballast.rooms.supervision.queries.replaying import Changed, Replay, replay
from ballast.rooms.supervision.queries.seeing import sights
from ballast.rooms.supervision.queries.stalls import Cohort, Span, Stuck, cohorts, narrowed, stall_history, stuck
from ballast.rooms.supervision.queries.weighing import Scales, Weighed, month_projects, scales
from ballast.rooms.supervision.why import Why, cells

__all__ = [
    "Board", "Case", "Changed", "Cohort", "Due", "ExceptionCard", "Figures", "LetterCard", "Line", "MonthLines",
    "Received", "Record", "Replay", "Row", "Scales", "Span", "Stuck", "Subject", "Turned", "Weighed", "Why", "board",
    "cells", "cohorts", "due", "exceptions",
    "exceptions_in_force", "letter_document", "letters", "lines", "month_projects", "narrowed",
    "past_area_lights", "past_department_lights", "past_lights", "received", "records", "replay", "scales", "severity",
    "sights", "stall_history", "stuck", "turns", "unmet", "verify", "why", "why_area", "why_department", "worst",
]  # fmt: skip
