"""Reading a filled form back: its year and moment, and of each sheet the rows with the place of every cell."""

from dataclasses import dataclass
from datetime import datetime

from ballast.kit import sheets
from ballast.kit.grid import Grid, Value, address, column_letter
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people.cards import CellFault
from ballast.rooms.reporting.tasks.layout import HIDDEN, MARK, SHEETS, Layout
from ballast.rulebook.forms import plain

HEADER_WITHIN = 10  # a row or two of one's own may stand above the headings
YEARS = range(1990, 2101)


class NotTheTaskForm(Refusal):
    """The file is no form of tasks of this system."""


@dataclass(frozen=True, slots=True)
class FilledRow:
    """One row as filled: what its identity columns say, its cells by column, its number as Excel counts."""

    key: tuple[str, ...]
    cells: dict[str, Value]
    number: int


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """One sheet as filled; ``letters`` say in which column each stands, ``faults`` which headings are gone."""

    layout: Layout
    letters: dict[str, str]
    rows: list[FilledRow]
    faults: list[CellFault]

    def where(self, key: str, number: int) -> str:
        """The cell of a column in a row, as a person looks it up."""
        return f"{self.layout.name}!{self.letters.get(key, 'A')}{number}"


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled form: for which year, resting on which moment of the ledger, and its sheets."""

    year: int
    issued: datetime | None
    sheets: list[FilledSheet]


def read(data: bytes, name: str) -> Filled:
    """The form in the bytes of a workbook. Raises Refusal for no workbook, NotTheTaskForm for another one."""
    grids = sheets.read(data, name)
    year, issued = _stamp(grids, name)
    visible = {grid.name.strip(): grid for grid in grids}
    found = [_sheet(visible[layout.name], layout) for layout in SHEETS if layout.name in visible]
    if not found:
        raise _not_ours(name)
    return Filled(year, issued, found)


def _stamp(grids: list[Grid], name: str) -> tuple[int, datetime | None]:
    hidden = next((grid for grid in grids if grid.name == HIDDEN and grid.rows), None)
    said = [str(value or "") for value in hidden.rows[0][:3]] if hidden else []
    try:
        mark, year, issued = [*said, "", ""][:3]
        if mark != MARK or int(year) not in YEARS:
            raise _not_ours(name)
        moment = datetime.fromisoformat(issued) if issued else None
    except ValueError:
        raise _not_ours(name) from None
    if moment is not None and moment.tzinfo is None:
        raise _not_ours(name)
    return int(year), moment


def _sheet(grid: Grid, layout: Layout) -> FilledSheet:
    header, places, twice = _header(grid, layout)
    gone = [column for column in layout.columns if column.key in layout.identity and column.key not in places]
    faults = [
        CellFault(f"{layout.name}!{header + 1}",
                  Sentence(f"缺少“{column.heading}”这一列，请重新下载任务分解表",
                           f"The column {column.heading} is gone; download the form again"))
        for column in gone
    ]  # fmt: skip
    faults += [
        CellFault(f"{layout.name}!{address(header, place)}",
                  Sentence("这一列出现两次，应只留一列", "This column stands twice; keep one"))
        for place in twice
    ]  # fmt: skip
    letters = {key: column_letter(place) for key, place in places.items()}
    rows = [] if faults else list(_rows(grid, header, places, layout))
    return FilledSheet(layout, letters, rows, faults)


def _header(grid: Grid, layout: Layout) -> tuple[int, dict[str, int], list[int]]:
    """The row of the headings, from 0, the place of every column found there, and places of columns found again."""
    wanted = {plain(column.heading): column.key for column in layout.columns}
    best: tuple[int, dict[str, int], list[int]] = (0, {}, [])
    for number, row in enumerate(grid.rows[:HEADER_WITHIN]):
        known = [(key, place) for place, value in enumerate(row) if (key := wanted.get(plain(str(value or ""))))]
        places = dict(reversed(known))
        if len(places) > len(best[1]):
            best = number, places, [place for key, place in known if places[key] != place]
    return best


def _rows(grid: Grid, header: int, places: dict[str, int], layout: Layout) -> list[FilledRow]:
    found = []
    for number, row in enumerate(grid.rows[header + 1 :], start=header + 2):
        cells = {key: row[place] if place < len(row) else None for key, place in places.items()}
        cells = {key: None if isinstance(value, str) and not value.strip() else value for key, value in cells.items()}
        typed = any(cells.get(column.key) is not None for column in layout.columns if column.typed)
        key = tuple(word(cells[name]) for name in layout.identity)
        if typed or any(key):
            found.append(FilledRow(key, cells, number))
    return found


def word(value: Value) -> str:
    """What a cell of words says: a code typed as a number is the same code."""
    return str(int(value) if isinstance(value, float) and value.is_integer() else value or "").strip()[:300]


def _not_ours(name: str) -> NotTheTaskForm:
    return NotTheTaskForm(
        Sentence("这不是本系统的任务分解表；请用“下载任务分解表”得到的文件填写",
                 "This is no form of tasks of this system; fill the form downloaded here"),
        where=name, code="not_the_task_form",
    )  # fmt: skip
