"""Confirmed results, for whoever ranks counties, and the box they rest on."""

from datetime import datetime
from fractions import Fraction

from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.tours.cards import AmendmentCard, BoxCard, CountyPoints, EditionCard
from ballast.rooms.tours.models import Amendment, Box, Results
from ballast.rulebook.slips import SlipState
from ballast.rulebook.touring import quarters


def results(period: str, *, kind: str = "", at: datetime | None = None) -> tuple[CountyPoints, ...]:
    """The confirmed points of every county in the quarter of ``period`` (a month 2025-06 or a quarter 2025-Q2).

    Of the kind asked for, else of the last confirmed, as known at ``at``; empty where none is confirmed.
    """
    quarter = period if "Q" in period else quarters.of(period)
    found = Results.objects.filter(tour__quarter=quarter)
    found = found.filter(tour__kind=kind) if kind else found
    found = found if at is None else found.filter(confirmed_at__lte=at)
    last = found.filter(edition=1).order_by("pk").last()
    if last is None:
        return ()
    kept = found.filter(tour_id=last.tour_id).select_related("tour").order_by("-edition")[0]
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


def editions(serial: str) -> list[EditionCard]:
    """The editions of a tour's results, the first first, each with the points and places of its counties."""
    slips = {one.edition: one for one in amendments(serial)}
    return [
        EditionCard(
            number=one.edition, confirmed_at=one.confirmed_at, hash=one.hash, slip=slips.get(one.edition),
            places={each.area.code: (Fraction(each.points), each.place)
                    for each in one.places.select_related("area").defer("area__shape")},
        )
        for one in Results.objects.filter(tour__serial=serial).order_by("edition")
    ]  # fmt: skip


def amendments(serial: str) -> list[AmendmentCard]:
    """The slips against a tour's results, the first first."""
    found = Amendment.objects.filter(tour__serial=serial).select_related("project").order_by("number")
    names = registry.names({one.project_id for one in found})
    return [
        AmendmentCard(
            number=one.number, project_id=one.project_id, serial=one.project.serial, name=names[one.project_id],
            of_marks=bool(one.judge), old=one.old.get("marks") or one.old, new=one.new.get("marks") or one.new,
            reason=one.reason, evidence=one.evidence, put_at=one.put_at, put_by=one.put_by,
            state=SlipState(one.state), decided_at=one.decided_at, decided_by=one.decided_by, remark=one.remark,
            edition=one.edition,
        )
        for one in found
    ]  # fmt: skip
