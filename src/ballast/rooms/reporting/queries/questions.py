"""The questions the checks ask: those of an area or a project, and how many stand where."""

from django.db.models import Case, Count, Q, When

from ballast.kit.ledger.models import FactQuerySet
from ballast.kit.sentence import Sentence
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rooms.reporting.cards import AreaQuestions, QuestionCard
from ballast.rooms.reporting.models import Question
from ballast.rulebook.asking import QuestionState
from ballast.rulebook.checks import EVERY

CLAUSES = {check.code: check.clause for check in EVERY}
UNKNOWN = Sentence("—", "—")
ABOUT_EVIDENCE = "evidence:"
STANDING_ORDER = Case(*(When(state=state, then=place) for place, state in enumerate(QuestionState)))


def standing() -> FactQuerySet:
    """Every question as it stands, with its area and project."""
    return Question.objects.current().select_related("area", "project")


def questions(
    *, held: Reach, month: str = "", area_code: str = "", state: QuestionState | None = None,
    project_id: int | None = None, first: int = 0, most: int | None = None,
) -> list[QuestionCard]:  # fmt: skip
    """Questions of the projects and areas that are ``held``, those to be answered first, oldest first.

    ``most`` of them from the ``first`` (counted from 0), where asked for.
    """
    asked = {"month": month, "area__code": area_code, "state": state, "project_id": project_id}
    found = _theirs(standing(), held).filter(**{name: value for name, value in asked.items() if value})
    ordered = found.order_by(STANDING_ORDER, "asked_at", "pk")
    facts = list(ordered[first : None if most is None else first + most])
    names = registry.names({one.project_id for one in facts if one.project_id})
    return [card_of(one, names.get(one.project_id or 0, "")) for one in facts]


def question_months(*, held: Reach) -> list[str]:
    """The months anything is asked of, newest first."""
    found = _theirs(Question.objects.current(), held)
    return sorted(found.order_by().values_list("month", flat=True).distinct(), reverse=True)


def question_counts(*, held: Reach, month: str = "") -> list[AreaQuestions]:
    """How many questions of each area stand where, in the order of the areas."""
    found = _theirs(Question.objects.current(), held)
    counted = (found.filter(month=month) if month else found).order_by("area__position", "area__code")
    rows = counted.values("area__code", "area__name").annotate(
        **{str(state): Count("pk", filter=Q(state=state)) for state in QuestionState}
    )  # fmt: skip
    return [
        AreaQuestions(row["area__code"], row["area__name"], row["open"], row["answered"], row["settled"])
        for row in rows
    ]  # fmt: skip


def asked_by_code(month: str, *, held: Reach) -> dict[str, dict[str, int]]:
    """How many questions of each check stand where in a month: code, then state."""
    found = _theirs(Question.objects.current().filter(month=month), held)
    counted: dict[str, dict[str, int]] = {}
    for code, state, number in found.order_by().values_list("code", "state").annotate(Count("pk")):
        counted.setdefault(code, {})[state] = number
    return counted


def card_of(one: Question, name: str = "") -> QuestionCard:
    """The card of one question."""
    evidence = one.about.removeprefix(ABOUT_EVIDENCE)
    return QuestionCard(
        id=one.pk, project_id=one.project_id, serial=one.project.serial if one.project else "", name=name,
        area_code=one.area.code, area_name=one.area.name, month=one.month, code=one.code,
        clause=CLAUSES.get(one.code, UNKNOWN), severity=one.severity, sentence=Sentence(one.zh, one.en),
        evidence_id=int(evidence) if evidence.isdigit() else None, asked_at=one.asked_at,
        state=QuestionState(one.state), answer=one.answer, answered_at=one.answered_at, answered_by=one.answered_by,
        looked_at=one.looked_at, looked_by=one.looked_by, remark=one.remark,
    )  # fmt: skip


def theirs(held: Reach) -> Q:
    """The questions of what is ``held``, which is not everywhere."""
    return Q(area__code__in=held.areas) & ~Q(project_id__in=held.left) | Q(project_id__in=held.projects)


def _theirs(found: FactQuerySet, held: Reach) -> FactQuerySet:
    return found if held.areas is None else found.filter(theirs(held))
