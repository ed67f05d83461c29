"""Counting the ballots of a tour: every project marked, every county placed, from the ballots and the draws alone."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from ballast.kit.ledger import canonical
from ballast.kit.sentence import Sentence
from ballast.rooms.tours import box, desk
from ballast.rooms.tours.cards import NomineeCard, TourCard
from ballast.rooms.tours.models import Amendment, Draw
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


@dataclass(frozen=True, slots=True)
class Overlay:
    """What approved slips have put right: marks by project and judge, coefficients by project."""

    marks: dict[tuple[int, int], dict[str, str]]
    coefficients: dict[int, Decimal]


def overlay(tour: TourCard, *, edition: int | None = None) -> Overlay:
    """What slips put right up to an edition of the results; None is the newest."""
    told = Overlay({}, {})
    found = Amendment.objects.filter(tour_id=tour.id, edition__gt=1).order_by("edition")
    for one in found if edition is None else found.filter(edition__lte=edition):
        if one.judge:
            told.marks[one.project_id, one.judge] = one.new["marks"]
        else:
            told.coefficients[one.project_id] = Decimal(one.new["coefficient"])
    return told


def count(tour: TourCard, *, edition: int | None = None) -> Counted:
    """Count a closed tour, as an edition of its results has it; None is the newest."""
    right = overlay(tour, edition=edition)
    ballots = box.of_projects(tour, right.marks)
    found = [
        replace(one, coefficient=right.coefficients.get(one.project_id, one.coefficient)) for one in desk.nominees(tour)
    ]
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


def counted(serial: str, *, edition: int | None = None) -> Counted:
    """A tour counted (as an edition has it), once its box is closed. Raises NoSuchTour, and TourRefused before that."""
    tour = desk.find(serial)
    if tour.state not in (State.CLOSED, State.CONFIRMED):
        said = refused(Step.COUNT, tour.state) or Sentence("", "")
        raise TourRefused(said, where=serial, code="not_then")
    return count(tour, edition=edition)


def hash_of(box_hash: str, places: Sequence[Placed]) -> str:
    """The hash over confirmed places, in order, on top of the ballots'."""
    chain = canonical.Chain(box_hash)
    for line in _lines(places):
        chain.add(line)
    return chain.hash()


def amended_hash(before: str, slip: Amendment) -> str:
    """What the hash of a further edition stands on: the edition before it, and the slip that makes it."""
    chain = canonical.Chain(before)
    chain.add(json.dumps([slip.number, slip.project_id, slip.judge, slip.old, slip.new], ensure_ascii=False,
                         sort_keys=True))  # fmt: skip
    return chain.hash()


def _lines(places: Sequence[Placed]) -> Iterator[str]:
    for one in places:
        yield f"{one.place} {one.code} {one.group} {one.group_place} {one.points} {one.by}"
