"""Tables of web pages, which government sites often save as ``.xls``: one sheet a page, its texts and tables in order.

Rows and columns are counted as Excel counts them when it opens the page: a paragraph takes a row, a table its rows,
cells that reach over several are merges. A table that only lays out others gives way to those inside it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from html.parser import HTMLParser
from pathlib import PurePath

from ballast.kit.grid import Grid, Merge, Value, address
from ballast.kit.sheets.delimited import decoded
from ballast.kit.sheets.refusals import refuse

UNSEEN = frozenset(["script", "style", "title", "template", "select", "noscript"])
BREAKS = frozenset(["br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "center", "tr", "table", "pre"])
WIDEST, TALLEST, DEEPEST = 1_000, 65_536, 40
LARGEST_AREA, LARGEST_MERGE = 5_000_000, 20_000
SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Cell:
    """One cell: its words in pieces, its reach, and the tables inside it."""

    across: int = 1
    down: int = 1
    exact: str = ""
    words: list[str] = field(default_factory=list)
    inner: list["Table | str"] = field(default_factory=list)

    def text(self) -> str:
        """The words as lines."""
        lines = (" ".join(line.split()) for line in "".join(self.words).split("\n"))
        return "\n".join(line for line in lines if line)


@dataclass(slots=True)
class Table:
    """Rows of cells; ``hidden`` are the places of rows that are not shown."""

    rows: list[list[Cell]] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)

    def lays_out(self) -> bool:
        """True when its cells hold tables."""
        return any(isinstance(one, Table) for row in self.rows for cell in row for one in cell.inner)

    def placed(self) -> Iterator[list[tuple[int, int, Cell]]]:
        """Row by row its cells, each with its column, past those that reach into its place, and its reach down."""
        taken: set[tuple[int, int]] = set()
        for place, cells in enumerate(self.rows):
            row: list[tuple[int, int, Cell]] = []
            column = 0
            for cell in cells:
                while (place, column) in taken:
                    column += 1
                down = min(cell.down, len(self.rows) - place, max(1, LARGEST_MERGE // cell.across))
                row.append((column, down, cell))
                taken |= {(place + y, column + x) for y in range(1, down) for x in range(cell.across)}
                column += cell.across
            yield row


class Reader(HTMLParser):
    """Reads a page into texts and tables; tags that were never closed are closed by those that follow."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Cell()
        self.open: list[tuple[Table, Cell | None]] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell; other tags only part lines."""
        said = {name: value or "" for name, value in attrs}
        if tag in UNSEEN:
            self.unseen += 1
        elif tag == "table" and len(self.open) < DEEPEST:
            self._flush()
            self.open.append((Table(), None))
        elif tag == "tr" and self.open:
            table = self._row()
            if "display:none" in said.get("style", "").replace(" ", "").lower() or "hidden" in said:
                table.hidden.add(len(table.rows) - 1)
        elif tag in ("td", "th") and self.open:
            table, _ = self.open[-1]
            if not table.rows:
                self._row()
            cell = Cell(
                _reach(said.get("colspan"), WIDEST), _reach(said.get("rowspan"), TALLEST), said.get("x:num", "")
            )
            table.rows[-1].append(cell)
            self.open[-1] = (table, cell)
        elif tag in BREAKS:
            self._place().words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End what is open."""
        if tag in UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag == "table" and self.open:
            table, _ = self.open.pop()
            self._place().inner.append(table)
        elif tag in ("td", "th", "tr") and self.open:
            if any(isinstance(one, Table) for one in self._place().inner):
                self._flush()
            self.open[-1] = (self.open[-1][0], None)
        elif tag in BREAKS:
            self._place().words.append("\n")

    def handle_data(self, data: str) -> None:
        """Words of the open cell, or of the page; those between cells are layout."""
        if not self.unseen and (not self.open or self.open[-1][1] is not None):
            self._place().words.append(SPACE.sub(" ", data))

    def close(self) -> None:
        """End the page, and what was left open."""
        super().close()
        while self.open:
            self.handle_endtag("table")
        self._flush()

    def _row(self) -> Table:
        table, _ = self.open[-1]
        table.rows.append([])
        self.open[-1] = (table, None)
        return table

    def _place(self) -> Cell:
        return next((cell for _, cell in reversed(self.open) if cell is not None), self.page)

    def _flush(self) -> None:
        """Words before and after a table stand above and below it."""
        cell = self._place()
        cell.inner += cell.text().split("\n") if cell.text() else []
        cell.words = []


