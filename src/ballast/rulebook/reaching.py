"""What it would take to pass the next place: the gap, and how far each single indicator would have to come."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.book import Book
from ballast.rulebook.measures.facts import Number
from ballast.rulebook.measures.measured import Unit
from ballast.rulebook.scoring import Part, Placed, Subject, standing
from ballast.rulebook.telling.values import shown

HALVINGS = 8
FINEST = 100  # values are rounded to hundredths, whole units to ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One indicator alone: from its value to the one that would pass the next place; ``needed`` None: not by it."""

    indicator: str
    name: Sentence
    now: Sentence
    needed: Sentence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """The subject on the next place, by how many points it is ahead, and the ways past it."""

    above: Placed
    gap: Fraction
    ways: tuple[Way, ...]


def next_place(book: Book, sheet: str, month: str, subjects: Sequence[Subject], code: str) -> Next | None:
    """How a subject could pass the one before it, all else the same; None for the first, and for who is not ranked.

    ``subjects`` are those of its class.
    """
    field = [one for one in standing(book, sheet, month, subjects).placed if one.place is not None]
    own = next((one for one in field if one.subject == code), None)
    ahead = [one for one in field if own and one.place and own.place and one.place < own.place]
    if own is None or not ahead or own.points is None:
        return None
    above = max(ahead, key=lambda one: one.place or 0)
    search = _Search(book, sheet, month, tuple(subjects), code, own.place or 0)
    ways = tuple(
        Way(indicator=part.indicator, name=part.name, now=part.shown, needed=search.needed(part, field))
        for part in own.parts
        if part.value is not None and not part.lack and part.points < part.full
    )
    return Next(above=above, gap=(above.points or Fraction(0)) - own.points, ways=ways)


@dataclass(frozen=True, slots=True)
class _Search:
    """One subject's place as a function of one of its readings."""

    book: Book
    sheet: str
    month: str
    subjects: tuple[Subject, ...]
    code: str
    place: int

    def needed(self, part: Part, field: Sequence[Placed]) -> Sentence | None:
        """The least value of an indicator that passes the next place, no further than the best of the field."""
        lowest = self.book.scoring[self.sheet].indicators[part.indicator].best == "lowest"
        kind, use = self.book.uses()[part.measure]
        unit = kind.unit_of(use, self.book)
        values = [
            other.value for one in field for other in one.parts
            if other.indicator == part.indicator and other.value is not None and not other.lack
        ]  # fmt: skip
        best = Fraction(min(values) if lowest else max(values))
        here = Fraction(part.value or 0)
        if best == here or not self._passes(part.measure, best):
            return None
        low, high = here, best
        for _ in range(HALVINGS):
            middle = _rounded((low + high) / 2, unit, down=lowest)
            if middle in (low, high):
                break
            low, high = (low, middle) if self._passes(part.measure, middle) else (middle, high)
        return shown(_plain(high), unit)

    def _passes(self, measure: str, value: Fraction) -> bool:
        tried = tuple(
            replace(one, readings={**one.readings, measure: replace(one.readings[measure], value=_plain(value))})
            if one.code == self.code else one
            for one in self.subjects
        )  # fmt: skip
        place = standing(self.book, self.sheet, self.month, tried).of(self.code).place
        return place is not None and place < self.place


def _rounded(value: Fraction, unit: Unit, *, down: bool) -> Fraction:
    fine = 1 if unit.whole or unit is Unit.YUAN else FINEST
    return Fraction(floor(value * fine) if down else ceil(value * fine), fine)


def _plain(value: Fraction) -> Number:
    return value.numerator if value.denominator == 1 else value
