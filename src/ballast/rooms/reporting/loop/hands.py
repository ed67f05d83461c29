"""Whose hands do it: an official with their powers and reach, or the project office at the server itself."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE, Reach
from ballast.rulebook.powers import Power


@dataclass(frozen=True, slots=True)
class Hands:
    """Who acts, on which day; ``official`` is None for the office itself."""

    by: str
    official: OfficialCard | None
    on: date = date.min
    _reaches: dict[Power, Reach] = field(default_factory=dict, repr=False)

    @property
    def at_the_server(self) -> bool:
        """Whether it is the office itself, on the command line: every power, and no review of its own work."""
        return self.official is None

    def reach(self, power: Power) -> Reach:
        """The projects over which they hold ``power``; asked once."""
        if self.at_the_server:
            return EVERYWHERE
        if power not in self._reaches:
            self._reaches[power] = registry.reach(self.official, on=self.on, power=power)
        return self._reaches[power]

    def may(self, power: Power, *, area_code: str, project_id: int) -> bool:
        """Whether they hold ``power`` over a project of an area."""
        return self.reach(power).covers(project_id, area_code)

    def require(self, power: Power, *, area_code: str, project_id: int, where: str) -> None:
        """Refuse who may not. Raises people.NotAllowed."""
        if self.may(power, area_code=area_code, project_id=project_id):
            return
        people.require(self.official, power)
        raise people.NotAllowed(
            Sentence(f"您没有对这个项目“{power.zh}”的权限", f"You may not {power.en} for this project"),
            where=where, code="not_allowed",
        )  # fmt: skip


def of(official: OfficialCard | None, power: Power = Power.READ, *, at: datetime) -> Hands:
    """The hands of an official, who must hold ``power``. Raises people.NotAllowed."""
    person = people.require(official, power)
    return Hands(person.username, person, at.astimezone(timezone.get_current_timezone()).date())


def looking(official: OfficialCard | None, on: date) -> Hands:
    """The hands of an official who looks on the day ``on``. Raises people.NotAllowed."""
    person = people.require(official, Power.READ)
    return Hands(person.username, person, on)


def of_the_office(by: str) -> Hands:
    """The hands of whoever runs the command line."""
    return Hands(by, None)
