"""The verbs of the tours room, in the order of a tour."""

from ballast.rooms.tours.actions.amending import Amending, amend, decide_amendment
from ballast.rooms.tours.actions.confirming import confirm, draw
from ballast.rooms.tours.actions.doing import VERBS, Doing, do
from ballast.rooms.tours.actions.judging import dismiss_judge, issue_tickets, name_judges
from ballast.rooms.tours.actions.nominating import PutForward, approve, nominate, replace_nominee, set_difficulty
from ballast.rooms.tours.actions.planning import Planned, call_off, plan_tour
from ballast.rooms.tours.actions.reading import read_paper
from ballast.rooms.tours.actions.voting import cast, close_ballot, open_ballot
from ballast.rooms.tours.refusals import (
    BallotRefused,
    BallotTwice,
    NoSuchTour,
    NotEligible,
    NoTicket,
    TourRefused,
)

__all__ = [
    "Amending", "BallotRefused", "BallotTwice", "Doing", "NoSuchTour", "NoTicket", "NotEligible", "Planned",
    "PutForward", "TourRefused", "VERBS", "amend", "approve", "call_off", "cast", "close_ballot", "confirm",
    "decide_amendment", "dismiss_judge", "do", "draw", "issue_tickets", "name_judges", "nominate", "open_ballot",
    "plan_tour", "read_paper", "replace_nominee", "set_difficulty",
]  # fmt: skip
