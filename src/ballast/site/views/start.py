"""Where a person begins after signing in: at their duties of the month, or at the overview."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from ballast.rooms.people import queries as people
from ballast.rulebook.powers import Power
from ballast.site.views import asking

DUTIES = (Power.REPORT, Power.COUNTY_REVIEW, Power.CITY_REVIEW)


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """To the worklist of who reports or reviews; leaders and departments look at the overview."""
    official = asking.official(request)
    return redirect("worklist" if any(people.may(official, power) for power in DUTIES) else "overview")
