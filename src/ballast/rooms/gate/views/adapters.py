"""What django-allauth asks of us: each answer is one verb of the gate."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.speech import spoken
from ballast.rooms.gate import actions
from ballast.rooms.gate.factors import SecretsLost
from ballast.rooms.gate.views import asked, watch
from ballast.rooms.gate.views.asked import turned_away
from ballast.rooms.gate.views.provider import Vouched, why_not

LOST = Sentence(
    "服务器的签名密钥已更换，原来绑定的动态码无法核验；请安全管理员重置后重新绑定",
    "The server's signing key was changed and codes can no longer be checked; ask for a reset and bind anew",
)


class Accounts(DefaultAccountAdapter):
    """Passwords and sessions: the audit trail counts, so allauth's own counters rest."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User:
        """The account of a name and a password; the sentence of a refusal is the form's fault."""
        name, password = str(credentials.get("username", "")), str(credentials.get("password", ""))
        try:
            return actions.enter(name, password, at=timezone.now(), address=asked.address(request))
        except Refusal as refusal:
            raise ValidationError(spoken(refusal.sentence), code=refusal.code) from refusal

    def is_safe_url(self, url: str) -> bool:
        """Who came by the bare address of the house asked for no page: they begin where their duties are."""
        return url != "/" and bool(super().is_safe_url(url))

    def reauthenticate(self, user: User, password: str) -> bool:
        """Whether it is still this person who sits there."""
        try:
            actions.confirm(user, password, at=timezone.now(), address=asked.address(self.request))
        except Refusal as refusal:
            raise ValidationError(spoken(refusal.sentence), code=refusal.code) from refusal
        return True

    def is_reauthentication_required(self, *, app: str, **_: Any) -> bool:
        """Whoever has just come by single sign-on may not know a password of this house; all others are asked."""
        request = context.request
        came_by = [record["method"] for record in get_authentication_records(request, request.user)]
        return "socialaccount" not in came_by or not watch.just_came(request)

    def login(self, request: HttpRequest, user: User) -> None:
        """Let the person sit down once everything asked was given, and note how they came."""
        super().login(request, user)
        records = get_authentication_records(request, user)
        came_by = "+".join(str(record.get("type", record["method"])) for record in records)
        due = actions.begin(
            user, session_key=str(request.session.session_key), at=timezone.now(), by=came_by or "password",
            address=asked.address(request), agent=asked.agent(request),
        )  # fmt: skip
        watch.seat(request, due)

    def logout(self, request: HttpRequest) -> None:
        """Note who leaves, and let them."""
        key = str(request.session.session_key or "")
        actions.leave(asked.user(request).get_username(), at=timezone.now(), session_key=key)
        super().logout(request)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """An account closed between two steps of its sign-in is back at the gate."""
        return redirect("account_login")

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account for themselves."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """Pages are answered by pages."""
        return False

    def add_message(self, *_: Any, **__: Any) -> None:
        """Allauth's own messages are not shown."""

    def send_notification_mail(self, *_: Any, **__: Any) -> None:
        """No mail leaves the machine for an account."""


class SignOn(DefaultSocialAccountAdapter):
    """Single sign-on: no account is ever made of a claim."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """The account of the claim, or back to the gate with a sentence."""
        vouched: Vouched = sociallogin.vouched
        asked_nonce = sociallogin.state.get("nonce")
        now, address = timezone.now(), asked.address(request)
        try:
            if not asked_nonce or vouched.nonce != asked_nonce:
                raise actions.refused("untrusted", at=now, address=address, detail="nonce")
            sociallogin.user = actions.enter_by_claim(vouched.username, vouched.subject, at=now, address=address)
        except Refusal as refusal:
            raise ImmediateHttpResponse(turned_away(request, refusal)) from refusal

    def on_authentication_error(self, request: HttpRequest, provider: Any, error: Any = None,
                                exception: Exception | None = None, extra_context: Any = None) -> None:  # fmt: skip
        """What went wrong between us and the provider, told at the gate and noted."""
        why = why_not(error, exception, extra_context or {})
        detail = f"{type(exception).__name__}: {exception}" if exception else str(request.GET.get("error", ""))
        refusal = actions.refused(why, at=timezone.now(), address=asked.address(request), detail=detail)
        raise ImmediateHttpResponse(turned_away(request, refusal))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Nobody makes an account for themselves."""
        return False


class Factors(DefaultMFAAdapter):
    """The secrets of authenticators lie in the database sealed with the signing key."""

    def encrypt(self, text: str) -> str:
        """Seal a secret."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open a sealed secret."""
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken as fault:
            raise SecretsLost(LOST, code="secrets_lost") from fault

    def get_totp_issuer(self) -> str:
        """What the authenticator shows beside the account."""
        return "Ballast 压舱石"


def _box() -> Fernet:
    key = hashlib.sha256(f"ballast second factor {settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
