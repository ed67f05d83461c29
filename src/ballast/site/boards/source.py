"""The page of a source: the cell a value was read from, as it stands in the workbook that was received."""

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import zip_longest

from ballast.kit import files, sheets
from ballast.kit.grid import Grid, column_index, column_letter
from ballast.kit.ledger.models import Source
from ballast.kit.phones import masked
from ballast.kit.sentence import Sentence
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.resources import queries as resources
from ballast.rulebook.phones import FREE
from ballast.site.boards import labels

ROOMS = (registry, lifecycle, reporting, resources)
AROUND = 6
TOP = 5
WIDEST = 80


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the excerpt: its number and how the sheet calls it, its cells as written, and whether rows before it
    were left out.
    """

    number: int
    name: str
    cells: list[tuple[str, bool]]
    asked: bool
    gap: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What the page shows; ``address`` is the cell asked for, ``whole`` whether the file may be had, ``phones`` whether
    any stand in it.
    """

    source: Source
    name: str
    received_at: datetime
    whole: bool
    address: str
    field: Sentence | None
    letters: list[tuple[str, Sentence | None]]
    lines: list[Line]
    phones: bool
    projects: list[tuple[str, str]]


def excerpt(
    source_id: int, *, row: int | None, field: str, held: Reach, phones: bool = False
) -> Excerpt | None:  # fmt: skip
    """The rows around the cell asked for; None where there is no such source, or it is not theirs to see.

    Of phone numbers in it the ends alone, unless ``phones`` are asked for.

    Someone who sees only some projects sees the whole sheet if it tells of nothing else, and else the row alone
    of a project of theirs.
    """
    source = Source.objects.select_related("file").filter(pk=source_id).first()
    if source is None or not may_see(source_id, row=row, held=held):
        return None
    whole = may_see(source_id, row=None, held=held)
    grid = _grid(source)
    lying = source.on_its_side
    places = {name: int(where) - 1 if lying else column_index(where) for name, where in source.columns.items()}
    lines = _lines(grid, row, places.get(field, -1), alone=not whole, lying=lying) if grid else []
    spared = {place for name, place in places.items() if name not in FREE}
    hidden = [_without_phones(line, spared) for line in lines]
    known = {place: labels.label(name) for name, place in places.items()}
    width = max((len(line.cells) for line in lines), default=0)
    return Excerpt(
        source=source, name=str(source), received_at=source.received_at,
        whole=whole and source.file is not None, address=source.cell(field, row).rpartition("!")[2] if row else "",
        field=labels.label(field) if field else None, lines=lines if phones else hidden, phones=hidden != lines,
        letters=[(str(place + 1) if lying else column_letter(place), known.get(place)) for place in range(width)],
        projects=_projects(source_id, row),
    )  # fmt: skip


def may_see(source_id: int, *, row: int | None, held: Reach) -> bool:
    """Whether a source (or one row of it) tells only of projects that ``held`` covers."""
    if held == registry.EVERYWHERE:
        return True
    told = _told(source_id, row)
    return bool(told) and registry.within(told, held) == told


def original(source_id: int, *, held: Reach) -> tuple[str, bytes] | None:
    """The name and bytes of the file as received; None where there is none to give."""
    source = Source.objects.select_related("file").filter(pk=source_id).first()
    if source is None or source.file is None or not may_see(source_id, row=None, held=held):
        return None
    return source.file.name, files.read(source.file)


def _told(source_id: int, row: int | None) -> set[int]:
    return set().union(*(room.from_source(source_id, row=row) for room in ROOMS))


def _projects(source_id: int, row: int | None) -> list[tuple[str, str]]:
    if row is None:
        return []
    told = _told(source_id, row)
    names = registry.names(told)
    return sorted((serial, names.get(project, serial)) for project, serial in registry.serials(told).items())


def _grid(source: Source) -> Grid | None:
    if source.file is None:
        return None
    grids = sheets.read(files.read(source.file), source.file.name)
    named = [grid for grid in grids if grid.name == source.place]
    grid = (named or grids)[0] if named or len(grids) == 1 else None
    if grid is not None and source.on_its_side:
        return replace(grid, rows=[list(cells) for cells in zip_longest(*grid.rows)])
    return grid


def _lines(grid: Grid, row: int | None, marked: int, *, alone: bool, lying: bool) -> list[Line]:
    last = len(grid.rows)
    if alone:
        numbers = [row] if row and row <= last else []
    else:
        middle = row or 1
        around = range(max(1, middle - AROUND), min(last, middle + AROUND) + 1)
        numbers = sorted({*range(1, min(TOP, last) + 1), *around})
    lines: list[Line] = []
    for number in numbers:
        cells = [(_written(value), number == row and place == marked)
                 for place, value in enumerate(grid.rows[number - 1][:WIDEST])]  # fmt: skip
        gap = bool(lines) and lines[-1].number != number - 1
        name = column_letter(number - 1) if lying else str(number)
        lines.append(Line(number, name, cells, number == row, gap))
    width = max((len(line.cells) for line in lines), default=0)
    return [
        replace(line, cells=line.cells + [("", False)] * (width - len(line.cells)))
        for line in lines
    ]  # fmt: skip


def _without_phones(line: Line, spared: set[int]) -> Line:
    """The row with the ends of phones alone; what was read as an amount or a code is none, however long."""
    cells = [(text if place in spared else masked(text), marked) for place, (text, marked) in enumerate(line.cells)]
    return replace(line, cells=cells)


def _written(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
