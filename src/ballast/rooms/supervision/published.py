"""Lights as they were published: the newest edition of every sealed month, and whether it is still as it was fixed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime

from ballast.kit.ledger import canonical
from ballast.kit.ledger.verification import Finding
from ballast.kit.sentence import Sentence
from ballast.rooms.supervision.models import LitArea, LitDepartment, LitMonth, LitProject
from ballast.rulebook import months
from ballast.rulebook.measures.facts import Past

FAR = 24  # months back that a rule may count published lights


def editions(*, until: str = "9999-12", at: datetime | None = None) -> dict[str, LitMonth]:
    """The newest edition of each month before or at ``until``, by month; as it was at ``at``."""
    found = LitMonth.objects.filter(month__lte=until).order_by("month", "edition")
    return {one.month: one for one in (found if at is None else found.filter(moment__lte=at))}


def past_of_projects(month: str, ids: Collection[int] | None = None) -> dict[int, Past]:
    """The published lights of the months before ``month``, by project, light and month."""
    kept = _before(month)
    found: defaultdict[int, dict[str, dict[str, str]]] = defaultdict(dict)
    lines = LitProject.objects.filter(lit__in=kept)
    for project, lit, lights in (lines if ids is None else lines.filter(project__in=ids)).values_list(
        "project_id", "lit_id", "lights"
    ):
        for code, said in lights.items():
            found[project].setdefault(code, {})[kept[lit]] = said
    return dict(found)


def past_of_areas(month: str) -> dict[str, Past]:
    """As of projects, by the area's code."""
    kept = _before(month)
    return _by_light(LitArea.objects.filter(lit__in=kept).values_list("area__code", "lit_id", "lights"), kept)


def past_of_departments(month: str) -> dict[str, Past]:
    """As of projects, by the department's name."""
    kept = _before(month)
    return _by_light(LitDepartment.objects.filter(lit__in=kept).values_list("department", "lit_id", "lights"), kept)


def _by_light(lines: Iterable[tuple[str, int, dict[str, str]]], kept: dict[int, str]) -> dict[str, Past]:
    found: defaultdict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for code, lit, lights in lines:
        for light, said in lights.items():
            found[code].setdefault(light, {})[kept[lit]] = said
    return dict(found)


def _before(month: str) -> dict[int, str]:
    """The editions that count as published before ``month``: their ids with their months."""
    first = months.before(month, FAR)
    return {one.pk: of for of, one in editions(until=months.before(month, 1)).items() if of >= first}


def line_text(subject: str, lights: Mapping[str, str], stalls: Mapping[str, str]) -> str:
    """One line of a fixed month as its hash is taken over."""
    return f"{subject} {canonical.json_text(dict(lights))} {canonical.json_text(dict(stalls))}"


def verify() -> Iterator[Finding]:
    """Every fixed month whose lines no longer add up to its hash."""
    for kept in LitMonth.objects.order_by("pk"):
        chain = canonical.Chain(kept.book)
        for one in kept.lines.order_by("pk").iterator(5_000):
            chain.add(line_text(f"P{one.project_id} {one.stage}", one.lights, one.stalls))
        for around in kept.areas.order_by("pk"):
            chain.add(line_text(f"A{around.area_id}", around.lights, {}))
        for one_office in kept.departments.order_by("pk"):
            chain.add(line_text(f"D{one_office.department}", one_office.lights, {}))
        if chain.hash() != kept.hash:
            yield Finding(
                f"lights {kept.month} edition {kept.edition}",
                Sentence("亮灯结果与封账时的哈希不符", "the lights no longer match the hash taken at the seal"),
            )
