"""The worklist: the first page of whoever has duties in the month."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ballast.kit import clock
from ballast.rooms.reporting import queries
from ballast.rooms.reporting.views import asked


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What the person asking has to do in a month."""
    month, official, today = asked.month(request), asked.official(request), clock.today()
    found = queries.duties(month, official, on=today, current=asked.current())
    return render(request, "reporting/worklist.html", {"page": found, "month": month, "on": today})
