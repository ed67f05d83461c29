"""Asking anew where a photo was taken back: a report that had one when it was submitted may have none now."""

from ballast.kit.ledger.journal import Writer
from ballast.rooms.registry.cards import ProfileCard
from ballast.rooms.reporting.models import Question, Report
from ballast.rooms.reporting.questions.raising import Raised, raise_all, revised
from ballast.rooms.reporting.questions.sources import PHOTO_MISSING
from ballast.rooms.reporting.workbook.drafts import draft
from ballast.rooms.reporting.workbook.reading import FilledRow
from ballast.rooms.reporting.workbook.report_row import report_row
from ballast.rooms.reporting.workbook.roster import Line, lines_of
from ballast.rulebook.asking import QuestionState
from ballast.rulebook.checks import ALL, CheckParams
from ballast.rulebook.loop import IN_HAND
from ballast.rulebook.merging import Cell

[CHECK] = (check for check in ALL if check.code == PHOTO_MISSING)


def photo_of(card: ProfileCard, month: str, params: CheckParams, *, writer: Writer) -> None:
    """Ask for the photo of a month's report that has none left; drafts are asked when they are submitted."""
    [line] = lines_of({card.project_id: card}, month)
    told = _told(line)
    row = report_row(draft(line, FilledRow(0, line.serial, dict(told)), None))
    found = CHECK.finding(row, params) if told else None
    if found is None or not found.asks:
        return
    before = Question.objects.current().filter(subject=line.serial, month=month, code=found.code, about="").first()
    if before is None:
        raised = Raised(
            subject=line.serial, area_id=card.area_id, project_id=card.project_id, month=month, code=found.code,
            severity=found.severity, sentence=found.sentence,
        )  # fmt: skip
        raise_all([raised], subjects=[line.serial], codes=[found.code], month=month, writer=writer)
    elif before.state != QuestionState.OPEN:
        again = revised(before)
        again.state = QuestionState.OPEN
        writer.record([again])


def _told(line: Line) -> dict[str, Cell]:
    """What was submitted for the month; empty where it lies with the reporter, or came another way than a report."""
    report = Report.objects.filter(project_id=line.project_id, month=line.month).first()
    return {} if report is None or report.state in IN_HAND else report.values