def hypertext(data: bytes, name: str) -> list[Grid]:
    """The sheets of a page, or of a page saved with its parts. Raises Refusal where there is no table."""
    grids = []
    for title, text in _pages(data, name):
        reader = Reader()
        reader.feed(text)
        reader.close()
        grid = _Drawing(title, name).draw(reader.page.inner)
        if grid is not None:
            grids.append(grid)
    if not grids:
        framed = b"<frameset" in data[:20_000].lower()
        raise refuse("frames" if framed else "html", name)
    return grids


def _pages(data: bytes, name: str) -> list[tuple[str, str]]:
    """The name and text of each page; a page saved in one file (MHTML) has several."""
    stem = PurePath(name).stem or "html"
    if not data[:2048].lstrip().lower().startswith((b"mime-version", b"from:", b"content-type: multipart")):
        return [(stem, decoded(data, name))]
    parts = [part for part in message_from_bytes(data, policy=policy.default).walk()
             if part.get_content_type() == "text/html"]  # fmt: skip
    pages = []
    for part in parts:
        title = PurePath(str(part.get("Content-Location", stem))).stem
        body = part.get_payload(decode=True)
        pages.append((title, decoded(body, name) if isinstance(body, bytes) else ""))
    return pages


def _reach(said: str | None, most: int) -> int:
    number = (said or "").strip()
    return max(1, min(int(number), most)) if number.isdecimal() else 1


class _Drawing:
    """Draws texts and tables below each other on one grid."""

    def __init__(self, name: str, file: str) -> None:
        self.name, self.file, self.area = name, file, 0
        self.rows: list[list[Value]] = []
        self.merges: list[Merge] = []
        self.hidden: set[int] = set()
        self.tables = 0

    def draw(self, parts: list[Table | str]) -> Grid | None:
        """The grid, or None without a table."""
        self._each(parts)
        while self.rows and not any(value is not None for value in self.rows[-1]):
            self.rows.pop()
        if not self.tables or not self.rows:
            return None
        return Grid(self.name, self.rows, self.merges, hidden_rows=frozenset(self.hidden))

    def _each(self, parts: list[Table | str]) -> None:
        for part in parts:
            if isinstance(part, str):
                self.rows.append([part])
            elif part.lays_out():
                for cell in (cell for row in part.rows for cell in row):
                    self._each([*cell.inner, *([cell.text()] if cell.text() else [])])
            else:
                self._table(part)

    def _table(self, table: Table) -> None:
        top = len(self.rows)
        self.tables += 1
        for place, cells in enumerate(table.placed()):
            row: list[Value] = []
            for column, down, cell in cells:
                row.extend([None] * (column + cell.across - len(row)))
                row[column] = _value(cell)
                if down > 1 or cell.across > 1:
                    last = column + cell.across - 1
                    self.merges.append(Merge(top + place, column, top + place + down - 1, last))
            self.area += len(row)
            if self.area > LARGEST_AREA:
                raise refuse("sprawl", self.file, sheet=self.name, cell=address(len(self.rows), len(row)))
            self.rows.append(row if any(value is not None for value in row) else [])
        self.hidden.update(top + place for place in table.hidden)


def _value(cell: Cell) -> Value:
    """A number where the page was written by Excel and keeps it beside its words; else the words."""
    text = cell.text()
    if cell.exact:
        try:
            return float(cell.exact)
        except ValueError:
            return text or None
    return text or None
