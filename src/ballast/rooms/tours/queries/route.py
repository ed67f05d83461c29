"""The plan of the day: groups, counties and their projects in order, each as its card says, with photo and line."""

from dataclasses import dataclass

from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import ProfileCard, Reach
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.tours import desk
from ballast.rooms.tours.cards import GroupCard, NomineeCard, TourCard
from ballast.rooms.tours.models import Tour
from ballast.rulebook import months
from ballast.rulebook.terms import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One project of the day; ``card`` is None where it is not of the reader's projects."""

    nominee: NomineeCard
    card: ProfileCard | None = None
    plan: int | None = None
    completed: int | None = None
    photo: int | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """One county of the day: its places in order, None where nothing is put forward yet."""

    group: GroupCard
    area_code: str
    area_name: str
    places: tuple[Seen | None, ...]


def tours() -> list[TourCard]:
    """Every tour, the latest planned first."""
    return desk.cards(list(Tour.objects.order_by("-pk")))


def route(tour: TourCard, *, held: Reach) -> list[Stop]:
    """The counties in the order of the day, with what the reader may see of their projects."""
    found = {(one.area_code, one.position): one for one in desk.nominees(tour)}
    known = _known(tour, [one.serial for one in found.values()], held)
    names = {area.code: area.name for area in people.areas()}
    return [
        Stop(group, code, names[code], tuple(
            known.get(one.serial, Seen(nominee=one)) if (one := found.get((code, position))) else None
            for position in range(1, tour.rule.projects + 1)
        ))
        for group in tour.groups
        for code in group.areas
    ]  # fmt: skip


def _known(tour: TourCard, serials: list[str], held: Reach) -> dict[str, Seen]:
    """What stands on the cards of those projects that are the reader's to see, by serial."""
    cards = registry.among(serials, held=held)
    ids = [card.project_id for card in cards.values()]
    month = months.of(tour.held_on)
    plans, told = registry.plans(ids, tour.held_on.year), reporting.told(ids, until=month)
    photos, found = registry.newest_pictures(ids), {one.serial: one for one in desk.nominees(tour)}
    return {
        serial: Seen(
            nominee=found[serial], card=card,
            plan=plans[card.project_id].amount if card.project_id in plans else None,
            completed=_completed(told.get(card.project_id), month), photo=photos.get(card.project_id),
        )
        for serial, card in cards.items()
    }  # fmt: skip


def _completed(told: reporting.Told | None, month: str) -> int | None:
    """What was completed this year, by the last report up to the month."""
    series = told.progress.get(str(Basis.DECLARED), {}) if told else {}
    of_year = sorted(one for one in series if months.before(month, 12) < one <= month and one[:4] == month[:4])
    return series[of_year[-1]].year_to_date if of_year else None
