"""Answering what a check asks, and settling it: a flag opens a question, never a penalty."""

from datetime import datetime

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reporting.cards import QuestionCard
from ballast.rooms.reporting.loop import cells, hands
from ballast.rooms.reporting.models import Question
from ballast.rooms.reporting.queries.questions import card_of, standing
from ballast.rooms.reporting.questions.raising import revised
from ballast.rulebook.asking import Answering, QuestionState, move
from ballast.rulebook.powers import Power

LONGEST = 2_000


class NoSuchQuestion(Refusal):
    """There is no such question."""


class QuestionMovedOn(Refusal):
    """The question has a newer step than the one seen."""


class QuestionElsewhere(Refusal):
    """The question stands where this is not done."""


class AnswerRefused(Refusal):
    """An answer or remark that says nothing, is too long, or is settled by the one who gave it."""


def answer(question_id: int, *, text: str, official: OfficialCard | None, at: datetime) -> QuestionCard:
    """Answer a question about one's own project or area; a reviewer looks at it next."""
    with journal.entry(at=at, by=_name(official), action="answer question") as writer:
        question, by = _theirs(question_id, official, (Power.REPORT,), at)
        said = _fit(text, needed=True)
        again = _moved(question, Answering.ANSWER)
        again.answer, again.answered_at, again.answered_by = said, writer.moment, by
        writer.record([again])
        return _told(again, Answering.ANSWER, by, writer.moment)


def settle(
    question_id: int, *, verdict: Answering, remark: str = "", official: OfficialCard | None, at: datetime
) -> QuestionCard:  # fmt: skip
    """Look at an answer: settle the question, or ask again and say what is lacking. Not one's own answer."""
    if verdict is Answering.ANSWER:
        raise ValueError("an answer is no verdict")
    with journal.entry(at=at, by=_name(official), action=f"{verdict} question") as writer:
        question, by = _theirs(question_id, official, (Power.COUNTY_REVIEW, Power.CITY_REVIEW), at)
        said = _fit(remark, needed=verdict is Answering.REOPEN)
        again = _moved(question, verdict)
        if question.answered_by == by:
            raise AnswerRefused(
                Sentence("本人的回答不能由本人审结，请由其他审核人办理", "One's own answer is settled by another"),
                where=question.subject, code="own_answer",
            )  # fmt: skip
        again.remark, again.looked_at, again.looked_by = said, writer.moment, by
        writer.record([again])
        return _told(again, verdict, by, writer.moment)


def _name(official: OfficialCard | None) -> str:
    return official.username if official else ""


def _theirs(
    question_id: int, official: OfficialCard | None, powers: tuple[Power, ...], at: datetime
) -> tuple[Question, str]:
    """The question as it stands and the account of the official, who must hold one of ``powers`` there.

    Raises people.NotAllowed; of what is not theirs to see not even that it exists is told.
    """
    mine = hands.of(official, next((power for power in powers if people.may(official, power)), powers[0]), at=at)
    found = Question.objects.select_related("area").filter(pk=question_id).first()
    code = found.area.code if found else ""
    if found is None or not mine.reach(Power.READ).covers(found.project_id, code):
        raise NoSuchQuestion(
            Sentence("没有这个询问；请刷新页面", "There is no such question; reload the page"),
            where=str(question_id), code="no_such_question",
        )  # fmt: skip
    if not any(mine.may(power, area_code=code, project_id=found.project_id or 0) for power in powers):
        raise people.NotAllowed(
            Sentence("这不是您负责的地区或项目", "This is not an area or a project you answer for"),
            where=found.subject, code="not_allowed",
        )  # fmt: skip
    if found.superseded_at is not None:
        raise QuestionMovedOn(
            Sentence("这个询问已有新的进展；请刷新页面", "The question moved on since you saw it; reload the page"),
            where=found.subject, code="question_moved_on",
        )  # fmt: skip
    return found, mine.by


def _moved(question: Question, verb: Answering) -> Question:
    state = QuestionState(question.state)
    to = move(state, verb)
    if to is None:
        raise QuestionElsewhere(
            Sentence(f"询问为“{state.zh}”，现在不能{verb.zh}", f"The question is {state.en}; one cannot {verb.en} now"),
            where=question.subject, code="not_then",
        )  # fmt: skip
    again = revised(question)
    again.state = to
    return again


def _fit(text: str, *, needed: bool) -> str:
    said = text.strip()
    if needed and not said:
        raise AnswerRefused(
            Sentence("请写明情况：原因、凭证或处理办法", "Say what it is: the reason, the papers, what is being done"),
            where="answer", code="answer_missing",
        )  # fmt: skip
    if len(said) > LONGEST or not cells.is_text(said):
        raise AnswerRefused(
            Sentence(f"最多 {LONGEST} 字，且须为文字；请缩短", f"At most {LONGEST} characters of text; shorten it"),
            where="answer", code="answer_long",
        )  # fmt: skip
    return said


def _told(question: Question, verb: Answering, by: str, at: datetime) -> QuestionCard:
    detail = {"code": question.code, "question": question.pk, "state": str(question.state)}
    audit.write(f"question_{verb}", at=at, actor=by, object=f"{question.subject} {question.month}", detail=detail)
    return card_of(standing().get(pk=question.pk))
