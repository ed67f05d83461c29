"""One field of subjects ranked together: the share of each indicator that each earns, and the parts of its points."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Any

from ballast.rulebook.books.book import Book
from ballast.rulebook.books.scoring import Sheet
from ballast.rulebook.measures.measured import Unit
from ballast.rulebook.scoring import explaining
from ballast.rulebook.scoring.cards import NOTHING, Part, Subject
from ballast.rulebook.scoring.entries import Entry, brought, shut_out
from ballast.rulebook.scoring.field import Field
from ballast.rulebook.scoring.normalising import Compared, second_of, share
from ballast.rulebook.telling.values import shown

Shares = Mapping[str, Mapping[str, Fraction | None]]  # subject -> indicator -> share of its weight; None: left out


class Group:
    """Subjects of one class under one sheet in one month; whoever is shut out is not compared with."""

    def __init__(self, book: Book, sheet: Sheet, weights: Mapping[str, Fraction], subjects: list[Subject]) -> None:
        self.book, self.sheet = book, sheet
        self.weights = {code: weight for code, weight in weights.items() if weight}
        self.entries = {one.code: {code: brought(sheet, code, one) for code in self.weights} for one in subjects}
        self.readings = {one.code: one.readings for one in subjects}
        self.out = {one.code: shut_out(sheet, one, self.entries[one.code].items()) for one in subjects}
        self.ranked = [one for one in subjects if not self.out[one.code].zh]
        self.unranked = [one for one in subjects if self.out[one.code].zh]

    @cached_property
    def compared(self) -> dict[str, Compared]:
        """What each indicator's values are compared with: the values that count, of those ranked."""
        return {code: self._compared(code) for code in self.weights}

    def _compared(self, code: str) -> Compared:
        indicator = self.sheet.indicators[code]
        counted = [one for subject in self.ranked if not (one := self.entries[subject.code][code]).lack]
        field = Field((one.value for one in counted), lowest=indicator.best == "lowest")
        second = Field((one.second.value for one in counted if one.second.value is not None), lowest=False)
        return Compared(field, second, indicator.weight)

    @cached_property
    def shares(self) -> Shares:
        """The share of its weight that each ranked subject earns by each indicator."""
        own = {one.code: {code: self._own(code, found) for code, found in self.entries[one.code].items()}
               for one in self.ranked}  # fmt: skip
        means = {code: _mean(found[code] for found in own.values()) for code in self.weights}
        return {
            subject: {
                code: self._treated(self.entries[subject][code], found, means[code]) for code, found in got.items()
            }
            for subject, got in own.items()
        }

    def _own(self, code: str, found: Entry) -> Fraction | None:
        if found.lack:
            return None
        by = self.sheet.indicators[code].by
        return Fraction(share(by, found.value, found.second.value, self.compared[code]))

    @staticmethod
    def _treated(found: Entry, own: Fraction | None, mean: Fraction | None) -> Fraction | None:
        return own if not found.lack else {"no_points": Fraction(0), "full": Fraction(1), "mean": mean}.get(found.lack)

    def full(self, subject: str) -> dict[str, Fraction]:
        """What each indicator is worth for a subject: its weight, more where others are left out."""
        got = self.shares[subject]
        present = sum((weight for code, weight in self.weights.items() if got[code] is not None), Fraction(0))
        more = sum(self.weights.values(), Fraction(0)) / present if present else Fraction(0)
        return {code: weight * more if got[code] is not None else Fraction(0) for code, weight in self.weights.items()}

    def parts(self, subject: str) -> Iterator[Part]:
        """The parts of a ranked subject's points, each with its arithmetic."""
        full = self.full(subject)
        for code, found in self.entries[subject].items():
            yield self._part(code, found, self.shares[subject][code], full[code])

    def _part(self, code: str, found: Entry, got: Fraction | None, full: Fraction) -> Part:
        indicator, among = self.sheet.indicators[code], self.compared[code]
        units = self._units(code)
        if found.lack:
            said = explaining.lacking(found.why, found.lack if got is not None else "spread", got, full)
        else:
            said = explaining.part(
                indicator.by, found.value, found.second.value, among, units=units, share=got or Fraction(0), full=full
            )
        return Part(
            indicator=code, name=indicator.label, measure=indicator.measure, value=found.value,
            shown=shown(found.value, units[0]), points=(got or Fraction(0)) * full, full=full,
            place=None if found.lack else among.field.place(found.value), said=said, lack=found.lack,
            absent=found.reading.absent or found.second.absent,
            group=self.sheet.groups[indicator.group].label if indicator.group else NOTHING,
            sampled=bool(found.reading.without or found.second.without),
        )  # fmt: skip

    def _units(self, code: str) -> tuple[Unit, Unit]:
        indicator, uses = self.sheet.indicators[code], self.book.uses()
        named: list[Any] = [uses[one] for one in (indicator.measure, second_of(indicator.by) or indicator.measure)]
        first, second = (kind.unit_of(use, self.book) for kind, use in named)
        return first, second


def _mean(shares: Iterator[Fraction | None]) -> Fraction | None:
    """The mean of what was earned by values of their own; None where nobody has one."""
    known = [one for one in shares if one is not None]
    return sum(known, Fraction(0)) / len(known) if known else None
