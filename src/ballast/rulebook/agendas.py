"""Choosing an agenda: which projects and counties a section of a meeting takes, and the sentences that say why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.books import Book
from ballast.rulebook.books.meetings import Section
from ballast.rulebook.grammar.refs import references
from ballast.rulebook.lights.explaining import explained
from ballast.rulebook.lights.judgement import State
from ballast.rulebook.stalling import Standing, stalled
from ballast.rulebook.telling.measures import arithmetic
from ballast.rulebook.telling.meetings import chosen_by


@dataclass(frozen=True, slots=True)
class Picked:
    """One subject a section takes, and why: the rule with its clause, then the numbers."""

    subject: str
    why: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """One county in an order: its code, its value (None: not known), and the value in words."""

    code: str
    value: Fraction | None
    said: Sentence


@dataclass(slots=True)
class _Found:
    """The projects one section may take, each with what it is ordered by."""

    section: Section
    picked: list[tuple[Fraction | None, str, tuple[Sentence, ...]]] = field(default_factory=list)


def pick_projects(
    book: Book, sections: Sequence[Section], sights: Iterable[tuple[str, Any]]
) -> dict[str, list[Picked]]:
    """The projects of each section of projects, by the section's code, in their order; all in one pass."""
    found = [_Found(section) for section in sections if section.about == "project"]
    for serial, see in sights:
        for one in found:
            if _takes(one.section, see):
                one.picked.append((_order(one.section, see), serial, _numbers(book, one.section, see)))
    return {one.section.code: _ordered(book, one) for one in found}


def _takes(section: Section, see: Any) -> bool:
    if section.when and see.rules.test(section.when)(see) is not True:
        return False
    lists = section.stall_lists
    return not lists or any(stalled(see, code).standing is Standing.DUE for code in lists)


def _order(section: Section, see: Any) -> Fraction | None:
    value = see.measure(section.order_by).value if section.order_by else see.field("total_investment")
    return Fraction(value) if isinstance(value, int | Fraction) else None


def _numbers(book: Book, section: Section, see: Any) -> tuple[Sentence, ...]:
    """The arithmetic of every measure the section looks at, and of every stall list it is due on."""
    codes = dict.fromkeys(code for _, chapter, code in references(section) if chapter == "measures" and code)
    told = [arithmetic(book, code, see.measure(code)) for code in codes]
    for code in dict.fromkeys(code for _, chapter, code in references(section) if chapter == "lights"):
        lit = explained(see, code)
        if lit.judgement.state is State.LIT and book.colours[lit.judgement.colour].severity > 0:
            sums = (
                "；".join(one.sentence.zh for one in lit.reckoned),
                "; ".join(one.sentence.en for one in lit.reckoned),
            )
            told.append(
                Sentence(
                    f"“{lit.aspect.zh}”{lit.colour.zh}：{sums[0]}", f"“{lit.aspect.en}” {lit.colour.en}: {sums[1]}"
                )
            )
    for code in section.stall_lists:
        if stalled(see, code).standing is Standing.DUE:
            label = book.stall_lists[code].label
            told.append(Sentence(f"列入“{label.zh}”且已到期", f"due on “{label.en}”"))
    return tuple(told)


def _ordered(book: Book, found: _Found) -> list[Picked]:
    """What is not known comes last; equals in the order of their serials."""
    sign = -1 if found.section.order == "largest" else 1
    order = sorted(found.picked, key=lambda one: (one[0] is None, sign * (one[0] or 0), one[1]))
    rule = _rule(book, found.section)
    return [Picked(serial, (rule, *numbers)) for _, serial, numbers in order[: found.section.limit]]


def pick_counties(book: Book, section: Section, placed: Sequence[Placed]) -> list[Picked]:
    """The counties of a section: all in the order given, or the first or last of those whose value is known."""
    rule = _rule(book, section)
    if section.choose == "all":
        return [Picked(one.code, (rule,)) for one in placed[: section.limit]]
    known = sorted((one for one in placed if one.value is not None), key=lambda one: (-(one.value or 0), one.code))
    places = {one.code: place for place, one in enumerate(known, start=1)}
    most = min(section.limit or len(known), len(known) // 2)  # no county is both best and worst
    chosen = known[:most] if section.choose == "first" else known[len(known) - most :][::-1]
    return [Picked(one.code, (rule, _placing(one, places[one.code], len(known)))) for one in chosen]


def _placing(one: Placed, place: int, count: int) -> Sentence:
    return Sentence(f"{one.said.zh}，列第 {place} 位（共 {count} 个）", f"{one.said.en}: place {place} of {count}")


def _rule(book: Book, section: Section) -> Sentence:
    said = chosen_by(book, section)
    zh, en = f"{section.zh}：{said.zh}", f"{section.label.en}: {said.en}"
    if section.clause.zh:
        return Sentence(f"{zh}（{section.clause.zh}）", f"{en} ({section.clause.en})")
    return Sentence(zh, en)
