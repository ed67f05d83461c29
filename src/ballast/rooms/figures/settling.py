"""Compiled text made ready for one dialect: what was known of the facts in every relation's place, the month put in.

A compiled text names relations (``known_progress``); a dialect puts a subquery on the table in the name's place. The
moment, the month and what follows from them stand in the text as words of their own (``'@month'``) and are put in
last, so that the compiled text can be kept.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from ballast.rooms.figures import ledger
from ballast.rulebook.books import Book, SizeBand, StartOnLand
from ballast.rulebook.figures.snapshot import month_end
from ballast.rulebook.stalls import StallClocks, month_number

Dialect = Literal["duckdb", "sqlite", "postgres"]

# The columns read of every kind of fact. Types as Ibis names them; dates become text.
COLUMNS: dict[str, dict[str, str]] = {
    "projects": {"id": "int64", "serial": "string"},
    "areas": {"id": "int64", "code": "string", "kind": "string", "parent_id": "int64"},
    "named_lists": {"id": "int64", "code": "string"},
    "profiles": {
        "project_id": "int64", "name": "string", "owner": "string", "site": "string", "responsible": "string",
        "linked_leader": "string", "area_id": "int64", "nature": "string", "land_mode": "string",
        "industry": "string", "lead_industry": "string", "strategic": "boolean", "total_investment": "int64",
    },
    "memberships": {"project_id": "int64", "named_list_id": "int64", "since": "date", "until": "date"},
    "plans": {"project_id": "int64", "year": "int64", "amount": "int64"},
    "funding": {
        "project_id": "int64", "channel": "string", "month": "string", "agreed": "int64", "paid_in": "int64",
    },
    "promises": {"project_id": "int64", "output": "int64", "tax": "int64", "jobs": "int64", "start_on_land": "boolean"},
    "milestones": {
        "project_id": "int64", "kind": "string", "basis": "string", "planned_on": "date", "actual_on": "date",
    },
    "progress": {
        "project_id": "int64", "month": "string", "basis": "string", "month_completed": "int64",
        "year_to_date": "int64", "to_date": "int64", "form_progress": "string", "problems": "string",
    },
    "outputs": {"project_id": "int64", "month": "string", "output": "int64", "tax": "int64", "jobs": "int64"},
    "cases": {
        "project_id": "int64", "resource": "string", "requested": "int64", "requested_on": "date",
        "due_on": "date", "granted": "int64", "granted_on": "date",
    },
    "indicators": {
        "area_id": "int64", "indicator": "string", "month": "string", "lead_industry": "string",
        "year_to_date": "int64",
    },
}  # fmt: skip
LASTING = {"projects", "areas", "named_lists"}  # identities, not facts: they have no transaction time
MONTHLY = {"progress", "outputs", "funding"}  # facts after the month are left out where they are read

# Tables the rulebook gives: the numbered calendar, and what follows from an industry code.
LOOKUPS = {
    "days": {"day": "string", "ordinal": "int64", "working": "int64"},
    "classes": {
        "code": "string", "section": "string", "division": "string", "service": "string",
        "industrial": "boolean", "high_tech": "boolean",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clock:
    """One month: its end, its year, its number, and the share of the plan due by then."""

    month: str
    due: int = 0
    of: int = 1

    @classmethod
    def of_book(cls, month: str, book: Book) -> "Clock":
        """The month under a book's schedule."""
        share = book.scheduled(int(month[5:7]))
        return cls(month, share.numerator, share.denominator)

    def words(self) -> dict[str, str]:
        """What every word becomes."""
        year = int(self.month[:4])
        return {
            "month": self.month, "end": month_end(self.month).isoformat(), "year": f"{year:04d}",
            "last_year": f"{year - 1:04d}", "index": str(month_number(self.month)),
            "due": str(self.due), "of": str(self.of),
        }  # fmt: skip

    def put_in(self, sql: str) -> str:
        """A compiled text with the month's words put in."""
        for word, value in self.words().items():
            sql = sql.replace(f"'@{word}'", f"'{value}'")
        return sql


