"""A tour on the desk: its card, the projects put forward, its judges, as they stand now."""

from collections import Counter
from dataclasses import replace

from ballast.kit.ledger.models import FactQuerySet
from ballast.kit.sentence import Sentence
from ballast.rooms.registry import queries as registry
from ballast.rooms.tours.cards import GroupCard, JudgeCard, NomineeCard, TourCard
from ballast.rooms.tours.models import Ballot, Course, Judge, Nominee, Tour
from ballast.rooms.tours.refusals import NoSuchTour, TourRefused
from ballast.rooms.tours.rules import rule_of
from ballast.rulebook.touring.life import State, Step, refused


def find(serial: str) -> TourCard:
    """The tour of this number. Raises NoSuchTour."""
    found = Tour.objects.filter(serial=serial).first()
    if found is None:
        raise no_such(serial)
    return cards([found])[0]


def at_step(serial: str, step: Step) -> TourCard:
    """The tour, if it stands where ``step`` can be taken. Raises NoSuchTour and TourRefused."""
    tour = find(serial)
    if said := refused(step, tour.state):
        raise TourRefused(said, where=serial, code="not_then")
    return tour


def no_such(where: str) -> NoSuchTour:
    """There is no such thing."""
    return NoSuchTour(
        Sentence("没有这次观摩，请从观摩列表进入", "There is no such tour; choose one from the list"),
        where=where, code="no_such_tour",
    )  # fmt: skip


def cards(tours: list[Tour]) -> list[TourCard]:
    """The cards of tours, as they stand now."""
    courses = {one.tour_id: one for one in Course.objects.current().filter(tour__in=tours)}
    return [_card(tour, courses[tour.pk]) for tour in tours]


def _card(tour: Tour, course: Course) -> TourCard:
    groups = tuple(GroupCard(one["code"], one["name"], tuple(one["areas"])) for one in tour.groups)
    return TourCard(
        id=tour.pk, serial=tour.serial, kind=tour.kind, quarter=tour.quarter, title=tour.title, held_on=course.held_on,
        state=State(course.state), rule=rule_of(tour.rule), groups=groups, reason=course.reason,
    )  # fmt: skip


def nominees(tour: TourCard) -> list[NomineeCard]:
    """Every project put forward, in the order of the day: group by group, county by county."""
    told = _told(Nominee.objects.current().filter(tour_id=tour.id))
    order = {code: place for place, code in enumerate(tour.counties)}
    return sorted(told, key=lambda one: (order[one.area_code], one.position))


def nominee(tour: TourCard, serial: str) -> NomineeCard:
    """The project of this serial on the tour. Raises NoSuchTour."""
    found = _told(Nominee.objects.current().filter(tour_id=tour.id, project__serial=serial))
    if not found:
        raise NoSuchTour(
            Sentence("这个项目不在这次观摩之中", "This project is not on the tour"), where=serial, code="no_such_tour"
        )
    return found[0]


def _told(found: FactQuerySet) -> list[NomineeCard]:
    facts = list(found.select_related("area", "project").defer("area__shape"))
    names = registry.names([one.project_id for one in facts])
    return [
        NomineeCard(
            area_id=one.area_id, area_code=one.area.code, area_name=one.area.name, position=one.position,
            project_id=one.project_id, serial=one.project.serial, name=names[one.project_id], line=one.line,
            approved=one.approved, coefficient=one.coefficient, why=one.why, hard=one.hard,
        )
        for one in facts
    ]  # fmt: skip


def judges(tour: TourCard) -> list[JudgeCard]:
    """Every judge by number, with how many ballots they cast."""
    cast = Counter(Ballot.objects.filter(tour_id=tour.id).values_list("judge", flat=True))
    found = Judge.objects.current().filter(tour_id=tour.id).order_by("number")
    return [replace(judge_card(one), cast=cast[one.number]) for one in found]


def judge(tour: TourCard, number: int) -> JudgeCard:
    """The judge of this number. Raises NoSuchTour."""
    found = next((one for one in judges(tour) if one.number == number), None)
    if found is None:
        raise NoSuchTour(
            Sentence(f"没有第 {number} 号评委，请核对评委名单", f"There is no judge {number}; look at the list"),
            where=tour.serial, code="no_such_tour",
        )  # fmt: skip
    return found


def judge_card(one: Judge) -> JudgeCard:
    """The card of one judge."""
    return JudgeCard(number=one.number, name=one.name, kind=one.kind, office=one.office, linked=bool(one.ticket))
