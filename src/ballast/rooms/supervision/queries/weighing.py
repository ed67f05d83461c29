"""Areas, and groups of projects taken as areas, seen under a book: what may be measured and ranked."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ballast.rooms.supervision import gathering, lighting
from ballast.rooms.supervision.gathering import Figures, Seen, month_end
from ballast.rooms.supervision.published import past_of_areas, past_of_projects
from ballast.rooms.supervision.rules import book_for
from ballast.rulebook.books import Book
from ballast.rulebook.lights.judging import Judge
from ballast.rulebook.measures.facts import ProjectFacts

# A group of projects by what stands on their card; empty keys make no group.
GROUPS: dict[str, Callable[[ProjectFacts], str]] = {
    "leader": lambda one: one.linked_leader, "department": lambda one: one.responsible,
    "office": lambda one: one.responsible,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One subject: its code and name, its classes in the book, its projects' ids in their order, and its sight."""

    code: str
    name: str
    classes: frozenset[str]
    projects: tuple[int, ...]
    see: Any


@dataclass(frozen=True, slots=True)
class Scales:
    """A month's projects gathered once, to be weighed by area and by group under its book."""

    book: Book
    seen: Seen
    projects: Mapping[int, ProjectFacts]
    figures: Figures | None
    judge: Judge

    def weigh(self, of: str, *, tables: bool = False) -> list[Weighed]:
        """Every subject of a kind: ``county`` and ``park``, or projects by ``leader``, ``department``, ``office``."""
        return self._groups(GROUPS[of]) if of in GROUPS else self._areas(of, tables)

    def _areas(self, kind: str, tables: bool) -> list[Weighed]:
        ids: defaultdict[str, list[int]] = defaultdict(list)
        for project, facts in self.projects.items():
            for code in dict.fromkeys((facts.area, facts.county)):
                ids[code].append(project)
        told = gathering.areas(
            self.seen, figures=self.figures, codes=lighting.figures_of(self.book), tables=tables,
            look_back=lighting.look_back(self.book), of=gathering.by_area(self.projects),
            past=past_of_areas(self.seen.month),
        )  # fmt: skip
        return [
            Weighed(
                code=code, name=facts.name, classes=self.book.classes_of(code, facts.name),
                projects=tuple(ids[code]), see=self.judge.see(facts),
            )
            for code, facts in told.items()
            if facts.kind == kind
        ]  # fmt: skip

    def _groups(self, key: Callable[[ProjectFacts], str]) -> list[Weighed]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for project, facts in self.projects.items():
            if name := key(facts):
                found[name].append(project)
        told = gathering.grouped(self.seen, {name: [self.projects[one] for one in ids] for name, ids in found.items()})
        return [
            Weighed(
                code=facts.code, name=facts.name, classes=self.book.classes_of(facts.code),
                projects=tuple(found[facts.code]), see=self.judge.see(facts),
            )
            for facts in told.values()
        ]  # fmt: skip


def month_projects(month: str, *, at: datetime | None) -> dict[int, ProjectFacts]:
    """The facts of every project at a month's end as known at ``at``; empty where the book in force asks for none."""
    book, _ = book_for(month, at=at)
    if not (book.lights or book.stall_lists or book.scoring):
        return {}
    return dict(lighting.projects_of(book, month_end(month, at), past=past_of_projects(month)))


def scales(
    book: Book, month: str, *, at: datetime | None, figures: Figures | None = None,
    projects: Mapping[int, ProjectFacts] | None = None,
) -> Scales:  # fmt: skip
    """A month as known at ``at``, to be weighed under ``book``; ``projects`` where they were gathered already."""
    seen = month_end(month, at)
    told = projects or dict(lighting.projects_of(book, seen, past=past_of_projects(month)))
    return Scales(book, seen, told, figures, lighting.judge_of(book))
