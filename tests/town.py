"""The named cast: the officials every test may ask for, one maker, one password."""

from datetime import UTC, date, datetime, timedelta
from functools import cache

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from ballast.kit.ledger.journal import latest_moment
from ballast.rooms.people import actions as people
from ballast.rulebook.terms import Role

PASSWORD = "long-enough-2025"
SINCE = date(2025, 1, 1)
AT = datetime(2025, 1, 1, 1, tzinfo=UTC)

# Who there is in the smallest city: the account, the role, and the area by the word for it.
CAST: dict[str, tuple[Role, str]] = {
    "office": (Role.PROJECT_OFFICE, "city"),
    "county": (Role.COUNTY_OFFICE, "east"),
    "east": (Role.REPORTER, "east"),
    "owner": (Role.OWNER, "east"),
    "steward": (Role.STEWARD, "east"),
    "land": (Role.DEPARTMENT, "city"),
    "leader": (Role.LEADER, "city"),
    "west": (Role.REPORTER, "west"),
    "system": (Role.SYSTEM_ADMIN, "city"),
    "security": (Role.SECURITY_ADMIN, "city"),
    "audit": (Role.AUDIT_ADMIN, "city"),
    "former": (Role.LEADER, "city"),  # until yesterday
}


def official(
    username: str, role: Role, area_id: int, *, name: str = "", office: str = "", since: date = SINCE,
    until: date | None = None, password: str = PASSWORD, at: datetime = AT,
) -> int:  # fmt: skip
    """An account with an appointment in an office of the area; the official's id."""
    office_id = people.open_office(office or f"office of {username}", area_id=area_id)
    official_id = account(username, name=name, password=password, at=at)
    # The ledger's clock never falls back: after a city's story the appointment follows its last moment.
    at = latest_moment() or at
    people.appoint(official_id, office_id=office_id, role=role, since=since, until=until, at=at, by="test")
    return official_id


def account(username: str, *, name: str = "", password: str = PASSWORD, at: datetime = AT) -> int:
    """An account without an appointment; the official's id."""
    return people.open_account(
        username, name=name or username, encoded=_encoded(password), must_change_password=False, at=at, by="test"
    )


def everybody(areas: dict[str, int], *names: str) -> dict[str, int]:
    """The members of the cast (all, or those named) in the areas ``city``, ``east`` and ``west``; their ids."""
    ended = {"former": timezone.localdate() - timedelta(days=1)}
    return {
        name: official(name, role, areas[area], until=ended.get(name))
        for name, (role, area) in CAST.items()
        if name in (names or CAST)
    }


@cache
def _encoded(password: str) -> str:
    """Hashing takes a third of a second, once a run is enough."""
    return make_password(password)
