"""Handing in a filled form: all of it goes into the reports, or none of it; at the server it is recorded at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db import transaction

from ballast.kit import audit, files
from ballast.kit.ledger import journal
from ballast.kit.ledger.journal import Recorded, Writer
from ballast.kit.ledger.models import StoredFile
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard, OfficialCard
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry import queries as projects
from ballast.rooms.reporting.cards import CellFinding, Conflict, Receipt, Status
from ballast.rooms.reporting.loop import desk, hands, joining, passing, typing_in
from ballast.rooms.reporting.loop.gate import open_month, own_area, same_form
from ballast.rooms.reporting.loop.hands import Hands
from ballast.rooms.reporting.loop.joining import Choices, Joined
from ballast.rooms.reporting.models import Submission
from ballast.rooms.reporting.queries.place import area_named
from ballast.rooms.reporting.questions import sources
from ballast.rooms.reporting.workbook import drafts, reading
from ballast.rooms.reporting.workbook.judging import judge
from ballast.rooms.reporting.workbook.reading import Filled
from ballast.rooms.reporting.workbook.roster import roster
from ballast.rulebook.books import Book
from ballast.rulebook.loop import State, Verb
from ballast.rulebook.powers import Power


class SentBack(Refusal):
    """The form is sent back; ``receipt`` holds every finding with its cell, and the cells in conflict."""

    def __init__(self, receipt: Receipt, first: CellFinding) -> None:
        super().__init__(receipt.sentence, where=first.where, code="sent_back")
        self.receipt = receipt


class NoSuchHandIn(Refusal):
    """There is no such hand-in of a form, or its area is not the person's."""


class _NothingNew(Exception):
    """Everything the form says stands already; the transaction is given up."""


class _Faulty(Exception):
    """Something found stops the form; the transaction is given up."""


@dataclass(frozen=True, slots=True)
class _HandIn:
    """One hand-in under way, and what is found on the way."""

    filled: Filled
    area: AreaCard
    file: StoredFile
    at: datetime
    hands: Hands
    rules: Book
    choices: Choices
    findings: list[CellFinding] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    @property
    def month(self) -> str:
        return self.filled.stamp.month


def hand_in(
    data: bytes, name: str, *, official: OfficialCard | None, at: datetime, month: str, choices: Choices | None = None,
    book: Book | None = None,
) -> Receipt:  # fmt: skip
    """Hand in a form for one's own area: it is read, checked, joined with what others typed, and submitted.

    ``choices`` settle cells in conflict: by serial and column, ``mine`` or ``theirs``. Raises SentBack with every
    finding, and with the cells in conflict, where an error or an unexplained warning is left; other Refusals for a
    file that is no form, another form, or a sealed month. Ledger and reports are then as they were.
    """
    mine = hands.of(official, Power.REPORT, at=at)
    return _taken(data, name, mine, at, month=month, area="", choices=choices or {}, book=book, own=True)


def hand_in_again(
    submission_id: int, choices: Choices, *, official: OfficialCard | None, at: datetime, book: Book | None = None
) -> Receipt:
    """Hand in again, as it was received, a form that came back for cells in conflict, each settled as chosen.

    Raises NoSuchHandIn where there is none of a form, or its area is not theirs; else as ``hand_in``.
    """
    mine = hands.of(official, Power.REPORT, at=at)
    kept = Submission.objects.filter(pk=submission_id).select_related("area", "file").first()
    if kept is None or kept.file is None or not mine.reach(Power.REPORT).whole(kept.area.code):
        raise NoSuchHandIn(
            Sentence("没有这次报送，或不由您报送", "There is no such hand-in, or it is not yours"),
            where=str(submission_id), code="no_such_hand_in",
        )  # fmt: skip
    return hand_in(
        files.read(kept.file), kept.file.name, official=official, at=at, month=kept.month, choices=choices, book=book
    )


def take_in(
    data: bytes, name: str, *, at: datetime, by: str, month: str = "", area: str = "", book: Book | None = None
) -> Receipt:
    """Hand in, accept and record a form at once, as the project office does at the server; else as ``hand_in``.

    ``month`` and ``area`` (code or name), where given, must be the form's own.
    """
    return _taken(data, name, hands.of_the_office(by), at, month=month, area=area, choices={}, book=book, own=False)


def _taken(
    data: bytes, name: str, by: Hands, at: datetime, *, month: str, area: str, choices: Choices, book: Book | None,
    own: bool,
) -> Receipt:  # fmt: skip
    try:
        filled = reading.read(data, name)
        if own:
            own_area(filled, by.reach(Power.REPORT).areas)
        same_form(filled, month, area)
        stored = files.keep(data, name, at=at, by=by.by)
        rules = book or policy.for_month(filled.stamp.month)
        this = _HandIn(filled, area_named(filled.stamp.area), stored, at, by, rules, choices)
        return _judge_and_pass(this)
    except SentBack:
        raise
    except Refusal as refusal:
        audit.write("submit", at=at, actor=by.by, object=name, result="refused", detail={"code": refusal.code})
        raise


def _judge_and_pass(this: _HandIn) -> Receipt:
    try:
        with transaction.atomic():
            return _passed(this)
    except _NothingNew:
        return _receipt(this, _note(this, Status.UNCHANGED), Recorded(), _unchanged(this))
    except _Faulty:
        receipt = _receipt(this, _note(this, Status.RETURNED), Recorded(), _returned(this.findings))
        raise SentBack(receipt, next(found for found in this.findings if found.stops)) from None


