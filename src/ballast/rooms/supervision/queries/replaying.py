"""Replay: what a month would have looked like under another book, and which lights would change, and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rooms.supervision import gathering, lighting
from ballast.rooms.supervision.gathering import Figures, Seen, month_end
from ballast.rooms.supervision.published import past_of_areas, past_of_departments, past_of_projects
from ballast.rooms.supervision.rules import judged
from ballast.rulebook.books import Book
from ballast.rulebook.lights.explaining import explained
from ballast.rulebook.lights.judgement import State
from ballast.rulebook.measures.facts import AreaFacts, ProjectFacts
from ballast.rulebook.sight.seen import DEPARTMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One light that would be another: from what to what, and by which rule and sums; only a project has a serial."""

    serial: str
    name: str
    light: str
    before: str
    after: str
    rule: Sentence
    sums: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """A month under its own book and under another: counts by light and colour of each, and every change."""

    month: str
    own: Book
    other: Book
    before: dict[str, Counter[str]]
    after: dict[str, Counter[str]]
    changes: tuple[Changed, ...]


def replay(book: Book, month: str, *, figures: Figures | None = None) -> Replay:
    """Light ``month``, as known at its seal (now, where it is open), under ``book`` and under its own.

    Lights of one name are held against each other; one that only the other book has was not lit before, and is told
    where it shows a colour. Where a rule counts the months before, its own book counts them as published, the other
    as if it had held all along.
    """
    kept, own, _ = judged(month)
    seen = month_end(month, kept.moment if kept else None)
    beside = _Beside(own, book)
    held: dict[int, ProjectFacts] = {}
    placing = book if lighting.places_projects(book) else own
    for project, facts in lighting.projects_of(placing, seen, past=past_of_projects(month)):
        beside.add(facts)
        if beside.wide:
            held[project] = facts
    for around in _around(own, book, seen, held, figures):
        beside.add(around)
    return Replay(
        month=month, own=own, other=book, before=beside.before, after=beside.after, changes=tuple(beside.changes)
    )


def _around(
    own: Book, book: Book, seen: Seen, held: dict[int, ProjectFacts], figures: Figures | None
) -> Iterator[AreaFacts]:
    """The areas and the departments, where a light of either book is of them."""
    both, of = (own, book), {light.of for one in (own, book) for light in one.lights.values()}
    if "area" in of:
        yield from gathering.areas(
            seen, figures=figures, codes=[code for one in both for code in lighting.figures_of(one)],
            look_back=max(map(lighting.look_back, both)), tables=any(map(lighting.reads_tables, both)),
            of=gathering.by_area(held), past=past_of_areas(seen.month),
        ).values()  # fmt: skip
    if DEPARTMENT in of:
        past, offices = past_of_departments(seen.month), gathering.by_department(held)
        yield from gathering.grouped(seen, offices, kind=DEPARTMENT, past=past).values()


class _Beside:
    """The lights of subjects under two books: how many of each colour, and every one that would be another."""

    def __init__(self, own: Book, other: Book) -> None:
        self.now, self.then = lighting.judge_of(own), lighting.judge_of(other)
        self.before: dict[str, Counter[str]] = {code: Counter() for code in own.lights}
        self.after: dict[str, Counter[str]] = {code: Counter() for code in other.lights}
        self.changes: list[Changed] = []
        self.wide = any(light.of != "project" for book in (own, other) for light in book.lights.values())

    def add(self, facts: ProjectFacts | AreaFacts) -> None:
        """One subject lit under both."""
        old: Any = self.now.see(facts)
        new: Any = self.then.see(replace(facts, past={}))
        was = {code: lighting.written(old.light(code)) for code in _of(old)}
        self._count(self.before, was)
        will = {code: lighting.written(new.light(code)) for code in _of(new)}
        self._count(self.after, will)
        for code, said in will.items():
            earlier = was.get(code, str(State.NOT_APPLICABLE))
            fresh = code not in was and new.light(code).state is not State.LIT
            if said != earlier and not fresh:
                told = explained(new, code)
                self.changes.append(Changed(
                    serial=getattr(facts, "serial", ""), name=facts.name, light=code, before=earlier, after=said,
                    rule=told.rule, sums=tuple(one.sentence for one in told.reckoned),
                ))  # fmt: skip

    @staticmethod
    def _count(found: dict[str, Counter[str]], lit: dict[str, str]) -> None:
        for code, said in lit.items():
            found[code][said] += 1


def _of(see: Any) -> list[str]:
    """The lights of its book that are of this kind of subject."""
    return [code for code, light in see.rules.book.lights.items() if light.of == see.of]
