"""Who a program speaks for: read from its token, once a request."""

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from ballast.kit import clock
from ballast.rooms.gate import queries as gate
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach


class Token(HttpBearer):
    """``Authorization: Bearer ballast_…``."""

    def authenticate(self, request: HttpRequest, token: str) -> OfficialCard:
        """The official, with no more powers than the token was lent. Raises BadToken."""
        user, official = gate.bearer(token, at=timezone.now())
        request.user = user
        return official


def official(request: HttpRequest) -> OfficialCard:
    """The official behind the request."""
    found: OfficialCard = request.auth  # type: ignore[attr-defined]
    return found


def reach(request: HttpRequest) -> Reach:
    """The projects they may see today."""
    return registry.reach(official(request), on=clock.today())
