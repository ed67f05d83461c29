"""Lists drawn in plain text with the answer below each: what a clerk sees, and what must be found in it.

A file of ``drawn/`` holds cases one after another. ``## name`` begins a case and a sentence says what is special.
Then come the sheets as rows of cells parted by ``|`` (``⏎`` breaks a line, ``'12`` is text, a lone ``|`` an empty row):

    [sheet 名单 A1:C1 hidden-row:4 hidden-col:B]    name, merges, what is not shown (the line may be left out)
    [file 2026年计划.xlsx]  [known 永山县 贺山县]      the file's name, the areas the city knows

and the answer: ``[rows]`` name|total|plan|area|owner|responsible|cell, where columns left out are not asked and ``-``
is nothing; ``[groups]`` title|level|stated count|stated total|counted|summed|yes, no, rounded or -, where ``?`` is not
asked; ``[faults]`` codes that must be told; ``[quiet]`` codes that must not.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path

from ballast.kit.grid import Grid, Value
from rulebook.lists.makers import span

FOLDER = Path(__file__).with_name("drawn")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
UNITS = {"亿": 100_000_000, "万": 10_000, "元": 1}


@dataclass(slots=True)
class Drawing:
    """One case."""

    name: str
    file: str = "名单.xlsx"
    known: tuple[str, ...] = ()
    grids: list[Grid] = field(default_factory=list)
    answers: dict[str, list[list[str]]] = field(default_factory=dict)


@cache
def drawings() -> dict[str, Drawing]:
    """Every case of the folder by its name."""
    found: dict[str, Drawing] = {}
    for path in sorted(FOLDER.glob("*.txt")):
        for text in re.split(r"^## ", path.read_text("utf-8"), flags=re.M)[1:]:
            drawing = _drawing(text.splitlines())
            assert drawing.name not in found, f"{drawing.name} twice"
            found[drawing.name] = drawing
    return found


def yuan(text: str) -> int | None:
    """``1.2亿``, ``300万`` or ``-`` in 元."""
    return None if text == "-" else int(Decimal(text[:-1]) * UNITS[text[-1]])


def _drawing(lines: list[str]) -> Drawing:
    drawing = Drawing(lines[0].strip())
    section: list[list[str]] | None = None
    # The line below the name says what is special.
    for line in lines[2:]:
        tag = re.fullmatch(r"\[(\w+) ?(.*)\]", line)
        if tag is None:
            if line and section is not None:
                section.append([cell.strip() for cell in line.split("|")])
            elif line:
                _row(drawing, line)
        elif tag[1] == "file":
            drawing.file = tag[2]
        elif tag[1] == "known":
            drawing.known = tuple(tag[2].split())
        elif tag[1] == "sheet":
            drawing.grids.append(_sheet(tag[2].split()))
        else:
            section = drawing.answers.setdefault(tag[1], [])
    return drawing


def _sheet(words: list[str]) -> Grid:
    plain = [word for word in words if not re.fullmatch(r"[A-Z]+\d+:[A-Z]+\d+|hidden.*", word)]
    rows = frozenset(int(word[11:]) - 1 for word in words if word.startswith("hidden-row:"))
    columns = frozenset(ord(word[11:]) - ord("A") for word in words if word.startswith("hidden-col:"))
    merges = [span(word) for word in words if re.fullmatch(r"[A-Z]+\d+:[A-Z]+\d+", word)]
    return Grid(plain[0] if plain else "Sheet1", [], merges, "hidden" in words, rows, columns)


def _row(drawing: Drawing, line: str) -> None:
    if not drawing.grids:
        drawing.grids.append(Grid("Sheet1", [], []))
    row: list[Value] = [_cell(text) for text in line.split("|")]
    while row and row[-1] is None:
        row.pop()
    drawing.grids[-1].rows.append(row)


def _cell(text: str) -> Value:
    if text.startswith("'"):
        return text[1:].replace("⏎", "\n")
    if NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text.replace("⏎", "\n") or None
