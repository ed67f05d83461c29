"""Tables that tell again what another of the file tells: last year's list, or an overview beside its counties."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from ballast.kit.grid import address
from ballast.kit.sentence import Sentence
from ballast.rulebook.lists.faults import fault
from ballast.rulebook.lists.report import ProjectRow, Skipped
from ballast.rulebook.lists.table import Found
from ballast.rulebook.lists.words import plain_text

YEAR = re.compile(r"(?:19|20)\d{2}|(?<!\d)\d{2}(?=年)")
LEAST = 2
SHARED, MOST = 0.1, 0.5


def set_apart(tables: list[Found], chosen: Collection[str]) -> None:
    """Take the projects out of every table that only repeats others; sheets in ``chosen`` stay as they are."""
    free = [found for found in tables if found.rows and found.table.sheet not in chosen]
    for found in free:
        later = next((other for other in tables if other is not found and _earlier(found, other)), None)
        if later is not None:
            _leave(found, "earlier", str(later.table.year), later.table.sheet)
    # The later of two alike goes, and the overview rather than the many sheets it sums up.
    free.reverse()
    for found in sorted(free, key=_fullness):
        others = [other for other in tables if other is not found and other.rows]
        if len(found.rows) >= LEAST and others and _told(found.rows, [row for one in others for row in one.rows]):
            _leave(found, "restated", found.table.title or found.table.sheet, _sheets(others))


def _earlier(found: Found, other: Found) -> bool:
    """True when ``found`` is the same list of an earlier year: its title or sheet differs by the year alone, or most of
    its projects are listed again."""
    mine, its = found.table, other.table
    if mine.year is None or its.year is None or mine.year >= its.year or not other.rows:
        return False
    if _apart_from_year(mine.sheet, its.sheet):
        return True
    names = {plain_text(row.name) for row in other.rows}
    shared = sum(plain_text(row.name) in names for row in found.rows) / len(found.rows)
    return shared > (SHARED if _apart_from_year(mine.title, its.title) else MOST)


def _apart_from_year(one: str, other: str) -> bool:
    one, other = plain_text(one), plain_text(other)
    return one != other and bool(YEAR.search(one)) and YEAR.sub("#", one) == YEAR.sub("#", other)


def _fullness(found: Found) -> tuple[float, int]:
    """How much a table says of each project; the more projects first among equals."""
    said = sum(len(row.values) + (row.area is not None) + (row.owner is not None) for row in found.rows)
    return round(said / len(found.rows), 1) if found.rows else 0.0, -len(found.rows)


def _told(rows: list[ProjectRow], others: list[ProjectRow]) -> bool:
    """True when each row is also among ``others``, under its name and without contradiction."""
    free: dict[str, list[ProjectRow]] = {}
    for other in others:
        free.setdefault(plain_text(other.name), []).append(other)
    for row in rows:
        alike = free.get(plain_text(row.name), [])
        same = next((other for other in alike if _agree(row, other)), None)
        if same is None:
            return False
        alike.remove(same)
    return True


def _agree(row: ProjectRow, other: ProjectRow) -> bool:
    mine = (row.total_investment, row.annual_plan, row.area)
    its = (other.total_investment, other.annual_plan, other.area)
    return all(one is None or two is None or one == two for one, two in zip(mine, its, strict=True))


def _sheets(tables: list[Found]) -> str:
    return "、".join(Counter(found.table.sheet for found in tables))


def _leave(found: Found, code: str, text: str, where: str) -> None:
    """Skip the whole table with its reason."""
    table = found.table
    rows = tuple(sorted(table.roles))
    note = fault(code, table.sheet, text=text, other=where)
    source = f"{table.sheet}!{address(rows[0], 0)}:{address(rows[-1], max(table.columns, default=0))}"
    found.table = replace(table, kind=code)
    found.skipped = [Skipped(source, Sentence(note.sentence.zh, note.sentence.en), table.sheet, rows)]
    found.rows, found.groups, found.errors, found.warnings = [], [], [], [note]
