"""Setting tasks and targets by the form of a year: looked at first, then recorded, all of it or nothing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ballast.kit import audit, files
from ballast.kit.ledger import journal
from ballast.kit.ledger.journal import Recorded, Writer
from ballast.kit.ledger.models import Source, StoredFile
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import CellFault, OfficialCard
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry import queries as projects
from ballast.rooms.registry.cards import DevelopedCard, TaskCard
from ballast.rooms.reporting.actions.record import report
from ballast.rooms.reporting.actions.try_in import kept_file
from ballast.rooms.reporting.cards import IndicatorCard, TargetCard
from ballast.rooms.reporting.loop import hands
from ballast.rooms.reporting.loop.gate import CITY_TIME
from ballast.rooms.reporting.loop.hands import Hands
from ballast.rooms.reporting.queries.seals import sealed_months
from ballast.rooms.reporting.tasks import known, reading
from ballast.rooms.reporting.tasks.cells import How
from ballast.rooms.reporting.tasks.layout import PROJECTS, PUBLISHED, Layout
from ballast.rooms.reporting.tasks.reading import Filled
from ballast.rooms.reporting.tasks.weighing import Change, Known, Weighed, weigh
from ballast.rulebook.powers import Power


class TasksRefused(Refusal):
    """The form was not taken; ``faults`` name every cell that is wrong."""

    def __init__(self, faults: Sequence[CellFault]) -> None:
        said = Sentence(f"有 {len(faults)} 处不对，一格也没有记入",
                        f"Cells that are wrong: {len(faults)}; nothing was recorded")  # fmt: skip
        super().__init__(said, where=faults[0].where, code="tasks_refused")
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class TasksTrial:
    """What a form would do: ``sha256`` leads to the kept file, by which it is recorded without being sent again."""

    name: str
    sha256: str
    year: int
    changes: tuple[Change, ...]
    faults: tuple[CellFault, ...]
    warnings: tuple[CellFault, ...]


@dataclass(frozen=True, slots=True)
class TasksSet:
    """What was recorded: cells, and of how many projects and areas; ``warnings`` were said all the same."""

    year: int
    cells: int
    projects: int
    areas: int
    recorded: Recorded
    warnings: tuple[CellFault, ...]


def at_the_server(by: str) -> Hands:
    """The hands of whoever runs the command line: the office itself."""
    return hands.of_the_office(by)


def setter(official: OfficialCard | None, *, at: datetime) -> Hands:
    """The hands of an official who may set tasks, or targets. Raises people.NotAllowed."""
    return hands.of(official, Power.TARGETS if people.may(official, Power.TARGETS) else Power.TASKS, at=at)


def try_tasks(data: bytes, name: str, *, mine: Hands, at: datetime) -> TasksTrial:
    """What a filled form would change and what is wrong with it; nothing is recorded but the file. Raises Refusal."""
    filled = reading.read(data, name)
    kept = files.keep(data, name, at=at, by=mine.by)
    found = _weighed(filled, mine, at)
    return TasksTrial(name, kept.sha256, filled.year, _all(found, lambda one: one.changes),
                      _all(found, lambda one: one.faults), _all(found, lambda one: one.warnings))  # fmt: skip


def set_tasks(data: bytes, name: str, *, mine: Hands, at: datetime) -> TasksSet:
    """Record what a filled form changes. Raises TasksRefused with every fault, and Refusal for what is no form."""
    try:
        return _set(data, name, mine, at)
    except Refusal as refused:
        detail = {"code": refused.code, "where": refused.where, "faults": len(getattr(refused, "faults", ()))}
        audit.write("set_tasks", at=at, actor=mine.by, object=name, result=audit.REFUSED, detail=detail)
        raise


def _set(data: bytes, name: str, mine: Hands, at: datetime) -> TasksSet:
    with journal.entry(at=at, by=mine.by, action="set tasks") as writer:
        filled = reading.read(data, name)
        found = _weighed(filled, mine, at)
        if faults := _all(found, lambda one: one.faults):
            raise TasksRefused(faults)
        file = files.keep(data, name, at=at, by=mine.by)
        done = Recorded()
        for one in found:
            done += _recorded(one, file, writer)
        changes: tuple[Change, ...] = _all(found, lambda one: one.changes)
        made = TasksSet(
            filled.year, len(changes), _subjects(found, projects=True), _subjects(found, projects=False), done,
            _all(found, lambda one: one.warnings),
        )  # fmt: skip
        _note(made, changes, file, writer)
    return made


def set_tasks_kept(sha256: str, *, mine: Hands, at: datetime) -> TasksSet:
    """Record a form that was tried before. Raises NotKept; else as ``set_tasks``."""
    kept = kept_file(sha256)
    return set_tasks(files.read(kept), kept.name, mine=mine, at=at)


def _weighed(filled: Filled, mine: Hands, at: datetime) -> list[Weighed]:
    year, sealed, book = filled.year, sealed_months(filled.year), known.book_of(filled.year, _month(at))
    held = mine.reach(Power.TASKS)
    found = []
    for sheet in filled.sheets:
        if sheet.layout is PROJECTS:
            stands = known.projects(held, year)
            issued = known.projects(held, year, at=filled.issued) if filled.issued else {}
            lacking = {row.key[0] for row in sheet.rows if row.key not in stands}
            strangers = projects.among(lacking, held=projects.EVERYWHERE) if lacking else ()
            held_against = Known(stands, issued, sealed, year, open=True, strangers=frozenset(strangers))
        else:
            rows = known.OF_AREAS[sheet.layout]
            stands, issued = rows(book, year), rows(book, year, at=filled.issued) if filled.issued else {}
            may = mine.at_the_server or people.may(mine.official, Power.TARGETS)
            held_against = Known(stands, issued, sealed, year, open=may)
        found.append(weigh(sheet, held_against))
    return found


def _month(at: datetime) -> str:
    return f"{at.astimezone(CITY_TIME):%Y-%m}"


def _recorded(one: Weighed, file: StoredFile, writer: Writer) -> Recorded:
    """Each column under the source that names it."""
    by_column: dict[str, list[Change]] = {}
    for change in one.changes:
        by_column.setdefault(change.column.key, []).append(change)
    done = Recorded()
    for key, changes in by_column.items():
        letter = one.sheet.letters[key]
        writer.source = Source.objects.create(
            kind="tasks", file=file, place=one.sheet.layout.name, received_at=writer.moment, received_by=writer.by,
            columns=dict.fromkeys(_fields(one.sheet.layout, key), letter),
        )  # fmt: skip
        if one.sheet.layout is PROJECTS:
            done += registry.describe([_of_project(change, one.known.year) for change in changes], writer=writer)
        else:
            make = _published if one.sheet.layout is PUBLISHED else _of_area
            done += report([make(change, one.known.year) for change in changes], writer=writer)
    return done


def _fields(layout: Layout, key: str) -> tuple[str, ...]:
    """The fields of a fact that a column's cells may become."""
    if layout is PROJECTS:
        return ("developed_mu",) if key == "developed" else ("task",)
    return ("year_to_date",) if layout is PUBLISHED else ("amount", "percent")


