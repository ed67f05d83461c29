"""The gate: every way in and out leaves an audit line, and a name that fails too often is locked for a while.

The audit trail itself is the counter: it survives a restart, holds for every process, and needs no table of its own.
"""

from datetime import datetime, timedelta

from django.contrib.auth import authenticate
from django.contrib.auth.models import User

from ballast.kit import audit
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

SIGN_IN, SIGN_OUT = "sign_in", "sign_out"
DONE, FAILED, LOCKED = "done", "failed", "locked"
FAILURES = 5
LOCK = timedelta(minutes=15)
LONGEST_NAME = 150


class WrongPassword(Refusal):
    """Name and password do not belong together; which of them is wrong is not told."""


class TooManyFailures(Refusal):
    """The name failed so often that it is locked; also for the right password, and for names nobody bears."""


def enter(username: str, password: str, *, at: datetime) -> User:
    """The account of this name and password. Raises WrongPassword, and TooManyFailures while the name is locked."""
    actor = username.strip()[:LONGEST_NAME]
    until = locked_until(actor, at)
    if until is not None:
        audit.write(SIGN_IN, at=at, actor=actor, object=actor, result=LOCKED)
        minutes = -(-int((until - at).total_seconds()) // 60)
        raise TooManyFailures(
            Sentence(f"连续 {FAILURES} 次密码不对，此账号已锁定，请 {minutes} 分钟后再试",
                     f"{FAILURES} wrong passwords in a row: this account is locked; try again in {minutes} min"),
            code="too_many_failures",
        )  # fmt: skip
    user = authenticate(username=username, password=password)
    audit.write(SIGN_IN, at=at, actor=actor, object=actor, result=DONE if user else FAILED)
    if user is None:
        raise WrongPassword(
            Sentence("账号或密码不对，请核对（注意大小写）。",
                     "This name and password do not belong together. Check both, capital letters too."),
            code="wrong_password",
        )  # fmt: skip
    return user


def leave(username: str, *, at: datetime) -> None:
    """Note that a person signed out."""
    audit.write(SIGN_OUT, at=at, actor=username, object=username)


def locked_until(actor: str, at: datetime) -> datetime | None:
    """When the lock of a name ends; None where it is not locked at ``at``."""
    said = audit.AuditLine.objects.filter(act=SIGN_IN, actor=actor, moment__gt=at - LOCK, result__in=(DONE, FAILED))
    latest = list(said.order_by("-id").values_list("result", "moment")[:FAILURES])
    if len(latest) < FAILURES or any(result == DONE for result, _ in latest):
        return None
    until: datetime = latest[0][1] + LOCK
    return until if until > at else None
