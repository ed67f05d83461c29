"""What the security administrator does for others: reset a password or a lost device, unbind, unlock."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from ballast.kit import audit
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.gate import factors, passwords, single_sign_on, sittings
from ballast.rooms.gate.cards import Ending
from ballast.rooms.gate.locking import UNLOCK
from ballast.rooms.people import actions as people

RESET_FACTOR, UNLINK = "reset_factor", "unlink_single_sign_on"


class NoSuchAccount(Refusal):
    """There is no account of this name."""


class OwnAccount(Refusal):
    """One's own account is not reset by oneself."""


def reset_password(username: str, *, at: datetime, by: str) -> str:
    """Hand out a new password, to be changed at the first sign-in; the account's sessions end, its lock is lifted."""
    with transaction.atomic():
        user = _other(username, by)
        passwords.keep(user, at=at, before=user.date_joined)
        told = people.reset_password(user.official.pk, at=at, by=by)
        user.refresh_from_db()
        passwords.keep(user, at=at)
        sittings.end_all(user, Ending.RESET, at=at, by=by)
        audit.write(UNLOCK, at=at, actor=by, object=username)
    return told


def reset_factor(username: str, *, at: datetime, by: str) -> None:
    """Take a lost device off an account, which enrols another at its next sign-in where its role needs one."""
    with transaction.atomic():
        user = _other(username, by)
        dropped = factors.forget(user)
        ended = sittings.end_all(user, Ending.RESET, at=at, by=by)
        audit.write(RESET_FACTOR, at=at, actor=by, object=username, detail={"dropped": dropped, "sessions": ended})


def unlink(username: str, *, at: datetime, by: str) -> None:
    """Take the binding to single sign-on off an account; the next sign-on binds it anew."""
    with transaction.atomic():
        user = _other(username, by)
        dropped = single_sign_on.unlink(user)
        ended = sittings.end_all(user, Ending.RESET, at=at, by=by)
        audit.write(UNLINK, at=at, actor=by, object=username, detail={"dropped": dropped, "sessions": ended})


def unlock(username: str, *, at: datetime, by: str) -> None:
    """Let an account try again before its lock is over."""
    _other(username, by)
    audit.write(UNLOCK, at=at, actor=by, object=username)


def _other(username: str, by: str) -> User:
    user = User.objects.filter(username=username, official__isnull=False).first()
    if user is None:
        raise NoSuchAccount(
            Sentence(f"没有“{username}”这个账号", f"There is no account {username}"),
            where=username, code="no_such_account",
        )  # fmt: skip
    if username == by:
        raise OwnAccount(
            Sentence("不能给自己重置，请在“我的账号”里修改，或请服务器管理员在命令行办理",
                     "You cannot reset yourself; use your account page, or the command line of the server"),
            where=username, code="own_account",
        )  # fmt: skip
    return user
