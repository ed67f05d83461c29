"""Slips against a tour's confirmed results by program: listed, put by one, decided by another."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.params.functions import Path

from ballast import month as the_month
from ballast.rooms.people import queries as people
from ballast.rooms.tours import actions, queries
from ballast.rulebook.powers import Power
from ballast.rulebook.slips import SlipVerb
from ballast.site.api import asking, schemas, tour_schemas
from ballast.site.api.tours import SEEN, TOUR

router = Router(tags=["观摩 tours"])
REFUSED = {400: schemas.Refused, 409: schemas.Refused, 422: schemas.Refused, **SEEN}
SLIP = Path(..., ge=1, le=9_999)


@router.get("/tours/{tour}/slips", response={200: list[tour_schemas.TourSlip], **SEEN})
def slips(request: HttpRequest, tour: str = TOUR) -> Any:
    """The slips against a tour's results, the newest first; those not approved are told to the office only."""
    people.require(asking.official(request), Power.READ)
    return _slips(request, tour)


@router.post("/tours/{tour}/slips", response={200: list[tour_schemas.TourSlip], **REFUSED})
def put(request: HttpRequest, said: tour_schemas.SlipIn, tour: str = TOUR) -> Any:
    """Put a slip; nothing counts until another approves it."""
    asked = actions.Amending(**said.model_dump())
    actions.amend(tour, asked, official=asking.official(request), at=timezone.now())
    return _slips(request, tour)


@router.post("/tours/{tour}/slips/{slip}/{verb}", response={200: tour_schemas.SlipDecided, **REFUSED})
def decide(
    request: HttpRequest, said: tour_schemas.RemarkIn, verb: tour_schemas.SlipVerb, tour: str = TOUR, slip: int = SLIP
) -> Any:
    """Approve, refuse or withdraw a slip; approved, the month's ranking gets a further edition too."""
    at, official = timezone.now(), asking.official(request)
    edition, sealed = the_month.amend_tour(
        tour, slip, verb=SlipVerb(verb), remark=said.remark, official=official, at=at
    )
    months = [{"month": one.month, "edition": one.number} for one in sealed]
    return {"edition": edition, "months": months, "slips": _slips(request, tour)}


def _slips(request: HttpRequest, tour: str) -> list[dict[str, Any]]:
    serial, official = queries.find(tour).serial, asking.official(request)
    return [_slip(one) for one in queries.slips(serial, official=official, held=asking.reach(request))]


def _slip(one: queries.Slip) -> dict[str, Any]:
    """A slip; a project that is not the reader's to see has no serial."""
    card = one.card
    return {
        "number": card.number, "project": card.serial if one.seen else "", "of_marks": card.of_marks,
        "old": dict(card.old), "new": dict(card.new), "reason": card.reason, "evidence": card.evidence,
        "put_by": card.put_by, "state": str(card.state), "decided_by": card.decided_by, "remark": card.remark,
        "edition": card.edition, "verbs": [str(verb) for verb in one.verbs],
    }  # fmt: skip
