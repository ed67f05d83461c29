"""The lit lines of a month: as published where it is sealed, else lit now; each with what a board says of a project."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ballast.kit.ledger.models import Entry
from ballast.kit.phones import masked
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import ProfileCard, Reach
from ballast.rooms.supervision import lighting
from ballast.rooms.supervision.gathering import month_end
from ballast.rooms.supervision.models import LitArea, LitDepartment, LitMonth, LitProject
from ballast.rooms.supervision.published import past_of_projects
from ballast.rooms.supervision.rules import book_for, judged
from ballast.rulebook.books import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One project of a board: who it is, its stage, its lights (light to colour or state) and stalls (list to
    standing and month)."""

    project_id: int
    serial: str
    name: str
    area_id: int
    area: str
    county: str
    leader: str
    responsible: str
    total: int | None
    stage: str
    lights: Mapping[str, str]
    stalls: Mapping[str, str]
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLines:
    """The lines of a month under its book; ``edition`` 0 and ``moment`` None: not sealed, lit as of now."""

    month: str
    book: Book
    edition: int
    moment: datetime | None
    lines: tuple[Line, ...]
    areas: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    departments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


_open: dict[str, tuple[tuple[str, int, str], tuple[Line, ...]]] = {}
KEPT = 4


def lines(month: str, *, held: Reach, edition: int = 0) -> MonthLines:
    """The lines of ``month`` that the person asking may see; of an earlier ``edition`` as it was published."""
    kept, book, digest = judged(month)
    if edition and (kept is None or kept.edition != edition):
        kept = LitMonth.objects.get(month=month, edition=edition)
        book = book_for(month, at=kept.moment)[0]
    found = _published(kept) if kept else _lit_now(month, book, digest)
    allowed = registry.within({one.project_id for one in found}, held) if held.areas is not None else None
    seen = tuple(one for one in found if allowed is None or one.project_id in allowed)
    return MonthLines(
        month=month, book=book, edition=kept.edition if kept else 0, moment=kept.moment if kept else None, lines=seen,
        areas=_areas(kept, held) if kept else {}, departments=_departments(kept, held) if kept else {},
    )  # fmt: skip


def _published(kept: LitMonth) -> tuple[Line, ...]:
    told = LitProject.objects.filter(lit=kept).order_by("pk").values_list("project_id", "stage", "lights", "stalls")
    return _named(list(told), kept.moment)


def _lit_now(month: str, book: Book, digest: str) -> tuple[Line, ...]:
    """Lit anew, unless nothing was recorded and no month's lights were fixed since it was lit last."""
    state = Entry.objects.order_by("-id").values_list("hash", flat=True).first() or ""
    head = (state, LitMonth.objects.order_by("-pk").values_list("pk", flat=True).first() or 0, digest)
    if month in _open and _open[month][0] == head:
        return _open[month][1]
    judge, seen = lighting.judge_of(book), month_end(month)
    told = [
        (
            one.project_id, str(one.stage), {light.light: lighting.written(light) for light in one.lights},
            {stall.stall: lighting.stall_written(stall) for stall in one.stalls},
        )
        for one in lighting.light_projects(judge, seen, past=past_of_projects(month))
    ]  # fmt: skip
    found = _named(told, None)
    if len(_open) >= KEPT:
        _open.pop(next(iter(_open)))
    _open[month] = (head, found)
    return found


def _named(told: list[tuple[int, str, dict[str, str], dict[str, str]]], at: datetime | None) -> tuple[Line, ...]:
    cards, areas = registry.profiles(at=at), {area.id: area for area in people.areas()}
    counties = {area.code: area.name for area in areas.values()}
    serials = registry.serials([project for project, *_ in told])
    return tuple(
        _line(project, serials[project], card, areas[card.area_id].name, counties[areas[card.area_id].county_code],
              stage, lights, stalls)
        for project, stage, lights, stalls in told
        if (card := cards.get(project)) is not None
    )  # fmt: skip


def _line(
    project: int, serial: str, card: ProfileCard, area: str, county: str, stage: str, lights: dict[str, str],
    stalls: dict[str, str],
) -> Line:  # fmt: skip
    return Line(
        project_id=project, serial=serial, name=card.name, area_id=card.area_id, area=area, county=county,
        leader=card.linked_leader, responsible=masked(card.responsible), total=card.total_investment, stage=stage,
        lights=lights, stalls=stalls, owner=card.owner,
    )  # fmt: skip


def _areas(kept: LitMonth, held: Reach) -> dict[str, dict[str, str]]:
    told = LitArea.objects.filter(lit=kept).order_by("area__position").values_list("area__code", "lights")
    return {code: lights for code, lights in told if held.areas is None or code in held.areas}


def _departments(kept: LitMonth, held: Reach) -> dict[str, dict[str, str]]:
    """For whoever sees the whole city: a department's light tells of projects in every county."""
    if held.areas is not None:
        return {}
    return dict(LitDepartment.objects.filter(lit=kept).order_by("pk").values_list("department", "lights"))
