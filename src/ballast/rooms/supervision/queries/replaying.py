"""Replay: what a month would have looked like under another book, and which lights would change, and why."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rooms.supervision import gathering, lighting
from ballast.rooms.supervision.gathering import Figures, month_end
from ballast.rooms.supervision.published import past_of_projects
from ballast.rooms.supervision.rules import judged
from ballast.rulebook.books import Book
from ballast.rulebook.lights.explaining import explained
from ballast.rulebook.lights.judgement import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One light that would be another: of which project, from what to what, and by which rule and sums."""

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

    Lights of one name are held against each other; one that only the other book has was not lit before. Where a rule
    counts the months before, its own book counts them as published, the other as if it had held all along.
    """
    kept, own, _ = judged(month)
    seen = month_end(month, kept.moment if kept else None)
    now, then = lighting.judge_of(own), lighting.judge_of(book)
    before: dict[str, Counter[str]] = {code: Counter() for code, one in own.lights.items() if one.of == "project"}
    after: dict[str, Counter[str]] = {code: Counter() for code, one in book.lights.items() if one.of == "project"}
    changes: list[Changed] = []
    for _, facts in gathering.projects(seen, past=past_of_projects(month)):
        old: Any = now.see(facts)
        new: Any = then.see(replace(facts, past={}))
        was = {code: lighting.written(old.light(code)) for code in before}
        for code in before:
            before[code][was[code]] += 1
        for code in after:
            said = lighting.written(new.light(code))
            after[code][said] += 1
            earlier = was.get(code, str(State.NOT_APPLICABLE))
            if said != earlier:
                told = explained(new, code)
                changes.append(Changed(
                    serial=facts.serial, name=facts.name, light=code, before=earlier, after=said, rule=told.rule,
                    sums=tuple(one.sentence for one in told.reckoned),
                ))  # fmt: skip
    return Replay(month=month, own=own, other=book, before=before, after=after, changes=tuple(changes))
