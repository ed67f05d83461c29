"""What gives rise to questions: reports as they are submitted, a reporter's months, a photo."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from ballast.kit.ledger.journal import Writer
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EvidenceCard
from ballast.rooms.reporting.cards import CellFinding
from ballast.rooms.reporting.loop.desk import Paper
from ballast.rooms.reporting.models import Progress, Question
from ballast.rooms.reporting.questions.raising import Raised, raise_all, revised
from ballast.rulebook.asking import QuestionState
from ballast.rulebook.checks import ALL, HABITS, PHOTOS, CheckParams, Severity, examine_habit, habit
from ballast.rulebook.evidence import ClaimKind
from ballast.rulebook.terms import Basis

ROW_CODES = frozenset(check.code for check in ALL)
HABIT_CODES = frozenset(check.code for check in HABITS)
PHOTO_MISSING = "progress_without_photo"
PHOTO_CODES = frozenset(check.code for check in PHOTOS)


def of_reports(papers: Collection[Paper], findings: Sequence[CellFinding], *, by: str, writer: Writer) -> int:
    """Ask what was found in reports that go on; the row's 说明 is the answer to all that is asked of it."""
    by_serial: defaultdict[str, list[CellFinding]] = defaultdict(list)
    for found in findings:
        if found.code in ROW_CODES and found.severity != Severity.ERROR:
            by_serial[found.serial].append(found)
    if not papers:
        return 0
    raised = [
        Raised(
            subject=paper.serial, area_id=paper.area.id, project_id=paper.line.project_id, month=paper.line.month,
            code=found.code, severity=found.severity, sentence=found.sentence, answered_by=by,
            answer=str(paper.report.values.get("explanation") or ""),
        )
        for paper in papers for found in by_serial[paper.serial]
    ]  # fmt: skip
    month = next(iter(papers)).line.month
    return raise_all(
        raised, subjects=[paper.serial for paper in papers], codes=ROW_CODES, month=month, writer=writer
    )  # fmt: skip


def of_habits(areas: Collection[AreaCard], month: str, params: CheckParams, *, writer: Writer) -> int:
    """Ask reporters whose recorded amounts look unlike their own earlier ones; one question an area and month."""
    amounts = _amounts(areas, month, params)
    raised = [
        Raised(
            subject=subject_of(area), area_id=area.id, project_id=None, month=month, code=found.code,
            severity=found.severity, sentence=found.sentence,
        )
        for area in areas for found in examine_habit(habit(amounts[area.id], month, params), params)
    ]  # fmt: skip
    subjects = [subject_of(area) for area in areas]
    return raise_all(raised, subjects=subjects, codes=HABIT_CODES, month=month, writer=writer)


def of_photo(card: EvidenceCard, serial: str, area_id: int, month: str, *, writer: Writer) -> int:
    """Ask what a photo attached to a claim gives rise to."""
    raised = [
        Raised(
            subject=serial, area_id=area_id, project_id=card.project_id, month=month, code=found.code,
            about=about(card.id), severity=found.severity, sentence=found.sentence,
        )
        for found in card.findings if found.asks
    ]  # fmt: skip
    return raise_all(
        raised, subjects=[serial], codes=PHOTO_CODES, month=month, about=about(card.id), writer=writer
    )  # fmt: skip


def answer_with_photo(card: EvidenceCard, serial: str, month: str, *, by: str, writer: Writer) -> None:
    """A photo of the month answers the question why there is none; a reviewer looks at it."""
    if card.claim.kind is not ClaimKind.PROGRESS:
        return
    found = Question.objects.current().filter(subject=serial, month=month, code=PHOTO_MISSING, about="")
    for question in found.filter(state=QuestionState.OPEN):
        again = revised(question)
        again.state, again.answered_at, again.answered_by = QuestionState.ANSWERED, writer.moment, by
        again.answer = f"已补传照片“{card.name}”"
        writer.record([again])


def drop_photo(evidence_id: int, serial: str, *, writer: Writer) -> None:
    """A photo taken back is asked about no more, unless it was settled."""
    found = Question.objects.current().filter(subject=serial, about=about(evidence_id))
    writer.withdraw(found.exclude(state=QuestionState.SETTLED))


def month_of(card: EvidenceCard, uploaded: str) -> str:
    """The month a photo's questions belong to: the one it is to show, else the one it was ``uploaded`` in."""
    return card.claim.subject if card.claim.kind is ClaimKind.PROGRESS else uploaded


def subject_of(area: AreaCard) -> str:
    """The subject of questions to the reporters of an area."""
    return f"area:{area.code}"


def about(evidence_id: int) -> str:
    """What a question about a piece of evidence is about."""
    return f"evidence:{evidence_id}"


def _amounts(areas: Collection[AreaCard], month: str, params: CheckParams) -> defaultdict[int, list[tuple[str, int]]]:
    """What was declared for the months looked at, by area of the projects."""
    months = params.heaping_recent_months + params.heaping_earlier_months
    first = int(month[:4]) * 12 + int(month[5:]) - months
    since = f"{first // 12}-{first % 12 + 1:02}"
    area_of = {one: card.area_id for area in areas for one, card in registry.profiles(area_id=area.id).items()}
    told = Progress.objects.current().filter(
        project_id__in=area_of, basis=Basis.DECLARED, month__gte=since, month__lte=month, month_completed__gt=0
    )  # fmt: skip
    found: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for project, known, amount in told.values_list("project_id", "month", "month_completed"):
        found[area_of[project]].append((known, amount))
    return found
