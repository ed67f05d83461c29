"""Judges' links and paper ballots by program: links told once, papers read by two persons, and where they differ."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Router
from ninja.params.functions import Path

from ballast.rooms.people import queries as people
from ballast.rooms.tours import actions, queries
from ballast.rulebook.powers import Power
from ballast.site.api import asking, schemas, tour_schemas
from ballast.site.api.tours import SEEN, TOUR

router = Router(tags=["观摩 tours"])
REFUSED = {400: schemas.Refused, 409: schemas.Refused, 422: schemas.Refused, **SEEN}
JUDGE = Path(..., ge=1, le=999)


@router.post("/tours/{tour}/links", response={200: list[tour_schemas.Link], **REFUSED})
def links(request: HttpRequest, said: tour_schemas.LinksIn, tour: str = TOUR) -> Any:
    """Give links: to all judges who have none, or a new one to one judge. They are told this once."""
    number, official = said.number or None, asking.official(request)
    given = actions.issue_tickets(tour, number=number, official=official, at=timezone.now())
    return [
        {"number": one.judge.number, "name": one.judge.name,
         "address": request.build_absolute_uri(reverse("tour-ballot", args=[one.token]))}
        for one in given
    ]  # fmt: skip


@router.get("/tours/{tour}/papers", response={200: list[tour_schemas.Paper], **SEEN})
def papers(request: HttpRequest, tour: str = TOUR) -> Any:
    """Every paper ballot that was read, by judge, with what two persons read differently."""
    people.require(asking.official(request), Power.TOUR)
    return [_paper(one) for one in queries.papers(queries.find(tour))]


@router.get("/tours/{tour}/papers/{judge}", response={200: dict[str, dict[str, str]], **SEEN})
def readings(request: HttpRequest, tour: str = TOUR, judge: int = JUDGE) -> Any:
    """What the person asking read of a judge's paper ballots, by project; never what the other one read."""
    official, found = people.require(asking.official(request), Power.TOUR), queries.find(tour)
    return queries.readings(found, queries.judge(found, judge).number, hand=official.username)


@router.post("/tours/{tour}/papers/{judge}", response={200: tour_schemas.Paper, **REFUSED})
def read(request: HttpRequest, said: tour_schemas.PaperIn, tour: str = TOUR, judge: int = JUDGE) -> Any:
    """Read one paper ballot, or correct one's reading of it; it counts once two persons read the same."""
    official, at = asking.official(request), timezone.now()
    return _paper(actions.read_paper(tour, judge, said.project, said.marks, official=official, at=at))


def _paper(one: queries.Paper) -> dict[str, Any]:
    differs = [{"item": cell.item, "first": cell.first, "second": cell.second} for cell in one.differs]
    return {"judge": one.judge.number, "project": one.nominee.serial, "hands": list(one.hands), "differs": differs,
            "settled": one.settled}  # fmt: skip