@dataclass(frozen=True, slots=True)
class Rules:
    """What the snapshot takes from a book; the schedule is put in with the month."""

    size_bands: tuple[SizeBand, ...]
    stalls: StallClocks
    start_on_land: StartOnLand

    @classmethod
    def of_book(cls, book: Book) -> "Rules":
        """The rules of a book."""
        return cls(book.size_bands, book.stalls, book.start_on_land)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What was known at ``moment`` (None: now); or at ``first``, and what was put right or first published since.

    That is how a further edition of a month knows it: as its first edition did, but for the reports that slips have
    changed, for projects that only a slip has brought to the month, and for indicators that were not yet published
    or that slips have put right.
    """

    moment: datetime | None = None
    first: datetime | None = None

    @property
    def rules_at(self) -> datetime | None:
        """The moment whose policy book and calendar hold."""
        return self.first or self.moment


@dataclass(frozen=True, slots=True)
class Reading:
    """How a dialect reads the tables: ``prefix`` before their names, and whose knowledge is wanted.

    ``zoned`` says that the tables keep moments with their zone, as PostgreSQL does.
    """

    dialect: Dialect
    prefix: str = ""
    known: Knowledge = Knowledge()
    zoned: bool = False

    def select(self, name: str, month: str) -> str:
        """The query of one relation up to a month."""
        said = ", ".join(f'{self._column(column, kind)} AS "{column}"' for column, kind in COLUMNS[name].items())
        where = [] if name in LASTING else [self._known(name, month)]
        if name in MONTHLY:
            where.append(f"month <= '{month}'")
        return f"SELECT {said} FROM {self._table(name)}" + (f" WHERE {' AND '.join(where)}" if where else "")

    def _table(self, name: str) -> str:
        return f'{self.prefix}"{ledger.table(name)._meta.db_table}"'

    def _column(self, name: str, kind: str) -> str:
        if kind == "date":
            return f'CAST("{name}" AS VARCHAR)'
        if kind == "boolean" and self.dialect == "duckdb":
            return f'CAST("{name}" AS BOOLEAN)'
        return f'"{name}"'

    def _known(self, name: str, month: str) -> str:
        now = self._stands(self.known.moment)
        if self.known.first is None:
            return now
        return f"CASE WHEN {self._since_first(name, month)} THEN {now} ELSE {self._stands(self.known.first)} END"

    def _stands(self, moment: datetime | None) -> str:
        if moment is None:
            return "superseded_at IS NULL"
        at = self._literal(moment)
        return f"recorded_at <= {at} AND (superseded_at IS NULL OR superseded_at > {at})"

    def _since_first(self, name: str, month: str) -> str:
        """Which rows a further edition takes as they are known now."""
        if name == "indicators":
            key = "area_id, indicator, month, lead_industry"
            right = f"SELECT {key} FROM {self._table('indicator_slips')} WHERE {self._slipped()} AND month <= '{month}'"
            first = f"({key}) NOT IN (SELECT {key} FROM {self._table(name)} WHERE {self._first()})"
            return f"({first} OR ({key}) IN ({right}))"
        slips = f"FROM {self._table('slips')} WHERE {self._slipped()} AND month <= '{month}'"
        known = f"SELECT project_id FROM {self._table('profiles')} WHERE {self._first()}"
        brought = f"project_id IN (SELECT project_id {slips} AND project_id NOT IN ({known}))"
        if name != "progress":
            return brought
        return f"((project_id, month, basis) IN (SELECT project_id, month, basis {slips}) OR {brought})"

    def _first(self) -> str:
        return self._stands(self.known.first)

    def _slipped(self) -> str:
        """The slips recorded since the first seal."""
        said = [f"recorded_at > {self._literal(self.known.first)}"] if self.known.first else []
        said += [f"recorded_at <= {self._literal(self.known.moment)}"] if self.known.moment else []
        return " AND ".join(said)

    def _literal(self, moment: datetime) -> str:
        utc = moment.astimezone(UTC)
        if self.dialect == "sqlite":
            return f"'{utc.replace(tzinfo=None)}'"  # as Django stores it: no microseconds where they are nought
        text = f"{utc:%Y-%m-%d %H:%M:%S.%f}"
        return f"TIMESTAMPTZ '{text}+00'" if self.zoned else f"TIMESTAMP '{text}'"


NAMED = re.compile(r'"known_(\w+)"|"lookup_(\w+)"|\bknown_(\w+)\b|\blookup_(\w+)\b')


def settle(sql: str, tables: Mapping[str, str], clock: Clock) -> str:
    """A compiled text made ready: every relation in its place, and the month's words put in."""

    def place(found: re.Match[str]) -> str:
        return tables[next(part for part in found.groups() if part)]

    return clock.put_in(NAMED.sub(place, sql))
