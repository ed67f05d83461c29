"""Frozen cards of adopted books, as they travel to other rooms and pages."""

from dataclasses import dataclass
from datetime import date, datetime

from ballast.rulebook.books import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionCard:
    """One adoption: from when up to and with which day (None: still), of which paper, by whom and when recorded."""

    id: int
    effective: date
    until: date | None
    place: str
    paper: str
    dated: date
    file: str
    sha256: str
    reason: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The book that holds on a day with the hash of its text; ``adoption`` is None where the city adopted none."""

    book: Book
    sha256: str
    adoption: AdoptionCard | None
