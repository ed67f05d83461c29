"""Frozen cards of areas and officials, as they travel between rooms."""

from dataclasses import dataclass

from ballast.rulebook.terms import AreaKind, Role


@dataclass(frozen=True, slots=True)
class AreaCard:
    """One area; ``county_code`` is its own code, or its parent county's for a park."""

    id: int
    code: str
    name: str
    kind: AreaKind
    parent_code: str
    county_code: str
    aliases: tuple[str, ...]
    position: int


@dataclass(frozen=True, slots=True)
class OfficialCard:
    """A person who signs in, and the area they answer for."""

    id: int
    username: str
    name: str
    role: Role
    office: str
    area_id: int
    area_code: str
    area_kind: AreaKind
