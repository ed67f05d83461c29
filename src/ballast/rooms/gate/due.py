"""What is due of an account before it may do anything else: a password that is its own and not too old, a factor."""

from datetime import date, timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import User

from ballast.rooms.gate.cards import Duty
from ballast.rooms.gate.models import PasswordKept
from ballast.rooms.gate.who import day_of, roles_of
from ballast.rooms.people import queries as people
from ballast.rulebook.entry import EntryRules


def duties(user: User, *, on: date) -> tuple[Duty, ...]:
    """What the person must do first, in this order."""
    due = {Duty.PASSWORD: must_change_password(user, on=on), Duty.FACTOR: must_enrol(user, on=on)}
    return tuple(duty for duty, is_due in due.items() if is_due)


def must_change_password(user: User, *, on: date) -> bool:
    """Whether the password was set by another, or is older than the city allows."""
    if not user.has_usable_password():
        return False
    official = people.official_of(user, on=on)
    ends = password_ends(user, latest_password(user))
    return bool(official and official.must_change_password) or (ends is not None and on > ends)


def must_enrol(user: User, *, on: date) -> bool:
    """Whether the person's role needs a second factor, and there is none."""
    rules: EntryRules = settings.ENTRY
    return (
        rules.needs_factor(roles_of(user, on=on))
        and not Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()
    )


def password_ends(user: User, latest: PasswordKept | None) -> date | None:
    """The last day of a password; None where passwords do not grow old. One nobody noted is as old as its account."""
    rules: EntryRules = settings.ENTRY
    since = latest.set_at if latest else user.date_joined
    return day_of(since) + timedelta(days=rules.password_days) if rules.password_days else None


def latest_password(user: User) -> PasswordKept | None:
    """The last password of the account that was noted."""
    return PasswordKept.objects.filter(user=user).order_by("-id").first()
