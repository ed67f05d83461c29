"""The verbs of the people room."""

from typing import Any

from django.contrib.auth import get_user_model

from ballast.rooms.people.models import Area, Office, Official
from ballast.rulebook.terms import AreaKind, Role


def establish(
    code: str, name: str, *, kind: AreaKind, parent_id: int | None = None, aliases: tuple[str, ...] = (),
    position: int = 0, shape: dict[str, Any] | None = None,
) -> int:  # fmt: skip
    """Set up an area, or bring an existing one (by code) up to date; its id."""
    area, _ = Area.objects.update_or_create(
        code=code,
        defaults={
            "name": name, "kind": kind, "parent_id": parent_id, "aliases": list(aliases),
            "position": position, "shape": shape,
        },
    )  # fmt: skip
    return area.pk


def open_office(name: str, *, area_id: int) -> int:
    """Set up an office of an area; its id."""
    office, _ = Office.objects.get_or_create(name=name, defaults={"area_id": area_id})
    return office.pk


def appoint(username: str, *, name: str, office_id: int, role: Role, password: str) -> int:
    """Give a person an account, an office and a role; the official's id."""
    user, _ = get_user_model().objects.get_or_create(username=username)
    user.set_password(password)
    user.save()
    official, _ = Official.objects.update_or_create(
        user=user, defaults={"name": name, "office_id": office_id, "role": role}
    )
    return official.pk
