"""Raising questions: what is found opens one, what is found no more drops it, changed figures word it anew."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ballast.kit.ledger.journal import Writer
from ballast.kit.sentence import Sentence
from ballast.rooms.reporting.models import Question
from ballast.rulebook.asking import QuestionState, reworded

BLANK = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """One question to be asked; ``answer`` are the words given with the report, empty where none were."""

    subject: str
    area_id: int
    project_id: int | None
    month: str
    code: str
    severity: str
    sentence: Sentence
    about: str = BLANK
    answer: str = BLANK
    answered_by: str = BLANK

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells it from other questions."""
        return self.subject, self.month, self.code, self.about


def raise_all(
    raised: Iterable[Raised], *, subjects: Collection[str], codes: Collection[str], month: str, about: str = BLANK,
    writer: Writer,
) -> int:  # fmt: skip
    """Ask what is raised of these subjects' month; drop what of these codes stands and is raised no more; how many.

    A settled question stays as it is while its figures do; an explained finding comes answered, to be looked at.
    """
    writer.source = None  # a question comes from a check, not from the workbook that was just recorded
    found = Question.objects.current().filter(subject__in=subjects, month=month, about=about, code__in=codes)
    standing = {(one.subject, one.month, one.code, one.about): one for one in found}
    wanted = {one.key: one for one in raised}
    writer.withdraw([
        one for key, one in standing.items() if key not in wanted and one.state != QuestionState.SETTLED
    ])  # fmt: skip
    asked = [fact for key, one in wanted.items() if (fact := _asked(one, standing.get(key), writer))]
    writer.record(asked)
    return len(asked)


def _asked(one: Raised, before: Question | None, writer: Writer) -> Question | None:
    """The question as it stands now; None where nothing changes."""
    if before is None:
        return _with_answer(_fresh(one, writer), one, writer)
    if (before.zh, before.severity) == (one.sentence.zh, one.severity) and one.answer in (BLANK, before.answer):
        return None
    again = revised(before)
    again.zh, again.en, again.severity = one.sentence.zh, one.sentence.en, one.severity
    again.state = reworded(QuestionState(before.state))
    return _with_answer(again, one, writer)


def _fresh(one: Raised, writer: Writer) -> Question:
    return Question(
        subject=one.subject, month=one.month, code=one.code, about=one.about, project_id=one.project_id,
        area_id=one.area_id, severity=one.severity, zh=one.sentence.zh, en=one.sentence.en, asked_at=writer.moment,
        state=QuestionState.OPEN,
    )  # fmt: skip


def _with_answer(question: Question, one: Raised, writer: Writer) -> Question:
    if one.answer and one.answer != question.answer:
        question.state, question.answer = QuestionState.ANSWERED, one.answer
        question.answered_at, question.answered_by = writer.moment, one.answered_by
    return question


def revised(question: Question) -> Question:
    """A copy of what stands, to be changed and recorded as its next revision."""
    return Question(**{field.attname: getattr(question, field.attname) for field in Question.payload()})
