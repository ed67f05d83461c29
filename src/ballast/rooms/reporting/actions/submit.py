"""Handing in a filled form: all of it becomes facts, or none of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from ballast.kit import audit, files
from ballast.kit.ledger import journal
from ballast.kit.ledger.journal import Recorded, Writer
from ballast.kit.ledger.models import Source, StoredFile
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard, OfficialCard
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry import queries as projects
from ballast.rooms.reporting.actions.gate import open_month, own_area, same_form
from ballast.rooms.reporting.actions.record import report
from ballast.rooms.reporting.cards import CellFinding, Receipt, Status
from ballast.rooms.reporting.models import Submission
from ballast.rooms.reporting.queries.place import area_named
from ballast.rooms.reporting.workbook import drafts, reading
from ballast.rooms.reporting.workbook.drafts import PROGRESS_FIELDS, Draft
from ballast.rooms.reporting.workbook.judging import judge
from ballast.rooms.reporting.workbook.reading import Filled
from ballast.rooms.reporting.workbook.roster import roster
from ballast.rulebook import books
from ballast.rulebook.checks import CheckParams
from ballast.rulebook.forms import MILESTONES
from ballast.rulebook.powers import Power


class SentBack(Refusal):
    """The form is sent back; ``receipt`` holds every finding with its cell."""

    def __init__(self, receipt: Receipt, first: CellFinding) -> None:
        super().__init__(receipt.sentence, where=first.where, code="sent_back")
        self.receipt = receipt


class _NothingNew(Exception):
    """Everything the form says stands already; the transaction is given up."""


@dataclass(frozen=True, slots=True)
class _HandIn:
    """One hand-in under way."""

    filled: Filled
    area: AreaCard
    file: StoredFile
    at: datetime
    by: str

    @property
    def month(self) -> str:
        return self.filled.stamp.month


def hand_in(
    data: bytes, name: str, *, official: OfficialCard | None, at: datetime, month: str,
    params: CheckParams | None = None,
) -> Receipt:  # fmt: skip
    """Hand in a form as an official, who must hold the power over its area; else as ``submit``."""
    person = people.require(official, Power.REPORT)
    own_area(reading.read(data, name), people.visible_area_codes(person))
    return submit(data, name, at=at, by=person.username, month=month, params=params)


def submit(
    data: bytes, name: str, *, at: datetime, by: str, month: str = "", area: str = "", params: CheckParams | None = None
) -> Receipt:
    """Take in a filled form; ``month`` and ``area`` (code or name), where given, must be the form's own.

    ``params`` are the thresholds of the checks, None the default policy book's.
    Raises SentBack with every finding where an error or an unexplained warning is left, other Refusals for a
    file that is no form, another form, or a sealed month. The ledger is then as it was.
    """
    try:
        filled = reading.read(data, name)
        same_form(filled, month, area)
        this = _HandIn(filled, area_named(filled.stamp.area), files.keep(data, name, at=at, by=by), at, by)
        return _judge_and_accept(this, params or books.default().checks)
    except SentBack:
        raise
    except Refusal as refusal:
        audit.write("submit", at=at, actor=by, object=name, result="refused", detail={"code": refusal.code})
        raise


def _judge_and_accept(this: _HandIn, params: CheckParams) -> Receipt:
    findings: list[CellFinding] = []
    try:
        with transaction.atomic():
            return _accept(this, params, findings)
    except _NothingNew:
        return _note(this, Status.UNCHANGED, findings, Recorded(), _unchanged(this))
    except _Faulty:
        receipt = _note(this, Status.RETURNED, findings, Recorded(), _returned(findings))
        raise SentBack(receipt, next(found for found in findings if found.stops)) from None


class _Faulty(Exception):
    """Something found stops the form; the transaction is given up."""


def _accept(this: _HandIn, params: CheckParams, findings: list[CellFinding]) -> Receipt:
    source = _source(this, {key: key for key in PROGRESS_FIELDS})
    with journal.entry(at=this.at, by=this.by, action="submit", source=source) as writer:
        open_month(this.month, this.filled.name, this.at)
        lines = roster(this.area, this.month)
        strange = {row.serial for row in this.filled.rows} - {line.serial for line in lines}
        made, found = judge(this.filled, lines, params, by=this.by, elsewhere=_elsewhere(strange))
        findings += found
        if any(finding.stops for finding in findings):
            raise _Faulty
        rows, recorded = _record(this, made, writer)
        if recorded.new + recorded.revised == 0:
            raise _NothingNew
    return _note(this, Status.ACCEPTED, findings, recorded, _accepted(this, rows), rows=rows)


def _record(this: _HandIn, made: list[Draft], writer: Writer) -> tuple[int, Recorded]:
    """Record every row's facts, each group under the source that names its columns."""
    reported = [card for one in made if (card := drafts.progress(one))]
    recorded = report(reported, writer=writer)
    moved = [card for one in made for card in drafts.milestones(one)]
    for kind in dict.fromkeys(column.key.split(".")[0] for column in MILESTONES):
        if cards := [card for card in moved if card.kind == kind]:
            parts = {part: f"{kind}.{part}" for part in ("planned_on", "actual_on")}
            writer.source = _source(this, parts | {"evidence": "evidence"})
            recorded += lifecycle.move(cards, writer=writer)
    funds = [card for one in made for card in drafts.funding(one)]
    for channel in dict.fromkeys(card.channel for card in funds):
        writer.source = _source(this, {"paid_in": f"paid.{channel}"})
        recorded += registry.describe([card for card in funds if card.channel == channel], writer=writer)
    return len(reported), recorded


