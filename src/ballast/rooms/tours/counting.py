"""Counting the ballots of a tour: every project marked, every county placed, from the ballots and the draws alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ballast.kit.ledger import canonical
from ballast.kit.sentence import Sentence
from ballast.rooms.tours import box, desk
from ballast.rooms.tours.cards import NomineeCard, TourCard
from ballast.rooms.tours.models import Draw
from ballast.rooms.tours.refusals import TourRefused
from ballast.rulebook.touring import County, Placed, ProjectMark, Standing, marked, placed
from ballast.rulebook.touring.life import State, Step, refused


@dataclass(frozen=True, slots=True)
class Counted:
    """A tour counted: its projects with their marks, its counties, and their places."""

    nominees: tuple[NomineeCard, ...]
    marks: dict[int, ProjectMark]
    counties: dict[str, County]
    standing: Standing


def count(tour: TourCard) -> Counted:
    """Count a closed tour."""
    ballots, found = box.of_projects(tour), desk.nominees(tour)
    marks = {
        one.project_id: marked(tour.rule, one.serial, ballots[one.project_id], Fraction(one.coefficient))
        for one in found
    }
    counties = {
        code: County(code, group.code, tuple(marks[one.project_id] for one in found if one.area_code == code))
        for group in tour.groups
        for code in group.areas
    }
    draws = [tuple(one.order) for one in Draw.objects.current().filter(tour_id=tour.id)]
    return Counted(tuple(found), marks, counties, placed(tour.rule, list(counties.values()), draws))


def counted(serial: str) -> Counted:
    """A tour counted, once its box is closed. Raises NoSuchTour, and TourRefused before that."""
    tour = desk.find(serial)
    if tour.state not in (State.CLOSED, State.CONFIRMED):
        said = refused(Step.COUNT, tour.state) or Sentence("", "")
        raise TourRefused(said, where=serial, code="not_then")
    return count(tour)


def hash_of(box_hash: str, places: Sequence[Placed]) -> str:
    """The hash over confirmed places, in order, on top of the ballots'."""
    chain = canonical.Chain(box_hash)
    for line in _lines(places):
        chain.add(line)
    return chain.hash()


def _lines(places: Sequence[Placed]) -> Iterator[str]:
    for one in places:
        yield f"{one.place} {one.code} {one.group} {one.group_place} {one.points} {one.by}"
