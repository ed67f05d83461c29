"""Tokens for programs: a person lends some of their powers to a program until a day; the token is shown once.

Kept is its SHA-256 alone: a token has 256 random bits, so no slow hash is needed and none can be guessed.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.contrib.auth.models import User
from django.db import transaction

from ballast.kit import audit
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.gate.cards import TokenCard
from ballast.rooms.gate.models import ApiToken
from ballast.rooms.gate.who import day_of
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rulebook.powers import ADMINISTRATIVE, Power

PREFIX = "ballast_"
LONGEST = timedelta(days=366)
MOST = 10


class TokenRefused(Refusal):
    """The token cannot be given: nothing to lend, no end, or too many already."""


class BadToken(Refusal):
    """The token is none of ours, has ended, or was taken back."""


def issue_token(user: User, name: str, powers: frozenset[Power], *, expires_on: date, at: datetime) -> str:
    """A new token; this is the only time it is told. Raises TokenRefused."""
    on = day_of(at)
    official = people.official_of(user, on=on)
    lendable = frozenset(power for power in powers if people.may(official, power)) - ADMINISTRATIVE
    if not name.strip() or not lendable or lendable != powers:
        raise _refused(
            "请写明用途，并只选您自己持有的业务权限", "Name its purpose, and lend only powers of your own over business"
        )
    if not on < expires_on <= on + LONGEST:
        raise _refused(f"到期日应在明天至 {on + LONGEST} 之间", f"It ends between tomorrow and {on + LONGEST}")
    secret = PREFIX + token_urlsafe(32)
    with transaction.atomic():
        if ApiToken.objects.filter(user=user, revoked_at__isnull=True, expires_on__gte=on).count() >= MOST:
            raise _refused(f"至多同时有 {MOST} 个令牌，请先收回不用的", f"At most {MOST} at a time; take some back")
        kept = ApiToken.objects.create(
            user=user, name=name.strip()[:60], hash=_hash(secret), powers=sorted(lendable), created_at=at,
            expires_on=expires_on,
        )  # fmt: skip
        detail = {"token": kept.pk, "name": kept.name, "powers": kept.powers, "expires_on": str(expires_on)}
        audit.write("issue_token", at=at, actor=user.get_username(), object=kept.name, detail=detail)
    return secret


def revoke_token(user: User, token_id: int, *, at: datetime) -> None:
    """Take one's own token back at once. Raises TokenRefused where there is none."""
    with transaction.atomic():
        found = ApiToken.objects.filter(user=user, pk=token_id, revoked_at__isnull=True).first()
        if found is None:
            raise _refused("没有这个令牌，或已收回", "There is no such token, or it was taken back")
        found.revoked_at = at
        found.save(update_fields=["revoked_at"])
        audit.write("revoke_token", at=at, actor=user.get_username(), object=found.name, detail={"token": found.pk})


def bearer(secret: str, *, at: datetime) -> tuple[User, OfficialCard]:
    """Who a token speaks for, with no more powers than it was lent and its giver still holds. Raises BadToken."""
    on = day_of(at)
    found = ApiToken.objects.select_related("user").filter(hash=_hash(secret)).first()
    if found is None or found.revoked_at is not None or not found.user.is_active:
        raise _bad("令牌无效，请在“我的账号”重新领取", "This token is not valid; get a new one on your account's page")
    if found.expires_on < on:
        raise _bad(
            f"令牌已于 {found.expires_on} 到期，请重新领取", f"This token ended on {found.expires_on}; get a new one"
        )
    official = people.official_of(found.user, on=on)
    if official is None or official.must_change_password:
        raise _bad("请先登录网站更改密码", "Sign in to the site and change the password first")
    lent = frozenset(Power(power) for power in found.powers)
    seats = tuple(replace(seat, powers=seat.powers & lent) for seat in official.seats)
    return found.user, replace(official, seats=tuple(seat for seat in seats if seat.powers))


def tokens_of(user: User) -> list[TokenCard]:
    """A person's tokens, newest first; never the tokens themselves."""
    found = ApiToken.objects.filter(user=user).order_by("-pk")
    return [
        TokenCard(one.pk, one.name, tuple(Power(power) for power in one.powers), one.created_at, one.expires_on,
                  one.revoked_at)
        for one in found
    ]  # fmt: skip


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _refused(zh: str, en: str) -> TokenRefused:
    return TokenRefused(Sentence(zh, en), code="token_refused")


def _bad(zh: str, en: str) -> BadToken:
    return BadToken(Sentence(zh, en), code="bad_token")
