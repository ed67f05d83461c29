"""The closed vocabulary figures are declared in, and what each word reduces to.

Every figure is a value: a numerator over a denominator, each a sum of *components* with whole coefficients. A
component is one exact integer read from one month's snapshot: how many rows, or the sum of one column over rows.
"""

import re
from dataclasses import dataclass
from typing import Literal

from ballast.rulebook.figures.columns import COLUMNS, Kind
from ballast.rulebook.figures.conditions import EVERYTHING, Condition


@dataclass(frozen=True, slots=True)
class Component:
    """One integer of one snapshot: rows counted (``column`` empty) or one column summed, ``back`` months ago.

    With ``indicator`` it is an indicator of the area instead, of one lead industry or (empty) of the whole.
    """

    column: str
    where: Condition
    back: int = 0
    indicator: str = ""
    lead_industry: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A component times a whole number."""

    times: int
    component: Component


@dataclass(frozen=True, slots=True)
class Reduced:
    """A figure as arithmetic over components; an empty denominator is 1."""

    numerator: tuple[Term, ...]
    denominator: tuple[Term, ...] = ()

    def components(self) -> list[Component]:
        """Every component once, in order."""
        return list(dict.fromkeys(term.component for term in (*self.numerator, *self.denominator)))


Curve = tuple[tuple[int, int], ...]  # the share of the year due by the end of month 1..12, as (numerator, denominator)


@dataclass(frozen=True, slots=True)
class HowMany:
    """How many projects."""

    where: Condition = EVERYTHING


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a flow in the month itself."""

    column: str
    where: Condition = EVERYTHING

    def __post_init__(self) -> None:
        _demand(self.column, Kind.FLOW)


@dataclass(frozen=True, slots=True)
class ToDate:
    """The sum of a flow from January to the month, or (``since="start"``) since works began."""

    column: str
    where: Condition = EVERYTHING
    since: Literal["year", "start"] = "year"

    def __post_init__(self) -> None:
        _demand(self.column, Kind.FLOW)


@dataclass(frozen=True, slots=True)
class Latest:
    """The sum of a stock or a number as it stands at the end of the month."""

    column: str
    where: Condition = EVERYTHING

    def __post_init__(self) -> None:
        _demand(self.column, Kind.STOCK, Kind.COUNT)


@dataclass(frozen=True, slots=True)
class Published:
    """An indicator the statistics office publishes for an area, January to the month."""

    indicator: str
    lead_industry: str = ""


Amount = HowMany | Total | ToDate | Latest | Published


@dataclass(frozen=True, slots=True)
class Share:
    """One amount as a share of another."""

    part: Amount
    whole: Amount


@dataclass(frozen=True, slots=True)
class Growth:
    """How much an amount has grown over the same month of last year, as a share of what it was."""

    of: Amount


@dataclass(frozen=True, slots=True)
class Written:
    """The few that do not fit: ``difference`` of two amounts, or a share ``ahead`` of the scheduled share."""

    how: Literal["difference", "ahead"]
    first: Amount
    second: Amount


Formula = Amount | Share | Growth | Written


def reduce(formula: Formula, month: int, curve: Curve) -> Reduced:
    """The arithmetic of ``formula`` for the calendar month 1..12 under a schedule."""
    if isinstance(formula, Share):
        return Reduced(_once(formula.part), _once(formula.whole))
    if isinstance(formula, Growth):
        now, before = component(formula.of), component(formula.of, back=12)
        return Reduced((Term(1, now), Term(-1, before)), (Term(1, before),))
    if isinstance(formula, Written):
        first, second = component(formula.first), component(formula.second)
        if formula.how == "difference":
            return Reduced((Term(1, first), Term(-1, second)))
        due, of = curve[month - 1]
        return Reduced((Term(of, first), Term(-due, second)), (Term(of, second),))
    return Reduced(_once(formula))


def component(amount: Amount, back: int = 0) -> Component:
    """The one component an amount is."""
    if isinstance(amount, HowMany):
        return Component("", amount.where, back)
    if isinstance(amount, Published):
        return Component("year_to_date", EVERYTHING, back, amount.indicator, amount.lead_industry)
    ending = ""
    if isinstance(amount, ToDate):
        ending = "_ytd" if amount.since == "year" else "_to_date"
    return Component(amount.column + ending, amount.where, back)


def _once(amount: Amount) -> tuple[Term, ...]:
    return (Term(1, component(amount)),)


def _demand(column: str, *kinds: Kind) -> None:
    found = COLUMNS.get(column)
    if found is None or found.kind not in kinds or re.search("_(ytd|to_date)$", column):
        raise ValueError(f"{column} is no {' or '.join(kinds)} of the snapshot")
