"""The questions of the checks by program: listed, those that wait for the person, answered, settled, asked again."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.params.functions import Path, Query

from ballast.kit import clock
from ballast.rooms.reporting import actions, queries
from ballast.rulebook.asking import Answering, QuestionState
from ballast.site.api import asking, schemas
from ballast.site.api.plain import plain

router = Router(tags=["校验询问 questions"])
ANSWERS = {200: schemas.Question, 403: schemas.Refused, 404: schemas.Refused, 409: schemas.Refused,
           400: schemas.Refused}  # fmt: skip
SEEN = {403: schemas.Refused, 404: schemas.Refused}
NUMBER = Path(..., ge=1, le=2**31 - 1)
PAGE = 200


@router.get("/questions", response={200: list[schemas.Question], **SEEN})
def questions(
    request: HttpRequest, month: str = Query("", pattern=schemas.MONTH_OR_NONE), area: str = Query("", max_length=12),
    state: QuestionState | None = None, first: int = Query(0, ge=0, le=1_000_000),
    limit: int = Query(50, ge=1, le=PAGE),
) -> Any:  # fmt: skip
    """Questions of the projects and areas one sees, those to be answered first, oldest first."""
    found = queries.questions(
        held=asking.reach(request), month=month, area_code=area, state=state, first=first, most=limit
    )
    return plain(found)


@router.get("/questions/pending", response={200: schemas.Pending, **SEEN})
def pending(request: HttpRequest) -> Any:
    """What waits for the person: to answer, to look at, and what others have to answer; each with who and by when."""
    return plain(queries.pending(asking.official(request), on=clock.today()))


@router.post("/questions/{number}/answer", response=ANSWERS)
def answer(request: HttpRequest, said: schemas.AnswerIn, number: int = NUMBER) -> Any:
    """Answer a question about one's own project or area."""
    return plain(actions.answer(number, text=said.answer, official=asking.official(request), at=timezone.now()))


@router.post("/questions/{number}/settle", response=ANSWERS)
def settle(request: HttpRequest, said: schemas.VerdictIn, number: int = NUMBER) -> Any:
    """Look at an answer: settle the question, or ask again with a remark."""
    verdict = Answering(said.verdict)
    card = actions.settle(
        number, verdict=verdict, remark=said.remark, official=asking.official(request), at=timezone.now()
    )
    return plain(card)
