"""Stated against counted and summed, to the 元: for groups, subtotals before or after their members, and totals.

``reconciles`` compares exactly. Where the difference is no more than the rounding of the stated figure can make,
the note says so and the verdict stays false: a figure that is only nearly right is reported as what it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from ballast.kit.grid import address
from ballast.kit.money import WAN, in_wan
from ballast.rulebook.lists.draft import Draft
from ballast.rulebook.lists.lines import SUMMED
from ballast.rulebook.lists.report import Group
from ballast.rulebook.lists.titles import bare_title
from ballast.rulebook.lists.tree import Mark, Node, Stated, Tree


@dataclass(frozen=True, slots=True)
class Span:
    """Projects ``first`` to ``last - 1`` of a table."""

    first: int
    last: int


class Sums:
    """Counts and sums over any run of projects, from running totals."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts
        self.totals = [0, *accumulate(draft.values.get("total_investment") or 0 for draft in drafts)]
        self.areas = _runs(drafts)
        self.annuals = [0, *accumulate(draft.values.get("annual_plan") or 0 for draft in drafts)]

    def of(self, span: Span) -> Stated:
        """Count, total and annual plan of ``span``."""
        return Stated(
            span.last - span.first,
            self.totals[span.last] - self.totals[span.first],
            self.annuals[span.last] - self.annuals[span.first],
        )


def _runs(drafts: Sequence[Draft]) -> dict[str, Span]:
    """The unbroken run of projects of each area that has a column of its own."""
    runs: dict[str, Span] = {}
    for place, draft in enumerate(drafts):
        area = draft.values.get("area")
        if area is None:
            continue
        run = runs.get(area)
        runs[area] = Span(run.first if run and run.last == place else place, place + 1)
    return runs


def agrees(stated: Stated, found: Stated) -> int:
    """How many stated figures are met, minus those that are not."""
    pairs = ((stated.count, found.count), (stated.total, found.total), (stated.annual, found.annual))
    return sum(1 if said == seen else -1 for said, seen in pairs if said is not None)


def reconciled(sheet: str, tree: Tree, sums: Sums, unit: int) -> list[Group]:
    """Every group and total of a table, in the order of their rows."""
    size = len(sums.totals) - 1
    groups = []
    by_title: dict[str, Node] = {}
    for node in tree.nodes:
        if node.last > node.first:
            by_title.setdefault(bare_title(node.line.title), node)
    for node in tree.nodes:
        span: Span | None = Span(node.first, node.last)
        note = ""
        if node.first == node.last and node.stated.anything():
            twin = by_title.get(bare_title(node.line.title))
            note = "按同名分组核对" if twin else "其下没有列出项目"
            span = Span(twin.first, twin.last) if twin else None
        groups.append(_group(sheet, node.line.row, node.line.name_column, node.line.title, node.level,
                             node.stated, span, sums, note, node.line.kind, unit))  # fmt: skip
    bottoms = {id(mark): place for place, mark in enumerate(tree.marks)}
    for mark in tree.marks:
        span, note, level = _reach(mark, tree, sums, size, by_title, bottoms[id(mark)])
        kind = mark.line.kind
        groups.append(_group(sheet, mark.line.row, max(mark.line.name_column, 0), mark.line.title or "（无标题合计）",
                             level, mark.stated, span, sums, note, kind, unit))  # fmt: skip
    return sorted(groups, key=lambda group: group.row)


