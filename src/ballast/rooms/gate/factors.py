"""The second factor: one-time codes of an authenticator (TOTP) and recovery codes, kept by django-allauth."""

from datetime import datetime

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction

from ballast.kit import audit
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.gate.locking import CONFIRM, DONE, FAILED, SIGN_IN, refuse_locked
from ballast.rooms.gate.who import day_of, roles_of
from ballast.rulebook.entry import EntryRules

ADD_FACTOR, REMOVE_FACTOR, RENEW_CODES = "add_factor", "remove_factor", "renew_codes"
Kind = Authenticator.Type


class WrongCode(Refusal):
    """The code is not the one now shown, or was used already."""


class SecretsLost(Refusal):
    """The secrets of authenticators were sealed with another signing key than this one."""


class FactorNeeded(Refusal):
    """The city asks a second factor of this role; it cannot be taken off."""


def pass_factor(user: User, code: str, *, at: datetime, address: str = "", act: str = SIGN_IN) -> Authenticator:
    """The authenticator a code belongs to, once for each code. Raises WrongCode and TooManyFailures.

    A wrong code counts like a wrong password. The line of a right one is written by ``begin``, where it lets in.
    """
    name = user.get_username()
    refuse_locked(name, at=at, address=address, act=act)
    used = _spend(user, code, at)
    if used is None or act == CONFIRM:
        detail = {"address": address, "by": "code"}
        audit.write(act, at=at, actor=name, object=name, result=DONE if used else FAILED, detail=detail)
    if used is None:
        raise WrongCode(
            Sentence("动态码不对，或已经用过；请输入验证器上最新的 6 位数字，或一个没用过的恢复码",
                     "The code is wrong or was used before; enter the newest six digits, or an unused recovery code"),
            where="code", code="wrong_code",
        )  # fmt: skip
    return used


def add_factor(user: User, secret: str, *, at: datetime) -> None:
    """Bind an authenticator that knows ``secret`` to the account, with new recovery codes."""
    with transaction.atomic():
        TOTP.activate(user, secret)
        _new_codes(user)
        _note(ADD_FACTOR, user, at=at)


def renew_codes(user: User, *, at: datetime) -> None:
    """Make new recovery codes; the old ones are worth nothing any more."""
    with transaction.atomic():
        _new_codes(user)
        _note(RENEW_CODES, user, at=at)


def remove_factor(user: User, *, at: datetime) -> None:
    """Take one's own authenticator off. Raises FactorNeeded where the role must have one."""
    rules: EntryRules = settings.ENTRY
    if rules.needs_factor(roles_of(user, on=day_of(at))):
        raise FactorNeeded(
            Sentence("按本市规定，您的岗位必须使用动态码，不能解除；换手机请联系安全管理员重置",
                     "Your role must carry a second factor; for a new device ask the security administrator"),
            code="factor_needed",
        )  # fmt: skip
    with transaction.atomic():
        forget(user)
        _note(REMOVE_FACTOR, user, at=at)


def forget(user: User) -> int:
    """Drop the authenticator and the recovery codes of an account; how many of the two there were."""
    dropped, _ = Authenticator.objects.filter(user=user).delete()
    return int(dropped)


def _note(act: str, user: User, *, at: datetime) -> None:
    audit.write(act, at=at, actor=user.get_username(), object=user.get_username())


def _new_codes(user: User) -> None:
    Authenticator.objects.filter(user=user, type=Kind.RECOVERY_CODES).delete()
    RecoveryCodes.activate(user)


def _spend(user: User, code: str, at: datetime) -> Authenticator | None:
    """The authenticator ``code`` opens, which will not open to it again."""
    with transaction.atomic():
        kept = {one.type: one for one in Authenticator.objects.select_for_update().filter(user=user)}
        totp, recovery = kept.get(Kind.TOTP), kept.get(Kind.RECOVERY_CODES)
        step = _step(totp, code, at) if totp else None
        if totp is not None and step is not None:
            totp.data["step"] = step
            totp.save(update_fields=["data"])
            return totp
        return recovery if recovery and RecoveryCodes(recovery).validate_code(code) else None


def _step(totp: Authenticator, code: str, at: datetime) -> int | None:
    """The count of half minutes whose code this is: this one or a neighbour, and none that was used before."""
    secret = decrypt(totp.data["secret"])
    now = int(at.timestamp()) // app_settings.TOTP_PERIOD
    near = range(now - app_settings.TOTP_TOLERANCE, now + app_settings.TOTP_TOLERANCE + 1)
    fresh = (step for step in near if step > totp.data.get("step", 0))
    right = (
        step for step in fresh if compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, step)))
    )
    return next(right, None)
