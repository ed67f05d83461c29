"""Site tours by program: listed, planned, one with its route, its results, and every verb of a tour."""

from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.params.functions import Path

from ballast.kit import audit, clock
from ballast.rooms.people import queries as people
from ballast.rooms.tours import actions, queries
from ballast.rooms.tours.queries import Stop, TourCard
from ballast.rulebook.need_to_know import NeedToKnow
from ballast.rulebook.powers import Power
from ballast.rulebook.touring.explaining import two
from ballast.rulebook.touring.life import State
from ballast.site.api import asking, schemas, tour_schemas

router = Router(tags=["观摩 tours"])
SEEN = {403: schemas.Refused, 404: schemas.Refused}
ANSWERS = {200: tour_schemas.TourShown, 400: schemas.Refused, 409: schemas.Refused, **SEEN}
TOUR = Path(..., pattern=r"^[A-Za-z0-9-]{1,20}$")


@router.get("/tours", response={200: list[tour_schemas.Tour], **SEEN})
def tours(request: HttpRequest) -> Any:
    """Every tour, the latest planned first."""
    people.require(asking.official(request), Power.READ)
    return [_tour(one) for one in queries.tours()]


@router.post("/tours", response=ANSWERS)
def plan(request: HttpRequest, said: tour_schemas.PlanTourIn) -> Any:
    """Plan a tour."""
    planned = actions.Planned(kind=said.kind, quarter=said.quarter, held_on=said.held_on, title=said.title)
    return _shown(request, actions.plan_tour(planned, official=asking.official(request), at=timezone.now()))


@router.get("/tours/{tour}", response={200: tour_schemas.TourShown, **SEEN})
def one(request: HttpRequest, tour: str = TOUR) -> Any:
    """One tour: its counties with their projects, as far as these are the person's to see, and its judges."""
    people.require(asking.official(request), Power.READ)
    return _shown(request, tour)


@router.get("/tours/{tour}/results", response={200: tour_schemas.TourResults, 409: schemas.Refused, **SEEN})
def results(request: HttpRequest, tour: str = TOUR) -> Any:
    """Places and points; before they are confirmed for the office only, and noted."""
    official, found = people.require(asking.official(request), Power.READ), queries.find(tour)
    if found.state is not State.CONFIRMED:
        people.require(official, Power.TOUR)
        audit.shown(NeedToKnow.RANKING, tour)
    placed = queries.counted(tour).standing.placed
    lines = [{"area": one.code, "group": one.group, "place": one.place, "group_place": one.group_place,
              "points": two(one.points)} for one in placed]  # fmt: skip
    return {"serial": tour, "state": str(found.state), "places": lines}


@router.post("/tours/{tour}/{verb}", response=ANSWERS)
def do(request: HttpRequest, said: tour_schemas.TourIn, verb: tour_schemas.TourVerb, tour: str = TOUR) -> Any:
    """Do one thing with a tour; each verb takes of the body what it needs."""
    told = said.model_dump() | {"coefficient": Decimal(said.coefficient)}
    at, official = timezone.now(), asking.official(request)
    actions.do(tour, verb, actions.Doing(**told), official=official, on=clock.today(), at=at)
    return _shown(request, tour)


def _tour(one: TourCard) -> dict[str, Any]:
    return {"serial": one.serial, "kind": one.kind, "quarter": one.quarter, "title": one.title,
            "held_on": one.held_on.isoformat(), "state": str(one.state)}  # fmt: skip


def _shown(request: HttpRequest, serial: str) -> Any:
    found = queries.find(serial)
    stops = [line for stop in queries.route(found, held=asking.reach(request)) for line in _stop(stop)]
    judges = [{"number": one.number, "name": one.name, "kind": one.kind, "office": one.office, "cast": one.cast}
              for one in queries.judges(found)]  # fmt: skip
    mine = people.may(asking.official(request), Power.TOUR)
    return {**_tour(found), "stops": stops, "judges": judges if mine else []}


def _stop(stop: Stop) -> list[dict[str, Any]]:
    """The places of a county, in order; a project that is not the person's to see has no name."""
    return [
        {"area": stop.area_code, "group": stop.group.code, "position": place,
         "serial": seen.nominee.serial if seen and seen.card else "",
         "name": seen.nominee.name if seen and seen.card else "",
         "line": seen.nominee.line if seen and seen.card else "",
         "approved": bool(seen and seen.nominee.approved)}
        for place, seen in enumerate(stop.places, start=1)
    ]  # fmt: skip
