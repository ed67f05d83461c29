"""The words of a group's title: bare of marks, counts and sums; what they state."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import TYPE_CHECKING

from ballast.kit.grid import Grid
from ballast.rulebook.lists.amounts import amount, last_figure
from ballast.rulebook.lists.lines import Line
from ballast.rulebook.lists.markers import MAJOR, leading, stated_count, without_signs
from ballast.rulebook.lists.places import is_area, is_kind, is_status
from ballast.rulebook.lists.tree import Stated
from ballast.rulebook.lists.words import plain, plain_text, wording

if TYPE_CHECKING:
    from ballast.rulebook.lists.scan import Cut

_COUNT = r"\d{1,5}(?:个|项|件|宗|家)?(?:子?项目?)?"
TAIL = re.compile(
    rf"(?:[(（【\[](?:共|计|合计|小计|总计|总共)?{_COUNT}(?:[,，;；、].*)?[)）】\]]|[(（][^()（）]*(?:投资|亿元|万元)[^()（）]*[)）]"
    rf"|[,，:：;；]?(?:共|计|合计|总计)[有计]?{_COUNT}.*|(?<!\d)\d{{1,5}}(?:个|项|件|家)(?:项目)?"
    rf"|(?:[-—]{{1,3}}|[:：,，])\d{{1,5}}(?:个|项)(?:项目)?(?:[,，;；].*)?|(?<=[局委厅办府会司团])项目\d{{1,5}}(?:个|项)(?:[,，;；。].*)?|[:：])$"
)
TOTAL_IN_TITLE = re.compile(r"(?:总投资|投资)(?:总?额|约|为|达|共|计|[:：])*([\d.,]+(?:亿元|万元|亿))")
# （115个，1730.03亿元）
AFTER_COUNT = re.compile(r"\d[个项][,，、;；]?约?([\d.,]+(?:亿元|万元|亿))[)）]")
ANNUAL_IN_TITLE = re.compile(
    r"(?:年度?|今年|当年|年内)(?:度)?(?:计划|预计|目标|拟)?(?:完成)?(?:投资|(?<=计划)|(?<=目标)|(?<=计划完成))(?:额|计划|约|为|达|共|[:：])*"
    r"([\d.,]+(?:亿元|万元|亿))"
)

HEAVY = re.compile(r"^【([^】]+)】")
SPACED = re.compile(r"(?<=[\u4e00-\u9fff\)）])\s+(\d{1,4})\s*$|(?<=项目|合计|总计|小计)(\d{1,4})$")


def counted_behind(text: str) -> tuple[str, int | None]:
    """A title without the bare count behind it, and the count: 一产项目 4."""
    found = SPACED.search(text)
    return (text[: found.start()], int(found[1] or found[2])) if found else (text, None)


@lru_cache(maxsize=50_000)
def bare_title(text: str) -> str:
    """``text`` without its mark, signs, count and stated sums: 一、续建项目（25个） is 续建项目."""
    text = without_signs(leading(HEAVY.sub(r"\1", plain_text(text))).rest)[0]
    for _ in range(2):
        shorter = TAIL.sub("", text)
        if not shorter or shorter == text:
            break
        text = shorter
    return text


def stated_in(text: str, count: int | None = None) -> Stated:
    """Total and annual plan stated within the words of a title, beside its count: （25个，总投资123亿元）."""
    text = plain_text(text)
    annual = ANNUAL_IN_TITLE.search(text)
    rest = text.replace(annual[0], "") if annual else text
    total = TOTAL_IN_TITLE.search(rest) or AFTER_COUNT.search(rest)
    (whole, step), (plan, fine) = _worth(total), _worth(annual)
    return Stated(count, whole, plan, step, fine)


def _worth(found: re.Match[str] | None) -> tuple[int | None, int]:
    """The amount found in 元, and what its last figure is worth."""
    return (amount(found[1], 1).yuan, last_figure(found[1], 1)) if found else (None, 1)


def heading_over(grid: Grid, cut: "Cut", known: Collection[str]) -> Line | None:
    """The group a lone row above the header opens, such as 一、续建项目（25个）; None where it is a title."""
    if cut.columns:
        return _over_its_columns(grid, cut, known)
    for row in reversed(cut.lead):
        filled = [(column, value) for column, value in enumerate(grid.rows[row]) if value is not None]
        if row == cut.unit_row or not filled:
            continue
        title, column = wording(filled[0][1]), filled[0][0]
        mark, bare = leading(title).kind, bare_title(title)
        counted = stated_count(title)
        sort = is_area(bare, known) or is_status(bare) or is_kind(bare)
        heads = (
            mark in MAJOR
            and (counted is not None or sort or plain(title) != plain(cut.title))
            or (sort and counted is not None)
            # 永山县 below the title of the whole.
            or (is_area(bare, known) and row != cut.lead[0] and plain(title) != plain(cut.title))
        )
        if len(filled) > 1 or not heads:
            return None
        key = mark or ("area" if is_area(bare, known) else "status" if is_status(bare) else "category")
        return Line(row, "group", title, column, mark, key, counted, filled=1)
    return None


def _over_its_columns(grid: Grid, cut: "Cut", known: Collection[str]) -> Line | None:
    """续建项目 over the left of two lists abreast, 新开工项目 over the right: one title over the columns of each."""
    first, last = cut.columns or (0, 0)
    for row in range(max(0, cut.header.last - 2), cut.header.last) if cut.header else ():
        filled = [(column, value) for column, value in enumerate(grid.rows[row]) if value is not None]
        own = [(column, value) for column, value in filled if first <= column < last]
        if len(own) != 1 or len(filled) < 2:
            continue
        column, title = own[0][0], wording(own[0][1])
        mark, bare = leading(title).kind, bare_title(title)
        sort = is_area(bare, known) or is_status(bare) or is_kind(bare) or bare.endswith(("项目", "一批"))
        if mark in MAJOR or sort:
            return Line(row, "beside", title, column, mark, mark or "other", stated_count(title), filled=1)
    return None
