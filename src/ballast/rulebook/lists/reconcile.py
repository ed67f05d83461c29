"""Stated against counted and summed, to the 元: for groups, subtotals before or after their members, and totals.

A sum stated with fewer decimals than the rows have is met when it is theirs rounded to its own last figure; the
group then says that it is ``rounded``. Nothing else that is only nearly right is met.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from ballast.kit.grid import address
from ballast.kit.money import in_wan
from ballast.rulebook.lists.draft import Draft
from ballast.rulebook.lists.lines import SUMMED, Line
from ballast.rulebook.lists.report import Group
from ballast.rulebook.lists.titles import bare_title
from ballast.rulebook.lists.tree import Mark, Node, Stated, Tree

UNTITLED = "（无标题合计）"
# Columns by whose words a list may tell shares of its total: 其中：永山县, 其中：续建.
SORTS = ("area", "nature", "category", "stage", "industry")


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

    @cached_property
    def sorts(self) -> dict[str, Stated]:
        """Count and sums of every county, nature and kind that a column of the list names."""
        found: dict[str, list[Draft]] = {}
        for draft in self.drafts:
            for said in {draft.values[key] for key in SORTS if isinstance(draft.values.get(key), str)}:
                found.setdefault(bare_title(said), []).append(draft)
        return {
            said: Stated(
                len(own),
                sum(one.values.get("total_investment") or 0 for one in own),
                sum(one.values.get("annual_plan") or 0 for one in own),
            )
            for said, own in found.items()
        }


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


def met(said: int, seen: int, step: int) -> bool:
    """Whether a stated sum is the sum to the 元, or that sum rounded to its own last figure, worth ``step``."""
    return said == seen or (seen % step != 0 and abs(said - seen) * 2 <= step)


def agrees(stated: Stated, found: Stated) -> int:
    """How many stated figures are met, minus those that are not."""
    return sum(
        1 if met(said, seen, step) else -1
        for _, said, seen, step in _pairs(stated, found)
        if said is not None and seen is not None
    )


def _pairs(stated: Stated, found: Stated) -> tuple[tuple[str, int | None, int | None, int], ...]:
    """What is stated of count, total and plan, what is found, and what the last figure stated is worth."""
    return (
        ("个数", stated.count, found.count, 1),
        ("总投资", stated.total, found.total, stated.total_step),
        ("年度计划", stated.annual, found.annual, stated.annual_step),
    )


def reconciled(sheet: str, tree: Tree, sums: Sums) -> list[Group]:
    """Every group and total of a table, in the order of their rows."""
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
        groups.append(_group(sheet, node.line, node.level, node.stated, span, sums, note))
    for position, mark in enumerate(tree.marks):
        span, note, level = _reach(mark, tree, sums, by_title, position)
        groups.append(_group(sheet, mark.line, level, mark.stated, span, sums, note))
    return sorted(groups, key=lambda group: group.row)


def _reach(
    mark: Mark, tree: Tree, sums: Sums, by_title: dict[str, Node], position: int
) -> tuple[Span | None, str, int]:
    """The projects a total speaks for: of all runs it could close or open, the one that agrees best."""
    if mark.line.kind == "of_which":
        twin = by_title.get(_share(mark.line.title))
        if twin:
            return Span(twin.first, twin.last), "按同名分组核对", len(mark.open) + 1
        return None, "其中项，所含项目未单独列出", len(mark.open) + 1
    runs = _runs_of(mark, tree, len(sums.drafts), position)
    if not runs:
        return None, "其上下没有列出项目", 0
    runs = _runs_named(mark, sums, by_title) + runs
    scores = [agrees(mark.stated, sums.of(span)) for span, _ in runs]
    best = max(range(len(runs)), key=lambda place: (scores[place], -place))
    if mark.stated.anything() and scores[best] <= 0:
        best = 0
    return runs[best][0], "", runs[best][1]


def _runs_named(mark: Mark, sums: Sums, by_title: dict[str, Node]) -> list[tuple[Span, int]]:
    """The run a total names: 永山县小计 that of the county in its column, or of the group 永山县; with its level."""
    whose = bare_title(SUMMED.sub("", mark.line.title))
    runs = []
    if own := sums.areas.get(whose):
        runs.append((own, 1 + sum(node.first <= own.first < node.last for node in mark.open)))
    if named := by_title.get(whose):
        runs.append((Span(named.first, named.last), named.level))
    return runs


def _runs_of(mark: Mark, tree: Tree, size: int, position: int) -> list[tuple[Span, int]]:
    """The runs a total could close or open by its place, the likeliest first, with their levels."""
    runs = [(Span(node.first, node.last), node.level) for node in reversed(mark.open)]
    totals = [(place, other.place) for place, other in enumerate(tree.marks) if other.line.kind != "of_which"]
    earlier = [at for place, at in totals if place < position]
    later = [at for place, at in totals if place > position and at > mark.place]
    runs.append((Span(0, size), 0))
    if mark.subtotal or mark.place == size or earlier:
        runs.append((Span(max(earlier, default=0), mark.place), len(mark.open) + 1))
    runs.append((Span(mark.place, min(later, default=size)), 1))
    runs.append((Span(0, mark.place), 0))
    apart = [node for node in reversed(tree.nodes) if node.last <= mark.place or node.first >= mark.place]
    runs += [(Span(node.first, node.last), node.level) for node in apart]
    runs = [(span, level) for span, level in runs if span.last > span.first]
    # 合计 and 总计 reach further than 小计: the whole comes first.
    return runs if mark.subtotal else sorted(runs, key=lambda run: run[1] != 0)


def _share(title: str) -> str:
    """What an 其中 row is the share of."""
    return bare_title(title.removeprefix("其中").lstrip(":：、"))


def _group(sheet: str, line: Line, level: int, stated: Stated, span: Span | None, sums: Sums, note: str) -> Group:
    found = sums.of(span) if span else None
    if found is None and stated.anything() and (told := sums.sorts.get(_share(line.title))):
        found, note = told, "按各项目所填的县区、性质或类别核对"
    main: bool | None = None
    annual: bool | None = None
    rounded = ""
    if found and stated.anything():
        count, total, annual = (
            None if said is None or seen is None else met(said, seen, step)
            for _, said, seen, step in _pairs(stated, found)
        )
        main = annual if count is None and total is None else count is not False and total is not False
        rounded = rounding(stated, found)
        if main is False or annual is False:
            note = difference(stated, found) + (_culprit(stated, found, span, sums) if span else "")
        elif rounded:
            note = "；".join(filter(None, (note, rounded)))
    column = max(line.name_column, 0)
    return Group(
        line.title or UNTITLED, level, stated.count, stated.total, stated.annual, found.count if found else None,
        found.total if found else None, found.annual if found else None, main, annual,
        f"{sheet}!{address(line.row, column)}", sheet, line.row, note, line.kind, bool(main and rounded),
        (stated.total_step, stated.annual_step),
    )  # fmt: skip


def rounding(stated: Stated, found: Stated) -> str:
    """Which stated sums are the sums rounded to their last figure, in words; empty where none is."""
    words = [
        f"{label}写明 {in_wan(said)} 万元，是相加数 {in_wan(seen)} 万元的四舍五入"
        for label, said, seen, step in _pairs(stated, found)
        if said is not None and seen is not None and said != seen and met(said, seen, step)
    ]
    return "；".join(words)


def difference(stated: Stated, found: Stated) -> str:
    """What does not agree, in words."""
    words = []
    for label, said, seen, step in _pairs(stated, found):
        if said is None or seen is None or met(said, seen, step):
            continue
        if label == "个数":
            words.append(f"写明 {said} 个，实有 {seen} 个")
        else:
            words.append(f"{label}写明 {in_wan(said)} 万元，相加 {in_wan(seen)} 万元")
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
