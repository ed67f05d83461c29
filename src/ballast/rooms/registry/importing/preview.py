"""The preview of a list: its sheet with what each cell was taken for, its groups, and everything in doubt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from ballast.kit.grid import Grid, Value, column_letter
from ballast.kit.money import WAN, YI
from ballast.kit.phones import masked
from ballast.kit.sentence import Sentence
from ballast.kit.sheets import read
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.registry.cards import ListCard, ReceivedCard
from ballast.rooms.registry.importing.fields import kind_of
from ballast.rulebook.lists import Fault, Group, Recognition, Table, recognise
from ballast.rulebook.lists.columns import MONEY
from ballast.rulebook.lists.upright import set_upright
from ballast.rulebook.lists.words import wording

Chosen = TypeVar("Chosen", str, int)
LINES = 60
# What was read as an amount or a number of something is no phone, however long.
EXACT = {*MONEY, "sequence", "project_code", "credit_code", "longitude", "latitude", "percent"}
# What is said above the sheet, because a choice there settles it or a person should know before anything else.
APART = frozenset(
    ["earlier", "restated", "hidden-rows", "hidden-columns", "turned", "guessed", "shifted", "named-by-content"]
    + ["named-by-owner", "plan-of-two-years", "plans-of-years", "unit-default", "unit-guessed", "unit-borrowed"]
)
UNITS = (1, 1_000, WAN, 1_000_000, YI)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person changed: the field of a column and the unit of its money, by sheet and column (-1: the sheet);
    and which sheets are to be counted, or left out, whatever they were taken for."""

    fields: Mapping[tuple[int, int], str]
    units: Mapping[tuple[int, int], int]
    sheets: Mapping[int, bool] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.fields or self.units or self.sheets)


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column of the previewed sheet: where it stands and what it was taken for."""

    index: int
    letter: str
    heading: str
    field: str
    unit: int | None

    @property
    def money(self) -> bool:
        """Whether it holds amounts, and so has a unit to choose."""
        return self.field in MONEY


@dataclass(frozen=True, slots=True)
class LineView:
    """One row of the previewed sheet: its number, what it was taken for, its cells as (text, kind, what is said)."""

    number: int
    role: str
    cells: list[tuple[str, str, Sentence | None]]


@dataclass(frozen=True, slots=True)
class SheetView:
    """Part of one sheet."""

    index: int
    name: str
    titles: list[str]
    unit: int | None
    columns: list[ColumnView]
    lines: list[LineView]
    first: int
    total: int
    choice: str = ""
    apart: tuple[Fault, ...] = ()

    @property
    def following(self) -> int | None:
        """The first row of the next part, counted from 1."""
        return self.first + LINES if self.first + LINES <= self.total else None

    @property
    def preceding(self) -> int | None:
        """The first row of the part before."""
        return max(1, self.first - LINES) if self.first > 1 else None


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything the preview shows. ``sheets`` are (index, name, projects found)."""

    received: ReceivedCard
    recognition: Recognition
    sheets: list[tuple[int, str, int]]
    sheet: SheetView | None
    groups: list[Group]
    year: int | None
    unknown: list[tuple[str, str, list[AreaCard]]]
    lists: list[ListCard]
    areas: list[AreaCard]
    large: bool

    @property
    def failing(self) -> int:
        """How many groups do not reconcile."""
        return sum(group.agrees is False for group in self.groups)


def recognised(data: bytes, name: str, areas: list[AreaCard], choices: Choices) -> tuple[list[Grid], Recognition]:
    """The file recognised with what a person changed; a choice equal to what was recognised anyway is none.

    A sheet that lies on its side is shown turned, as it was read.
    """
    grids = read(data, name)
    shown, _ = set_upright(grids)
    known = [said for area in areas for said in (area.name, *area.aliases)]
    sheets = {grids[sheet].name: counts for sheet, counts in choices.sheets.items() if 0 <= sheet < len(grids)}
    plain = recognise(grids, file=name, known_areas=known, sheets=sheets)
    if not choices:
        return shown, plain
    taken: dict[tuple[str, int], tuple[str, int | None]] = {}
    for table in plain.tables:
        taken |= {(table.sheet, column): (meant.field, meant.unit) for column, meant in table.columns.items()}
    fields = {key: field for key, field in _by_name(grids, choices.fields).items() if taken.get(key, ("",))[0] != field}
    units = {
        key: unit for key, unit in _by_name(grids, choices.units).items() if unit != _unit_taken(plain, key, taken)
    }
    if not (fields or units):
        return shown, plain
    return shown, recognise(grids, file=name, known_areas=known, overrides=fields, unit_overrides=units, sheets=sheets)


