"""Who an account is on a day, as far as the gate must know: its holder's roles, and the names it goes by."""

from datetime import date, datetime

from django.contrib.auth.models import User
from django.utils import timezone

from ballast.rooms.people import queries as people
from ballast.rulebook.terms import Role


def roles_of(user: User, *, on: date) -> frozenset[Role]:
    """The roles of the person behind an account, own and lent; none without an appointment."""
    official = people.official_of(user, on=on)
    return frozenset(seat.role for seat in official.seats) if official else frozenset()


def names_of(user: User, *, on: date) -> tuple[str, ...]:
    """What a person is called: the account's name and their own."""
    official = people.official_of(user, on=on)
    return (user.get_username(), *([official.name] if official else []))


def day_of(moment: datetime) -> date:
    """The day of a moment where the city is."""
    return moment.astimezone(timezone.get_current_timezone()).date()
