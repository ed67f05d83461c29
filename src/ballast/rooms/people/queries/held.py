"""Accounts, appointments and delegations: who holds or held what, on a day, as known at a moment."""

from datetime import date, datetime

from django.db.models import Q

from ballast.rooms.people.cards import AccountCard, AppointmentCard, DelegationCard, OfficialCard
from ballast.rooms.people.models import Appointment, Delegation, Official
from ballast.rooms.people.queries.areas import office_card
from ballast.rooms.people.queries.seats import seats_of
from ballast.rulebook.powers import Power
from ballast.rulebook.terms import Role


def accounts() -> list[AccountCard]:
    """Every account of an official, by its name."""
    return [_account(one) for one in Official.objects.select_related("user").order_by("user__username")]


def official_named(username: str) -> AccountCard | None:
    """The account with this name."""
    found = Official.objects.select_related("user").filter(user__username=username).first()
    return _account(found) if found else None


def official_card(username: str, *, on: date) -> OfficialCard | None:
    """The official with this open account, with what they hold on the day; None where there is none."""
    found = official_named(username)
    if found is None or not found.open:
        return None
    return OfficialCard(found.id, found.username, found.name, seats_of(found.id, on=on))


def appointments(
    *, on: date | None = None, official_id: int | None = None, at: datetime | None = None
) -> list[AppointmentCard]:
    """Who holds which office on the day ``on`` (None: whenever), as known at ``at``; by area, office and time."""
    found = Appointment.objects.known(at).select_related("official__user", "office__area")
    if on is not None:
        found = found.filter(Q(until__isnull=True) | Q(until__gte=on), since__lte=on)
    if official_id is not None:
        found = found.filter(official_id=official_id)
    ordered = found.order_by("office__area__position", "office__area__code", "office__name", "since", "pk")
    return [
        AppointmentCard(
            fact.pk, fact.official_id, fact.official.user.get_username(), fact.official.name,
            office_card(fact.office), Role(fact.role), fact.since, fact.until, fact.reason,
        )
        for fact in ordered
    ]  # fmt: skip


def delegations(
    *, on: date | None = None, official_id: int | None = None, at: datetime | None = None
) -> list[DelegationCard]:
    """Who stands in for whom: running on or after ``on`` (None: ever), of one official, either way; newest first."""
    found = Delegation.objects.known(at).select_related("giver", "taker")
    if on is not None:
        found = found.filter(until__gte=on)
    if official_id is not None:
        found = found.filter(Q(giver_id=official_id) | Q(taker_id=official_id))
    return [
        DelegationCard(
            fact.pk, fact.giver_id, fact.giver.name, fact.taker_id, fact.taker.name,
            None if fact.powers is None else tuple(Power(said) for said in fact.powers),
            fact.since, fact.until, fact.reason,
        )
        for fact in found.order_by("-since", "-pk")
    ]  # fmt: skip


def _account(one: Official) -> AccountCard:
    return AccountCard(one.pk, one.user.get_username(), one.name, one.user.is_active, one.must_change_password)
