"""All accounts as the security administrator looks for them: what each comes in by, and what stands in its way."""

from datetime import datetime, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from ballast.kit.audit import AuditLine
from ballast.rooms.gate.cards import AccountLine
from ballast.rooms.gate.locking import CONFIRM, FAILED, SIGN_IN
from ballast.rooms.gate.models import Sitting
from ballast.rulebook.entry import EntryRules

MOST = 50


def accounts(asked: str, *, at: datetime) -> tuple[list[AccountLine], int]:
    """The accounts whose name or holder holds ``asked``, the first fifty, and how many there are."""
    found = User.objects.filter(official__isnull=False).order_by("username")
    if asked:
        found = found.filter(Q(username__icontains=asked) | Q(official__name__icontains=asked))
    return _lines(found, at), found.count()


def account_named(username: str, *, at: datetime) -> AccountLine | None:
    """The one account of this name."""
    return next(iter(_lines(User.objects.filter(official__isnull=False, username=username), at)), None)


def _lines(found: QuerySet[User], at: datetime) -> list[AccountLine]:
    rules: EntryRules = settings.ENTRY
    theirs, since = {"user": OuterRef("pk")}, at - timedelta(hours=rules.session_hours)
    shown = found.select_related("official").annotate(
        has_factor=Exists(Authenticator.objects.filter(**theirs, type=Authenticator.Type.TOTP)),
        linked=Exists(SocialAccount.objects.filter(**theirs)),
        seated=Exists(Sitting.objects.filter(**theirs, ended_at__isnull=True, begun_at__gt=since)),
    )[:MOST]
    failed = _failures([user.get_username() for user in shown], at)
    return [_line(user, failed.get(user.get_username(), 0)) for user in shown]


def _line(user: Any, failures: int) -> AccountLine:
    return AccountLine(
        user.get_username(), user.official.name, user.is_active, user.has_usable_password(),
        user.has_factor, user.linked, user.seated, user.last_login, failures,
    )  # fmt: skip


def _failures(names: list[str], at: datetime) -> dict[str, int]:
    """How often each name failed within the time of a lock."""
    rules: EntryRules = settings.ENTRY
    since = at - timedelta(minutes=rules.lock_minutes)
    tries = AuditLine.objects.filter(moment__gt=since, act__in=(SIGN_IN, CONFIRM), result=FAILED, object__in=names)
    return dict(tries.values_list("object").annotate(Count("pk")).order_by())
