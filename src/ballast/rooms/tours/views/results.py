"""The results of a tour: places, points and the sum behind every number; before they are confirmed, need-to-know."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ballast.kit import audit
from ballast.rooms.people import queries as people
from ballast.rooms.tours import queries
from ballast.rooms.tours.board import board
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
    told = {
        "tour": tour, "board": board(tour, queries.counted(serial), held=asked.reach(request)),
        "box": queries.box_of(serial), "confirmed_at": queries.confirmed_at(serial),
        "may_tour": people.may(asked.official(request), Power.TOUR),
    }  # fmt: skip
    return render(request, "tours/results.html", told)
