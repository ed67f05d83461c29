"""The judges of a tour, and their links, shown once on slips to be cut apart and handed out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from ballast.kit.qr import picture
from ballast.rooms.people import queries as people
from ballast.rooms.tours import actions, queries
from ballast.rooms.tours.views import asked
from ballast.rulebook.powers import Power


@require_safe
def page(request: HttpRequest, serial: str) -> HttpResponse:
    """Who judges, with how many ballots each has cast."""
    people.require(asked.official(request), Power.TOUR)
    tour = queries.find(serial)
    judges = queries.judges(tour)
    told = {"tour": tour, "judges": judges, "wanted": len(queries.nominees(tour))}
    return render(request, "tours/judges.html", told)


@require_POST
def links(request: HttpRequest, serial: str) -> HttpResponse:
    """Give links: to all who have none, or a new one to one judge."""
    official = people.require(asked.official(request), Power.TOUR)
    number = asked.whole(request, "number") or None
    given = actions.issue_tickets(serial, number=number, official=official, at=timezone.now())
    addresses = [request.build_absolute_uri(reverse("tour-ballot", args=[one.token])) for one in given]
    slips = [(one.judge, link, picture(link)) for one, link in zip(given, addresses, strict=True)]
    return render(request, "tours/links.html", {"tour": queries.find(serial), "slips": slips})
