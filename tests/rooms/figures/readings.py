"""The second reading in each dialect, brought to the form of the plain one."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection, transaction

from ballast.kit import engine
from ballast.rooms.figures import expressions, ledger, lookups, materialise, wide
from ballast.rooms.figures.reckoning import Answer, Table, answers
from ballast.rooms.figures.settling import COLUMNS, LOOKUPS, Clock, Dialect, Knowledge, Reading, Rules, settle
from ballast.rulebook import books
from ballast.rulebook.figures.catalogue import standard
from ballast.rulebook.figures.columns import BY, Kind
from ballast.rulebook.figures.columns import COLUMNS as WIDE
from ballast.rulebook.figures.reading import months_before
from ballast.rulebook.figures.vocabulary import Component

Wide = dict[str, Any]


@contextmanager
def undone() -> Iterator[None]:
    """What is recorded inside is gone afterwards: one example never sees another's ledger."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def tidy(row: Wide) -> Wide:
    """A row as the plain reading has it: flags as flags, numbers as whole numbers, lists in order."""
    said = {}
    for name, value in row.items():
        kind = WIDE[name].kind if name in WIDE else Kind.TEXT
        if kind is Kind.FLAG and value is not None:
            value = bool(value)
        if kind in (Kind.STOCK, Kind.FLOW, Kind.COUNT) and value is not None:
            value = int(value)
        said[name] = value
    codes = sorted(code for code in said["lists"].split("|") if code)
    return said | {"lists": f"|{'|'.join(codes)}|" if codes else ""}


def of_engine(table: str) -> list[Wide]:
    """The rows of a table or a Parquet file."""
    return [tidy(row) for row in engine.records(f"SELECT * FROM {table} ORDER BY project")]


def lay_lookups() -> None:
    """The rulebook's tables in the application's own database, for as long as the connection lasts."""
    kinds = {"int64": "bigint", "string": "varchar(10)", "boolean": "boolean"}
    with connection.cursor() as cursor:
        for name, columns in LOOKUPS.items():
            said = ", ".join(f"{column} {kinds[kind]}" for column, kind in columns.items())
            cursor.execute(f"DROP TABLE IF EXISTS lookup_{name}")
            cursor.execute(f"CREATE TEMPORARY TABLE lookup_{name} ({said})")
            rows = [row for row in lookups.rows(name) if name != "days" or "2022" < row[0] < "2026"]
            cursor.executemany(f"INSERT INTO lookup_{name} VALUES ({', '.join(['%s'] * len(columns))})", rows)


@cache
def compiled(dialect: Dialect) -> tuple[str, str]:
    """The snapshot and the indicators in a dialect, compiled once."""
    return wide.snapshot(Rules.of_book(books.default()), dialect), wide.indicators(dialect)


@cache
def figures_compiled(parts: tuple[Component, ...], by: str) -> str:
    """Components by a dimension in the dialect of the application's database, compiled once."""
    return expressions.compiled(parts, by, materialise.DIALECTS[connection.vendor])


def in_the_database(month: str, moment: datetime | None, first: datetime | None = None) -> list[Wide]:
    """The wide snapshot by the application's database itself, kept there as a table for the figures."""
    dialect = materialise.DIALECTS[connection.vendor]
    reading = Reading(dialect, "", Knowledge(moment, first), zoned=dialect == "postgres")
    tables = {name: f"({reading.select(name, month)})" for name in COLUMNS}
    tables |= {name: f"lookup_{name}" for name in LOOKUPS}
    snapshot, published = compiled(dialect)
    clock = Clock.of_book(month, books.default())
    with connection.cursor() as cursor:
        for name, sql in (("wide_rows", snapshot), ("wide_published", published)):
            cursor.execute(f"DROP TABLE IF EXISTS {name}")
            cursor.execute(f"CREATE TEMPORARY TABLE {name} AS {settle(sql, tables, clock)}")
        cursor.execute("SELECT * FROM wide_rows ORDER BY project")
        names = [column[0] for column in cursor.description]
        return [tidy(dict(zip(names, row, strict=True))) for row in cursor.fetchall()]


def in_the_database_by_all(month: str, at: datetime) -> dict[str, dict[str, Answer]]:
    """Every figure of the catalogue by every dimension, by the application's database alone."""
    catalogue = list(standard().values())
    reduced = {one.code: one.reduced(int(month[5:7])) for one in catalogue}
    parts = list(dict.fromkeys(part for one in reduced.values() for part in one.components()))
    tables: dict[str, dict[Component, Table]] = {by: {part: {} for part in parts} for by in ("", *BY)}
    backs = set()
    for back in dict.fromkeys(part.back for part in parts):
        before = months_before(month, back)
        reach = ledger.covered(at)
        if reach is None or before > reach[1]:
            continue
        backs.add(back)
        in_the_database(before, at)
        mine = [part for part in parts if part.back == back]
        for by in ("", *BY):
            tables[by] |= _components(mine, by, before) | _published(mine, by, before)
    return {by: answers(catalogue, reduced, by, tables[""], tables[by] if by else {}, backs) for by in ("", *BY)}


def _components(parts: list[Component], by: str, month: str) -> dict[Component, Table]:
    mine = tuple(part for part in parts if not part.indicator)
    answer = _asked(figures_compiled(mine, by), month)
    first = 1 if by else 0
    return {
        part: {row[0] if by else "": None if row[first + n] is None else int(row[first + n]) for row in answer}
        for n, part in enumerate(mine)
    }


def _published(parts: list[Component], by: str, month: str) -> dict[Component, Table]:
    found: dict[Component, Table] = {part: {} for part in parts if part.indicator}
    for indicator, industry, key, amount in _asked(
        expressions.compiled_published(by, materialise.DIALECTS[connection.vendor]), month
    ):
        for part, table in found.items():
            if (part.indicator, part.lead_industry) == (indicator, industry):
                table[key] = None if amount is None else int(amount)
    return found


def _asked(sql: str, month: str) -> list[Any]:
    table = ledger.table("named_lists")._meta.db_table
    tables = {"snapshot": "wide_rows", "published": "wide_published", "list_codes": f"(SELECT code FROM {table})"}
    with connection.cursor() as cursor:
        cursor.execute(settle(sql, tables, Clock(month)))
        return list(cursor.fetchall())
