"""What is set so far: the rows of every sheet, as known now or when a form was issued."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TypeVar

from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rooms.reporting.queries.published import figure_name
from ballast.rooms.reporting.queries.whole import indicators, targets
from ballast.rooms.reporting.tasks.cells import How, Said
from ballast.rooms.reporting.tasks.layout import MONTHS, PUBLISHED, TARGETS, Column, Layout
from ballast.rulebook.books import Book
from ballast.rulebook.books.targets import Target
from ballast.rulebook.figures import catalogue
from ballast.rulebook.figures.declarations import Unit
from ballast.rulebook.measures.facts import Number
from ballast.rulebook.terms import AreaIndicator, AreaKind

Told = TypeVar("Told")
PART = 10_000
UNITS = {Unit.YUAN: How.MONEY, Unit.PERCENT: How.PERCENT, Unit.POINTS: How.PERCENT}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet: whose, and what its cells say by column; ``how`` is its unit where columns have none."""

    subject: int
    name: str
    said: dict[str, Said]
    how: How = How.MONEY

    def unit(self, column: Column) -> How:
        """What a cell of the row counts in."""
        return column.how or self.how


Rows = dict[tuple[str, ...], Row]  # by what the identity columns say


def projects(held: Reach, year: int, *, within: Collection[str] | None = None, at: datetime | None = None) -> Rows:
    """Every project (in the areas ``within``) with a plan of the year, a task or land.

    Those under negotiation or found to be another are left out.
    """
    areas = {area.id: area for area in people.areas()}
    cards = registry.profiles(held=held, at=at)
    if within is not None:
        cards = {project: card for project, card in cards.items() if areas[card.area_id].code in within}
    for gone in {*registry.merged(at=at), *lifecycle.negotiating(cards, at=at)}:
        cards.pop(gone, None)
    counties = {area.code: area.name for area in areas.values()}
    plans = _in_parts(cards, lambda ids: registry.plans(ids, year, at=at))
    tasks = _in_parts(cards, lambda ids: registry.tasks_of(ids, at=at))
    developed = _in_parts(cards, lambda ids: registry.developed_of(ids, at=at))
    serials = _in_parts(cards, registry.serials)
    found: Rows = {}
    amounts = {project: plan.amount for project, plan in plans.items()}

    def order(project: int) -> tuple[str, bool, str]:  # by county, those with a plan first
        return areas[cards[project].area_id].county_code, amounts.get(project) is None, serials[project]

    for project in sorted(cards, key=order):
        card, plan = cards[project], amounts.get(project)
        months = {month: tasks.get(project, {}).get(f"{year}-{month}") for month in MONTHS}
        if plan is None and card.land_mu is None and not any(said is not None for said in months.values()):
            continue
        serial, county = serials[project], counties[areas[card.area_id].county_code]
        said = {"serial": serial, "name": card.name, "county": county, "plan": plan, **months,
                "land": card.land_mu, "developed": developed.get(project)}  # fmt: skip
        found[(serial,)] = Row(project, card.name, said)
    return found


def _in_parts(ids: Iterable[int], ask: Callable[[list[int]], dict[int, Told]]) -> dict[int, Told]:
    """What a question answers of many projects, asked in parts that a database takes."""
    asked, found = list(ids), dict[int, Told]()
    for start in range(0, len(asked), PART):
        found |= ask(asked[start : start + PART])
    return found


def published(book: Book, year: int, *, at: datetime | None = None) -> Rows:
    """Every area, the city too, under every figure of the statistics office, in whole and by lead industry."""
    told, found = indicators(at=at), Rows()
    codes = [*AreaIndicator, *(f"{AreaIndicator.OUTPUT}.{industry}" for industry in book.lead_industries)]
    for code in map(str, codes):
        name = figure_name(code)
        for area in people.areas():
            amounts = told.get(area.id, {}).get(code, {})
            months = {month: amounts.get(f"{year}-{month}") for month in MONTHS}
            said: dict[str, Said] = {"code": area.code, "area": area.name, "target": code, "name": name, **months}
            found[area.code, code] = Row(area.id, f"{area.name} {name}", said)
    return found


def areas(book: Book, year: int, *, at: datetime | None = None) -> Rows:
    """Every county and park under every target of the book."""
    told = targets(at=at)
    places = [area for area in people.areas() if area.kind is not AreaKind.CITY]
    return {
        (area.code, code): _target(area, code, target, book, told.get(area.id, {}).get(code, {}), year)
        for code, target in book.targets.items()
        for area in places
    }


# The rows of the sheets that are the city's to fill.
OF_AREAS: dict[Layout, Callable[..., Rows]] = {TARGETS: areas, PUBLISHED: published}


def _target(area: AreaCard, code: str, target: Target, book: Book, told: dict[str, Number | None], year: int) -> Row:
    how, own = unit_of(target, book), book.target_of(code, area.code, area.name)
    periods = {"year": str(year), **{month: f"{year}-{month}" for month in MONTHS}}
    said = {key: _said(told.get(period), how) for key, period in periods.items()}
    known = {"code": area.code, "area": area.name, "target": code, "name": target.label.zh, "unit": how.zh,
             "book": _said(own, how)}  # fmt: skip
    return Row(area.id, f"{area.name} {target.label.zh}", {**known, **said}, how)


def _said(value: Number | None, how: How) -> Said:
    if value is None:
        return None
    return Decimal(value.numerator) / value.denominator if how is How.PERCENT else int(value)


def unit_of(target: Target, book: Book) -> How:
    """What a target counts in: a rate in percent; else as its figure does, or as it says where it has none."""
    if target.rate:
        return How.PERCENT
    if not target.figure:
        return UNITS.get(Unit(target.unit), How.COUNT)
    if target.figure.partition(".")[0] in [str(one) for one in AreaIndicator]:
        return How.MONEY
    figure = catalogue.declare(book).get(target.figure)
    return UNITS.get(figure.unit, How.COUNT) if figure else How.MONEY


def book_of(year: int, on: str) -> Book:
    """The book whose targets are set for a year, seen from the month ``on``: that of the nearest month of the year."""
    return policy.for_month(min(max(on, f"{year}-01"), f"{year}-12"))
