"""The gate itself: who gives the right password comes in, and every try leaves an audit line."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.models import User

from ballast.kit import audit
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.gate.locking import CONFIRM, DONE, FAILED, REFUSED, SIGN_IN, known_as, refuse_locked
from ballast.rooms.gate.who import day_of, roles_of
from ballast.rulebook.entry import EntryRules


class WrongPassword(Refusal):
    """Name and password do not belong together; which of them is wrong is not told."""


class UseSingleSignOn(Refusal):
    """The city lets this person in by single sign-on only."""


def enter(username: str, password: str, *, at: datetime, address: str = "") -> User:
    """The account of this name and password; it has come in only when ``begin`` was called.

    Raises WrongPassword, TooManyFailures while the name or the address is locked, and UseSingleSignOn.
    """
    name = known_as(username)
    refuse_locked(name, at=at, address=address)
    user = authenticate(username=username.strip(), password=password)
    if not isinstance(user, User):
        audit.write(SIGN_IN, at=at, actor=name, object=name, result=FAILED, detail={"address": address})
        raise WrongPassword(
            Sentence("账号或密码不对，请核对（注意大小写）。",
                     "This name and password do not belong together. Check both, capital letters too."),
            code="wrong_password",
        )  # fmt: skip
    _refuse_password(user, at=at, address=address)
    return user


def confirm(user: User, password: str, *, at: datetime, address: str = "") -> None:
    """Ask once more who is sitting there, before something weighty. Raises WrongPassword and TooManyFailures."""
    name = user.get_username()
    refuse_locked(name, at=at, address=address, act=CONFIRM)
    right = user.check_password(password)
    result = DONE if right else FAILED
    audit.write(CONFIRM, at=at, actor=name, object=name, result=result, detail={"address": address})
    if not right:
        raise WrongPassword(
            Sentence("密码不对，请重新输入", "This is not your password; try again"),
            where="password", code="wrong_password",
        )  # fmt: skip


def _refuse_password(user: User, *, at: datetime, address: str) -> None:
    """Where the city keeps passwords to administrators, whoever is none of them is sent to single sign-on."""
    rules: EntryRules = settings.ENTRY
    if rules.may_use_password(roles_of(user, on=day_of(at)), single_sign_on=bool(settings.SINGLE_SIGN_ON)):
        return
    name = user.get_username()
    detail = {"address": address, "why": "single_sign_on"}
    audit.write(SIGN_IN, at=at, actor=name, object=name, result=REFUSED, detail=detail)
    raise UseSingleSignOn(
        Sentence("本市只允许管理员用密码登录，请用“统一身份认证”登录",
                 "Only administrators sign in by password here; use the government's single sign-on"),
        code="use_single_sign_on",
    )  # fmt: skip
