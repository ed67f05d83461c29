"""Who is asking, which seats they hold on a day, and what these let them do and see."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Q, QuerySet

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people.cards import OfficialCard, Seat
from ballast.rooms.people.models import Appointment, Delegation, Official
from ballast.rooms.people.queries.areas import office_card, own_and_below
from ballast.rooms.policy import queries as policy
from ballast.rulebook.powers import ADMINISTRATIVE, Power, Scope, holds, scope
from ballast.rulebook.terms import ADMINISTRATORS, Role


class NotAllowed(Refusal):
    """The person asking does not hold the power."""


def official_of(user: AbstractBaseUser | AnonymousUser, *, on: date) -> OfficialCard | None:
    """The official behind a signed-in account with the seats they hold on the day; None for no official's account."""
    if not user.is_authenticated:
        return None
    # Asked with every request: the appointments bring the official along.
    held = list(_appointments(on, None).filter(official__user_id=user.pk).select_related("official"))
    found = held[0].official if held else Official.objects.filter(user_id=user.pk).first()
    if found is None:
        return None
    seats = (*_own(held, on, None), *_lent(found.pk, on, None))
    return OfficialCard(found.pk, user.get_username(), found.name, seats, found.must_change_password)


def seats_of(official_id: int, *, on: date, at: datetime | None = None) -> tuple[Seat, ...]:
    """What a person holds on a day, as known at ``at``: by appointment first, then what is lent to them.

    Only what givers hold by appointment is lent, so nothing lent is passed on, and it ends with their appointment.
    """
    held = _appointments(on, at).filter(official_id=official_id)
    return (*_own(held, on, at), *_lent(official_id, on, at))


def may(official: OfficialCard | None, power: Power, *, area_code: str = "") -> bool:
    """Whether any seat of the official holds ``power`` (over ``area_code``, where one is given)."""
    held = [seat for seat in official.seats if power in seat.powers] if official else []
    return any(not area_code or _within(seat, area_code) for seat in held)


def require(official: OfficialCard | None, power: Power, *, area_code: str = "") -> OfficialCard:
    """The official, if they hold ``power`` (over ``area_code``, where one is given); else NotAllowed."""
    if official is None or not may(official, power):
        raise refusal(official, power)
    if not may(official, power, area_code=area_code):
        raise NotAllowed(
            Sentence("这不是您负责的地区", "This is not an area you answer for"), where=area_code, code="not_your_area"
        )
    return official


def refusal(official: OfficialCard | None, power: Power) -> NotAllowed:
    """Why the official, who does not hold ``power``, may not."""
    if official is None or not official.seats:
        said = Sentence(
            "您目前没有任职，不能办理业务，请联系安全管理员",
            "You hold no office at present; ask the security administrator",
        )
        return NotAllowed(said, code="no_seat")
    said = Sentence(f"您没有“{power.zh}”的权限，请联系市项目办", f"You may not {power.en}; ask the city project office")
    return NotAllowed(said, code="not_allowed")


def visible_area_codes(official: OfficialCard | None, power: Power = Power.READ) -> frozenset[str] | None:
    """The areas in which a person holds ``power``, all seats together: None is all, parks come with their county.

    Projects named one by one are not among them; ``registry.queries.reach`` knows these too.
    """
    found: frozenset[str] = frozenset()
    for seat in official.seats if official else ():
        if power in seat.powers:
            codes = _codes(seat)
            if codes is None:
                return None
            found |= codes
    return found


def _within(seat: Seat, area_code: str) -> bool:
    codes = _codes(seat)
    return codes is None or area_code in codes


def _codes(seat: Seat) -> frozenset[str] | None:
    match scope(seat.role):
        case Scope.ALL:
            return None
        case Scope.OWN_AND_BELOW:
            return own_and_below(seat.area_code)
        case Scope.OWN:
            return frozenset({seat.area_code})
        case _:
            return frozenset()


def _on(day: date) -> Q:
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))


def _appointments(on: date, at: datetime | None) -> QuerySet[Appointment]:
    found = Appointment.objects.known(at).filter(_on(on)).select_related("office__area")
    found = found.defer("office__area__shape")
    return found.order_by("since", "pk")


def _own(held: Iterable[Appointment], on: date, at: datetime | None) -> Iterator[Seat]:
    table = policy.in_force(on, at=at).powers
    for fact in held:
        role = Role(fact.role)
        powers = frozenset(power for power in Power if holds(role, power, table))
        yield Seat(role, office_card(fact.office), powers, fact.since, fact.until, fact.official_id)


def _lent(official_id: int, on: date, at: datetime | None) -> Iterator[Seat]:
    found = Delegation.objects.known(at).filter(_on(on), taker_id=official_id)
    for fact in found.select_related("giver").order_by("since", "pk"):
        for seat in _own(_appointments(on, at).filter(official_id=fact.giver_id), on, at):
            if seat.role not in ADMINISTRATORS:
                lent = seat.powers - ADMINISTRATIVE
                powers = lent if fact.powers is None else lent & {Power(said) for said in fact.powers}
                yield replace(seat, powers=powers, since=fact.since, until=fact.until, giver=fact.giver.name)
