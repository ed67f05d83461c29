"""A program at the door of the interface: the token a member of the cast lends it, and what it is answered."""

import json
from datetime import date, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from ballast.rooms.gate import actions as gate
from ballast.rooms.people import queries as people
from ballast.rulebook.powers import ADMINISTRATIVE, Power


def token(username: str, *powers: Power, until: date | None = None) -> str:
    """A token of a member of the cast with all powers they hold over business, or those named."""
    user, at = get_user_model().objects.get(username=username), timezone.now()
    official = people.official_of(user, on=timezone.localdate(at))
    held = frozenset(power for power in Power if people.may(official, power)) - ADMINISTRATIVE
    last = until or timezone.localdate(at) + timedelta(days=30)
    return gate.issue_token(user, "test", frozenset(powers) or held, expires_on=last, at=at)


def sent(secret: str, verb: str, path: str, body: Any = None, **headers: str) -> Any:
    """What the interface answers a token."""
    asked = {"content_type": "application/json", **({"data": json.dumps(body)} if body is not None else {})}
    bearing = {"HTTP_AUTHORIZATION": f"Bearer {secret}"} if secret else {}
    return getattr(Client(), verb)(path, **asked, **bearing, **headers)
