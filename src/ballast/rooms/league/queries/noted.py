"""Deeds as they stand: what was noted of which area, and what the book may count."""

from ballast.kit.sentence import Sentence
from ballast.rooms.league.cards import DeedCard
from ballast.rooms.league.models import Deed
from ballast.rooms.league.scored import deed_kinds as kinds_of
from ballast.rooms.people import queries as people
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry.cards import Reach


def deeds(*, held: Reach, month: str = "") -> list[DeedCard]:
    """The deeds of the areas ``held`` covers, the newest first; those taken back among them."""
    areas = {area.id: area for area in people.areas()}
    found = Deed.objects.current().order_by("-recorded_at", "-pk")
    return [
        DeedCard(
            number=one.number, area=areas[one.area_id].code, area_name=areas[one.area_id].name, month=one.month,
            kind=one.kind, times=one.times, reason=one.reason, evidence=one.evidence, noted_by=one.recorded_by,
            noted_at=one.recorded_at, revoked_on=one.revoked_on, revoked_for=one.revoked_for,
        )
        for one in (found.filter(month=month) if month else found)
        if held.areas is None or areas[one.area_id].code in held.areas
    ]  # fmt: skip


def deed_kinds(month: str) -> dict[str, Sentence]:
    """The kinds of deeds that the book of a month counts one by one."""
    return kinds_of(policy.for_month(month))
