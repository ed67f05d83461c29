"""The questions of the figures room."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from ballast.rooms.figures import browsing, ledger, questions, ruling
from ballast.rooms.figures.cards import Figure, MonthState, Page, Row, Value
from ballast.rooms.figures.choosing import Choice, choose
from ballast.rooms.figures.display import display, tenths, unit_word
from ballast.rooms.figures.drawn import chart_unit, in_chart
from ballast.rooms.figures.drilling import drill
from ballast.rooms.figures.editions import (
    Fixed,
    edition,
    edition_moment,
    edition_seal,
    editions,
    fixed,
    latest,
    latest_edition,
)  # fmt: skip
from ballast.rooms.figures.integrity import edition_files, verify_editions
from ballast.rooms.figures.keys import DIMENSIONS, Names, in_order, key_names
from ballast.rooms.figures.models import Edition
from ballast.rooms.figures.reckoning import reckon
from ballast.rooms.figures.ruled import Read, reading
from ballast.rooms.registry.cards import Reach
from ballast.rulebook.figures.declarations import Declaration
from ballast.rulebook.figures.reading import months_before

__all__ = [
    "DIMENSIONS", "Choice", "Declaration", "Names", "catalogue", "chart_unit", "choose_month", "declaration", "display",
    "edition_files", "edition_moment", "edition_seal", "editions", "figure", "figures", "in_chart", "in_order",
    "key_names", "latest_edition", "months", "months_before", "project", "projects", "rows", "ruled", "series",
    "tenths", "unit_word", "verify_editions",
]  # fmt: skip


def catalogue() -> list[Declaration]:
    """Every figure of the house, in the order of its themes."""
    return list(ruling.current().values())


def declaration(code: str) -> Declaration:
    """The declaration of one figure."""
    return questions.declaration(code)


def months() -> list[MonthState]:
    """Every month reported or sealed, oldest first, with the number of its latest edition if it is sealed."""
    sealed = latest()
    found = set(sealed)
    reach = ledger.reported(None) or ledger.covered(None)
    if reach:
        month = reach[1]
        while month >= reach[0]:
            found.add(month)
            month = months_before(month, 1)
    return [MonthState(month, *sealed.get(month, (None, None))) for month in sorted(found)]


def choose_month(text: str) -> Choice | None:
    """The month asked for, else the newest sealed one, else the newest; None while there is none at all."""
    return choose(text, months())


def figure(code: str, *, month: str, by: str = "", at: datetime | None = None) -> Figure:
    """One figure of one month, whole and by the keys of a dimension, as known at ``at`` (None: now).

    Raises UnknownFigure, UnknownMonth, and UnknownDimension also where this figure lacks the dimension.
    """
    one = questions.declaration(code)
    questions.dimension(by, one)
    return _figures([one], month, by, at)[code]


def figures(codes: Iterable[str], *, month: str, by: str = "", at: datetime | None = None) -> dict[str, Figure]:
    """Many figures of one month in one pass; a figure that lacks the dimension comes without values."""
    questions.dimension(by)
    return _figures(questions.declarations(codes), month, by, at)


def ruled(*, at: datetime | None = None) -> Read:
    """Figures as rules of a policy book read them: (code, month) to exact values by area, the city's under ""."""
    known = frozenset(code for code, one in ruling.current().items() if {"county", "area"} <= set(one.dimensions))
    return reading(figure, known, at)


def series(
    code: str, *, until: str, months: int = 13, by: str = "", at: datetime | None = None
) -> list[tuple[str, Figure]]:
    """A figure over the ``months`` months up to ``until``, oldest first."""
    questions.month(until)
    span = [months_before(until, back) for back in reversed(range(months))]
    return [(month, figure(code, month=month, by=by, at=at)) for month in span]


def rows(
    code: str, *, held: Reach, month: str, by: str = "", key: str = "", part: str = "numerator",
    at: datetime | None = None,
) -> list[Row]:  # fmt: skip
    """The very projects a part of a figure counts, largest first; their contributions add up to the part.

    With ``by`` only those of ``key``. A figure of areas gives one row an area, without a project. A denominator
    of 1 has no rows. What ``held`` does not cover is one last row without a name.
    """
    one = questions.declaration(code)
    questions.dimension(by, one)
    sealed = edition(questions.month(month), at)
    means = ruling.of_month(month, sealed.seal.moment if sealed else at).get(code, one)
    reduced = means.reduced(int(month[5:7]))
    terms = reduced.numerator if questions.part(part) == "numerator" else reduced.denominator
    return _covered(drill(terms, month, by, key, sealed.seal.moment if sealed else at), held)


def _covered(found: list[Row], held: Reach) -> list[Row]:
    seen = [row for row in found if row.project is None or held.covers(row.project, row.area)]
    others = len(found) - len(seen)
    hidden = sum(row.contribution for row in found) - sum(row.contribution for row in seen)
    return [*seen, Row(None, "", "", "", hidden, others)] if others else seen


def projects(
    month: str, *, held: Reach, filters: dict[str, str] | None = None, search: str = "", sort: str = "",
    page: int = 1, size: int = 50, at: datetime | None = None,
) -> Page:  # fmt: skip
    """One page of the wide snapshot of what ``held`` covers; ``filters`` by dimension (comma-separated keys).

    ``sort`` is a column or ``-column``; ``search`` looks for its words in name, owner, serial, site and who answers.
    Facets count what choosing each key would show.
    """
    return browsing.browse(questions.month(month), held, filters or {}, search, sort, page, size, at)


def project(project_id: int, month: str, *, at: datetime | None = None) -> dict[str, Any] | None:
    """One project's row of the wide snapshot; None where it has none."""
    return browsing.one(project_id, questions.month(month), at)


def _figures(asked: list[Declaration], month: str, by: str, at: datetime | None) -> dict[str, Figure]:
    """What an edition fixed, and what it did not."""
    sealed = edition(questions.month(month), at)
    found = dict(fixed(sealed, by)) if sealed else {}
    moment = sealed.seal.moment if sealed else at
    open_ones = [one for one in asked if one.code not in found]
    if open_ones:
        found |= _reckoned(open_ones, month, by, moment)
    return {one.code: _figure(one, month, by, at, sealed, found[one.code]) for one in asked}


def _reckoned(asked: list[Declaration], month: str, by: str, at: datetime | None) -> dict[str, Fixed]:
    """Figures that are not fixed, by what they mean under the book of the month."""
    means = ruling.of_month(month, at)
    meant = [means.get(one.code, one) for one in asked]
    reckoned = reckon(meant, month, by, at)
    return {
        one.code: (one.fingerprint, Value(*whole), {key: Value(*pair) for key, pair in values.items()})
        for one in meant
        for whole, values in (reckoned[one.code],)
    }


def _figure(one: Declaration, month: str, by: str, at: datetime | None, sealed: Edition | None, read: Fixed) -> Figure:
    fingerprint, total, values = read
    return Figure(
        code=one.code, name=one.name, unit=str(one.unit), month=month, by=by, at=at,
        edition=sealed.number if sealed else None, fingerprint=fingerprint, total=total, values=dict(values),
    )  # fmt: skip
