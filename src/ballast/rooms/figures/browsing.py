"""The project list: the wide snapshot filtered, searched, sorted, paged and counted by facet."""

from datetime import datetime
from typing import Any

from ballast.kit import engine
from ballast.rooms.figures import questions, shelf
from ballast.rooms.figures.cards import Page
from ballast.rooms.registry.cards import Reach
from ballast.rulebook.figures.columns import FACETS

SEARCHED = ("name", "owner", "serial", "site", "responsible", "linked_leader")
LISTS = "unnest(string_split(trim(lists, '|'), '|'))"


class _Where:
    """Conditions in SQL with their values."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.values: list[Any] = []

    def add(self, text: str, *values: Any) -> None:
        self.texts.append(text)
        self.values += values

    def sql(self) -> str:
        return f" WHERE {' AND '.join(self.texts)}" if self.texts else ""


def browse(
    month: str, held: Reach, filters: dict[str, str], search: str, sort: str, page: int, size: int,
    at: datetime | None,
) -> Page:  # fmt: skip
    """One page of what ``held`` covers in the snapshot of a month; nothing where the month is not covered."""
    chosen = {by: text for by, text in filters.items() if text}
    for by in chosen:
        questions.facet(by, FACETS)
    order = _order(sort)
    with shelf.volume(month, at) as volume:
        if volume is None:
            return Page([], 0, {by: {} for by in FACETS})
        where = _where(held, chosen, search)
        [(count,)] = engine.query(f"SELECT count(*) FROM {volume.snapshot}{where.sql()}", where.values)
        limits = [size, (max(page, 1) - 1) * size]
        found = engine.records(
            f"SELECT * FROM {volume.snapshot}{where.sql()} ORDER BY {order} LIMIT ? OFFSET ?", where.values + limits
        )
        return Page([_tidy(row) for row in found], count, _facets(volume.snapshot, held, chosen, search))


def one(project: int, month: str, at: datetime | None) -> dict[str, Any] | None:
    """The row of one project."""
    with shelf.volume(month, at) as volume:
        found = engine.records(f"SELECT * FROM {volume.snapshot} WHERE project = ?", [project]) if volume else []
        return _tidy(found[0]) if found else None


def _tidy(row: dict[str, Any]) -> dict[str, Any]:
    """Lists in the order of their codes, whatever order they were put together in."""
    codes = sorted(code for code in row["lists"].split("|") if code)
    return row | {"lists": f"|{'|'.join(codes)}|" if codes else ""}


def _where(held: Reach, chosen: dict[str, str], search: str) -> _Where:
    where = _Where()
    _reached(held, where)
    for by, text in chosen.items():
        keys = text.split(",")
        if by == "list":
            where.add("(" + " OR ".join("contains(lists, ?)" for _ in keys) + ")", *(f"|{key}|" for key in keys))
        else:
            where.add(f"coalesce({FACETS[by]}, '') IN ({', '.join('?' for _ in keys)})", *keys)
    for word in search.lower().split():
        likes = " OR ".join(f"contains(lower({column}), ?)" for column in SEARCHED)
        where.add(f"({likes})", *(word for _ in SEARCHED))
    return where


def _reached(held: Reach, where: _Where) -> None:
    """As ``Reach.covers``: in its areas and not gone elsewhere since, or named."""
    if held.areas is None:
        return
    # Areas are a handful; of projects there may be many, so each list of them is one value.
    marks = ", ".join("?" for _ in held.areas) or "NULL"
    where.add(
        f"(list_contains(?::BIGINT[], project) OR area IN ({marks}) AND NOT list_contains(?::BIGINT[], project))",
        sorted(held.projects), *sorted(held.areas), sorted(held.left),
    )  # fmt: skip


def _order(sort: str) -> str:
    """By a column, what is absent last; then by project, so that pages never overlap."""
    if not sort:
        return "project"
    name = questions.column(sort.removeprefix("-"))
    return f'"{name}" {"DESC" if sort.startswith("-") else "ASC"} NULLS LAST, project'


def _facets(snapshot: str, held: Reach, chosen: dict[str, str], search: str) -> dict[str, dict[str, int]]:
    """For every dimension the keys and counts under all filters but its own: what choosing each would show."""
    found: dict[str, dict[str, int]] = {by: {} for by in FACETS}
    where = _where(held, chosen, search)
    free = [by for by in FACETS if by not in chosen and by != "list"]
    columns = ", ".join(f"coalesce({FACETS[by]}, '')" for by in free)
    sets = ", ".join(f"({number})" for number in range(1, len(free) + 1))
    grouped = f"SELECT {columns}, count(*) FROM {snapshot}{where.sql()} GROUP BY GROUPING SETS ({sets})"
    for row in engine.query(grouped, where.values):
        position = next(number for number, key in enumerate(row[:-1]) if key is not None)
        found[free[position]][row[position]] = row[-1]
    for by in {*chosen, "list"}:
        others = _where(held, {name: text for name, text in chosen.items() if name != by}, search)
        key = LISTS if by == "list" else f"coalesce({FACETS[by]}, '')"
        sql = f"SELECT key, count(*) FROM (SELECT {key} AS key FROM {snapshot}{others.sql()}) GROUP BY key"
        found[by] = {name: number for name, number in engine.query(sql, others.values) if name or by != "list"}
    return {by: dict(sorted(counts.items())) for by, counts in found.items()}
