"""Weighing a filled form against what is set: what would change, cell by cell, and what is wrong with it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from ballast.kit.grid import Value
from ballast.kit.money import in_wan
from ballast.kit.sentence import Sentence
from ballast.rooms.people.cards import CellFault
from ballast.rooms.reporting.tasks import cells, withdrawing
from ballast.rooms.reporting.tasks.cells import How, Said
from ballast.rooms.reporting.tasks.known import Row, Rows
from ballast.rooms.reporting.tasks.layout import MONTHS, PROJECTS, UNCHECKED, Column
from ballast.rooms.reporting.tasks.reading import FilledRow, FilledSheet, word
from ballast.rooms.reporting.workbook import values


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that the form changes: where, of what, from what to what."""

    where: str
    row: Row
    column: Column
    number: int
    before: Said
    after: Said
    reason: str = ""

    @property
    def withdrawn(self) -> bool:
        """Whether it takes back what was set."""
        return self.after is None

    @property
    def of(self) -> str:
        """Whose cell it is, as its row says: a project's serial; an area's code and the target."""
        said = self.row.said
        return str(said.get("serial") or f"{said['code']} {said['target']}")

    @property
    def was(self) -> str:
        """What stands now, with its unit."""
        return cells.shown(self.before, self.row.unit(self.column))

    @property
    def becomes(self) -> str:
        """What will stand, with its unit; of what is taken back, why."""
        if self.withdrawn:
            return f"{withdrawing.WORD}：{self.reason}"
        return cells.shown(self.after, self.row.unit(self.column))


@dataclass(frozen=True, slots=True)
class Known:
    """What one sheet is held against: what stands, what stood when the form was issued, the months sealed.

    ``stranger`` says of a row that is not among those of the person asking why it is not; ``open`` is False where the
    sheet is not theirs to fill.
    """

    stands: Rows
    issued: Rows
    sealed: Collection[str]
    year: int
    open: bool
    strangers: Collection[str] = ()


@dataclass(slots=True)
class Weighed:
    """What a sheet would change, its faults (nothing is recorded), and its warnings (shown, recorded all the same)."""

    sheet: FilledSheet
    known: Known
    changes: list[Change] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    warnings: list[CellFault] = field(default_factory=list)


def weigh(sheet: FilledSheet, known: Known) -> Weighed:
    """Everything one sheet would change, and everything found in it."""
    found = Weighed(sheet, known, faults=list(sheet.faults))
    seen: dict[tuple[str, ...], int] = {}
    for filled in sheet.rows:
        row, first = known.stands.get(filled.key), sheet.layout.identity[-1]
        if row is None:
            found.faults.append(CellFault(sheet.where(first, filled.number), _stranger(filled, known)))
        elif filled.key in seen:
            other = seen[filled.key]
            said = Sentence(f"与第 {other} 行重复，只能有一行", f"The same as row {other}; keep one")
            found.faults.append(CellFault(sheet.where(first, filled.number), said))
        else:
            seen[filled.key] = filled.number
            _row(found, filled, row)
    if found.changes and not known.open:
        said = Sentence(f"“{sheet.layout.name}”不由您填写，请联系市项目办；此表请保持原样",
                        f"{sheet.layout.name} is not yours to fill; leave this sheet as it was")  # fmt: skip
        found.faults.append(CellFault(found.changes[0].where, said))
    return found


def _stranger(filled: FilledRow, known: Known) -> Sentence:
    if not filled.key[0]:
        return Sentence("此行没有编号；请勿增加行，新项目请通过“导入”进入项目库",
                        "The row has no code; add no rows, new projects come by the import")  # fmt: skip
    named = " ".join(filled.key)
    if filled.key[0] in known.strangers:
        return Sentence(f"{named} 不归您下达任务，或不在此表之列；请删去此行",
                        f"{named} is not yours to set tasks for, or not on this form; delete the row")  # fmt: skip
    return Sentence(f"没有 {named}；请核对编号", f"There is no {named}; check the code")


def _row(found: Weighed, filled: FilledRow, row: Row) -> None:
    issued = found.known.issued.get(filled.key)
    for column in found.sheet.layout.columns:
        value = filled.cells.get(column.key)
        where = found.sheet.where(column.key, filled.number)
        if column.typed:
            _typed(found, filled, row, column, value, issued)
        elif column.key not in UNCHECKED and column.key in filled.cells:
            held = [one for one in (row, issued) if one is not None]
            if not any(_same(value, one.said.get(column.key), one.unit(column)) for one in held):
                was = cells.shown(row.said.get(column.key), row.unit(column))
                said = Sentence(f"“{column.heading}”不在此表改，应为 {was}",
                                f"{column.heading} is not set here; it is {was}")  # fmt: skip
                found.faults.append(CellFault(where, said))
    if found.sheet.layout is PROJECTS:
        _whole(found, filled, row)


