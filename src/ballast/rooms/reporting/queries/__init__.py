"""The questions of the reporting room."""

from ballast.rooms.reporting.queries.board import Board, board
from ballast.rooms.reporting.queries.corrections import carried, corrections, standing_reports
from ballast.rooms.reporting.queries.duties import Duties, duties
from ballast.rooms.reporting.queries.fired import fired, report_rows
from ballast.rooms.reporting.queries.form import NothingToReport, form, form_name
from ballast.rooms.reporting.queries.in_hand import month_in_hand, months_in_hand
from ballast.rooms.reporting.queries.months import AreaReport, deadlines, reported, submission, submissions
from ballast.rooms.reporting.queries.page import MonthPage, form_for, month_page, months, submission_for
from ballast.rooms.reporting.queries.pending import pending
from ballast.rooms.reporting.queries.place import month_named
from ballast.rooms.reporting.queries.published import figure_name, published_figures
from ballast.rooms.reporting.queries.questions import asked_by_code, question_counts, question_months, questions
from ballast.rooms.reporting.queries.report import conflicts, report, reports, reports_of
from ballast.rooms.reporting.queries.review import ReviewPage, review
from ballast.rooms.reporting.queries.sealing import Sealing, sealing
from ballast.rooms.reporting.queries.seals import MonthState, every_sealed_month, is_sealed, last_sealed, month_state
from ballast.rooms.reporting.queries.sheet import Desk, Field, Sheet, desk, sheet
from ballast.rooms.reporting.queries.slips import slip_draft, slip_paper, slips
from ballast.rooms.reporting.queries.tasks import TasksPage, tasks_form, tasks_page, year_named
from ballast.rooms.reporting.queries.told import cell, from_source, history, outputs_of, progress_of, target_cell
from ballast.rooms.reporting.queries.tree import month_tree
from ballast.rooms.reporting.queries.unaccepted import unaccepted
from ballast.rooms.reporting.queries.whole import (
    Indicators,
    Lateness,
    Told,
    indicator_cell,
    indicators,
    lateness,
    targets,
    told,
)
from ballast.rooms.reporting.queries.worklist import worklist

__all__ = [
    "AreaReport", "Board", "Desk", "Duties", "Field", "Indicators", "Lateness", "MonthPage", "MonthState",
    "NothingToReport", "ReviewPage", "Sealing", "Sheet", "TasksPage", "Told", "asked_by_code", "board", "carried",
    "cell", "conflicts", "corrections", "deadlines", "desk", "duties", "every_sealed_month", "figure_name", "fired",
    "form", "form_for", "form_name", "from_source", "history", "indicator_cell", "indicators", "is_sealed",
    "last_sealed", "lateness", "month_in_hand", "month_named", "month_page", "month_state", "month_tree", "months",
    "months_in_hand", "outputs_of", "pending", "progress_of", "published_figures", "question_counts",
    "question_months", "questions", "report", "report_rows", "reported", "reports", "reports_of", "review", "sealing",
    "sheet", "slip_draft", "slip_paper", "slips", "standing_reports", "submission", "submission_for", "submissions",
    "target_cell", "targets", "tasks_form", "tasks_page", "told", "unaccepted", "worklist", "year_named",
]  # fmt: skip
