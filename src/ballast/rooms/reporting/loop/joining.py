"""Joining a filled workbook with what was typed meanwhile: cell by cell, from what the form was issued with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from ballast.kit.money import WAN, in_wan
from ballast.kit.sentence import Sentence
from ballast.rooms.reporting.cards import CellFinding, Conflict
from ballast.rooms.reporting.loop import cells, typing_in
from ballast.rooms.reporting.loop.desk import Paper
from ballast.rooms.reporting.loop.hands import Hands
from ballast.rooms.reporting.loop.judging import CONFLICT_CLAUSE
from ballast.rooms.reporting.loop.typing_in import Past
from ballast.rooms.reporting.workbook.judging import finding
from ballast.rooms.reporting.workbook.reading import Filled, FilledRow
from ballast.rooms.reporting.workbook.stamp import Base
from ballast.rulebook.forms import BY_KEY, COLUMNS, Kind
from ballast.rulebook.loop import IN_HAND, Reviews, State
from ballast.rulebook.merging import Cell, Clash, Merged, merge

MINE, THEIRS = "mine", "theirs"
Choices = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Joined:
    """One row of the workbook joined with its report."""

    paper: Paper
    row: FilledRow
    merged: Merged
    conflicts: tuple[Conflict, ...]

    @property
    def changed(self) -> bool:
        """Whether the workbook says something the report does not."""
        return bool(self.merged.taken)

    @property
    def goes_in(self) -> bool:
        """Whether handing in moves it: it was changed, or it lies with the reporter and says something."""
        paper = self.paper
        unreviewed = paper.reviews is Reviews.NONE and paper.state is not State.ACCEPTED
        waiting = paper.report.pk is not None and (paper.state in IN_HAND or unreviewed)
        return self.changed or (waiting and bool(self.merged.cells))


def join(filled: Filled, papers: Mapping[str, Paper], hands: Hands, choices: Choices) -> list[Joined]:
    """Every row of a known project, once, joined; ``choices`` settle cells in conflict (by serial and column)."""
    rows: dict[str, FilledRow] = {}
    for row in filled.rows:
        if row.serial in papers:
            rows.setdefault(row.serial, row)
    bases = {serial: filled.stamp.bases.get(serial, Base()) for serial in rows}
    pasts = typing_in.pasts((papers[serial], base.version) for serial, base in bases.items())
    return [
        _joined(filled, papers[serial], row, bases[serial], pasts.get(serial), hands, choices)
        for serial, row in rows.items()
    ]


def _joined(
    filled: Filled, paper: Paper, row: FilledRow, base: Base, past: Past | None, hands: Hands, choices: Choices
) -> Joined:  # fmt: skip
    past = past or _recorded(paper, base)
    merged = merge(base.cells, cells.row(row.cells, paper.line), paper.report.values)
    merged = _chosen(typing_in.own_first(merged, past, hands.by), paper.serial, choices)
    by = past.typed_by if past else {}
    conflicts = tuple(
        typing_in.conflict(paper, clash, hands.by, by, filled.where(clash.column, row.number))
        for clash in merged.clashes
    )
    said = {column.key: merged.cells.get(column.key) for column in COLUMNS if column.editable}
    return Joined(paper, replace(row, cells={**row.cells, **said}), merged, conflicts)


def _recorded(paper: Paper, base: Base) -> Past | None:
    """Who recorded what stands, where it came by another way than a report."""
    standing = paper.line.standing
    if standing is None or paper.report.pk is not None:
        return None
    return Past(base.cells, dict.fromkeys(BY_KEY, standing.by))


def _chosen(merged: Merged, serial: str, choices: Choices) -> Merged:
    """The clashes settled by what was chosen for each."""
    mine: dict[str, Cell] = {}
    rest: list[Clash] = []
    for clash in merged.clashes:
        chosen = choices.get((serial, clash.column))
        if chosen == MINE:
            mine[clash.column] = clash.mine
        elif chosen != THEIRS:
            rest.append(clash)
    joined: dict[str, Cell] = {key: cell for key, cell in {**merged.cells, **mine}.items() if cell is not None}
    return Merged(joined, (*merged.taken, *mine), tuple(rest))


def found_in(filled: Filled, joined: list[Joined], hands: Hands) -> Iterator[CellFinding]:
    """Cells in conflict, and rows that are with a reviewer, each with its cell."""
    for one in joined:
        place = partial(filled.where, row=one.row.number)
        for conflict in one.conflicts:
            said = _both(conflict)
            yield finding(one.paper.line, conflict.column, "changed_meanwhile", said, CONFLICT_CLAUSE, place)
        if one.changed and not may_type(one.paper, hands):
            said = _with_a_reviewer(one.paper)
            yield finding(one.paper.line, one.merged.taken[0], "under_review", said, CONFLICT_CLAUSE, place)


def may_type(paper: Paper, hands: Hands) -> bool:
    """Whether these hands may type into it: it lies with the reporter, or is theirs to recall, or no one reviews."""
    if paper.reviews is Reviews.NONE or paper.state in IN_HAND:
        return True
    return paper.state is State.SUBMITTED and paper.report.submitted_by == hands.by


def _both(conflict: Conflict) -> Sentence:
    theirs, mine = (_shown(conflict.column, cell) for cell in (conflict.theirs, conflict.mine))
    return Sentence(
        f"此表下载之后，{conflict.theirs_by} 已报“{conflict.heading}”为 {theirs}，本表为 {mine}；"
        "请选定一个，或重新下载月报表在其数字上修改",
        f"After this form was issued {conflict.theirs_by} put {theirs} here, this form says {mine}; "
        "choose one, or download the form again and work on those figures",
    )


def _with_a_reviewer(paper: Paper) -> Sentence:
    return Sentence(
        f"该项目月报为“{paper.state.zh}”（{paper.report.submitted_by} 提交），不能再改；请先由本人撤回或由审核单位退回",
        f"The report is {paper.state.en} (by {paper.report.submitted_by}) and is not changed now; "
        "have it recalled or sent back first",
    )


def _shown(column: str, cell: Cell) -> str:
    if cell is None:
        return "（空）"
    if BY_KEY[column].kind is Kind.MONEY and not isinstance(cell, str):
        return f"{in_wan(round(cell * WAN))} 万元"
    return f"“{cell}”"
