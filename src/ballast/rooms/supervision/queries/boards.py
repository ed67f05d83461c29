"""Boards of lights: colours counted by aspect and county, leader or department; what changed since last month."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ballast.rooms.registry.cards import Reach
from ballast.rooms.supervision.lines import Line, MonthLines, lines
from ballast.rooms.supervision.published import editions
from ballast.rulebook.books import Book

By = Literal["county", "area", "leader", "responsible", "stage"]
ASKS: dict[By, Callable[[Line], str]] = {
    "county": lambda line: line.county, "area": lambda line: line.area, "leader": lambda line: line.leader,
    "responsible": lambda line: line.responsible, "stage": lambda line: line.stage,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a board: its key, how many projects it holds, and how often each aspect has each colour or state."""

    key: str
    projects: int
    counts: Mapping[str, Counter[str]]
    worst: Counter[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """A light that changed since the month before: from which colour or state to which; ``step`` above 0 is worse."""

    line: Line
    light: str
    before: str
    after: str
    step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A month's lights: its rows, what turned worse and better since the month before, and the lines themselves."""

    month: MonthLines
    by: By
    rows: tuple[Row, ...]
    total: Row
    worse: tuple[Turned, ...]
    better: tuple[Turned, ...]
    before: str


def board(month: str, *, by: By, held: Reach) -> Board:
    """The board of ``month``, rows by county, area, linked leader, department or stage; the worst rows first."""
    told = lines(month, held=held)
    asks, book = ASKS[by], told.book
    groups: dict[str, list[Line]] = {}
    for line in told.lines:
        groups.setdefault(asks(line), []).append(line)
    rows = [_row(key, group, book) for key, group in groups.items()]
    earlier = max((one for one in editions() if one < month), default="")
    turned = turns(lines(earlier, held=held), told) if earlier else []
    return Board(
        month=told, by=by, rows=tuple(sorted(rows, key=lambda row: _gravity(row, book), reverse=True)),
        total=_row("", told.lines, book), before=earlier,
        worse=tuple(one for one in turned if one.step > 0), better=tuple(one for one in turned if one.step < 0),
    )  # fmt: skip


def turns(before: MonthLines, after: MonthLines) -> list[Turned]:
    """Every light of a project that changed its colour between two months, the gravest change first."""
    old = {line.project_id: line for line in before.lines}
    found = []
    for line in after.lines:
        was = old.get(line.project_id)
        for light, now in line.lights.items():
            then = was.lights.get(light, "not_applicable") if was else "not_applicable"
            if then != now:
                step = severity(after.book, now) - severity(before.book, then)
                found.append(Turned(line=line, light=light, before=then, after=now, step=step))
    return sorted(found, key=lambda one: (-one.step, one.line.serial, one.light))


def severity(book: Book, said: str) -> int:
    """How grave a colour is; a state is in order."""
    return book.colours[said].severity if said in book.colours else 0


def worst(line: Line, book: Book) -> str:
    """The gravest colour of a project; empty where no light of it has a colour."""
    coloured = [said for said in line.lights.values() if said in book.colours]
    return max(coloured, key=lambda said: severity(book, said), default="")


def _row(key: str, group: Iterable[Line], book: Book) -> Row:
    counts: dict[str, Counter[str]] = {code: Counter() for code, light in book.lights.items() if light.of == "project"}
    gravest: Counter[str] = Counter()
    projects = 0
    for line in group:
        projects += 1
        gravest[worst(line, book)] += 1
        for light, said in line.lights.items():
            counts.setdefault(light, Counter())[said] += 1
    return Row(key=key, projects=projects, counts=counts, worst=gravest)


def _gravity(row: Row, book: Book) -> tuple[tuple[int, ...], int]:
    """Most of the gravest colour first, then of the next."""
    order = sorted((code for code, one in book.colours.items() if one.severity > 0),
                   key=lambda code: -book.colours[code].severity)  # fmt: skip
    return tuple(row.worst[code] for code in order), row.projects
