"""The questions of the tours room."""

from ballast.rooms.tours.cards import (
    AmendmentCard,
    BoxCard,
    CountyPoints,
    EditionCard,
    GroupCard,
    JudgeCard,
    NomineeCard,
    Sheet,
    Ticket,
    TourCard,
)
from ballast.rooms.tours.counting import Counted, count, counted, level
from ballast.rooms.tours.desk import find, judge, judges, nominees
from ballast.rooms.tours.papers import Differs, Paper, papers
from ballast.rooms.tours.queries.confirmed import amendments, box_of, editions, results
from ballast.rooms.tours.queries.route import Seen, Stop, route, tours
from ballast.rooms.tours.queries.slips import Slip, slips
from ballast.rooms.tours.queries.voting import readings, sheet
from ballast.rooms.tours.verifying import verify

__all__ = [
    "AmendmentCard", "BoxCard", "Counted", "CountyPoints", "Differs", "EditionCard", "GroupCard", "JudgeCard",
    "NomineeCard", "Paper", "Seen", "Sheet", "Slip", "Stop", "Ticket", "TourCard", "amendments", "box_of", "count",
    "counted", "editions", "find", "judge", "judges", "level", "nominees", "papers", "readings", "results", "route",
    "sheet", "slips", "tours", "verify",
]  # fmt: skip
