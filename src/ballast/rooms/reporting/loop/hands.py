"""Whose hands do it: an official with their powers and reach, or the project office at the server itself."""

from dataclasses import dataclass

from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rulebook.powers import Power


@dataclass(frozen=True, slots=True)
class Hands:
    """Who acts, and whose projects they reach: areas by code (None is all), projects named to them by id."""

    by: str
    official: OfficialCard | None
    areas: frozenset[str] | None
    projects: frozenset[int] = frozenset()

    @property
    def at_the_server(self) -> bool:
        """Whether it is the office itself, on the command line: every power, and no review of its own work."""
        return self.official is None

    def require(self, power: Power) -> None:
        """Refuse who does not hold ``power``. Raises people.NotAllowed."""
        if not self.at_the_server:
            people.require(self.official, power)


def of(official: OfficialCard | None, power: Power = Power.READ) -> Hands:
    """The hands of an official, who must hold ``power``. Raises people.NotAllowed."""
    person = people.require(official, power)
    return Hands(person.username, person, people.visible_area_codes(person))


def of_the_office(by: str) -> Hands:
    """The hands of whoever runs the command line."""
    return Hands(by, None, None)
