"""Confirmed results, for whoever ranks counties, and the box they rest on."""

from datetime import datetime
from fractions import Fraction

from ballast.rooms.people import queries as people
from ballast.rooms.tours.cards import BoxCard, CountyPoints
from ballast.rooms.tours.models import Box, Results
from ballast.rulebook.touring import quarters


def results(period: str, *, kind: str = "", at: datetime | None = None) -> tuple[CountyPoints, ...]:
    """The confirmed points of every county in the quarter of ``period`` (a month 2025-06 or a quarter 2025-Q2).

    Of the kind asked for, else of the last confirmed, as known at ``at``; empty where none is confirmed.
    """
    quarter = period if "Q" in period else quarters.of(period)
    found = Results.objects.filter(tour__quarter=quarter)
    found = found.filter(tour__kind=kind) if kind else found
    found = found if at is None else found.filter(confirmed_at__lte=at)
    kept = found.select_related("tour").order_by("pk").last()
    if kept is None:
        return ()
    places = list(kept.places.select_related("area").defer("area__shape").order_by("place"))
    return tuple(
        CountyPoints(one.area.code, Fraction(one.points), one.place, len(places), one.group, one.group_place,
                     kept.tour.serial)
        for one in places
    )  # fmt: skip


def box_of(serial: str) -> BoxCard | None:
    """The closed box of a tour; None while it is not closed."""
    found = Box.objects.filter(tour__serial=serial).first()
    if found is None:
        return None
    by = people.official_named(found.closed_by)
    closed_by = by.name if by else found.closed_by
    return BoxCard(found.ballots, tuple(found.lacking), found.reason, found.closed_at, closed_by, found.hash)


def confirmed_at(serial: str) -> datetime | None:
    """When the results of a tour were confirmed; None while they are not."""
    found = Results.objects.filter(tour__serial=serial).first()
    return found.confirmed_at if found else None
