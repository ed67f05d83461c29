"""Passwords: changed by whoever bears them, reset by the security administrator, never one of the last few again."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.db import transaction

from ballast.kit import audit
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.gate.entering import confirm
from ballast.rooms.gate.locking import REFUSED
from ballast.rooms.gate.models import PasswordKept
from ballast.rooms.gate.who import day_of, names_of
from ballast.rooms.people import actions as people
from ballast.rulebook.entry import EntryRules
from ballast.rulebook.passwords import faults

CHANGE_PASSWORD = "change_password"


class BadPassword(Refusal):
    """The new password is not one the city's rules allow."""


def change_password(user: User, old: str, new: str, *, at: datetime, address: str = "") -> None:
    """Change one's own password. Raises WrongPassword, TooManyFailures, and BadPassword with everything wrong."""
    confirm(user, old, at=at, address=address)
    name = user.get_username()
    wrong = _wrong(user, new, at)
    if wrong:
        detail = {"address": address, "why": "rules"}
        audit.write(CHANGE_PASSWORD, at=at, actor=name, object=name, result=REFUSED, detail=detail)
        raise BadPassword(_together(wrong), where="new", code="bad_password")
    with transaction.atomic():
        keep(user, at=at, before=user.date_joined)
        user.password = people.choose_password(name, new)
        keep(user, at=at)
        audit.write(CHANGE_PASSWORD, at=at, actor=name, object=name, detail={"address": address})


def keep(user: User, *, at: datetime, before: datetime | None = None) -> None:
    """Note the password an account has among its last few; with ``before``, only if none was noted, as of then."""
    noted = PasswordKept.objects.filter(user=user)
    if before is not None and (noted.exists() or not user.has_usable_password()):
        return
    PasswordKept.objects.create(user=user, hash=user.password, set_at=before or at)
    older = noted.order_by("-id").values_list("pk", flat=True)[_history() :]
    PasswordKept.objects.filter(pk__in=list(older)).delete()


def _wrong(user: User, password: str, at: datetime) -> list[Sentence]:
    rules: EntryRules = settings.ENTRY
    wrong = faults(password, names=names_of(user, on=day_of(at)), rules=rules)
    if not wrong and _is_common(password):
        wrong.append(Sentence("这个密码太常见，很容易被猜到", "This password is too common and easily guessed"))
    if not wrong and _was_used(user, password):
        wrong.append(
            Sentence(
                f"最近 {rules.password_history} 次用过的密码不能再用",
                f"The last {rules.password_history} passwords may not be used again",
            )
        )
    return wrong


def _is_common(password: str) -> bool:
    try:
        CommonPasswordValidator().validate(password)
    except ValidationError:
        return True
    return False


def _was_used(user: User, password: str) -> bool:
    kept = PasswordKept.objects.filter(user=user).order_by("-id").values_list("hash", flat=True)[: _history()]
    return any(check_password(password, one) for one in {*kept, user.password})


def _history() -> int:
    rules: EntryRules = settings.ENTRY
    return rules.password_history


def _together(wrong: list[Sentence]) -> Sentence:
    return Sentence("；".join(one.zh for one in wrong), "; ".join(one.en for one in wrong))
