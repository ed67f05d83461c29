"""A sheet cut into tables: the rows of cover and title, the header, the body; pivot and statistics sheets set apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ballast.kit.grid import Grid, Value
from ballast.rulebook.lists.columns import BY_NAME
from ballast.rulebook.lists.dates import year_in
from ballast.rulebook.lists.header import Header, find_header
from ballast.rulebook.lists.markers import MAJOR, leading, stated_count
from ballast.rulebook.lists.places import is_area, is_kind, is_status
from ballast.rulebook.lists.spans import Spans
from ballast.rulebook.lists.titles import bare_title
from ballast.rulebook.lists.units import UNITS, is_foreign, line_unit
from ballast.rulebook.lists.words import plain, wording

PIVOT = re.compile(r"^(?:行标签|列标签|求和项[:：].*|计数项[:：].*|\(全部\)|\(多项\)|\(空白\))$")
TITLE = re.compile(
    r"(?:表|清单|计划|名单|汇总|汇编|摘要|一览|台账|目录|项目库|安排|(?:重点|重大|招商|签约|储备|专项债券?).*项目)"
    r"(?:[(（].*[)）])?(?:[一二三四五六七八九十\d])?$"
)
COVER = re.compile(
    r"^(?:附件?|附表|续表|表(?=[一二三四五六七八九十\d]+(?:[:：]|$)))[-—－:：]*[一二三四五六七八九十\d]*[-－.\d]*[:：]?"
)
GOING_ON = re.compile(r"[(（]?(?:续[表页]?|接上[表页])\d*[一二三四五六七八九十]*[)）]?|[(（]?第\d+页[)）]?")
REPORTER = re.compile(
    r"^(?:填报|报送|制表|编制|填表|申报)(?:单位|部门|时间|日期|人)"
    r"|^\d{4}年\d{1,2}月(?:\d{1,2}日)?$|^日期[:：]"
)
UNIT_OF_TITLE = re.compile(r"[(（](万元|亿元|元)[)）]$")
# 万元 alone in a corner, or 金额：万元.
BARE_UNIT = re.compile(r"^[(\[]?(?:(?:金额|投资额?|资金)[:：])?|[)\]]$")
UNIT_NOTE = re.compile(r"[(（\[【]?\s*(?:投资|金额|计量)?单位\s*[:：][^)）\]】]*[)）\]】]?\s*$")


# So many rows may stand below a list.
FOOT = 12


@dataclass(slots=True)
class Cut:
    """One table of a sheet. ``lead`` are the rows above the header, ``body`` the first and one-past-last row.

    ``again`` marks a further part of a table whose title and header were told with its first part; ``columns`` are
    its own, first and one past last, where it stands beside another.
    """

    lead: list[int]
    header: Header | None
    body: tuple[int, int]
    repeats: list[int]
    title: str = ""
    reporter: str = ""
    unit: int | None = None
    unit_row: int | None = None
    foreign: bool = False
    year: int | None = None
    again: bool = False
    columns: tuple[int, int] | None = None


def is_pivot(grid: Grid) -> bool:
    """True for a pivot table: its own words stand among the first rows."""
    return any(isinstance(value, str) and PIVOT.match(plain(value)) for row in grid.rows[:30] for value in row)


def cut(grid: Grid, spans: Spans) -> list[Cut]:
    """The tables of ``grid`` in order; a sheet without a header is one cut whose header is None."""
    first = find_header(grid, spans, 0, near=True) or find_header(grid, spans, 0, near=False)
    first = first or _lone_heading(grid)
    if first is None:
        return [_headerless(grid)]
    cuts: list[Cut] = []
    lead_from, header = 0, first
    while True:
        repeats: list[int] = []
        following = find_header(grid, spans, header.last + 1, near=False)
        while following and following.signature == header.signature and not _another(grid, header, following):
            repeats.extend(range(following.first, following.last + 1))
            following = find_header(grid, spans, following.last + 1, near=False)
        end = _before_title(grid, header.last + 1, following.first) if following else len(grid.rows)
        lead = [row for row in range(lead_from, header.first) if any(v is not None for v in grid.rows[row])]
        cuts.append(_described(grid, Cut(lead, header, (header.last + 1, end), repeats)))
        if following is None:
            return cuts
        lead_from, header = end, following


def _another(grid: Grid, header: Header, following: Header) -> bool:
    """True when a like header has a unit or title of its own: then it heads another table, not another page."""
    unit, title = _over(grid, header)
    own_unit, own_title = _over(grid, following)
    return own_unit is not None and own_unit != unit or bool(title and own_title and own_title != title)


def _over(grid: Grid, head: Header) -> tuple[int | None, str]:
    """The unit and the title in the rows right above a header; a title going on (续表) is the one it goes on from."""
    rows = range(_before_title(grid, max(0, head.first - 8), head.first), head.first)
    texts = [plain(value) for row in rows for value in grid.rows[row] if isinstance(value, str)]
    unit = next((unit for text in texts if (unit := line_unit(text)) is not None), None)
    titles = [GOING_ON.sub("", text) for text in texts if line_unit(text) is None]
    return unit, "".join(title for title in titles if TITLE.search(title))


def _before_title(grid: Grid, start: int, stop: int) -> int:
    """Where a body ends before the next header: above the title and unit line that belong to it."""
    row = stop
    while row > start:
        texts = [plain(value) for value in grid.rows[row - 1] if value is not None]
        if texts and not (len(texts) <= 2 and all(is_lead(text) for text in texts)):
            # A title that does not read like one stands between an annex number and the unit line.
            if len(texts) == 1 and _heads(texts[0]):
                row -= 1
                continue
            over = [plain(value) for value in grid.rows[row - 2] if value is not None] if row - 2 >= start else []
            if not (len(texts) == 1 and len(over) == 1 and COVER.match(over[0])):
                break
        row -= 1
    return row


def _heads(text: str) -> bool:
    """True for 二、新开工一批（3个） right above a header: the group it heads begins with that header."""
    bare = bare_title(text)
    told = stated_count(text) is not None or is_status(bare) or is_kind(bare) or is_area(bare)
    return leading(text).kind in MAJOR and told


def is_lead(text: str) -> bool:
    """True for text that stands above a table: a title, a unit line, an annex number, who reports."""
    return bool(
        line_unit(text) is not None
        or COVER.match(text)
        or REPORTER.match(text)
        or (TITLE.search(text) and (year_in(text) or text.endswith(("表", "清单", "名单", "一览", "台账", "目录"))))
    )


def _lone_heading(grid: Grid) -> Header | None:
    """项目名称 alone in its row over a list of nothing but names."""
    for row, cells in enumerate(grid.rows[:20]):
        filled = [(column, plain(value)) for column, value in enumerate(cells) if value is not None]
        if len(filled) == 1 and filled[0][1].endswith("名称") and BY_NAME.get(filled[0][1], ("",))[0] == "name":
            return Header(row, row, {filled[0][0]: (filled[0][1],)}, frozenset([filled[0][1]]))
    return None


def _headerless(grid: Grid) -> Cut:
    lead: list[int] = []
    start = 0
    for row, cells in enumerate(grid.rows[:40]):
        texts = [plain(value) for value in cells if value is not None]
        if texts:
            if len(texts) > 2 or not all(is_lead(text) for text in texts):
                break
            lead.append(row)
        start = row + 1
    return _described(grid, Cut(lead, None, (start, len(grid.rows)), []))


def _described(grid: Grid, found: Cut) -> Cut:
    """Title, unit and year, read from the rows above the header (and a unit in the header's own rows)."""
    last = found.header.last if found.header else max(found.lead, default=-1)
    rows = found.lead + (list(range(found.header.first, last + 1)) if found.header else [])
    title = ""
    for row in rows:
        for column, value in enumerate(grid.rows[row]):
            if isinstance(value, str):
                text = plain(value)
                unit = line_unit(text)
                if unit is None and row in found.lead:
                    unit = UNITS.get(BARE_UNIT.sub("", text))
                if unit is None and row in found.lead and (said := UNIT_OF_TITLE.search(text)):
                    unit = UNITS[said[1]]
                if unit is not None and (row in found.lead or len(text) < 16):
                    found.unit, found.unit_row = unit, row
                elif "单位" in text and is_foreign(text) and row in found.lead:
                    found.foreign = True
                if row in found.lead:
                    title = _better_title(title, value, text)
                    found.reporter = found.reporter or _reporter(text, grid.rows[row][column + 1 : column + 2])
    found.unit = found.unit or _unit_below(grid, found.body)
    found.title = title
    found.year = year_in(plain(title)) or year_in(plain(grid.name))
    return found


def _unit_below(grid: Grid, body: tuple[int, int]) -> int | None:
    """The unit a note at the foot of a table tells."""
    foot = [[value for value in row if value is not None] for row in grid.rows[max(body[0], body[1] - FOOT) : body[1]]]
    notes = [row[0] for row in foot if len(row) == 1 and isinstance(row[0], str)]
    return next((unit for note in notes if (unit := line_unit(note)) is not None), None)


def _reporter(text: str, beside: Sequence[Value]) -> str:
    """Who reports, in the cell or in the one beside it; empty for other text."""
    if not REPORTER.match(text):
        return ""
    return text + plain(beside[0]) if text[-1] in ":：" and beside else text


def _better_title(best: str, value: Value, text: str) -> str:
    """The later of two texts that end like a title, else the first that is no cover mark, unit or sentence."""
    if COVER.fullmatch(text) or REPORTER.match(text) or UNIT_NOTE.fullmatch(text) or len(text) > 60:
        return best
    words = UNIT_NOTE.sub("", wording(value)).strip()
    named = bool(TITLE.search(plain(words)))
    return words if words and (named or not best) else best
