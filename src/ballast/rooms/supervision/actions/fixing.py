"""Fixing the lights of a sealed month: what was lit under the book in force, as known at the seal, for good."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from django.db import transaction

from ballast.kit import audit
from ballast.kit.ledger import canonical
from ballast.rooms.people import queries as people
from ballast.rooms.supervision import lighting
from ballast.rooms.supervision.gathering import Figures, month_end
from ballast.rooms.supervision.lighting import Lit, LitPlace
from ballast.rooms.supervision.models import LitArea, LitDepartment, LitMonth, LitProject
from ballast.rooms.supervision.published import line_text, past_of_areas, past_of_departments
from ballast.rooms.supervision.queries.weighing import month_projects
from ballast.rooms.supervision.rules import book_for
from ballast.rulebook.measures.facts import ProjectFacts

CHUNK = 2_000


def light_month(
    month: str, *, edition: int, at: datetime, by: str, figures: Figures | None = None,
    projects: Mapping[int, ProjectFacts] | None = None,
) -> None:  # fmt: skip
    """Light a month as known at ``at``, the moment of its seal, and keep it as its edition.

    ``projects`` are the facts where they were gathered already.
    Stands or falls with the seal it belongs to. A month whose book has no lights and no stalls is kept empty.
    """
    book, digest = book_for(month, at=at)
    judge, seen = lighting.judge_of(book), month_end(month, at)
    told = month_projects(month, at=at) if projects is None else projects
    lit = list(lighting.light_projects(judge, seen, projects=told)) if book.lights or book.stall_lists else []
    facts = {one.project_id: one.facts for one in lit}
    places = lighting.light_areas(judge, seen, projects=facts, figures=figures, past=past_of_areas(month))
    offices = lighting.light_departments(judge, seen, projects=facts, past=past_of_departments(month))
    areas = {area.code: area.id for area in people.areas()}
    lines, around, answering = list(_lines(lit)), list(_around(places, areas)), list(_answering(offices))
    chain = canonical.Chain(digest)
    for text in (*(line_text(f"P{one.project_id} {one.stage}", one.lights, one.stalls) for one in lines),
                 *(line_text(f"A{one.area_id}", one.lights, {}) for one in around),
                 *(line_text(f"D{one.department}", one.lights, {}) for one in answering)):  # fmt: skip
        chain.add(text)
    with transaction.atomic():
        kept = LitMonth.objects.create(
            month=month, edition=edition, moment=at, book=digest, projects=len(lines), hash=chain.hash()
        )
        for one in lines:
            one.lit = kept
        for place in around:
            place.lit = kept
        for office in answering:
            office.lit = kept
        LitProject.objects.bulk_create(lines, CHUNK)
        LitArea.objects.bulk_create(around, CHUNK)
        LitDepartment.objects.bulk_create(answering, CHUNK)
        detail = {"edition": edition, "book": digest, "projects": len(lines), "hash": kept.hash}
        audit.write("light", at=at, actor=by, object=month, detail=detail)


def _lines(lit: list[Lit]) -> Iterator[LitProject]:
    for one in lit:
        lights = {judged.light: lighting.written(judged) for judged in one.lights}
        stalls = {found.stall: lighting.stall_written(found) for found in one.stalls}
        yield LitProject(project_id=one.project_id, stage=one.stage, lights=lights, stalls=stalls)


def _around(places: dict[str, LitPlace], areas: dict[str, int]) -> Iterator[LitArea]:
    for code, place in places.items():
        lights = {judged.light: lighting.written(judged) for judged in place.lights}
        yield LitArea(area_id=areas[code], lights=lights)


def _answering(found: dict[str, LitPlace]) -> Iterator[LitDepartment]:
    for name, one in found.items():
        yield LitDepartment(department=name, lights={judged.light: lighting.written(judged) for judged in one.lights})
