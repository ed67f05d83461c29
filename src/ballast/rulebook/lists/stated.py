"""What a list says of itself in words: （共85项，总投资1,234亿元） in its title, or a sentence that adds it all up."""

import re
from dataclasses import replace

from ballast.kit.grid import Grid
from ballast.rulebook.lists.lines import SUBTOTAL, Line
from ballast.rulebook.lists.reconcile import agrees, rounding
from ballast.rulebook.lists.report import Group, ProjectRow, Recognition
from ballast.rulebook.lists.titles import stated_in
from ballast.rulebook.lists.tree import Stated
from ballast.rulebook.lists.words import plain_text, wording

COUNT = re.compile(
    r"(?<![\d.年第“\"])(\d{1,5})(?:个|项)(?=(?:省|市|县|区)?(?:重点|重大|建设|项目|在建|续建|[,，、。；;：:（(）)\]】]|$))"
)
BREAK = re.compile(r"[,，。；;：:（(]")
SHORTEST = 10


def said(text: str, row: int, column: int) -> Line | None:
    """The line for a title or sentence that states how many projects there are, or of what total; None for others."""
    text = plain_text(text)
    count, total = COUNT.search(text), stated_in(text).total
    if len(text) < SHORTEST or not BREAK.search(text) or not (count or total):
        return None
    return Line(row, "said", text, column, count=int(count[1]) if count else None, filled=1)


def said_above(grid: Grid, lead: list[int]) -> list[Line]:
    """The statements in the rows above a header."""
    lines = []
    for row in lead:
        for column, value in enumerate(grid.rows[row]):
            if isinstance(value, str) and (line := said(value, row, column)):
                line.title = wording(value)
                lines.append(line)
                break
    return lines


def over_more_than_a_table(result: Recognition) -> None:
    """A title that does not agree with its own table may speak for its sheet, or for the whole file."""
    for place, group in enumerate(result.groups):
        if group.kind not in ("said", "total") or SUBTOTAL.search(group.title) or group.reconciles is not False:
            continue
        told = Stated(group.stated_count, group.stated_total, group.stated_annual, *group.steps)
        sheet = [row for row in result.rows if row.sheet == group.sheet]
        for rows, note in ((sheet, "按整张工作表核对"), (result.rows, "按整个文件核对")):
            summed = _sums(rows)
            if agrees(told, summed) == sum(one is not None for one in (told.count, told.total, told.annual)):
                result.groups[place] = _replaced(group, told, summed, note)
                break


def _sums(rows: list[ProjectRow]) -> Stated:
    return Stated(len(rows), sum(row.total_investment or 0 for row in rows), sum(row.annual_plan or 0 for row in rows))


def _replaced(group: Group, told: Stated, found: Stated, note: str) -> Group:
    annual = None if group.stated_annual is None else True
    words = rounding(told, found)
    return replace(
        group, counted=found.count, summed=found.total, summed_annual=found.annual, reconciles=True,
        annual_reconciles=annual, rounded=bool(words), note="；".join(filter(None, (note, words))),
    )  # fmt: skip
