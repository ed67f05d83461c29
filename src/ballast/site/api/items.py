"""Action items by program: listed, those that wait for the person, one with its steps; handled and urged."""

from typing import Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status
from ninja.params.functions import Path, Query

from ballast.kit import clock
from ballast.rooms.meetings import actions
from ballast.rooms.meetings import queries as meetings
from ballast.rooms.meetings.actions import Doing
from ballast.rooms.people import queries as people
from ballast.rulebook.items.life import Verb
from ballast.rulebook.powers import Power
from ballast.site.api import asking, item_schemas, schemas
from ballast.site.api.plain import plain
from ballast.site.boards.meetings import items as board
from ballast.site.boards.supervision.disclosing import disclose_serials

router = Router(tags=["会议事项 action items"])
SEEN = {403: schemas.Refused, 404: schemas.Refused}
ANSWERS = {200: item_schemas.ActionItemShown, 400: schemas.Refused, **SEEN}
NUMBER = Path(..., pattern=r"^[0-9]{4}-[0-9]{1,6}-[0-9]{1,6}$", max_length=20)


@router.get("/items", response={200: list[item_schemas.ActionItem], **SEEN})
def items(
    request: HttpRequest, which: Literal["mine", "alive", "overdue", "settle", "all"] = "alive",
    meeting: str = Query("", max_length=20),
) -> Any:  # fmt: skip
    """The action items one sees, the most overdue first."""
    official = people.require(asking.official(request), Power.READ)
    asked = {"which": which, "meeting": meeting}
    return plain(board.listed(official, asked, on=clock.today(), held=asking.reach(request)).items)


@router.get("/items/pending", response={200: item_schemas.PendingItems, **SEEN})
def pending(request: HttpRequest) -> Any:
    """What waits for the person: to be done by their office, to be settled, to be confirmed for their enterprise."""
    found = meetings.waiting(asking.official(request), on=clock.today())
    disclose_serials(one.serial for _, pile in found.piles for one in pile)
    return plain(found)


@router.get("/items/{item}", response={200: item_schemas.ActionItemShown, **SEEN})
def one(request: HttpRequest, item: str = NUMBER) -> Any:
    """One item: what was done to it, its letters, and the verbs one may use now."""
    people.require(asking.official(request), Power.READ)
    return _shown(request, item)


@router.post("/items/{item}/do", response=ANSWERS)
def handle(request: HttpRequest, said: item_schemas.HandleIn, item: str = NUMBER) -> Any:
    """Do one thing to an item: report, submit with evidence, confirm or deny, settle, send back, extend, withdraw."""
    at = timezone.now()
    doing = Doing(
        verb=Verb(said.verb), words=said.words, until=said.until,
        sent=[(paper.name, paper.content) for paper in said.papers],
    )  # fmt: skip
    actions.handle(item, doing, official=asking.official(request), on=clock.today(), at=at)
    return _shown(request, item)


@router.post("/items/{item}/letter", response=ANSWERS)
def urge(request: HttpRequest, item: str = NUMBER) -> Any:
    """Send the letter that is due for an overdue item."""
    at = timezone.now()
    actions.urge(item, official=asking.official(request), on=clock.today(), at=at)
    return _shown(request, item)


def _shown(request: HttpRequest, item: str) -> Any:
    found = board.shown(item, asking.official(request), on=clock.today(), held=asking.reach(request))
    if found is None:
        said = {"zh": "没有这个事项，或不由您查看", "en": "There is no such item, or it is not yours to see"}
        return Status(404, {"code": "no_such_item", "where": item, **said})
    letters = [{"number": number, "sent_on": sent_on, "title": title} for number, sent_on, title in found.letters]
    return plain({"item": found.item, "steps": found.steps, "letters": letters, "verbs": found.verbs})
