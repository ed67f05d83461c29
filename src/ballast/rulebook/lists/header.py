"""Finding the header: the block of one to four rows whose words, read down each column, name the most fields."""

import re
from dataclasses import dataclass

from ballast.kit.grid import Grid, Value
from ballast.rulebook.lists.columns import BY_NAME, PORTIONS, WHOLE
from ballast.rulebook.lists.headings import LONGEST, YEAR, Meaning, meaning
from ballast.rulebook.lists.spans import Spans
from ballast.rulebook.lists.units import UNITS, heading_unit, line_unit
from ballast.rulebook.lists.words import number_of, plain, plain_text, whole_of

TALLEST = 4
HEAD = 60
STRAY_BESIDE = 3
# A header row has one of these among its first cells, whole or as the upper half of a word split over two rows.
OPENERS = frozenset(
    [
        name
        for name, (field, _) in BY_NAME.items()
        if field in ("sequence", "name", "total_investment", "owner", "area", "count")
    ]
    + ["序", "项目", "工程", "总投资", "建设", "编", "投资额", "年度计划投资", "计划总投资"]
)
ABOVE = re.compile(r"^(?:填报|报送|制表|编制|填表|申报)(?:单位|部门|时间|日期|人)[:：]|^附[件表]")
UNIT_WORDS = frozenset(["单位", "计量单位", "金额单位", "货币单位"])
LATIN = re.compile(r"[A-Za-z][A-Za-z\d()/,.&'’%:\-]+")
NUMERALS = re.compile(r"[(（<【]?(?:\d{1,2}|[a-zA-Z]|[甲乙丙丁戊己庚辛壬癸]|[①-⑳])[)）>】]?(?:=.*|[-+*/].*)?")


@dataclass(frozen=True, slots=True)
class Header:
    """Rows ``first`` to ``last`` (zero-based, inclusive) and, by column, the heading's words from top to bottom."""

    first: int
    last: int
    parts: dict[int, tuple[str, ...]]
    signature: frozenset[str]

    def meanings(self) -> dict[int, Meaning]:
        """The meaning of every headed column."""
        return {column: meaning(parts) for column, parts in self.parts.items()}


def find_header(grid: Grid, spans: Spans, start: int, *, near: bool) -> Header | None:
    """The next header at or after row ``start``.

    ``near`` looks at every row of the head of the sheet; otherwise only rows that open like a header are tried,
    which is what keeps a long list fast.
    """
    stop = min(len(grid.rows), start + HEAD)
    if near:
        best: tuple[float, int, int] | None = None
        for row in range(start, stop):
            if best and row > best[1] + 3:
                break
            scored = _best_height(grid, spans, row)
            if scored and (best is None or scored[0] > best[0] + 0.5):
                best = (scored[0], row, scored[1])
        if best:
            return _header(grid, spans, best[1], best[1] + best[2] - 1)
        start = stop
    for row in range(start, len(grid.rows)):
        if opens(grid.rows[row]):
            scored = _best_height(grid, spans, row)
            if scored:
                return _header(grid, spans, row, row + scored[1] - 1)
    return None


def opens(cells: list[Value]) -> bool:
    """True when one of the first cells is a word headers begin with."""
    found = 0
    for value in cells[:8]:
        if value.__class__ is str and len(value) <= 16 and plain_text(value) in OPENERS:  # type: ignore[arg-type]
            found += 1
    return found > 0


def _best_height(grid: Grid, spans: Spans, row: int) -> tuple[float, int] | None:
    """Score and height of the best header block that starts at ``row``."""
    if not _texts(grid.rows[row]) or _is_title(grid, row):
        return None
    best: tuple[float, int] | None = None
    for height in range(1, TALLEST + 1):
        last = row + height - 1
        if last >= len(grid.rows) or not grid.rows[last] or not _may_head(grid.rows[last], stray=height == 1):
            break
        score = _score(_compose(grid, spans, row, last))
        if score and (best is None or score > best[0] + 0.2):
            best = (score, height)
    return best


def _texts(cells: list[Value]) -> int:
    return sum(isinstance(value, str) for value in cells)


def _is_title(grid: Grid, row: int) -> bool:
    """True for a row of a single cell, or of few with a unit line or who reports among them."""
    filled = [plain(value) for value in grid.rows[row] if value is not None]
    if sum(text in OPENERS for text in filled) >= 2:
        return False
    return len(filled) < 2 or (len(filled) <= 4 and any(ABOVE.search(text) or line_unit(text) for text in filled))


def _may_head(cells: list[Value], *, stray: bool = False) -> bool:
    """True when every filled cell could be a heading: short text, or a year; ``stray`` lets one number of a helper
    column stand before several words, and any number among headings known to the letter."""
    if stray and len(known := _known(cells)) > 1 and "name" in known:
        return True
    if stray and sum(isinstance(value, str) for value in cells) >= STRAY_BESIDE and number_of(cells[0]) is not None:
        cells = cells[1:]
    for value in cells:
        if value is None:
            continue
        number = number_of(value)
        if isinstance(value, str):
            if len(value) > 2 * LONGEST or (number is not None and not 1990 <= number <= 2100):
                return False
        elif not (isinstance(value, (int, float)) and 1990 <= value <= 2100):
            return False
    return True


def _known(cells: list[Value]) -> set[str]:
    """The fields that cells of a row name to the letter."""
    texts = [heading_unit(value)[1] for value in cells if isinstance(value, str) and len(value) <= LONGEST]
    return {BY_NAME[text][0] for text in texts if text in BY_NAME}


