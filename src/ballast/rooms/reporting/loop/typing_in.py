"""Typing into a report: what one person typed joins what another did, and where both typed it is said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ballast.kit.phones import whole_again
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.reporting.cards import Conflict, Edit
from ballast.rooms.reporting.loop import cells, desk
from ballast.rooms.reporting.loop.desk import Paper
from ballast.rooms.reporting.loop.hands import Hands
from ballast.rooms.reporting.models import Step
from ballast.rulebook.forms import BY_KEY
from ballast.rulebook.loop import Verb
from ballast.rulebook.merging import Cell, Clash, Merged, merge


class NoSuchVersion(Refusal):
    """Typed over a version there never was."""


class NotOnTheForm(Refusal):
    """The month does not ask for the project any more."""


@dataclass(frozen=True, slots=True)
class Past:
    """What a report's older versions said, and who typed which cell since: from its log."""

    cells: Mapping[str, Cell]
    typed_by: Mapping[str, str]


def pasts(papers: Iterable[tuple[Paper, int]]) -> dict[str, Past]:
    """The past of each report since the version given with it, by serial; the log is read for older ones only."""
    asked = {paper.report.pk: (paper, version) for paper, version in papers if version < paper.report.version}
    found: dict[int, list[Step]] = {}
    steps = Step.objects.filter(report_id__in=list(asked), values__isnull=False).order_by("pk")
    for step in steps if asked else ():
        found.setdefault(step.report_id, []).append(step)
    return {paper.serial: _past(paper, version, found.get(pk, [])) for pk, (paper, version) in asked.items()}


def _past(paper: Paper, version: int, steps: list[Step]) -> Past:
    before: Mapping[str, Cell] = paper.report.prefilled
    base, typed_by = before, dict[str, str]()
    for step in steps:
        now: dict[str, Cell] = step.values or {}
        if step.version <= version:
            base = now
        else:
            changed = {key for key in {*before, *now} if before.get(key) != now.get(key)}
            typed_by |= dict.fromkeys(changed, step.by)
        before = now
    return Past(base, typed_by)


def type_in(paper: Paper, edit: Edit, past: Past | None, hands: Hands, at: datetime) -> list[Conflict]:
    """Join an edit to its report; the cells in conflict stay as they stand until somebody settles them."""
    report = paper.report
    _on_the_form(paper)
    if edit.version > report.version or edit.version < 0:
        raise NoSuchVersion(
            Sentence(f"没有第 {edit.version} 版，现为第 {report.version} 版；请刷新后再填",
                     f"There is no version {edit.version}, this is {report.version}; load it anew"),
            where=paper.serial, code="no_such_version",
        )  # fmt: skip
    base = past.cells if past else report.values
    typed = {key: _whole(_cell(paper, key, said), base.get(key)) for key, said in edit.cells.items()}
    mine = cells.settled({**base, **typed}, paper.line)
    joined = own_first(merge(base, mine, report.values), past, hands.by)
    clashing = [conflict(paper, clash, hands.by, past.typed_by if past else {}) for clash in joined.clashes]
    settled = set(typed) if past is None else set()
    write(paper, joined.cells, hands, at, conflicts=_open(report.conflicts, settled, clashing))
    return clashing


def _on_the_form(paper: Paper) -> None:
    if not paper.line.listed and paper.report.pk is None:
        month = paper.line.month
        raise NotOnTheForm(
            Sentence(f"该项目在 {month} 之前已投产，{month} 的月报不含此项目",
                     f"This project was in production before {month}; that month's form does not ask for it"),
            where=paper.serial, code="not_on_the_form",
        )  # fmt: skip


def write(
    paper: Paper, said: Mapping[str, Cell], hands: Hands, at: datetime, *, conflicts: list[dict[str, Any]]
) -> None:
    """Give a report its cells as a further version, where they are new; else leave it as it is."""
    report, values = paper.report, cells.settled(said, paper.line)
    if values == report.values and conflicts == report.conflicts:
        return
    before = paper.state if report.pk else ""
    desk.move([paper], Verb.SAVE, hands)
    report.values, report.conflicts = values, conflicts
    report.version += 1
    report.submission_id = report.row = None
    desk.note(paper, Verb.SAVE, before, by=hands.by, at=at, values=values)


def own_first(joined: Merged, past: Past | None, by: str) -> Merged:
    """Who differs from nobody but themselves, in another window or workbook, is taken at their last word."""
    own = {clash.column: clash.mine for clash in joined.clashes if past and past.typed_by.get(clash.column) == by}
    rest = tuple(clash for clash in joined.clashes if clash.column not in own)
    return Merged({**joined.cells, **own}, (*joined.taken, *own), rest)


def conflict(paper: Paper, clash: Clash, by: str, typed_by: Mapping[str, str], where: str = "") -> Conflict:
    """A clash as it is shown: whose, which project's, which column."""
    return Conflict(
        serial=paper.serial, name=paper.line.profile.name, column=clash.column,
        heading=cells.heading(clash.column, paper.line.month), base=clash.base, mine=clash.mine, theirs=clash.theirs,
        mine_by=by, theirs_by=typed_by.get(clash.column, ""), where=where or paper.place(clash.column),
    )  # fmt: skip


def _open(before: list[dict[str, Any]], settled: set[str], clashing: list[Conflict]) -> list[dict[str, Any]]:
    """The conflicts still open: a cell typed over what stands now is settled by it."""
    anew = {one.column for one in clashing}
    kept = [one for one in before if one["column"] not in settled | anew]
    return [*kept, *(one.plain() for one in clashing)]


def _whole(said: Cell, stood: Cell) -> Cell:
    """A text that came without its phones goes back with them."""
    return whole_again(said, stood) if isinstance(said, str) and isinstance(stood, str) else said


def _cell(paper: Paper, key: str, said: object) -> Cell:
    column = BY_KEY.get(key)
    if column is None or not column.editable:
        raise cells.NotACell(
            Sentence(f"月报没有可填的“{key}”栏；灰色栏由系统带出，不在月报中改",
                     f"The form has no column {key!r} to fill in; grey ones come from the record"),
            where=f"{paper.serial} · {key}", code="no_such_column",
        )  # fmt: skip
    return cells.entered(column, said, where=paper.place(key))
