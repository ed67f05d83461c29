"""Why a light is lit or a project stalls: rule, clause, arithmetic, the cells it rests on, and what would end it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from ballast.kit.ledger.history import Cell
from ballast.kit.sentence import Sentence
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.supervision import gathering, lighting
from ballast.rooms.supervision.cases import Subject
from ballast.rooms.supervision.gathering import Figures, Seen, month_end
from ballast.rooms.supervision.published import editions, past_of_areas, past_of_departments, past_of_projects
from ballast.rulebook.books import Book
from ballast.rulebook.lights.explaining import explained
from ballast.rulebook.lights.judgement import Reckoned, State
from ballast.rulebook.measures.measured import Input
from ballast.rulebook.sight.seen import DEPARTMENT
from ballast.rulebook.stalling import Standing, reckoned, stalled, told

CELLS = (registry.cell, lifecycle.cell, reporting.cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """One light (``lights.start``) or list (``stall_lists.x``) of one subject, with its reasons.

    ``kept`` is the light as it is kept: a colour, or the word of a state; ``cells`` are the inputs that stand in the
    ledger, each with where it came from.
    """

    code: str
    kept: str
    aspect: Sentence
    colour: Sentence
    clause: Sentence
    rule: Sentence
    reckoned: tuple[Reckoned, ...]
    ends: tuple[Sentence, ...]
    cells: tuple[tuple[Input, Cell], ...] = ()


def reasons(
    book: Book, subject: Subject, month: str, codes: Sequence[str] = (), *, figures: Figures | None = None
) -> list[Why]:
    """Why each of ``codes`` (empty: all) that is lit or stalls is so, seen as the month was published, else as now."""
    kept = editions().get(month)
    seen = month_end(month, kept.moment if kept else None)
    see = sight(book, subject, seen, figures=figures)
    if see is None:
        return []
    wanted = codes or [
        *(f"lights.{code}" for code, light in book.lights.items() if light.of == see.of),
        *(f"stall_lists.{code}" for code in book.stall_lists if see.kind == "project"),
    ]
    found = [_light(see, code) if code.startswith("lights.") else _stall(see, code) for code in wanted]
    return [_with_cells(one, subject, seen.at) for one in found if one is not None]


def sight(book: Book, subject: Subject, seen: Seen, *, figures: Figures | None = None) -> Any:
    """One subject's facts seen under a book; None where it is not known."""
    judge = lighting.judge_of(book)
    if subject.project_id is not None:
        known = past_of_projects(seen.month, [subject.project_id])
        return next(
            (judge.see(facts) for _, facts in lighting.projects_of(book, seen, ids=[subject.project_id], past=known)),
            None,
        )
    projects = dict(lighting.projects_of(book, seen))
    if subject.department:
        past, of = past_of_departments(seen.month), gathering.by_department(projects)
        offices = gathering.grouped(seen, of, kind=DEPARTMENT, past=past)
        return judge.see(offices[subject.department]) if subject.department in offices else None
    code = next((area.code for area in people.areas() if area.id == subject.area_id), "")
    told = gathering.areas(
        seen, figures=figures, codes=lighting.figures_of(book), look_back=lighting.look_back(book),
        tables=lighting.reads_tables(book), of=gathering.by_area(projects), past=past_of_areas(seen.month),
    )  # fmt: skip
    return judge.see(told[code]) if code in told else None


def _light(see: Any, code: str) -> Why | None:
    name = code.partition(".")[2]
    if name not in see.rules.book.lights:
        return None
    judged = see.light(name)
    if judged.state is State.NOT_APPLICABLE:
        return None
    one = explained(see, name)
    return Why(
        code=code, kept=lighting.written(judged), aspect=one.aspect, colour=one.colour, clause=one.clause,
        rule=one.rule, reckoned=one.reckoned, ends=one.ends,
    )  # fmt: skip


def _stall(see: Any, code: str) -> Why | None:
    name = code.partition(".")[2]
    rule = see.rules.book.stall_lists.get(name)
    if rule is None:
        return None
    found = stalled(see, name)
    if found.standing is Standing.OUTSIDE:
        return None
    return Why(
        code=code, kept=lighting.stall_written(found), aspect=rule.label, colour=found.standing.label,
        clause=rule.clause, rule=told(see.rules.book, found), reckoned=reckoned(see, name), ends=(),
    )  # fmt: skip


def _with_cells(one: Why, subject: Subject, at: datetime | None) -> Why:
    """The reasons with the cells of what stands in the ledger; an area's figures rest on many, its targets on one."""
    cells: dict[tuple[str, tuple[str, ...]], tuple[Input, Cell]] = {}
    for said in one.reckoned:
        for told_input in said.measured.inputs:
            key = (told_input.fact, told_input.key)
            if told_input.fact and told_input.value is not None and key not in cells:
                where = _of_subject(subject, told_input, at)
                if where is not None:
                    cells[key] = (told_input, where)
    return replace(one, cells=tuple(cells.values()))


def cells(project_id: int, inputs: Iterable[Input], *, at: datetime | None) -> list[tuple[Input, Cell]]:
    """Where inputs of a project's measures stand in the ledger; those that stand nowhere are left out."""
    found = ((one, _cell(project_id, one, at)) for one in inputs if one.fact and one.value is not None)
    return [(one, cell) for one, cell in found if cell is not None]


def _of_subject(subject: Subject, said: Input, at: datetime | None) -> Cell | None:
    if subject.project_id is not None:
        return _cell(subject.project_id, said, at)
    return reporting.target_cell(subject.area_id, said.fact, said.key, at=at) if subject.area_id else None


def _cell(project_id: int, said: Input, at: datetime | None) -> Cell | None:
    return next((cell for ask in CELLS if (cell := ask(project_id, said.fact, said.key, at=at)) is not None), None)