def sheet_view(
    grids: list[Grid], recognition: Recognition, index: int, first: int, choices: Choices
) -> SheetView | None:
    """The sheet at ``index``, ``LINES`` rows of it from row ``first`` (counted from 1)."""
    if not 0 <= index < len(grids):
        return None
    grid = grids[index]
    tables = [table for table in recognition.tables if table.sheet == grid.name]
    columns = _columns(grid, tables)
    start = max(0, min(first - 1, len(grid.rows)))
    told = {one.where: one.sentence for one in (*recognition.warnings, *recognition.errors)}
    lines = []
    for row in range(start, min(start + LINES, len(grid.rows))):
        role = next((table.roles[row] for table in tables if row in table.roles), "")
        cells = [
            (*_cell(grid.rows[row], column, role), told.get(f"{grid.name}!{column.letter}{row + 1}"))
            for column in columns
        ]
        if any(text for text, _, _ in cells):
            lines.append(LineView(row + 1, role, cells))
    unit = next((table.unit for table in tables if table.unit), None)
    titles = [table.title for table in tables if table.title]
    choice = {None: "", True: "keep", False: "leave"}[choices.sheets.get(index)]
    apart = tuple(
        one for one in recognition.warnings
        if one.code in APART and (one.where == grid.name or one.where.startswith(f"{grid.name}!"))
    )  # fmt: skip
    return SheetView(index, grid.name, titles, unit, columns, lines, start + 1, len(grid.rows), choice, apart)


def busiest(grids: list[Grid], recognition: Recognition) -> list[tuple[int, str, int]]:
    """Every sheet with the projects found on it."""
    found = [row.sheet for row in recognition.rows]
    return [(index, grid.name, found.count(grid.name)) for index, grid in enumerate(grids)]


def failing_first(recognition: Recognition) -> list[Group]:
    """The groups, those that do not reconcile in total or in plan first, those that state nothing last."""
    order = {False: 0, True: 1, None: 2}
    return sorted(recognition.groups, key=lambda group: (order[group.agrees], group.sheet, group.row))


def _columns(grid: Grid, tables: list[Table]) -> list[ColumnView]:
    width = max((len(row) for row in grid.rows[:2_000]), default=0)
    meant = {column: found for table in reversed(tables) for column, found in table.columns.items()}
    views = []
    for index in range(width):
        found = meant.get(index)
        views.append(
            ColumnView(
                index, column_letter(index), found.heading if found else "", found.field if found else "",
                found.unit if found else None,
            )
        )  # fmt: skip
    return views


def _cell(row: list[Value], column: ColumnView, role: str) -> tuple[str, str]:
    value = row[column.index] if column.index < len(row) else None
    # A person sees where the lines of a cell end, though they are read as one.
    text = " ⏎ ".join(filter(None, map(wording, value.split("\n")))) if isinstance(value, str) else wording(value)
    taken = role in ("project", "continuation", "part", "group", "total", "of_which")
    if column.field not in EXACT:
        text = masked(text)
    return text, kind_of(column.field) if taken and text else ""


def _by_name(grids: list[Grid], chosen: Mapping[tuple[int, int], Chosen]) -> dict[tuple[str, int], Chosen]:
    return {(grids[sheet].name, column): what for (sheet, column), what in chosen.items() if 0 <= sheet < len(grids)}


def _unit_taken(
    recognition: Recognition, key: tuple[str, int], taken: dict[tuple[str, int], tuple[str, int | None]]
) -> int | None:
    if key[1] >= 0:
        return taken.get(key, ("", None))[1]
    return next((table.unit for table in recognition.tables if table.sheet == key[0]), None)
