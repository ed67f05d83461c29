"""The tables of a page of ours as a workbook, as they are shown: a sheet a table, numbers as numbers, no formulas."""

import io
import re
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from ballast.kit.exports import PLAIN
from ballast.kit.sheets.hypertext import Cell, Reader, Table

MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
HEADINGS = ("h1", "h2", "h3", "caption")
CONTROLS = ("button", "datalist")
ON_PHONES = "phone-only"  # said again for a narrow screen
NUMBER = re.compile(r"([-+−]?)(\d{1,3}(?:,\d{3})+|0|[1-9]\d{0,14})(?:\.(\d+))?(%?)")
FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME, WIDEST, PADDING = 31, 60, 2


@dataclass(frozen=True, slots=True)
class Shown:
    """One table of a page: the headings it stands under, what its caption says, its rows."""

    heading: str
    caption: str
    table: Table


class _Page(Reader):
    """Reads a page with the headings of its tables; controls in their cells, and what is said again, are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.found: list[Shown] = []
        self.hearing = ""
        self.left_out = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """As on any page; a heading is listened to, and takes the place of those below it."""
        said = dict(attrs)
        classes = (said.get("class") or "").split()
        if tag in CONTROLS or ON_PHONES in classes or (tag == "form" and self.open):
            self.left_out = self.left_out or tag
        if "count" in classes and said.get("title"):
            self.handle_data(f" {said['title']} ")  # on the page the colour says it
        if tag in HEADINGS:
            self.hearing = tag
            self.said.update(dict.fromkeys(HEADINGS[HEADINGS.index(tag) :], ""))
        if tag == "table":
            self.said["caption"] = ""
        super().handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """As on any page; a table that ends is found."""
        if tag == self.left_out:
            self.left_out = ""
        if tag == self.hearing:
            self.hearing = ""
        if tag == "table" and self.open:
            headings = [" ".join(self.said.get(one, "").split()) for one in HEADINGS]
            heading = " · ".join(one for one in headings[:-1] if one)
            self.found.append(Shown(heading, headings[-1], self.open[-1][0]))
        super().handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        """As on any page, and what a heading says."""
        if self.left_out:
            return
        if self.hearing:
            self.said[self.hearing] += data
        super().handle_data(data)


def shown_tables(html: str) -> list[Shown]:
    """The tables of a page's main part that have rows, in their order."""
    page = _Page()
    page.feed("".join(MAIN.findall(html)))
    page.close()
    return [one for one in page.found if one.table.rows]


def workbook(tables: list[Shown]) -> bytes:
    """A sheet a table: what it stands under, what its caption says, then its cells where they stand on the page."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, PLAIN) as book:
        looks: dict[str, Any] = {
            "title": book.add_format({"bold": True, "font_size": 14}),
            "muted": book.add_format({"font_color": "#5b6677"}),
            "": book.add_format({"text_wrap": True, "valign": "top"}),
        }  # fmt: skip
        names: set[str] = set()
        for shown in tables:
            sheet = book.add_worksheet(_name(shown, names))
            sheet.write_string(0, 0, shown.heading, looks["title"])
            sheet.write_string(1, 0, shown.caption, looks["muted"])
            widths: dict[int, int] = {}
            for row, cells in enumerate(shown.table.placed(), start=2):
                for column, _, cell in cells:
                    _write(sheet, row, column, cell, book, looks)
                    if cell.across == 1:
                        widths[column] = max(widths.get(column, 0), max(map(_width, cell.text().split("\n"))))
            for column, width in widths.items():
                sheet.set_column(column, column, min(width + PADDING, WIDEST))
            sheet.freeze_panes(3, 1)
    return held.getvalue()


def _name(shown: Shown, names: set[str]) -> str:
    said = FORBIDDEN.sub(" ", shown.heading.split(" · ")[-1] or shown.caption).strip() or "1"
    name = said[:LONGEST_NAME]
    number = 1
    while name.lower() in names:
        number += 1
        name = f"{said[: LONGEST_NAME - 3]} {number}"
    names.add(name.lower())
    return name


def _write(sheet: Any, row: int, column: int, cell: Cell, book: Any, looks: dict[str, Any]) -> None:
    text = cell.text()
    number = NUMBER.fullmatch(text)
    if number is None:
        sheet.write_string(row, column, text, looks[""])
        return
    sign, whole, decimals, percent = number.groups()
    form = ("#,##0" if "," in whole else "0") + (f".{'0' * len(decimals)}" if decimals else "") + percent
    if form not in looks:
        looks[form] = book.add_format({"num_format": form, "valign": "top"})
    value = float(f"{whole.replace(',', '')}.{decimals or 0}") / (100 if percent else 1)
    sheet.write_number(row, column, -value if sign in ("-", "−") else value, looks[form])


def _width(line: str) -> int:
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in line)
