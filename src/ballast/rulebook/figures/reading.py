"""Figures in plain Python over plain rows: what every figure means, said so that it can be checked by hand."""

from collections.abc import Callable, Iterable

from ballast.rulebook.figures import conditions as c
from ballast.rulebook.figures.columns import BY
from ballast.rulebook.figures.facts import total
from ballast.rulebook.figures.snapshot import Wide
from ballast.rulebook.figures.vocabulary import Component, Reduced, Term
from ballast.rulebook.terms import AreaKind

Parts = dict[Component, int | None]
Pair = tuple[int | None, int | None]
LEVELS = {"county": AreaKind.COUNTY, "park": AreaKind.PARK, "": AreaKind.CITY, "lead_industry": AreaKind.CITY}


def holds(row: Wide, condition: c.Condition) -> bool:
    """Whether a row meets a condition; an absent column never does."""
    if isinstance(condition, c.All):
        return all(holds(row, part) for part in condition.of)
    if isinstance(condition, c.Any):
        return any(holds(row, part) for part in condition.of)
    if isinstance(condition, c.Not):
        return not holds(row, condition.of)
    if isinstance(condition, c.OnList):
        return f"|{condition.code}|" in row["lists"]
    value = row[condition.column]  # type: ignore[attr-defined]
    if isinstance(condition, c.Is):
        return value in condition.values if condition.values else value is True
    if value is None or value == "":
        return False
    if isinstance(condition, c.AtLeast):
        return bool(value >= condition.bound)
    if isinstance(condition, c.Below):
        return bool(value < condition.bound)
    return not isinstance(condition, c.Within) or _within(value, condition.period, row["month"])


def _within(on: str, period: c.Period, month: str) -> bool:
    if period == "month":
        return on[:7] == month
    year = int(month[:4]) - (period == "last_year")
    return int(on[:4]) == year and (period == "last_year" or on[:7] <= month)


def keys(row: Wide, by: str) -> list[str]:
    """The keys of a dimension a row counts under; one, but for lists."""
    if not by:
        return [""]
    value = row[BY[by]] or ""
    return [code for code in value.split("|") if code] if by == "list" else [value]


def measure(rows: Iterable[Wide], component: Component) -> int | None:
    """One component over the rows of its snapshot: nought where no row is meant, absent where none of them is known."""
    chosen = [row for row in rows if holds(row, component.where)]
    return total(row[component.column] for row in chosen) if component.column and chosen else len(chosen)


def published(rows: Iterable[Wide], component: Component, month: str, by: str) -> dict[str, int | None]:
    """One component over the indicators of areas: its value for every key of a dimension."""
    column = {"": "", "lead_industry": "lead_industry"}.get(by, "area")
    found: dict[str, list[int | None]] = {}
    for row in rows:
        if row["indicator"] != component.indicator or row["month"] != month:
            continue
        if by in LEVELS and row["level"] != LEVELS[by]:
            continue
        if row["lead_industry"] != component.lead_industry if by != "lead_industry" else not row["lead_industry"]:
            continue
        found.setdefault(row[column] if column else "", []).append(row["year_to_date"])
    return {key: total(values) for key, values in found.items()}


def value(reduced: Reduced, parts: Callable[[Component], int | None]) -> Pair:
    """Numerator and denominator; either is absent where a component of it is."""
    top = _sum(reduced.numerator, parts)
    return top, _sum(reduced.denominator, parts) if reduced.denominator else 1


def _sum(terms: tuple[Term, ...], parts: Callable[[Component], int | None]) -> int | None:
    found = [(term.times, parts(term.component)) for term in terms]
    if any(part is None for _, part in found):
        return None
    return sum(times * (part or 0) for times, part in found)


def read(
    reduced: Reduced, by: str, month: str, snapshots: dict[int, list[Wide] | None], indicators: list[Wide]
) -> tuple[Pair, dict[str, Pair]]:
    """A figure whole and by the keys of a dimension, from the snapshots of its months (None: not covered)."""
    tables = {part: _by_key(part, by, month, snapshots, indicators) for part in reduced.components()}
    whole = {part: _by_key(part, "", month, snapshots, indicators) for part in reduced.components()}
    found = {key for table in tables.values() for key in table} if by else set()
    values = {key: value(reduced, lambda part, key=key: _at(tables, part, key, snapshots)) for key in sorted(found)}  # type: ignore[misc]
    return value(reduced, lambda part: _at(whole, part, "", snapshots)), values


def _by_key(
    part: Component, by: str, month: str, snapshots: dict[int, list[Wide] | None], indicators: list[Wide]
) -> dict[str, int | None]:
    if part.indicator:
        return published(indicators, part, months_before(month, part.back), by)
    grouped: dict[str, list[Wide]] = {}
    for row in snapshots[part.back] or []:
        for key in keys(row, by):
            grouped.setdefault(key, []).append(row)
    return {key: measure(rows, part) for key, rows in grouped.items()}


def _at(
    tables: dict[Component, dict[str, int | None]], part: Component, key: str, snapshots: dict[int, list[Wide] | None]
) -> int | None:
    """What is not there is nought among projects, but absent among areas and in a month not covered."""
    nothing = 0 if not part.indicator and snapshots.get(part.back) is not None else None
    return tables[part].get(key, nothing)


def months_before(month: str, back: int) -> str:
    """The month ``back`` months before."""
    number = int(month[:4]) * 12 + int(month[5:7]) - 1 - back
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
