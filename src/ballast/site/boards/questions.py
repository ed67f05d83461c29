"""The page of questions: how many stand where in every area, and those of one state, a page at a time."""

from dataclasses import dataclass

from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry.cards import Reach
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.reporting.cards import AreaQuestions, QuestionCard
from ballast.rulebook.asking import QuestionState
from ballast.rulebook.powers import Power

PAGE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the address asks for: a month and an area (empty: all), where questions stand, which page."""

    month: str
    area: str
    state: QuestionState
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsPage:
    """What the page shows."""

    asked: Asked
    months: list[str]
    areas: list[AreaQuestions]
    totals: dict[str, int]
    questions: list[QuestionCard]
    more: bool
    may_answer: bool
    may_settle: bool


def questions(asked: Asked, *, held: Reach, official: OfficialCard | None) -> QuestionsPage:
    """The questions of what is ``held``, as asked for."""
    areas = reporting.question_counts(held=held, month=asked.month)
    chosen = [one for one in areas if asked.area in ("", one.code)]
    found = reporting.questions(
        held=held, month=asked.month, area_code=asked.area, state=asked.state, first=(asked.page - 1) * PAGE,
        most=PAGE + 1,
    )  # fmt: skip
    return QuestionsPage(
        asked=asked, months=reporting.question_months(held=held), areas=areas,
        totals={str(state): sum(getattr(one, state) for one in chosen) for state in QuestionState},
        questions=found[:PAGE], more=len(found) > PAGE, **may(official),
    )  # fmt: skip


def may(official: OfficialCard | None) -> dict[str, bool]:
    """Whether the person may answer, and whether they may settle."""
    return {
        "may_answer": people.may(official, Power.REPORT),
        "may_settle": people.may(official, Power.COUNTY_REVIEW) or people.may(official, Power.CITY_REVIEW),
    }