def _source(this: _HandIn, columns: dict[str, str]) -> Source:
    """The form as the source of facts whose fields came from ``columns`` (field to column key)."""
    letters = this.filled.letters
    return Source.objects.create(
        kind="form", file=this.file, place=this.filled.sheet, received_at=this.at, received_by=this.by,
        columns={name: letters[key] for name, key in columns.items() if key in letters},
    )  # fmt: skip


def _elsewhere(serials: Iterable[str]) -> dict[str, str]:
    """The areas of projects that are not this form's."""
    named = {card.id: card.name for card in people.areas()}
    found: Iterator[tuple[str, int]] = (
        (serial, profile.area_id) for serial in serials if (profile := projects.find(serial, areas=None))
    )
    return {serial: named.get(area_id, "") for serial, area_id in found}


def _note(
    this: _HandIn, status: Status, findings: list[CellFinding], recorded: Recorded, sentence: Sentence, *, rows: int = 0
) -> Receipt:
    """Keep the hand-in and its audit line, and answer."""
    with transaction.atomic():
        kept = Submission.objects.create(
            area_id=this.area.id, month=this.month, file=this.file, handed_in_at=this.at, handed_in_by=this.by,
            status=status, findings=[finding.plain() for finding in findings], accepted=rows,
        )  # fmt: skip
        counts = {"submission": kept.pk, "rows": rows, "new": recorded.new, "revised": recorded.revised}
        what = f"{this.area.name} {this.month} {this.filled.name}"
        audit.write("submit", at=this.at, actor=this.by, object=what, result=status, detail=counts)
    return Receipt(
        status=status, month=this.month, area_code=this.area.code, area_name=this.area.name, submission_id=kept.pk,
        sentence=sentence, rows=rows, new=recorded.new, revised=recorded.revised, unchanged=recorded.unchanged,
        findings=tuple(findings),
    )  # fmt: skip


def _accepted(this: _HandIn, rows: int) -> Sentence:
    return Sentence(f"{this.area.name} {this.month} 月报已接收，{rows} 项", f"{rows} projects of {this.month} accepted")


def _unchanged(this: _HandIn) -> Sentence:
    first = Submission.objects.filter(file=this.file, status=Status.ACCEPTED).order_by("handed_in_at").first()
    if first is None:
        return Sentence("表中内容与台账一致，没有新增", "The ledger says the same already; nothing was added")
    when = f"{first.handed_in_at:%Y-%m-%d}"
    return Sentence(f"此表已由 {first.handed_in_by} 于 {when} 报送，内容没有变化，没有重复计入",
                    f"{first.handed_in_by} handed in this very form on {when}; nothing was added")  # fmt: skip


def _returned(findings: list[CellFinding]) -> Sentence:
    errors = sum(finding.severity == "error" for finding in findings)
    asks = sum(finding.stops for finding in findings) - errors
    return Sentence(
        f"月报退回：{errors} 处须改正，{asks} 处须改正或在“说明”栏解释；台账没有变动",
        f"Sent back: {errors} errors and {asks} warnings without an explanation; nothing was recorded",
    )
