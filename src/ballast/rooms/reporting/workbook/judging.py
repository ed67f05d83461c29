"""Judging a filled form against what is known: every finding with its cell, and the drafts of its rows."""

from collections.abc import Callable, Iterator
from functools import partial

from ballast.kit.sentence import Sentence
from ballast.rooms.reporting.cards import CellFinding
from ballast.rooms.reporting.workbook import strangers
from ballast.rooms.reporting.workbook.drafts import Draft, draft
from ballast.rooms.reporting.workbook.reading import Filled
from ballast.rooms.reporting.workbook.report_row import report_row
from ballast.rooms.reporting.workbook.roster import Line
from ballast.rulebook.checks import CheckParams, Finding, ReportRow, Severity, examine
from ballast.rulebook.forms import BY_KEY, FUNDS

FORM_CLAUSE = Sentence("按表样填报", "The form is filled as it was issued")
Place = Callable[[str], str]


def judge(
    filled: Filled, lines: list[Line], params: CheckParams, *, elsewhere: dict[str, str]
) -> tuple[list[Draft], list[CellFinding]]:
    """The drafts of all rows and everything found; ``elsewhere`` names the areas of serials that are not here."""
    known = {line.serial: line for line in lines}
    findings = [_of_form(filled, *said) for said in strangers.strangers(filled, known, elsewhere)]
    drafts: list[Draft] = []
    for row in filled.rows:
        line = known.get(row.serial)
        if line is None or any(other.row.serial == row.serial for other in drafts):
            continue
        made = draft(line, row, filled.stamp.lines.get(row.serial, line.shown()))
        drafts.append(made)
        findings += found_in(made, params, partial(filled.where, row=row.number))
    return drafts, findings


def _of_form(filled: Filled, key: str, row: int, code: str, sentence: Sentence) -> CellFinding:
    where = filled.where(key, row) if row else f"{filled.name} · {filled.sheet}"
    return CellFinding(code=code, severity="error", sentence=sentence, clause=FORM_CLAUSE, where=where)


def found_in(made: Draft, params: CheckParams, place: Place) -> Iterator[CellFinding]:
    """Everything found on one row; ``place`` tells where the cell of a column stands."""
    for key, code, sentence in made.faults:
        yield finding(made.line, key, code, sentence, FORM_CLAUSE, place)
    broken = {key for key, _, _ in made.faults}
    if not any(BY_KEY[key].editable for key in broken):  # a row with unreadable cells is not judged on the rest
        report = report_row(made)
        yield from (_placed(made, found, report, place) for found in examine(report, params))
        yield from _unreported(made, place)


def finding(line: Line, key: str, code: str, sentence: Sentence, clause: Sentence, place: Place) -> CellFinding:
    """An error in one cell of a project's row."""
    return CellFinding(
        code=code, severity="error", sentence=sentence, clause=clause, where=place(key), serial=line.serial,
        name=line.profile.name, column=key,
    )  # fmt: skip


def _placed(made: Draft, found: Finding, report: ReportRow, place: Place) -> CellFinding:
    key = found.column
    if found.code == "date_withdrawn":
        key = report.dates_withdrawn[0]
    if key == "paid_in":
        key = next((column.key for column in FUNDS if made.amount(column.key) is not None), FUNDS[0].key)
    return CellFinding(
        code=found.code, severity=found.severity, sentence=found.sentence, clause=found.clause,
        where=place(key), serial=made.line.serial, name=made.line.profile.name, column=key,
        explained=found.severity == Severity.WARNING and bool(made.text("explanation")),
    )  # fmt: skip


def _unreported(made: Draft, place: Place) -> Iterator[CellFinding]:
    if made.line.due and made.amount("month_completed") is None:
        yield CellFinding(
            code="not_reported", severity="note", clause=FORM_CLAUSE, where=place("month_completed"),
            sentence=Sentence("已开工项目的本月完成未填，按未报处理（不按 0 计）；没有发生请填 0",
                              "A started project without this month's amount counts as not reported; 0 is typed"),
            serial=made.line.serial, name=made.line.profile.name, column="month_completed",
        )  # fmt: skip
