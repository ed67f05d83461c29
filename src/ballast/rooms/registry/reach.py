"""The one door to projects: which of them a person may see, or do a thing to, today."""

from datetime import date

from django.db.models import Q

from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.people.queries import NotAllowed
from ballast.rooms.registry import models
from ballast.rooms.registry.cards import EVERYWHERE, Reach
from ballast.rulebook.powers import Power, Scope, scope


def reach(official: OfficialCard | None, *, on: date, power: Power = Power.READ) -> Reach:
    """The projects over which any seat of the official holds ``power`` on the day ``on``, which is today.

    What somebody looks at as it was is held against what they may see now: ``on`` is never the past.
    """
    areas = people.visible_area_codes(official, power)
    if areas is None:
        return EVERYWHERE
    named = _named(official, power, on)
    return Reach(areas, named | _came(areas), _left(areas) - named) if areas else Reach(areas, named)


def require(official: OfficialCard | None, power: Power, *, project_id: int, on: date) -> OfficialCard:
    """The official, if they hold ``power`` over the project today; else NotAllowed."""
    allowed = people.require(official, power)
    if not may(official, power, project_id=project_id, on=on):
        raise NotAllowed(
            Sentence("这不是您负责的项目", "This is not a project you answer for"), where=str(project_id),
            code="not_your_project",
        )  # fmt: skip
    return allowed


def may(official: OfficialCard | None, power: Power, *, project_id: int, on: date) -> bool:
    """Whether the official holds ``power`` over the project today."""
    return project_id in within({project_id}, reach(official, on=on, power=power))


def within(project_ids: set[int], held: Reach) -> set[int]:
    """Those of the projects that ``held`` covers."""
    found = models.Profile.objects.current().filter(held_by(held), project_id__in=project_ids)
    return set(found.values_list("project_id", flat=True))


def held_by(held: Reach) -> Q:
    """The condition on facts of the project's card, of whatever moment, that ``held`` covers the project."""
    if held.areas is None:
        return Q()
    return Q(project_id__in=held.projects) | Q(area__code__in=held.areas) & ~Q(project_id__in=held.left)


def _named(official: OfficialCard | None, power: Power, on: date) -> frozenset[int]:
    """The projects that somebody whose seat is for named projects answers for."""
    seats = official.seats if official else ()
    holders = {seat.holder_id for seat in seats if power in seat.powers and scope(seat.role) is Scope.NAMED}
    if not holders:
        return frozenset()
    found = models.ProjectRole.objects.current().filter(official_id__in=holders, since__lte=on)
    standing = found.filter(Q(until__isnull=True) | Q(until__gte=on))
    return frozenset(standing.values_list("project_id", flat=True))


def _came(areas: frozenset[str]) -> frozenset[int]:
    """The projects that lie in the areas today but lay elsewhere once."""
    today = models.Profile.objects.current().filter(area__code__in=areas)
    before = models.Profile.objects.filter(superseded_at__isnull=False, project_id__in=today.values("project_id"))
    return frozenset(before.exclude(area__code__in=areas).values_list("project_id", flat=True))


def _left(areas: frozenset[str]) -> frozenset[int]:
    """The projects that lay in the areas once and lie elsewhere today."""
    today = models.Profile.objects.current().filter(area__code__in=areas)
    before = models.Profile.objects.filter(superseded_at__isnull=False, area__code__in=areas)
    return frozenset(before.exclude(project_id__in=today.values("project_id")).values_list("project_id", flat=True))
