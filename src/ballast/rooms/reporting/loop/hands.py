"""Whose hands do it: an official with their powers and reach, or the project office at the server itself."""

from dataclasses import dataclass, field

from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rulebook.powers import Power

Areas = frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Hands:
    """Who acts: ``official`` is None for the office itself; ``projects`` are those named to them, by id."""

    by: str
    official: OfficialCard | None
    projects: frozenset[int] = frozenset()
    _areas: dict[Power, Areas] = field(default_factory=dict, repr=False)

    @property
    def at_the_server(self) -> bool:
        """Whether it is the office itself, on the command line: every power, and no review of its own work."""
        return self.official is None

    def areas(self, power: Power) -> Areas:
        """The areas (by code, None is all) in which they hold ``power``; asked once."""
        if self.at_the_server:
            return None
        if power not in self._areas:
            self._areas[power] = people.visible_area_codes(self.official, power)
        return self._areas[power]

    def may(self, power: Power, *, area_code: str, project_id: int) -> bool:
        """Whether they hold ``power`` over a project of an area."""
        areas = self.areas(power)
        if areas is None or area_code in areas:
            return True
        return project_id in self.projects and people.may(self.official, power)

    def require(self, power: Power, *, area_code: str, project_id: int, where: str) -> None:
        """Refuse who may not. Raises people.NotAllowed."""
        if self.may(power, area_code=area_code, project_id=project_id):
            return
        people.require(self.official, power)
        raise people.NotAllowed(
            Sentence(f"您没有对这个项目“{power.zh}”的权限", f"You may not {power.en} for this project"),
            where=where, code="not_allowed",
        )  # fmt: skip


def of(official: OfficialCard | None, power: Power = Power.READ) -> Hands:
    """The hands of an official, who must hold ``power``. Raises people.NotAllowed."""
    person = people.require(official, power)
    return Hands(person.username, person)


def of_the_office(by: str) -> Hands:
    """The hands of whoever runs the command line."""
    return Hands(by, None)
