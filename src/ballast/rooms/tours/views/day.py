"""The tours, and one of them: the plan and route of its day."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.rooms.people import queries as people
from ballast.rooms.policy import queries as policy
from ballast.rooms.tours import actions, queries
from ballast.rooms.tours.views import asked
from ballast.rulebook.powers import Power
from ballast.rulebook.touring import quarters


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Every tour, and the form that plans one."""
    today = clock.today()
    kinds = policy.in_force(today).tours
    quarter = quarters.of(f"{today:%Y-%m}")
    told = {
        "tours": queries.tours(), "kinds": [(code, kind.label) for code, kind in kinds.items()], "today": today,
        "quarter": quarter, "may_plan": people.may(asked.official(request), Power.TOUR),
    }  # fmt: skip
    return render(request, "tours/listing.html", told)


@require_POST
def plan(request: HttpRequest) -> HttpResponse:
    """Plan a tour."""
    official = people.require(asked.official(request), Power.TOUR)
    planned = actions.Planned(
        kind=asked.text(request, "kind"), quarter=asked.text(request, "quarter"),
        held_on=asked.day(request, "held_on"), title=asked.text(request, "title"),
    )  # fmt: skip
    serial = actions.plan_tour(planned, official=official, at=timezone.now())
    messages.success(request, _("The tour is planned. Counties may now put their projects forward."))
    return redirect("tour", serial)


@require_safe
def page(request: HttpRequest, serial: str) -> HttpResponse:
    """The plan and route of the day: every county with its projects; what may be done here stands beside them."""
    tour, official = queries.find(serial), asked.official(request)
    stops = queries.route(tour, held=asked.reach(request))
    mine = {one.area_code for one in stops if people.may(official, Power.NOMINATE, area_code=one.area_code)}
    roles = {seat.role for seat in official.seats} if official else set()
    told = {
        "tour": tour, "stops": stops, "mine": mine,
        "may_tour": people.may(official, Power.TOUR), "judges": queries.judges(tour),
        "may_weigh": bool(roles & set(tour.rule.difficulty.set_by)), "box": queries.box_of(serial),
    }  # fmt: skip
    return render(request, "tours/day.html", told)
