"""The page on which a month is sealed: first what is not accepted, then the seal."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ballast.rooms.people import queries as people
from ballast.rooms.reporting import queries
from ballast.rooms.reporting.views import asked
from ballast.rulebook.powers import Power


@require_safe
def page(request: HttpRequest, month: str) -> HttpResponse:
    """What is not accepted, by area; sealed, the seals of every edition."""
    people.require(asked.official(request), Power.SEAL)
    return render(request, "reporting/sealing.html", {"page": queries.sealing(month)})
