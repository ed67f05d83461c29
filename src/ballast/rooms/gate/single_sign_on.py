"""Single sign-on: whom the government's provider vouches for comes in as the account of the same name, if there is one.

The first entry binds the provider's subject to the account. From then on another subject that claims the name is
refused, and so is this subject under another name, until the security administrator unbinds them.
"""

from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import User
from django.db import transaction

from ballast.kit import audit
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.gate.locking import REFUSED, SIGN_IN, known_as

LINK = "link_single_sign_on"
PROVIDER = "sso"
NOBODY = "—"
WHY = {
    "unknown": Sentence(
        "统一身份认证已通过，但本系统没有与之对应的账号，请联系系统管理员开通",
        "You are known to single sign-on, but have no account here; ask the system administrator",
    ),
    "other_subject": Sentence(
        "这个账号已与另一个统一身份绑定；如人员有变动，请安全管理员先解除绑定",
        "This account is bound to another identity; the security administrator can unbind it",
    ),
    "other_name": Sentence(
        "您的统一身份已与另一个账号绑定；如账号有变动，请安全管理员先解除绑定",
        "Your identity is bound to another account; the security administrator can unbind it",
    ),
    "cancelled": Sentence("您在统一身份认证页面取消了登录", "You cancelled at the page of single sign-on"),
    "unasked": Sentence(
        "这次统一身份认证不是从本页发起的，或已过期；请重新点“统一身份认证登录”",
        "This sign-on was not begun here, or is too old; begin again",
    ),
    "untrusted": Sentence(
        "统一身份认证返回的凭证无效或已过期，没有登录；请重试，仍不行请联系系统管理员",
        "The provider's token is not valid or has expired; try again, or tell the system administrator",
    ),
    "unreachable": Sentence(
        "连接不上统一身份认证服务，请稍后再试，或联系系统管理员",
        "The single sign-on service cannot be reached; try later, or tell the system administrator",
    ),
}


class SignOnRefused(Refusal):
    """Single sign-on did not let anybody in; ``code`` says why."""


def enter_by_claim(username: str, subject: str, *, at: datetime, address: str = "") -> User:
    """The account a provider's claim names, bound to its subject. Raises SignOnRefused, with an audit line."""
    name = known_as(username)
    with transaction.atomic():
        user = User.objects.select_for_update().filter(username=name, is_active=True, official__isnull=False).first()
        why = _why_not(user, subject)
        if user is not None and not why:
            link, new = SocialAccount.objects.get_or_create(provider=PROVIDER, uid=subject, user=user)
            if new:
                audit.write(LINK, at=at, actor=name, object=name, detail={"subject": subject, "address": address})
            return user
    raise refused(why, at=at, address=address, name=name)


def refused(why: str, *, at: datetime, address: str = "", name: str = NOBODY, detail: str = "") -> SignOnRefused:
    """The refusal of a sign-on, with its audit line written."""
    told = {"address": address, "by": "single_sign_on", "why": why, **({"detail": detail[:200]} if detail else {})}
    audit.write(SIGN_IN, at=at, actor=name or NOBODY, object=name or NOBODY, result=REFUSED, detail=told)
    return SignOnRefused(WHY[why], code=f"sign_on_{why}")


def unlink(user: User) -> int:
    """Drop the binding of an account to single sign-on; how many there were."""
    dropped, _ = SocialAccount.objects.filter(user=user).delete()
    return int(dropped)


def _why_not(user: User | None, subject: str) -> str:
    """Why this account and this subject may not come in together; empty where they may."""
    if user is None:
        return "unknown"
    bound = SocialAccount.objects.filter(provider=PROVIDER)
    if bound.filter(uid=subject).exclude(user=user).exists():
        return "other_name"
    return "other_subject" if bound.filter(user=user).exclude(uid=subject).exists() else ""