def _of_project(change: Change, year: int) -> TaskCard | DevelopedCard:
    project, said, row = change.row.subject, change.after, change.number
    if change.column.key == "developed":
        return DevelopedCard(project_id=project, developed_mu=said, row=row)  # type: ignore[arg-type]
    return TaskCard(project_id=project, month=f"{year}-{change.column.key}", task=said, row=row)  # type: ignore[arg-type]


def _of_area(change: Change, year: int) -> TargetCard:
    key = change.column.key
    value: dict[str, Any] = {"percent" if change.row.how is How.PERCENT else "amount": change.after}
    return TargetCard(
        area_id=change.row.subject, target=str(change.row.said["target"]), row=change.number,
        period=str(year) if key == "year" else f"{year}-{key}", **value,
    )  # fmt: skip


def _published(change: Change, year: int) -> IndicatorCard:
    code, _, industry = str(change.row.said["target"]).partition(".")
    return IndicatorCard(
        area_id=change.row.subject, indicator=code, lead_industry=industry, month=f"{year}-{change.column.key}",
        year_to_date=change.after, row=change.number,  # type: ignore[arg-type]
    )  # fmt: skip


def _subjects(found: Iterable[Weighed], *, projects: bool) -> int:
    told = [one for sheet in found if (sheet.sheet.layout is PROJECTS) is projects for one in sheet.changes]
    return len({one.row.subject for one in told})


def _note(made: TasksSet, changes: Sequence[Change], file: StoredFile, writer: Writer) -> None:
    detail = {
        "year": made.year, "cells": made.cells, "projects": made.projects, "areas": made.areas, "sha256": file.sha256,
        "columns": sorted({one.column.heading for one in changes}), "warnings": len(made.warnings),
    }  # fmt: skip
    audit.write("set_tasks", at=writer.moment, actor=writer.by, object=f"{made.year} {file.name}",
                result="done" if changes else "unchanged", detail=detail)  # fmt: skip
    for one in changes:
        if one.withdrawn:
            told = {"column": one.column.heading, "was": one.was, "reason": one.reason, "sha256": file.sha256}
            audit.write("withdraw_task", at=writer.moment, actor=writer.by, object=f"{one.of} {made.year}", detail=told)


def _all(found: Iterable[Weighed], part: Callable[[Weighed], Iterable[Any]]) -> tuple[Any, ...]:
    return tuple(one for sheet in found for one in part(sheet))