def _score(parts: dict[int, tuple[str, ...]]) -> float:
    """How many different fields the headings name, weighed by certainty; zero when it is no header."""
    fields: dict[str, float] = {}
    misses = 0
    for words in parts.values():
        found = meaning(words)
        if found.field:
            fields[found.field] = max(fields.get(found.field, 0.0), found.confidence)
        else:
            misses += 1
    if len(fields) < 2 or (len(fields) < 3 and ("name" not in fields and "count" not in fields)):
        return 0.0
    if misses > 3 * len(fields) + 2 and ("name" not in fields or len(fields) < 4):
        return 0.0
    return sum(fields.values()) - 0.05 * min(misses, 20) + (1.0 if "name" in fields else 0.0)


def _compose(grid: Grid, spans: Spans, first: int, last: int) -> dict[int, tuple[str, ...]]:
    """The words of each column from ``first`` to ``last``; a heading reaches over the blank cells it stands above."""
    width = max(len(grid.rows[row]) for row in range(first, last + 1))
    table = [[_word(grid, spans, row, column) for column in range(width)] for row in range(first, last + 1)]
    for upper, words in enumerate(table[:-1]):
        for column in range(1, width):
            if words[column] or not words[column - 1]:
                continue
            covered = (first + upper, column) in spans.anchor or (first + upper, column - 1) in spans.anchor
            below = any(table[lower][column] and table[lower][column - 1] for lower in range(upper + 1, len(table)))
            own_above = any(table[higher][column] != table[higher][column - 1] for higher in range(upper))
            if below and not covered and not own_above and (first + upper, column - 1) not in spans.at:
                words[column] = words[column - 1]
    composed = {}
    for column in range(width):
        parts: list[str] = []
        for row, words in enumerate(table):
            # A vertical merge says its word once.
            if words[column] and spans.above(first + row, column) in (None, first + row):
                parts.append(words[column])
        if parts:
            composed[column] = tuple(parts)
    return composed


def _word(grid: Grid, spans: Spans, row: int, column: int) -> str:
    text = plain(spans.value(grid, row, column))
    return "" if line_unit(text) and len(text) < 12 else text


def _header(grid: Grid, spans: Spans, first: int, last: int) -> Header:
    """The header that begins with rows ``first`` to ``last``, with the sub-headings below it taken in."""
    while last - first < TALLEST + 1 and last + 1 < len(grid.rows) and _continues(grid, spans, first, last):
        last += 1
    parts = _compose(grid, spans, first, last)
    words = {part for row in range(first, last + 1) for part in map(plain, grid.rows[row]) if part}
    if last + 1 < len(grid.rows) and is_units(grid.rows[last + 1]):
        last += 1
        for column, value in enumerate(grid.rows[last]):
            if plain(value) in UNITS:
                parts[column] = (*parts.get(column, ()), plain(value))
    for said_again in (is_translation, is_numbering):
        last += last + 1 < len(grid.rows) and said_again(grid.rows[last + 1])
    return Header(first, last, parts, frozenset(words))


def _continues(grid: Grid, spans: Spans, first: int, last: int) -> bool:
    """True when the row below is still header: hung from it by a merge, or made of sub-headings only."""
    row = last + 1
    cells = grid.rows[row]
    filled = [(column, plain(value)) for column, value in enumerate(cells) if value is not None]
    if not filled or not _may_head(cells):
        return False
    found = _compose(grid, spans, first, last)
    keys = [column for column, parts in found.items() if meaning(parts).field in ("name", "sequence")]
    if any((spans.above(row, column) or row) >= first and spans.above(row, column) is not None for column in keys):
        return True
    if any(column in keys for column, _ in filled):
        return False
    known = sum(_is_sub(text, found.get(column, ())) for column, text in filled)
    return known * 2 >= len(filled) and all(len(text) <= 30 for _, text in filled)


def _is_sub(text: str, parent: tuple[str, ...]) -> bool:
    text = re.sub(r"[()\s:：]", "", text).removeprefix("其中")
    known = text in WHOLE or text in PORTIONS or bool(YEAR.fullmatch(text))
    return known or text in UNITS or bool(meaning((*parent, text)).confidence >= 0.9)


def is_units(cells: list[Value]) -> bool:
    """True for the row under a header that says what its columns are counted in: 单位 | 亿元 | 万元."""
    filled = [plain(value) for value in cells if value is not None]
    return any(text in UNITS for text in filled) and all(text in UNITS or text in UNIT_WORDS for text in filled)


def is_translation(cells: list[Value]) -> bool:
    """True for the row under a header that says it again in Latin letters."""
    filled = [value for value in cells if value is not None]
    return len(filled) >= 3 and all(isinstance(value, str) and LATIN.fullmatch(plain(value)) for value in filled)


def is_numbering(cells: list[Value]) -> bool:
    """True for the row under a header that numbers its columns: 1 2 3 …, 甲 乙 1 2 …"""
    filled = [value for value in cells if value is not None]
    if len(filled) < 3 or not all(NUMERALS.fullmatch(plain(value)) for value in filled):
        return False
    numbers = [number for value in filled if (number := whole_of(value)) is not None]
    return len(numbers) < 2 or all(later - earlier == 1 for earlier, later in zip(numbers, numbers[1:], strict=False))
