"""What the form of a deed offers: the areas, and the kinds that the book counts."""

from dataclasses import dataclass

from ballast.kit.sentence import Sentence
from ballast.rooms.league import queries as league
from ballast.rooms.people import queries as people
from ballast.rulebook.terms import AreaKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedForm:
    """The month it is for, the areas by code, the kinds by code."""

    month: str
    areas: list[tuple[str, str]]
    kinds: dict[str, Sentence]


def form(month: str) -> DeedForm:
    """The form of a deed in ``month``."""
    areas = [(area.code, area.name) for area in people.areas() if area.kind is not AreaKind.CITY]
    return DeedForm(month=month, areas=areas, kinds=league.deed_kinds(month))
