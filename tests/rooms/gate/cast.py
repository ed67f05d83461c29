"""A city with a project office, a clerk and the security administrator; their password, addresses and the time."""

from datetime import UTC, datetime

from django.contrib.auth.models import User

from ballast.kit.audit import AuditLine
from ballast.rooms.people import actions as people
from ballast.rulebook.terms import AreaKind, Role
from town import official

NOON = datetime(2025, 8, 20, 4, tzinfo=UTC)
PASSWORD = "kai gong 2025!"
OFFICE, CAFE = "10.1.2.3", "203.0.113.9"
PEOPLE = (
    ("office", "闻思齐", Role.PROJECT_OFFICE),
    ("clerk", "倪书言", Role.REPORTER),
    ("guard", "安知行", Role.SECURITY_ADMIN),
)


def settle() -> dict[str, User]:
    """The accounts by name."""
    city = people.establish("990000", "清河市", kind=AreaKind.CITY)
    for username, name, role in PEOPLE:
        official(username, role, city, name=name, office="清河市项目办", password=PASSWORD)
    User.objects.update(date_joined=NOON)
    return {user.username: user for user in User.objects.all()}


def said(*acts: str) -> list[tuple[str, str, str]]:
    """Actor, object and result of the audit lines of these acts, the first first."""
    return list(AuditLine.objects.filter(act__in=acts).order_by("id").values_list("actor", "object", "result"))
