"""Counting the ballots of a tour: every project marked, every county placed, from the ballots and the draws alone."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from ballast.kit.ledger import canonical
from ballast.rooms.tours import box, desk
from ballast.rooms.tours.cards import NomineeCard, TourCard
from ballast.rooms.tours.models import Amendment, Draw
from ballast.rulebook.slips import SlipState
from ballast.rulebook.touring import County, Placed, ProjectMark, Standing, marked, placed
from ballast.rulebook.touring.life import Step


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


def overlay(tour: TourCard, *, edition: int | None = None, slip: Amendment | None = None) -> Overlay:
    """What slips put right up to an edition of the results; None is the newest, ``slip`` one more on top of it."""
    told = Overlay({}, {})
    found = Amendment.objects.filter(tour_id=tour.id, edition__gt=1).order_by("edition")
    carried = found if edition is None else found.filter(edition__lte=edition)
    for one in (*carried, *([slip] if slip else ())):
        if one.judge:
            told.marks[one.project_id, one.judge] = one.new["marks"]
        else:
            told.coefficients[one.project_id] = Decimal(one.new["coefficient"])
    return told


def count(tour: TourCard, *, edition: int | None = None, slip: Amendment | None = None) -> Counted:
    """Count a closed tour, as an edition of its results has it; None is the newest, ``slip`` one not decided yet."""
    right = overlay(tour, edition=edition, slip=slip)
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
    return count(desk.at_step(serial, Step.COUNT), edition=edition)


def level(tour: TourCard) -> tuple[frozenset[str], ...]:
    """Counties that wait for a draw: level to the last as counted, or as a slip not decided yet would leave them."""
    filed = Amendment.objects.filter(tour_id=tour.id, state=SlipState.FILED).order_by("number")
    counts = [count(tour), *(count(tour, slip=one) for one in filed)]
    return tuple(dict.fromkeys(codes for each in counts for codes in each.standing.open))


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