def _reach(
    mark: Mark, tree: Tree, sums: Sums, size: int, by_title: dict[str, Node], position: int
) -> tuple[Span | None, str, int]:
    """The projects a total speaks for: of all runs it could close or open, the one that agrees best."""
    if mark.line.kind == "of_which":
        twin = by_title.get(bare_title(mark.line.title.removeprefix("其中").lstrip(":：、")))
        if twin:
            return Span(twin.first, twin.last), "按同名分组核对", len(mark.open) + 1
        return None, "其中项，所含项目未单独列出", len(mark.open) + 1
    runs: list[tuple[Span, int]] = []
    if mark.subtotal or mark.open:
        for node in reversed(mark.open):
            runs.append((Span(node.first, node.last), node.level))
    earlier = [other.place for other in tree.marks[:position] if other.line.kind != "of_which"]
    runs.append((Span(0, size), 0))
    if mark.subtotal or mark.place == size or earlier:
        runs.append((Span(max(earlier, default=0), mark.place), len(mark.open) + 1))
    later = [other.place for other in tree.marks[position + 1 :] if other.line.kind != "of_which"]
    runs.append((Span(mark.place, min((place for place in later if place > mark.place), default=size)), 1))
    runs.append((Span(0, mark.place), 0))
    for node in reversed(tree.nodes):
        if node.last <= mark.place or node.first >= mark.place:
            runs.append((Span(node.first, node.last), node.level))
    runs = [(span, level) for span, level in runs if span.last > span.first]
    if not runs:
        return None, "其上下没有列出项目", 0
    if not mark.subtotal:
        runs.sort(key=lambda run: run[1] != 0)
    whose = bare_title(SUMMED.sub("", mark.line.title))
    named = by_title.get(whose)
    if named:
        runs.insert(0, (Span(named.first, named.last), named.level))
    own = sums.areas.get(whose)
    if own:
        runs.insert(0, (own, 1))
    scores = [agrees(mark.stated, sums.of(span)) for span, _ in runs]
    best = max(range(len(runs)), key=lambda place: (scores[place], -place))
    if mark.stated.anything() and scores[best] <= 0:
        best = 0
    return runs[best][0], "", runs[best][1]


def _group(
    sheet: str, row: int, column: int, title: str, level: int, stated: Stated, span: Span | None, sums: Sums,
    note: str, kind: str, unit: int,
) -> Group:  # fmt: skip
    found = sums.of(span) if span else None
    main: bool | None = None
    annual: bool | None = None
    if found and stated.anything():
        annual = None if stated.annual is None else stated.annual == found.annual
        if stated.count is not None or stated.total is not None:
            main = stated.count in (None, found.count) and stated.total in (None, found.total)
        else:
            main = annual
        if main is False or annual is False:
            note = difference(stated, found, unit) + (_culprit(stated, found, span, sums) if span else "")
    return Group(
        title, level, stated.count, stated.total, stated.annual, found.count if found else None,
        found.total if found else None, found.annual if found else None, main, annual,
        f"{sheet}!{address(row, column)}", sheet, row, note, kind,
    )  # fmt: skip


def difference(stated: Stated, found: Stated, unit: int = WAN) -> str:
    """What does not agree, in words, with a remark where rounding of the stated figure explains it."""
    words = []
    if stated.count is not None and stated.count != found.count:
        words.append(f"写明 {stated.count} 个，实有 {found.count} 个")
    for label, said, seen in (("总投资", stated.total, found.total), ("年度计划", stated.annual, found.annual)):
        if said is not None and seen is not None and said != seen:
            rounding = "（四舍五入所致）" if _rounded(said, seen, unit) else ""
            words.append(f"{label}写明 {in_wan(said)} 万元，相加 {in_wan(seen)} 万元{rounding}")
    return "；".join(words)


def _culprit(stated: Stated, found: Stated, span: Span, sums: Sums) -> str:
    """The one project whose total is just what the sum has too much, or too little."""
    if stated.total is None or found.total is None or stated.total == found.total:
        return ""
    more = found.total > stated.total
    inside = range(span.first, span.last)
    among = inside if more else [place for place in range(len(sums.drafts)) if place not in inside]
    alike = [place for place in among if sums.totals[place + 1] - sums.totals[place] == abs(found.total - stated.total)]
    if len(alike) != 1:
        return ""
    return f"；{'多' if more else '少'}的正好是“{sums.drafts[alike[0]].name}”的总投资"


def _rounded(stated: int, found: int, unit: int) -> bool:
    """True when ``stated`` is ``found`` rounded to its last figure, in ``unit`` with up to four decimals."""
    for divisor in (1, 10, 100, 1000, 10_000):
        step, rest = divmod(unit, divisor)
        if step and not rest and stated % step == 0:
            return abs(stated - found) * 2 <= step
    return False
