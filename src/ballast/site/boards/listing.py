"""The project list: facets, search, sort and pages over the wide snapshot of a month."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ballast.kit import audit
from ballast.kit.sentence import Sentence
from ballast.rooms.figures import queries as figures
from ballast.rooms.figures.cards import Page
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.registry.cards import Reach
from ballast.rulebook.need_to_know import NeedToKnow

FACETS = ("county", "stage", "size_band", "lead_industry", "list", "stall", "nature")
SORTS = ("name", "county", "total_investment", "annual_plan", "completed_ytd")
SIZE = 50
EVERYTHING = 1_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked of the list; ``chosen`` holds the keys ticked in each facet, ``sort`` is ``-column``."""

    choice: figures.Choice
    search: str
    chosen: Mapping[str, tuple[str, ...]]
    sort: str
    page: int
    held: Reach

    @property
    def filters(self) -> dict[str, str]:
        """The facets as the figures room takes them."""
        return {name: ",".join(ticked) for name, ticked in self.chosen.items() if ticked}


@dataclass(frozen=True, slots=True)
class Option:
    """One key of a facet: its name, how many projects it would show, and whether it is ticked."""

    key: str
    name: Sentence
    count: int
    ticked: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet of the list."""

    name: str
    title: Sentence
    options: list[Option]

    @property
    def ticked(self) -> list[Option]:
        """The options that are ticked."""
        return [option for option in self.options if option.ticked]


@dataclass(frozen=True, slots=True)
class Line:
    """One project of the list: its row of the snapshot, the names of its keys, and how much of its plan is done."""

    row: Mapping[str, Any]
    names: Mapping[str, Sentence | str]
    done: Decimal | None


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list."""

    asked: Asked
    lines: list[Line]
    count: int
    facets: list[Facet]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.count // SIZE))

    @property
    def first(self) -> int:
        """The number of the first line shown."""
        return (self.asked.page - 1) * SIZE + 1 if self.lines else 0

    @property
    def last(self) -> int:
        """The number of the last line shown."""
        return self.first + len(self.lines) - 1 if self.lines else 0


def listing(asked: Asked) -> Listing:
    """The page of the list that was asked for."""
    found, named = _found(asked, asked.page, SIZE)
    facets = [_facet(name, named[name], found.facets.get(name, {}), asked) for name in FACETS]
    return Listing(asked, [_line(row, named) for row in found.rows], found.count, facets)


def everything(asked: Asked) -> list[Line]:
    """Every project of the filter, for the export."""
    found, named = _found(asked, 1, EVERYTHING)
    return [_line(row, named) for row in found.rows]


def _found(asked: Asked, page: int, size: int) -> tuple[Page, dict[str, figures.Names]]:
    found = figures.projects(
        asked.choice.month, held=asked.held, filters=asked.filters, search=asked.search, sort=asked.sort, page=page,
        size=size,
    )  # fmt: skip
    _disclose(found.rows)
    return found, {name: figures.key_names(name) for name in (*FACETS, "area")}


def _disclose(rows: Iterable[Mapping[str, Any]]) -> None:
    """Note who is shown which negotiations."""
    serials = {row["project"]: row["serial"] for row in rows}
    audit.shown(NeedToKnow.NEGOTIATION, *(serials[one] for one in lifecycle.negotiating(serials)))


def _facet(name: str, known: figures.Names, counts: Mapping[str, int], asked: Asked) -> Facet:
    ticked = asked.chosen.get(name, ())
    shown = {key for key, count in counts.items() if key and (count or key in ticked)} | set(ticked)
    options = [
        Option(key, said, counts.get(key, 0), key in ticked)
        for key, said in figures.in_order(name, shown, known).items()
    ]  # fmt: skip
    return Facet(name, figures.DIMENSIONS[name], options)


def _line(row: Mapping[str, Any], named: Mapping[str, figures.Names]) -> Line:
    said: dict[str, Sentence | str] = {
        name: named[name].get(row[name]) or row[name] or ""
        for name in ("county", "area", "stage", "size_band", "lead_industry", "stall", "nature")
    }
    lists = [code for code in (row["lists"] or "").split("|") if code in named["list"]]
    said["list"] = "、".join(named["list"][code].zh for code in lists)
    plan, done = row["annual_plan"], row["completed_ytd"]
    return Line(row, said, Decimal(done) * 100 / Decimal(plan) if plan and done is not None else None)
