"""The tree of areas and offices with who holds what on a day."""

from dataclasses import dataclass
from datetime import date, datetime

from ballast.rooms.people.cards import AppointmentCard, AreaCard, DelegationCard, OfficeCard
from ballast.rooms.people.queries.areas import areas, offices
from ballast.rooms.people.queries.held import appointments, delegations
from ballast.rulebook.terms import Role


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """One office and those who hold it; ``lent`` are the delegations of each, by the giver's id."""

    office: OfficeCard
    holders: list[tuple[AppointmentCard, list[DelegationCard]]]


@dataclass(frozen=True, slots=True)
class Branch:
    """One area with its offices, and the areas below it."""

    area: AreaCard
    offices: list[OfficeHeld]
    below: list["Branch"]

    @property
    def people(self) -> int:
        """How many appointments are held here and below."""
        return sum(len(one.holders) for one in self.offices) + sum(branch.people for branch in self.below)


def tree(*, on: date, at: datetime | None = None, search: str = "") -> list[Branch]:
    """Who holds what on the day ``on``, as known at ``at``; ``search`` keeps offices and people that hold its words."""
    lent: dict[int, list[DelegationCard]] = {}
    for one in delegations(on=on, at=at):
        if one.since <= on:
            lent.setdefault(one.giver_id, []).append(one)
    held: dict[int, list[tuple[AppointmentCard, list[DelegationCard]]]] = {}
    for card in appointments(on=on, at=at):
        held.setdefault(card.office.id, []).append((card, lent.get(card.official_id, [])))
    by_area: dict[str, list[OfficeHeld]] = {}
    for office in offices():
        found = OfficeHeld(office, held.get(office.id, []))
        if _holds(found, search):
            by_area.setdefault(office.area_code, []).append(found)
    for part in by_area.values():
        part.sort(key=_is_a_firm)
    known = areas()
    tops = [area for area in known if not area.parent_code]
    return [branch for area in tops if (branch := _branch(area, known, by_area, bool(search))) is not None]


def _is_a_firm(one: OfficeHeld) -> bool:
    """Firms that own projects come after the offices of the government."""
    return bool(one.holders) and all(card.role is Role.OWNER for card, _ in one.holders)


def _holds(found: OfficeHeld, search: str) -> bool:
    words = search.lower().split()
    people = " ".join(f"{card.name} {card.username} {card.role.zh}" for card, _ in found.holders)
    said = f"{found.office.name} {found.office.area_name} {people}".lower()
    return all(word in said for word in words)


def _branch(area: AreaCard, known: list[AreaCard], by_area: dict[str, list[OfficeHeld]], narrow: bool) -> Branch | None:
    below = [_branch(one, known, by_area, narrow) for one in known if one.parent_code == area.code]
    branch = Branch(area, by_area.get(area.code, []), [one for one in below if one is not None])
    return branch if branch.offices or branch.below or not narrow else None
