"""Lighting: a book's lights and stalls over everything known at a moment; nothing is kept here."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ballast.kit.collector import paused_collector
from ballast.kit.workdays import is_workday
from ballast.rooms.supervision import gathering
from ballast.rooms.supervision.gathering import Figures, Seen
from ballast.rulebook.books import Book
from ballast.rulebook.books.subjects import subjects
from ballast.rulebook.lights.judgement import Judgement, State
from ballast.rulebook.lights.judging import Judge
from ballast.rulebook.measures.facts import AreaFacts, Past, ProjectFacts
from ballast.rulebook.sight.reach import months_back
from ballast.rulebook.sight.seen import DEPARTMENT
from ballast.rulebook.stages import Stage
from ballast.rulebook.stalling import Stalled, Standing, stalled

LEAST_LOOK_BACK = 1
TABLES = ("late", "unreported")
PLACES = ("place", "place_share")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lit:
    """One project lit: its facts, its stage, its lights and the lists of stalls it stands on (others left out)."""

    project_id: int
    facts: ProjectFacts
    stage: Stage
    lights: tuple[Judgement, ...]
    stalls: tuple[Stalled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LitPlace:
    """One area, or one department, lit."""

    facts: AreaFacts
    lights: tuple[Judgement, ...]


def judge_of(book: Book, workday: Callable[[date], bool] = is_workday) -> Judge:
    """A book ready to judge, with the working calendar of the house."""
    return Judge(book, workday)


def projects_of(
    book: Book, seen: Seen, *, ids: Collection[int] | None = None, past: Mapping[int, Past] | None = None
) -> Iterator[tuple[int, ProjectFacts]]:
    """The facts of all projects (of ``ids``) for a book: batch by batch, but held at once where it places projects."""
    if not places_projects(book):
        yield from gathering.projects(seen, ids=ids, past=past)
        return
    found = dict(gathering.projects(seen, past=past))
    peers = tuple(found.values())
    for project_id in found if ids is None else [one for one in ids if one in found]:
        yield project_id, replace(found[project_id], peers=peers)


def light_projects(
    judge: Judge, seen: Seen, *, ids: Collection[int] | None = None, past: Mapping[int, Past] | None = None,
    projects: Mapping[int, ProjectFacts] | None = None,
) -> Iterator[Lit]:  # fmt: skip
    """Every project lit, one after the other; ``projects`` where their facts were gathered already.

    The collector is paused until the last one: nothing made here holds a cycle, and there is very much of it.
    """
    mine = [code for code, light in judge.rules.book.lights.items() if light.of == "project"]
    with paused_collector():
        told = projects_of(judge.rules.book, seen, ids=ids, past=past) if projects is None else projects.items()
        for project_id, facts in told:
            yield _lit(judge, mine, project_id, facts)


def _lit(judge: Judge, mine: list[str], project_id: int, facts: ProjectFacts) -> Lit:
    see: Any = judge.see(facts)
    stalls = [stalled(see, code) for code in judge.rules.book.stall_lists]
    lit = Lit(
        project_id=project_id, facts=facts, stage=see.stage(), lights=tuple([see.light(code) for code in mine]),
        stalls=tuple([found for found in stalls if found.standing is not Standing.OUTSIDE]),
    )  # fmt: skip
    see.forget()
    return lit


def light_areas(
    judge: Judge, seen: Seen, *, projects: Mapping[int, ProjectFacts], figures: Figures | None = None,
    past: Mapping[str, Past] | None = None,
) -> dict[str, LitPlace]:  # fmt: skip
    """Every county and park lit, by code; empty where the book has no light of areas."""
    book = judge.rules.book
    mine = [code for code, light in book.lights.items() if light.of == "area"]
    if not mine:
        return {}
    told = gathering.areas(
        seen, figures=figures, codes=figures_of(book), look_back=look_back(book), tables=reads_tables(book),
        of=gathering.by_area(projects), past=past,
    )  # fmt: skip
    found = {}
    for code, facts in told.items():
        see: Any = judge.see(facts)
        found[code] = LitPlace(facts=facts, lights=tuple(see.light(light) for light in mine))
    return found


def light_departments(
    judge: Judge, seen: Seen, *, projects: Mapping[int, ProjectFacts], past: Mapping[str, Past] | None = None
) -> dict[str, LitPlace]:
    """Every department (the responsible unit of some project) lit, by name; empty where the book has no such light."""
    mine = [code for code, light in judge.rules.book.lights.items() if light.of == DEPARTMENT]
    if not mine:
        return {}
    told = gathering.grouped(seen, gathering.by_department(projects), kind=DEPARTMENT, past=past)
    found = {}
    for name, facts in told.items():
        see: Any = judge.see(facts)
        found[name] = LitPlace(facts=facts, lights=tuple(see.light(light) for light in mine))
    return found


def figures_of(book: Book) -> list[str]:
    """The figures that measures of areas ask for, by code; of the league, as ``sheet.x`` (``told_as``)."""
    asked = [str(use.figure) for use in book.measures.values() if hasattr(use, "figure")]
    asked += [target.figure for target in book.targets.values() if target.figure]
    asked += [use.told_as for use in book.measures.values() if hasattr(use, "told_as")]
    return list(dict.fromkeys(asked))


def places_projects(book: Book) -> bool:
    """Whether some measure of the book places projects among each other."""
    placing = [code for code, (kind, _) in book.uses().items() if kind.code in PLACES]
    return bool(placing) and any("project" in subjects(book)[code] for code in placing)


def look_back(book: Book) -> int:
    """How many months before the one looked at the book's rules may go back to."""
    return max(LEAST_LOOK_BACK, months_back(book))


def reads_tables(book: Book) -> bool:
    """Whether some measure asks how late the monthly tables came."""
    return any(word in kind.code for kind, _ in book.uses().values() for word in TABLES) and any(
        light.of == "area" for light in book.lights.values()
    )


def written(judgement: Judgement) -> str:
    """A light as it is kept: its colour, or the word of its state."""
    return judgement.colour if judgement.state is State.LIT else str(judgement.state)


def stall_written(found: Stalled) -> str:
    """A stall as it is kept: its standing, and since which month it is due."""
    return f"{found.standing} {found.since}".strip()
