"""Frozen cards of figures, as they travel to boards, documents, the command line and the API."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rooms.reporting.cards import Unaccepted


@dataclass(frozen=True, slots=True)
class Value:
    """One reading of a figure, kept exact: ``numerator`` over ``denominator``, both integers or absent.

    A count or an amount has denominator 1. A share, growth or deviation keeps both parts, so that rankings
    compare by cross-multiplication and the page can name the denominator. None is absent, never zero.
    """

    numerator: int | None
    denominator: int | None = 1

    @property
    def number(self) -> Decimal | None:
        """The value itself: 元, a count, or a ratio (0.138 for 13.8 % or 13.8 points)."""
        if self.numerator is None or not self.denominator:
            return None
        return Decimal(self.numerator) / Decimal(self.denominator)

    @property
    def exact(self) -> Fraction | None:
        """The same as a fraction, for rules that compare."""
        if self.numerator is None or not self.denominator:
            return None
        return Fraction(self.numerator, self.denominator)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one month, whole and by the keys of one dimension.

    ``unit`` is a ``rulebook.figures`` unit: count, yuan, percent, points, ... ``edition`` is the number of the
    edition it was read from, None while the month is open; ``at`` is the moment whose knowledge it shows.
    """

    code: str
    name: Sentence
    unit: str
    month: str
    by: str
    at: datetime | None
    edition: int | None
    fingerprint: str
    total: Value
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Row:
    """What one project brings to a figure, in whole units of the part read; all rows add up to the part.

    For a figure of areas ``project`` is None, and ``serial`` is empty. ``others`` is how many projects the row stands
    for that the person asking may not see; it has no name then.
    """

    project: int | None
    serial: str
    name: str
    area: str
    contribution: int
    others: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the wide snapshot: rows by column name, how many there are in all, and the facets' counts.

    ``facets`` maps a dimension to its keys with the number of projects each would show.
    """

    rows: list[dict[str, Any]]
    count: int
    facets: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class MonthState:
    """One month, the number of its latest sealed edition and the moment of its seal; None while it is open."""

    month: str
    sealed_edition: int | None
    sealed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EditionCard:
    """One edition of a month's figures, the hash of its seal, and the reports absent from it: not accepted then."""

    month: str
    number: int
    seal_hash: str
    absent: tuple[Unaccepted, ...] = ()
