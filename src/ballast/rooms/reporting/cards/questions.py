"""Frozen cards of questions the checks ask."""

from dataclasses import dataclass
from datetime import date, datetime

from ballast.kit.sentence import Sentence
from ballast.rulebook.asking import QuestionState


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCard:
    """One question: of which project (serial and name) or reporter (neither), in which words, and how it stands."""

    id: int
    project_id: int | None
    serial: str
    name: str
    area_code: str
    area_name: str
    month: str
    code: str
    clause: Sentence
    severity: str
    sentence: Sentence
    evidence_id: int | None
    asked_at: datetime
    state: QuestionState
    answer: str
    answered_at: datetime | None
    answered_by: str
    looked_at: datetime | None
    looked_by: str
    remark: str


@dataclass(frozen=True, slots=True)
class AreaQuestions:
    """The questions of one area by where they stand."""

    code: str
    name: str
    open: int
    answered: int
    settled: int


@dataclass(frozen=True, slots=True)
class PendingQuestion:
    """A question that waits: who has to act (an area's name), by when, and how many days it is late."""

    card: QuestionCard
    who: str
    due_on: date
    late_days: int


@dataclass(frozen=True, slots=True)
class PendingPile:
    """Questions that wait for one thing: how many in all, how many of them late, and the first of them by name."""

    count: int
    late: int
    first: tuple[PendingQuestion, ...]


@dataclass(frozen=True, slots=True)
class Pending:
    """What of the checks' questions waits for a person: to answer, to look at; and what others have to answer."""

    to_answer: PendingPile
    to_look_at: PendingPile
    of_others: PendingPile
