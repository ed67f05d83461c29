"""Reading a filled roster: its lines with the cell of every value, or the cell of every fault."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from ballast.kit.grid import Grid, Value, address, column_letter
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.sheets import read
from ballast.rooms.people.cards import CellFault
from ballast.rooms.people.roster.layout import MOST_ROWS, PEOPLE, Layout

HEADER_WITHIN = 10  # a cover row or two may stand above the headings
EPOCH = date(1899, 12, 30)


class RosterRefused(Refusal):
    """The roster was not taken; ``faults`` name every cell that is wrong."""

    def __init__(self, faults: Collection[CellFault]) -> None:
        first, count = next(iter(faults)), len(faults)
        said = Sentence(f"名册有 {count} 处不对，一行也没有导入", f"Cells that are wrong: {count}; nothing was taken")
        super().__init__(said, where=first.where, code="roster_refused")
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Line:
    """One person's row: its number as Excel counts, and the text or day of every column."""

    sheet: str
    row: int
    values: dict[str, Value]
    columns: dict[str, int]

    def text(self, key: str) -> str:
        """What a cell says, without spaces around it."""
        value = self.values.get(key)
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return "" if value is None else str(value).strip()

    def where(self, key: str) -> str:
        """The cell of a column, or the row where the sheet lacks the column."""
        place = self.columns.get(key)
        return f"{self.sheet}!{self.row}" if place is None else f"{self.sheet}!{address(self.row - 1, place)}"

    def day(self, key: str) -> date | None:
        """The day in a cell; None where it is empty. Raises ValueError for what is no day."""
        value = self.values.get(key)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool) and 20_000 <= value <= 99_999:
            return EPOCH + timedelta(days=int(value))
        text = self.text(key)
        for mark in "年月/.":
            text = text.replace(mark, "-")
        return date.fromisoformat("-".join(part.zfill(2) for part in text.strip("日-").split("-"))) if text else None


@dataclass(slots=True)
class Roster:
    """The lines of a roster, the letters of its columns, and the faults found so far."""

    sheet: str
    lines: list[Line]
    letters: dict[str, str]
    faults: list[CellFault] = field(default_factory=list)

    def fault(self, line: Line, key: str, said: Sentence) -> None:
        """Note that a cell is wrong."""
        self.faults.append(CellFault(line.where(key), said))

    def stop_if_faulty(self) -> None:
        """Raises RosterRefused where a cell was found wrong."""
        if self.faults:
            raise RosterRefused(self.faults)


def roster(data: bytes, name: str, *, needed: Collection[str], layout: Layout = PEOPLE) -> Roster:
    """The roster in a workbook or a .csv. Raises Refusal for no sheet at all, RosterRefused for no roster."""
    for grid in read(data, name):
        found = _header(grid, layout)
        if found is not None and not grid.hidden:
            return _lines(grid, *found, {key: layout.heading(key) for key in needed})
    wanted = "、".join(layout.heading(key) for key in needed)
    said = Sentence(
        f"没有找到名册：应有一行标题，含有“{wanted}”", f"No roster: a row of headings with {wanted} is wanted"
    )
    raise RosterRefused([CellFault(name, said)])


def _header(grid: Grid, layout: Layout) -> tuple[int, dict[str, int]] | None:
    """The row of the headings and the place of each column, where the one the sheet is known by is among them."""
    for number, row in enumerate(grid.rows[:HEADER_WITHIN]):
        places: dict[str, int] = {}
        for place, value in enumerate(row):
            if key := layout.key(str(value or "")):
                places.setdefault(key, place)
        if layout.known_by in places and len(places) > 1:
            return number, places
    return None


def _lines(grid: Grid, header: int, places: dict[str, int], needed: Mapping[str, str]) -> Roster:
    sheet = grid.name
    lines = [
        Line(sheet, number + 1, {key: row[place] for key, place in places.items() if place < len(row)}, places)
        for number, row in enumerate(grid.rows)
        if number > header and any(str(value or "").strip() for value in row)
    ]
    found = Roster(sheet, lines, {key: column_letter(place) for key, place in places.items()})
    for key, heading in needed.items():
        if key not in places:
            said = Sentence(f"缺少“{heading}”这一列", f"The column {heading} is missing")
            found.faults.append(CellFault(f"{sheet}!{header + 1}", said))
    if not lines or len(lines) > MOST_ROWS:
        said = Sentence(f"应有 1 至 {MOST_ROWS} 行，现有 {len(lines)} 行", f"1 to {MOST_ROWS} rows, not {len(lines)}")
        found.faults.append(CellFault(sheet, said))
    found.stop_if_faulty()
    return found
