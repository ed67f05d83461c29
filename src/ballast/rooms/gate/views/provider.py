"""The government's OpenID Connect provider: what it vouches for, and how it may fail.

Beyond what allauth asks (state, PKCE), a token must carry our nonce and be signed, for us, by this issuer, unexpired.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jwt
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.providers.base.constants import AuthError
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest
from requests import RequestException

SIGNED_BY = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "ES512", "EdDSA"]
LEEWAY = 30  # seconds that the two clocks may differ
REQUIRED = ["iss", "sub", "aud", "exp", "iat"]


@dataclass(frozen=True, slots=True)
class Vouched:
    """What a provider vouches for: its own key of the person, the name the city's claim gives them, our nonce."""

    subject: str
    username: str
    nonce: str


class Provider(OpenIDConnectOAuth2Adapter):
    """The provider, asked in the back channel."""

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:
        """Read the tokens of a finished redirect; OAuth2Error for whatever cannot be trusted."""
        claims = self.checked(app, str(kwargs["response"].get("id_token", "")))
        told = self._fetch_user_info(token.token)
        if not isinstance(told, dict) or told.get("sub") != claims["sub"]:
            raise OAuth2Error("userinfo is of another subject")
        username = {**told, **claims}.get(settings.SINGLE_SIGN_ON["claim"], "")
        login = self.get_provider().sociallogin_from_response(request, {"sub": claims["sub"]})
        login.vouched = Vouched(claims["sub"], str(username), str(claims.get("nonce", "")))
        return login

    def checked(self, app: Any, token: str) -> dict[str, Any]:
        """The claims of an ID token that is signed, ours and fresh."""
        try:
            _, key = jwtkit.fetch_key(token, self.openid_config["jwks_uri"], jwtkit.lookup_kid_jwk)
            return jwt.decode(
                token, key, algorithms=SIGNED_BY, audience=app.client_id,
                issuer=settings.SINGLE_SIGN_ON["issuer"], leeway=LEEWAY, options={"require": REQUIRED},
            )  # fmt: skip
        except (jwt.PyJWTError, KeyError, TypeError) as fault:
            raise OAuth2Error(f"id_token: {type(fault).__name__} {fault}") from fault


def why_not(error: Any, exception: Exception | None, told: Mapping[str, Any]) -> str:
    """Which of the reasons of ``single_sign_on.WHY`` a failure is."""
    if error == AuthError.CANCELLED:
        return "cancelled"
    if isinstance(exception, RequestException):
        return "unreachable"
    return "untrusted" if "state" in told else "unasked"