def _typed(found: Weighed, filled: FilledRow, row: Row, column: Column, value: Value, issued: Row | None) -> None:
    where, how = found.sheet.where(column.key, filled.number), row.unit(column)
    if (reason := withdrawing.asked(value)) is not None:
        _withdrawn(found, Change(where, row, column, filled.number, row.said.get(column.key), None, reason))
        return
    try:
        after = cells.READ[how](value)
    except values.CellFault as fault:
        found.faults.append(CellFault(where, fault.sentence))
        return
    before, was = row.said.get(column.key), issued.said.get(column.key) if issued else None
    if after is None or after in (before, was):  # nothing said, or left as it came
        return
    if _closed(found.known, column.key):
        found.faults.append(_sealed(where, before, how))
        return
    if before != was and issued is not None:
        now = cells.shown(before, how)
        said = Sentence(f"下载之后已有人改为 {now}，将再改", f"Somebody set it to {now} meanwhile; it is set anew")
        found.warnings.append(CellFault(where, said))
    found.changes.append(Change(where, row, column, filled.number, before, after))


def _withdrawn(found: Weighed, change: Change) -> None:
    """A cell that takes back what was set: with its reason, of an open month, where something stands."""
    if _closed(found.known, change.column.key):
        found.faults.append(_sealed(change.where, change.before, change.row.unit(change.column)))
    elif fault := withdrawing.fault(change.where, change.before, change.reason):
        found.faults.append(fault)
    else:
        found.changes.append(change)


def _sealed(where: str, before: Said, how: How) -> CellFault:
    kept = cells.shown(before, how)
    zh, en = ("应留空", "leave it empty") if before is None else (f"应保留 {kept}", f"leave it at {kept}")
    said = Sentence(f"该月已封账，不能再下达；{zh}", f"The month is sealed and takes no more tasks; {en}")
    return CellFault(where, said)


def _closed(known: Known, key: str) -> bool:
    month = "12" if key == "year" else key
    return f"{known.year}-{month}" in known.sealed


def _whole(found: Weighed, filled: FilledRow, row: Row) -> None:
    """A project's row as a whole: developed land within its land; the months against the annual plan."""
    changed = {one.column.key: one.after for one in found.changes if one.row is row}
    land, developed = row.said.get("land"), changed.get("developed")
    if developed is not None:
        where = found.sheet.where("developed", filled.number)
        if land is None:
            said = Sentence("用地面积没有登记，开发比例算不出来；请在项目名单中补报用地面积",
                            "The land is not known, so no share can be reckoned; bring it by a list")  # fmt: skip
            found.warnings.append(CellFault(where, said))
        elif developed > land:  # type: ignore[operator]
            shown = cells.shown(land, How.MU)
            said = Sentence(f"超过用地面积 {shown}；应不大于它", f"More than the land, {shown}; at most that")
            found.faults.append(CellFault(where, said))
    if any(month in changed for month in MONTHS):
        found.warnings.extend(_against_plan(found, filled, {**row.said, **changed}))


def _against_plan(found: Weighed, filled: FilledRow, said: dict[str, Said]) -> Iterator[CellFault]:
    plan, told = said.get("plan"), [task for month in MONTHS if isinstance(task := said.get(month), int)]
    if not isinstance(plan, int):
        return
    total = sum(told)
    if total > plan or (len(told) == len(MONTHS) and total != plan):
        sums = f"{in_wan(total)}", f"{in_wan(plan)}"
        yield CellFault(
            found.sheet.where("plan", filled.number),
            Sentence(f"各月任务合计 {sums[0]} 万元，年度计划 {sums[1]} 万元，两者不符，请核对",
                     f"The months add up to {sums[0]} 万元, the annual plan is {sums[1]} 万元; check"),
        )  # fmt: skip


def _same(value: Value, said: Said, how: How) -> bool:
    """Whether a cell that is not to be changed says what it said."""
    expected = cells.in_cell(said, how)
    if expected is None or expected == "":
        return value is None
    if isinstance(expected, float):
        return isinstance(value, int | float) and abs(float(value) - expected) < 0.00005 * max(1.0, abs(expected))
    return word(value) == expected.strip()
