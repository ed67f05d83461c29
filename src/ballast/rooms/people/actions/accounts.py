"""Accounts: who can sign in. An account has no power in it; an appointment gives that."""

import re
from collections.abc import Container
from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import transaction

from ballast.kit import audit
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people.cards import NewAccount
from ballast.rooms.people.models import Official
from ballast.rooms.people.passwords import encoded as kept_as
from ballast.rooms.people.passwords import one_time

USERNAME = re.compile(r"[a-z0-9][a-z0-9._@-]{1,49}")
LONGEST_NAME = 40


class AccountRefused(Refusal):
    """There is no such account, or none can be made so."""


def open_account(
    username: str, *, name: str, encoded: str, at: datetime, by: str, must_change_password: bool = True
) -> int:
    """Make an account for a person; ``encoded`` is its password as it is kept. The official's id.

    Raises AccountRefused for a name that is taken or none.
    """
    with transaction.atomic():
        taken = get_user_model().objects.filter(username=username).values_list("username", flat=True)
        why = why_not(username, name, set(taken))
        if why is not None:
            raise AccountRefused(why, where=username, code="account_refused")
        user = get_user_model().objects.create(username=username, password=encoded)
        official = Official.objects.create(user=user, name=name, must_change_password=must_change_password)
        audit.write("open_account", at=at, actor=by, object=username, detail={"name": name})
    return official.pk


def open_one(username: str, *, name: str, at: datetime, by: str) -> NewAccount:
    """Make an account with a password that serves once and is told to ``by`` alone. Raises AccountRefused."""
    told, encoded = one_time()
    open_account(username.strip(), name=name.strip(), encoded=encoded, at=at, by=by)
    return NewAccount(username.strip(), name.strip(), told)


def why_not(username: str, name: str, taken: Container[str]) -> Sentence | None:
    """Why an account of this name cannot be made for a person of that name, some being ``taken``; None where it can."""
    if not USERNAME.fullmatch(username):
        return Sentence(
            f"账号“{username[:50]}”不合要求：2 至 50 个小写字母、数字或 . _ @ -，以字母或数字开头",
            f"{username[:50]!r} is no account name: 2 to 50 small letters, digits or . _ @ -, a letter or digit first",
        )
    if len(name) > LONGEST_NAME or not name[:1].isalpha():
        return Sentence(
            f"姓名不能为空，以字开头，最多 {LONGEST_NAME} 字",
            f"A name is wanted that begins with a letter, {LONGEST_NAME} at most",
        )
    if username in taken:
        return Sentence(f"账号“{username}”已存在", f"There is an account {username} already")
    return None


def close_account(official_id: int, *, at: datetime, by: str) -> None:
    """Let nobody sign in with the account any more; what its holder did stays under its name."""
    _let_in(official_id, False, "close_account", at=at, by=by)


def reopen_account(official_id: int, *, at: datetime, by: str) -> None:
    """Let its holder sign in again with a closed account."""
    _let_in(official_id, True, "reopen_account", at=at, by=by)


def _let_in(official_id: int, allowed: bool, act: str, *, at: datetime, by: str) -> None:
    with transaction.atomic():
        official = _official(official_id)
        if official.user.get_username() == by:
            raise AccountRefused(
                Sentence("不能停用或恢复自己的账号", "Nobody closes or reopens their own account"),
                code="account_refused",
            )
        official.user.is_active = allowed
        official.user.save(update_fields=["is_active"])
        audit.write(act, at=at, actor=by, object=official.user.get_username())


def reset_password(official_id: int, *, at: datetime, by: str) -> str:
    """Give the account a password that serves once and is told to ``by`` alone; the password."""
    told, encoded = one_time()
    with transaction.atomic():
        official = _official(official_id)
        official.user.password = encoded
        official.user.save(update_fields=["password"])
        official.must_change_password = True
        official.save(update_fields=["must_change_password"])
        audit.write("reset_password", at=at, actor=by, object=official.user.get_username())
    return told


def choose_password(username: str, password: str) -> str:
    """Let a person's own password stand, so that none handed out is; as it is kept. Its rules are the gate's."""
    chosen = kept_as(password)
    get_user_model().objects.filter(username=username).update(password=chosen)
    Official.objects.filter(user__username=username).update(must_change_password=False)
    return chosen


def _official(official_id: int) -> Official:
    found = Official.objects.select_related("user").filter(pk=official_id).first()
    if found is None:
        raise AccountRefused(
            Sentence("没有这个账号", "There is no such account"), where=str(official_id), code="no_such_account"
        )
    return found
