"""The tree of areas and offices, on a day of one's choice."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ballast.kit import clock
from ballast.rooms.people import queries
from ballast.rooms.people.views import asked


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Who holds which office, then or now."""
    today = clock.today()
    on = asked.day_or_none(request.GET.get("on", "")) or today
    search = request.GET.get("q", "").strip()
    told = {"tree": queries.tree(on=on, search=search), "on": on, "today": today, "search": search}
    return render(request, "people/tree.html", told)
