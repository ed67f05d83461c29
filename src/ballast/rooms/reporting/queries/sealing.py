"""A month before its seal and after: what is not accepted, by area, and every seal it has."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from ballast.kit.ledger.models import Seal
from ballast.rooms.reporting.cards import Unaccepted
from ballast.rooms.reporting.queries.months import deadlines
from ballast.rooms.reporting.queries.place import month_named
from ballast.rooms.reporting.queries.unaccepted import unaccepted
from ballast.rulebook.calendar import DueDates


@dataclass(frozen=True, slots=True)
class SealCard:
    """One seal of a month, the first for its first edition."""

    number: int
    moment: datetime
    by: str
    reason: str
    hash: str


@dataclass(frozen=True, slots=True)
class Sealing:
    """What stands between a month and its seal."""

    month: str
    dates: DueDates
    seals: tuple[SealCard, ...]
    absent: Mapping[str, tuple[Unaccepted, ...]]

    @property
    def count(self) -> int:
        """How many reports are not accepted."""
        return sum(len(group) for group in self.absent.values())

    @property
    def earlier(self) -> int:
        """How many of these stand in the ledger with an earlier version."""
        return sum(one.earlier for group in self.absent.values() for one in group)


def sealing(month: str) -> Sealing:
    """A month's seals and what is not accepted in it, by area."""
    found = unaccepted(month_named(month))
    seals = Seal.objects.filter(subject=month).order_by("id")
    return Sealing(
        month, deadlines(month),
        tuple(SealCard(number, one.moment, one.by, one.reason, one.hash) for number, one in enumerate(seals, start=1)),
        {area: tuple(group) for area, group in groupby(found, lambda one: one.area_name)},
    )  # fmt: skip
