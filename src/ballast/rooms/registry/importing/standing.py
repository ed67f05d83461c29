"""What the registry knows before an import, read once inside its transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ballast.rooms.people.cards import AreaCard
from ballast.rooms.registry import models
from ballast.rulebook.likeness import Subject

BLANK: dict[str, Any] = {
    field.attname: "" if field.get_internal_type() in ("CharField", "TextField") else None
    for field in models.Profile.payload()
    if field.attname != "project_id"
}


@dataclass(slots=True)
class Standing:
    """One project as it stands: its fields, its fact (to name its cell)."""

    project_id: int
    profile: dict[str, Any]


PROFILE = tuple(BLANK)


def standing() -> list[Standing]:
    """Every project with the card that stands, in the order of enrolment."""
    found = models.Profile.objects.current().order_by("project_id").values("project_id", *PROFILE).iterator(5_000)
    return [Standing(values.pop("project_id"), values) for values in found]


def merged(*, at: datetime | None = None) -> dict[int, int]:
    """For every project found to be another one: the project it is, as known at ``at``."""
    stands = models.Merge.objects.known(at).values_list("project_id", "into_id")
    into = dict(stands)
    return {project: _end(project, into) for project in into}


def cell(project_id: int, name: str) -> str:
    """Where one field of a project's card was read from; its serial where that was no sheet."""
    fact = models.Profile.objects.current().select_related("source__file", "project").get(project_id=project_id)
    return str(fact.cell(name) or fact.project)


def subject(profile: dict[str, Any], areas: dict[int, AreaCard]) -> Subject:
    """What tells a project from another."""
    area = areas.get(profile["area_id"])
    return Subject(
        name=profile["name"], area=area.county_code if area else "", project_code=profile.get("project_code", ""),
        credit_code=profile.get("credit_code", ""), owner=profile.get("owner", ""), site=profile.get("site", ""),
    )  # fmt: skip


def _end(project: int, into: dict[int, int]) -> int:
    seen = {project}
    while (following := into.get(project)) is not None and following not in seen:
        seen.add(following)
        project = following
    return project
