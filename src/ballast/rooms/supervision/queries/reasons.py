"""Why a project, an area or a department is lit as it is."""

from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rooms.supervision.cases import Subject
from ballast.rooms.supervision.gathering import Figures
from ballast.rooms.supervision.models import LitArea, LitDepartment, LitProject
from ballast.rooms.supervision.published import editions
from ballast.rooms.supervision.rules import judged
from ballast.rooms.supervision.why import Why, reasons


def why(serial: str, month: str, *, held: Reach) -> list[Why] | None:
    """Every light and stall of a project in a month with its reasons, under the month's own book; None: no project."""
    card = registry.find(serial, held=held)
    if card is None:
        return None
    _, book, _ = judged(month)
    return reasons(book, Subject(project_id=card.project_id), month)


def why_area(code: str, month: str, *, held: Reach, figures: Figures | None = None) -> list[Why] | None:
    """The same of an area; ``figures`` answers for figures of the catalogue."""
    area = people.area_of_code(code)
    if area is None or (held.areas is not None and code not in held.areas):
        return None
    _, book, _ = judged(month)
    return reasons(book, Subject(area_id=area.id), month, figures=figures)


def why_department(name: str, month: str, *, held: Reach) -> list[Why] | None:
    """The same of a department, for whoever sees the whole city; None where no project names it."""
    if held.areas is not None:
        return None
    _, book, _ = judged(month)
    found = reasons(book, Subject(department=name), month)
    return found or None


def past_department_lights(name: str) -> dict[str, dict[str, str]]:
    """The published lights of a department: by month, light to colour or state."""
    kept = {one.pk: month for month, one in editions().items()}
    told = LitDepartment.objects.filter(department=name, lit__in=kept).values_list("lit_id", "lights")
    return dict(sorted((kept[lit], lights) for lit, lights in told))


def past_lights(project_id: int) -> dict[str, dict[str, str]]:
    """The published lights of a project: by month, light to colour or state."""
    kept = {one.pk: month for month, one in editions().items()}
    told = LitProject.objects.filter(project=project_id, lit__in=kept).values_list("lit_id", "lights")
    return dict(sorted((kept[lit], lights) for lit, lights in told))


def past_area_lights(code: str) -> dict[str, dict[str, str]]:
    """The published lights of an area: by month, light to colour or state."""
    kept = {one.pk: month for month, one in editions().items()}
    told = LitArea.objects.filter(area__code=code, lit__in=kept).values_list("lit_id", "lights")
    return dict(sorted((kept[lit], lights) for lit, lights in told))
