"""Who answers for a project, now and then: the panel of the project page."""

from datetime import date
from typing import Any

from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import RoleCard
from ballast.rulebook.terms import ADMINISTRATORS, ProjectRoleKind

ORDER = {str(kind): place for place, kind in enumerate(ProjectRoleKind)}
Said = tuple[ProjectRoleKind, RoleCard]


def answering(project_id: int, *, on: date, at: Any, may_name: bool) -> dict[str, Any]:
    """Those who answer for the project on a day, those who did, and, for one who may, whom to name."""
    told = [(ProjectRoleKind(role.kind), role) for role in registry.roles_of(project_id, at=at)]
    told.sort(key=lambda one: ORDER[one[1].kind])
    now = [one for one in told if _holds(one[1], on)]
    return {
        "now": now,
        "others": [one for one in told if one not in now],
        "phones": any(role.phone for _, role in now) or registry.has_phones(project_id, at=at),
        "kinds": list(ProjectRoleKind) if may_name else [],
        "officials": _officials(on) if may_name else [],
    }


def _holds(role: RoleCard, on: date) -> bool:
    return role.since <= on and (role.until is None or on <= role.until)


def _officials(on: date) -> list[tuple[str, str]]:
    """Accounts that may be named, with their holder and office."""
    held = people.appointments(on=on)
    return [(one.username, f"{one.name} · {one.office.name}") for one in held if one.role not in ADMINISTRATORS]
