"""The results of a tour: places, points and the sum behind every number; before they are confirmed, need-to-know."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ballast.kit import audit
from ballast.rooms.people import queries as people
from ballast.rooms.tours import queries
from ballast.rooms.tours.board import beside, board
from ballast.rooms.tours.views import asked
from ballast.rulebook.need_to_know import NeedToKnow
from ballast.rulebook.powers import Power
from ballast.rulebook.touring.life import State


@require_safe
def page(request: HttpRequest, serial: str) -> HttpResponse:
    """The count with its arithmetic; confirmed, for all who may read."""
    tour = queries.find(serial)
    if tour.state is not State.CONFIRMED:
        people.require(asked.official(request), Power.TOUR)
        audit.shown(NeedToKnow.RANKING, serial)
    official, held, editions = asked.official(request), asked.reach(request), queries.editions(serial)
    number = asked.edition(request, editions)
    told = {
        "tour": tour, "board": board(tour, queries.counted(serial, edition=number), held=held), "number": number,
        "box": queries.box_of(serial), "editions": editions, "beside": beside(editions),
        "amendments": queries.slips(serial, official=official, held=held), "judges": queries.judges(tour),
        "may_tour": people.may(official, Power.TOUR),
    }  # fmt: skip
    return render(request, "tours/results.html", told)
