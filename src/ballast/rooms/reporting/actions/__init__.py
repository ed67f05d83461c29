"""The verbs of the reporting room."""

from ballast.rooms.reporting.actions.area_slips import AreaSlipAsked, correct_area, file_area_slip
from ballast.rooms.reporting.actions.attach import Attached, NothingSent, attach, detach
from ballast.rooms.reporting.actions.correct import Contradicts, MonthOpen, SlipIncomplete, Stale, correct
from ballast.rooms.reporting.actions.hand_in import NoSuchHandIn, SentBack, hand_in, hand_in_again, take_in
from ballast.rooms.reporting.actions.question import (
    AnswerRefused,
    NoSuchQuestion,
    QuestionElsewhere,
    QuestionMovedOn,
    answer,
    settle,
)
from ballast.rooms.reporting.actions.record import Card, hand_over, report
from ballast.rooms.reporting.actions.review import LONGEST_REMARK, RemarkRefused, accept, send_back
from ballast.rooms.reporting.actions.save import save
from ballast.rooms.reporting.actions.set_tasks import (
    TasksRefused,
    TasksSet,
    TasksTrial,
    at_the_server,
    set_tasks,
    set_tasks_kept,
    setter,
    try_tasks,
)
from ballast.rooms.reporting.actions.slips import (
    NoSuchSlip,
    OwnSlip,
    SlipDecided,
    approve_slip,
    file_slip,
    refuse_slip,
    withdraw_slip,
)
from ballast.rooms.reporting.actions.submit import recall, submit
from ballast.rooms.reporting.actions.try_in import NotKept, Trial, hand_in_kept, try_in
from ballast.rooms.reporting.loop.acting import KeyUsed
from ballast.rooms.reporting.loop.cells import NotACell
from ballast.rooms.reporting.loop.desk import NotThen, NotYours
from ballast.rooms.reporting.loop.gate import MonthSealed, NotYet, WrongForm
from ballast.rooms.reporting.loop.hands import Hands
from ballast.rooms.reporting.loop.judging import NotReady
from ballast.rooms.reporting.loop.passing import Overtaken
from ballast.rooms.reporting.loop.typing_in import NoSuchVersion, NotOnTheForm

__all__ = [
    "AnswerRefused", "AreaSlipAsked", "Attached", "Card", "Contradicts", "Hands", "KeyUsed", "LONGEST_REMARK",
    "MonthOpen", "MonthSealed", "NoSuchHandIn", "NoSuchQuestion", "NoSuchSlip", "NoSuchVersion", "NotACell",
    "NotKept", "NotOnTheForm", "NotReady", "NotThen", "NotYet", "NotYours", "NothingSent", "Overtaken", "OwnSlip",
    "QuestionElsewhere", "QuestionMovedOn", "RemarkRefused", "SentBack", "SlipDecided", "SlipIncomplete", "Stale",
    "TasksRefused", "TasksSet", "TasksTrial", "Trial", "WrongForm", "accept", "answer", "approve_slip",
    "at_the_server", "attach", "correct", "correct_area", "detach", "file_area_slip", "file_slip", "hand_in",
    "hand_in_again", "hand_in_kept", "hand_over", "recall", "refuse_slip", "report", "save", "send_back", "set_tasks",
    "set_tasks_kept", "setter", "settle", "submit", "take_in", "try_in", "try_tasks", "withdraw_slip",
]  # fmt: skip
