"""The questions of the figures room."""

from collections.abc import Iterable
from datetime import datetime

from ballast.rooms.figures import ledger, questions, shelf
from ballast.rooms.figures.cards import Figure, MonthState, Page, Row, Value
from ballast.rooms.figures.choosing import Choice, choose
from ballast.rooms.figures.display import display, unit_word
from ballast.rooms.figures.editions import edition, edition_moment, edition_seal, latest_edition
from ballast.rooms.figures.keys import DIMENSIONS, Names, in_order, key_names
from ballast.rooms.figures.models import Edition
from ballast.rulebook.figures.catalogue import standard
from ballast.rulebook.figures.columns import BY
from ballast.rulebook.figures.declarations import Declaration
from ballast.rulebook.figures.reading import holds, keys, months_before, read
from ballast.rulebook.figures.snapshot import Wide

__all__ = [
    "DIMENSIONS", "Choice", "Names", "catalogue", "choose_month", "display", "figure", "figures", "in_order",
    "key_names", "months", "project", "projects", "rows", "series", "unit_word",
]  # fmt: skip


def catalogue() -> list[Declaration]:
    """Every figure of the house."""
    return list(standard().values())


def months() -> list[MonthState]:
    """Every month reported or sealed, oldest first, with its latest edition if it is sealed."""
    editions = Edition.objects.order_by("number").values_list("month", "number", "seal__moment")
    sealed = {month: (number, moment) for month, number, moment in editions}
    reach = ledger.reported(None) or ledger.covered(None)
    found = set(sealed)
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
    """One figure of one month, whole and by the keys of a dimension, as known at ``at``."""
    questions.dimension(by, questions.declaration(code))
    return figures([code], month=month, by=by, at=at)[code]


def figures(codes: Iterable[str], *, month: str, by: str = "", at: datetime | None = None) -> dict[str, Figure]:
    """Many figures of one month in one pass; a figure that does not have the dimension comes without values."""
    asked = [questions.declaration(code) for code in codes]
    questions.dimension(by)
    questions.month(month)
    number = edition(month, at)
    found = {}
    for one in asked:
        reduced = one.reduced(int(month[5:7]))
        backs = {part.back for part in reduced.components() if not part.indicator}
        snapshots = {back: shelf.snapshot_of(months_before(month, back), at) for back in backs}
        indicators = shelf.indicators_of(at) if one.published else []
        total, values = read(reduced, by if by in one.dimensions else "", month, snapshots, indicators)
        found[one.code] = Figure(
            code=one.code, name=one.name, unit=str(one.unit), month=month, by=by, at=at,
            edition=number.number if number else None, fingerprint=one.fingerprint, total=Value(*total),
            values={key: Value(*pair) for key, pair in values.items()},
        )  # fmt: skip
    return found


def series(
    code: str, *, until: str, months: int = 13, by: str = "", at: datetime | None = None
) -> list[tuple[str, Figure]]:
    """A figure over the ``months`` months up to ``until``, oldest first."""
    questions.month(until)
    span = [months_before(until, back) for back in reversed(range(months))]
    return [(month, figure(code, month=month, by=by, at=at)) for month in span]


def rows(
    code: str, *, month: str, by: str = "", key: str = "", part: str = "numerator", at: datetime | None = None
) -> list[Row]:
    """The very projects a part of a figure counts, largest first; their contributions add up to the part."""
    one = questions.declaration(code)
    questions.dimension(by, one)
    reduced = one.reduced(int(questions.month(month)[5:7]))
    found: dict[int, Row] = {}
    for term in reduced.numerator if part == "numerator" else reduced.denominator:
        for row in shelf.snapshot_of(months_before(month, term.component.back), at) or []:
            if (by and key not in keys(row, by)) or not holds(row, term.component.where):
                continue
            amount = row[term.component.column] if term.component.column else 1
            if amount is None:
                continue
            before = found[row["project"]].contribution if row["project"] in found else 0
            found[row["project"]] = Row(
                row["project"], row["serial"], row["name"], row["area"], before + term.times * amount
            )
    return sorted(found.values(), key=lambda row: (-abs(row.contribution), row.serial))


def projects(
    month: str, *, filters: dict[str, str] | None = None, search: str = "", sort: str = "",
    page: int = 1, size: int = 50, at: datetime | None = None,
) -> Page:  # fmt: skip
    """One page of the wide snapshot; ``filters`` by dimension (comma-separated keys), ``sort`` a column or ``-column``.

    ``search`` is looked for in name, owner, serial and site. Facets count what each key would show.
    """
    chosen = filters or {}
    everything = [row for row in shelf.snapshot_of(questions.month(month), at) or [] if _found(row, search)]
    facets: dict[str, dict[str, int]] = {}
    for by in [*BY, "stall"]:
        others = {name: text for name, text in chosen.items() if name != by}
        counts: dict[str, int] = {}
        for row in everything:
            if _meets(row, others):
                for key in _keys(row, by):
                    counts[key] = counts.get(key, 0) + 1
        facets[by] = counts
    found = [row for row in everything if _meets(row, chosen)]
    if sort:
        name = questions.column(sort.removeprefix("-"))
        known = sorted((row for row in found if row[name] is not None), key=lambda row: row[name])
        found = known[::-1] if sort.startswith("-") else known
    return Page(found[(page - 1) * size : page * size], len(found), facets)


def project(project_id: int, month: str, *, at: datetime | None = None) -> Wide | None:
    """One project's row of the wide snapshot; None where it is not on it."""
    rows = shelf.snapshot_of(questions.month(month), at) or []
    return next((row for row in rows if row["project"] == project_id), None)


def _found(row: Wide, search: str) -> bool:
    words = search.lower().split()
    text = " ".join(str(row[name]) for name in ("name", "owner", "serial", "site")).lower()
    return all(word in text for word in words)


def _meets(row: Wide, filters: dict[str, str]) -> bool:
    return all(set(text.split(",")) & set(_keys(row, by)) for by, text in filters.items() if text)


def _keys(row: Wide, by: str) -> list[str]:
    return keys(row, by) if by in BY else [row[by] or ""]