def _passed(this: _HandIn) -> Receipt:
    """Judge the form, put it into the reports and submit them; recorded where no review is a step."""
    with journal.entry(at=this.at, by=this.hands.by, action="submit") as writer:
        open_month(this.month, this.filled.name, this.at)
        lines = roster(this.area, this.month)
        papers = desk.spread(this.month, lines, this.hands, this.rules.loop)
        joined = joining.join(this.filled, papers, this.hands, this.choices)
        form = replace(this.filled, rows=_with_joined(this.filled, joined))
        strange = {row.serial for row in form.rows} - set(papers)
        made, found = judge(form, lines, this.rules.checks, elsewhere=_elsewhere(strange))
        this.findings.extend([*joining.found_in(form, joined, this.hands), *found])
        this.conflicts.extend(conflict for one in joined for conflict in one.conflicts)
        if any(finding.stops for finding in this.findings):
            raise _Faulty
        going = [one for one in joined if one.goes_in]
        if not going:
            raise _NothingNew
        rows = sum(drafts.progress(one) is not None for one in made)
        kept = _note(this, Status.SUBMITTED, rows=rows)
        recorded = _pass_on(this, going, kept, writer)
        counted = all(one.paper.state is State.ACCEPTED for one in going)
        _close(this, kept, Status.ACCEPTED if counted else Status.SUBMITTED, recorded, len(going))
    return _receipt(this, kept, recorded, _accepted(this, rows) if counted else _submitted(this, len(going)))


def _with_joined(filled: Filled, joined: list[Joined]) -> list[reading.FilledRow]:
    """The rows of the form as joined; a row that stands twice stays as it is, to be named."""
    by_number = {one.row.number: one.row for one in joined}
    return [by_number.get(row.number, row) for row in filled.rows]


def _pass_on(this: _HandIn, going: list[Joined], kept: Submission, writer: Writer) -> Recorded:
    """Write the rows into their reports, recalled first where they were submitted, and submit them."""
    for one in going:
        paper = one.paper
        if paper.state is State.SUBMITTED and one.changed and not this.hands.at_the_server:
            before = paper.state
            desk.move([paper], Verb.RECALL, this.hands)
            desk.note(paper, Verb.RECALL, before, by=this.hands.by, at=writer.moment)
        steps = len(paper.steps)
        typing_in.write(paper, one.merged.cells, this.hands, writer.moment, conflicts=[])
        if len(paper.steps) > steps:
            paper.report.submission, paper.report.row = kept, one.row.number
    papers = [one.paper for one in going]
    recorded = passing.submit(papers, this.hands, writer)
    if not this.hands.at_the_server:
        sources.of_reports(papers, this.findings, by=this.hands.by, writer=writer)
    return recorded


def _elsewhere(serials: Iterable[str]) -> dict[str, str]:
    """The areas of projects that are not this form's."""
    named = {card.id: card.name for card in people.areas()}
    found: Iterator[tuple[str, int]] = (
        (serial, profile.area_id) for serial in serials if (profile := projects.find(serial, held=projects.EVERYWHERE))
    )
    return {serial: named.get(area_id, "") for serial, area_id in found}


def _note(this: _HandIn, status: Status, *, rows: int = 0) -> Submission:
    """Keep the hand-in; one that moved nothing has its audit line at once."""
    with transaction.atomic():
        kept = Submission.objects.create(
            area_id=this.area.id, month=this.month, file=this.file, handed_in_at=this.at, handed_in_by=this.hands.by,
            status=status, findings=[finding.plain() for finding in this.findings], accepted=rows,
            sheet=this.filled.sheet, letters=this.filled.letters,
            conflicts=[conflict.plain() for conflict in this.conflicts],
        )  # fmt: skip
        if status is not Status.SUBMITTED:
            _audit(this, kept, Recorded())
    return kept


def _close(this: _HandIn, kept: Submission, status: Status, recorded: Recorded, going: int) -> None:
    kept.status = status
    kept.save(update_fields=["status"])
    _audit(this, kept, recorded, going)


def _audit(this: _HandIn, kept: Submission, recorded: Recorded, going: int = 0) -> None:
    counts = {"submission": kept.pk, "rows": kept.accepted, "reports": going, "new": recorded.new,
              "revised": recorded.revised}  # fmt: skip
    what = f"{this.area.name} {this.month} {this.filled.name}"
    audit.write("submit", at=this.at, actor=this.hands.by, object=what, result=kept.status, detail=counts)


def _receipt(this: _HandIn, kept: Submission, recorded: Recorded, sentence: Sentence) -> Receipt:
    return Receipt(
        status=Status(kept.status), month=this.month, area_code=this.area.code, area_name=this.area.name,
        submission_id=kept.pk, sentence=sentence, rows=kept.accepted, new=recorded.new, revised=recorded.revised,
        unchanged=recorded.unchanged, findings=tuple(this.findings), conflicts=tuple(this.conflicts),
    )  # fmt: skip


def _accepted(this: _HandIn, rows: int) -> Sentence:
    return Sentence(f"{this.area.name} {this.month} 月报已接收，{rows} 项", f"{rows} projects of {this.month} accepted")


def _submitted(this: _HandIn, count: int) -> Sentence:
    return Sentence(f"{this.area.name} {this.month} 月报已提交 {count} 项，待审核",
                    f"{count} projects of {this.month} submitted, to be reviewed")  # fmt: skip


def _unchanged(this: _HandIn) -> Sentence:
    taken = (Status.ACCEPTED, Status.SUBMITTED)
    first = Submission.objects.filter(file=this.file, status__in=taken).order_by("handed_in_at").first()
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
