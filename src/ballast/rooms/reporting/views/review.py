"""The county's and the city's review: a queue by area and state, one report after the other."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ballast.kit import clock
from ballast.rooms.reporting import queries
from ballast.rooms.reporting.views import asked


@require_safe
def page(request: HttpRequest, month: str) -> HttpResponse:
    """The reports of an area that stand somewhere, and the first or the one asked for."""
    said = {name: request.GET.get(name, "")[:40] for name in ("area", "state", "one")}
    official, today = asked.official(request), clock.today()
    found = queries.review(month, official, on=today, current=asked.current(), **said)
    told = {
        "review": found, "page": found.one, "following": found.following, "area": found.area, "state": found.state,
        "key": uuid4().hex,
    }  # fmt: skip
    return render(request, "reporting/review.html", told)
