"""From one filled row to what it says: values by column, and a fault for every cell that says nothing usable."""

from dataclasses import dataclass, field, replace
from datetime import date

from ballast.kit.grid import Value
from ballast.kit.money import in_wan
from ballast.kit.sentence import Sentence
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.registry.cards import FundingCard
from ballast.rooms.reporting.cards import ProgressCard
from ballast.rooms.reporting.workbook import values
from ballast.rooms.reporting.workbook.reading import FilledRow
from ballast.rooms.reporting.workbook.roster import Line
from ballast.rooms.reporting.workbook.stamp import Locked
from ballast.rooms.reporting.workbook.writing import evidence, evidence_kind, proposed_whole, proposed_year
from ballast.rulebook.forms import COLUMNS, FUNDS, LOCKED, MILESTONES, Column, Kind
from ballast.rulebook.terms import Basis

Said = str | int | date | None
PROGRESS = tuple(column for column in COLUMNS if column.feeds.startswith("progress."))
PROGRESS_FIELDS = tuple(column.key for column in PROGRESS)


@dataclass(slots=True)
class Draft:
    """One row understood: what it says by column key, and its faults as (column key, code, sentence)."""

    line: Line
    row: FilledRow
    said: dict[str, Said] = field(default_factory=dict)
    faults: list[tuple[str, str, Sentence]] = field(default_factory=list)

    def amount(self, key: str) -> int | None:
        """An amount in 元."""
        found = self.said.get(key)
        return found if isinstance(found, int) else None

    def day(self, key: str) -> date | None:
        """A date."""
        found = self.said.get(key)
        return found if isinstance(found, date) else None

    def text(self, key: str) -> str:
        """Words."""
        return str(self.said.get(key) or "")


def draft(line: Line, row: FilledRow, locked: Locked | None) -> Draft:
    """Understand one row; ``locked`` is what its grey cells said when the form was issued, None where it has none."""
    made = Draft(line, row)
    for column in COLUMNS:
        if not column.editable:
            continue
        try:
            made.said[column.key] = _value(column, row.cells.get(column.key))
        except values.CellFault as fault:
            made.faults.append((column.key, fault.code, fault.sentence))
    _propose(made)
    if locked is not None:
        _compare_locked(made, locked)
    return made


def _value(column: Column, value: Value) -> Said:
    if column.kind is Kind.MONEY:
        return values.amount(value)
    if column.kind is Kind.DATE:
        return values.day(value)
    if column.kind is Kind.CHOICE:
        return values.word(value, column.choices)
    return values.text(value)


def _propose(made: Draft) -> None:
    """Where a sum is empty the form's own formula stands; what it cannot compute is asked for."""
    broken = {key for key, _, _ in made.faults}
    month = made.amount("month_completed")
    if month is None or broken & {"month_completed", "year_to_date", "to_date"}:
        return
    if made.said["year_to_date"] is None:
        made.said["year_to_date"] = proposed_year(made.line, month)
    if made.said["to_date"] is None:
        made.said["to_date"] = proposed_whole(made.line, month, made.amount("year_to_date"))
    for key, label, en in (("year_to_date", "本年累计", "year to date"), ("to_date", "开工累计", "amount to date")):
        if made.said[key] is None:
            sentence = Sentence(f"{label}未填，且没有上月数可推算；请填写（没有发生填 0）",
                                f"The {en} is missing and cannot be computed; fill it in (0 if nothing)")  # fmt: skip
            made.faults.append((key, "sum_missing", sentence))


def _compare_locked(made: Draft, locked: Locked) -> None:
    for column in LOCKED:
        was = locked.get(column.key)
        try:
            now: Said = (
                values.amount(made.row.cells.get(column.key))
                if column.kind is Kind.MONEY
                else values.text(made.row.cells.get(column.key))
            )
        except values.CellFault as fault:
            made.faults.append((column.key, fault.code, fault.sentence))
            continue
        if _same(was, now):
            continue
        before = in_wan(was) if isinstance(was, int) else was or "（空）"
        made.faults.append((column.key, "locked_changed", Sentence(
            f"锁定的单元格被改动，应为“{before}”；档案有误请联系市项目办更正，不在月报中改",
            f"A locked cell was changed; it should be {before!r}. What the record has wrong is corrected there",
        )))  # fmt: skip


def _same(was: str | int | None, now: Said) -> bool:
    if isinstance(was, str) or isinstance(now, str):
        return "".join(str(was or "").split()) == "".join(str(now or "").split())
    return was == now


def progress(made: Draft) -> ProgressCard | None:
    """The declared progress the row reports; None where it reports nothing and nothing stood."""
    standing = made.line.standing
    said = {key: made.said[key] for key in PROGRESS_FIELDS}
    if standing is None and not any(value not in (None, "") for value in said.values()):
        return None
    return ProgressCard(
        project_id=made.line.project_id, month=made.line.month, basis=Basis.DECLARED, row=made.row.number,
        **said,  # type: ignore[arg-type]
    )  # fmt: skip


def milestones(made: Draft) -> list[MilestoneCard]:
    """The declared milestones the row changes; evidence goes to the one the evidence column speaks of."""
    found = []
    speaks_of = evidence_kind(made.day("completed.actual_on"))
    for kind in dict.fromkeys(column.key.split(".")[0] for column in MILESTONES):
        nothing = MilestoneCard(project_id=made.line.project_id, kind=kind, basis=Basis.DECLARED)
        before = made.line.clocks.get(kind, nothing)
        asked = f"{kind}.planned_on" in made.said
        given = made.text("evidence")[:400] if kind == speaks_of else ""
        card = replace(
            before, actual_on=made.day(f"{kind}.actual_on"), evidence=given or before.evidence, row=made.row.number,
            planned_on=made.day(f"{kind}.planned_on") if asked else before.planned_on,
        )  # fmt: skip
        empty = before is nothing and not (card.planned_on or card.actual_on)
        if not empty and _dates(card) != _dates(before):
            found.append(card)
    return found


def _dates(card: MilestoneCard) -> tuple[date | None, date | None, str]:
    return card.planned_on, card.actual_on, card.evidence


def funding(made: Draft) -> list[FundingCard]:
    """The funds paid in that the row reports; what was agreed stands as it was."""
    found = []
    for column in FUNDS:
        channel = column.key.removeprefix("paid.")
        paid_in, before = made.amount(column.key), made.line.funds.get(channel)
        if paid_in is not None:
            found.append(FundingCard(
                project_id=made.line.project_id, channel=channel, month=made.line.month,
                agreed=before.agreed if before else None, paid_in=paid_in, row=made.row.number,
            ))  # fmt: skip
    return found


def evidence_given(made: Draft) -> str:
    """The evidence the row names, or what is on record."""
    return made.text("evidence") or evidence(made.line)
