"""Frozen cards of areas, officials and what they hold, as they travel between rooms."""

from dataclasses import dataclass
from datetime import date

from ballast.kit.sentence import Sentence
from ballast.rulebook.powers import Power
from ballast.rulebook.terms import AreaKind, Role


@dataclass(frozen=True, slots=True)
class AreaCard:
    """One area; ``county_code`` is its own code, or its parent county's for a park."""

    id: int
    code: str
    name: str
    kind: AreaKind
    parent_code: str
    county_code: str
    aliases: tuple[str, ...]
    position: int


@dataclass(frozen=True, slots=True)
class OfficeCard:
    """One office and its area."""

    id: int
    name: str
    area_id: int
    area_code: str
    area_name: str
    area_kind: AreaKind


@dataclass(frozen=True, slots=True)
class Seat:
    """What a person holds: a role in an office with its powers; by appointment, or lent by ``giver``.

    ``holder_id`` is the official appointed to it: the person themselves, or the giver.
    """

    role: Role
    office: OfficeCard
    powers: frozenset[Power]
    since: date
    until: date | None
    holder_id: int
    giver: str = ""

    @property
    def lent(self) -> bool:
        """Whether it is another's, held for them."""
        return bool(self.giver)

    @property
    def area_code(self) -> str:
        """The area of the office."""
        return self.office.area_code


@dataclass(frozen=True, slots=True)
class OfficialCard:
    """A person who signs in, and every seat they hold on the day asked: their own, and those lent to them."""

    id: int
    username: str
    name: str
    seats: tuple[Seat, ...]
    must_change_password: bool = False

    @property
    def own(self) -> tuple[Seat, ...]:
        """The seats by appointment."""
        return tuple(seat for seat in self.seats if not seat.lent)

    @property
    def office(self) -> str:
        """The offices a person is known by; empty without an appointment."""
        return "、".join(dict.fromkeys(seat.office.name for seat in self.own))


@dataclass(frozen=True, slots=True)
class AccountCard:
    """An account: who signs in with it, and whether it is open."""

    id: int
    username: str
    name: str
    open: bool
    must_change_password: bool


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account just made, with the password that serves once; told to one person, and kept nowhere."""

    username: str
    name: str
    password: str


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong with one cell of a workbook."""

    where: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class AppointmentCard:
    """One appointment: who holds which role in which office, since when, until when (None: no end is known)."""

    id: int
    official_id: int
    username: str
    name: str
    office: OfficeCard
    role: Role
    since: date
    until: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class DelegationCard:
    """One delegation: who lends whom which powers (None: all), since when, until when, and why."""

    id: int
    giver_id: int
    giver: str
    taker_id: int
    taker: str
    powers: tuple[Power, ...] | None
    since: date
    until: date
    reason: str
