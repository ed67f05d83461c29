"""What a judge sees by their link, and what a reader of paper ballots has read."""

from ballast.rooms.tours import desk
from ballast.rooms.tours.actions.voting import judge_of
from ballast.rooms.tours.cards import Sheet, TourCard
from ballast.rooms.tours.models import Ballot, PaperMarks


def sheet(token: str) -> Sheet:
    """The ballot of the judge a link is for: every project, and what they cast already. Raises NoTicket."""
    tour, judge = judge_of(token)
    cast = list(Ballot.objects.filter(tour_id=tour.id, judge=judge.number))
    return Sheet(
        tour=tour, judge=judge, nominees=tuple(desk.nominees(tour)), cast={one.project_id: one.cast_at for one in cast},
        marks={one.project_id: one.marks for one in cast},
    )  # fmt: skip


def readings(tour: TourCard, number: int, *, hand: str) -> dict[str, dict[str, str]]:
    """What one person read of a judge's paper ballots, by the project's serial; nobody else's."""
    serials = {one.project_id: one.serial for one in desk.nominees(tour)}
    found = PaperMarks.objects.current().filter(tour_id=tour.id, judge=number, hand=hand)
    return {serials[one.project_id]: one.marks for one in found if one.project_id in serials}
