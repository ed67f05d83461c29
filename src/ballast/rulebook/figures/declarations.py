"""A figure's declaration: everything said of it once, and the fingerprint of what it means."""

import hashlib
import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.kit.words import Word
from ballast.rulebook.books import Book
from ballast.rulebook.figures import conditions
from ballast.rulebook.figures.columns import BY, COLUMNS
from ballast.rulebook.figures.vocabulary import Curve, Formula, Published, Reduced, Written, reduce


class Unit(Word):
    """What a figure is counted in."""

    COUNT = "count", "个", "projects"
    YUAN = "yuan", "元", "yuan"
    PERCENT = "percent", "%", "%"
    POINTS = "points", "个百分点", "percentage points"
    JOBS = "jobs", "人", "jobs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """One figure: ``basis`` says whose figure it is, ``clause`` where it comes from, ``since`` when it began.

    ``parameters`` are the rules of the book its meaning rests on, so that a new rule gives a new fingerprint.
    """

    code: str
    name: Sentence
    meaning: Sentence
    unit: Unit
    theme: Sentence
    basis: str
    clause: str
    since: date
    formula: Formula
    curve: Curve
    parameters: str = ""

    @property
    def fingerprint(self) -> str:
        """The hash of what the figure means: formula, unit, basis and the rules it rests on; not its wording."""
        return _fingerprint(self)

    @property
    def published(self) -> bool:
        """Whether it reads what the statistics office publishes for areas, rather than projects."""
        return any(part.indicator for part in self.reduced(1).components())

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The dimensions it can be divided by."""
        if not self.published:
            return tuple(BY)
        [part] = {(part.indicator, part.lead_industry) for part in self.reduced(1).components()}
        return ("county", "area", "park") if part[1] else ("county", "area", "park", "lead_industry")

    def reduced(self, month: int) -> Reduced:
        """Its arithmetic in calendar month 1..12."""
        return reduce(self.formula, month, self.curve)

    def columns(self) -> set[str]:
        """Every column of the snapshot it reads."""
        found: set[str] = set()
        for part in self.reduced(1).components():
            found |= conditions.columns(part.where) | ({part.column} if part.column and not part.indicator else set())
        return found


@lru_cache(maxsize=1024)
def _fingerprint(one: Declaration) -> str:
    curve = one.curve if isinstance(one.formula, Written) and one.formula.how == "ahead" else ()
    said = [one.code, one.unit, one.basis, canonical(one.formula), curve, one.parameters]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def canonical(value: Any) -> Any:
    """A declaration's parts as plain lists: the name of each word, then its fields."""
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *(canonical(getattr(value, field.name)) for field in fields(value))]
    return [canonical(part) for part in value] if isinstance(value, tuple) else value


def parameters(formula: Formula, book: Book) -> str:
    """The rules of the book that the columns of ``formula`` rest on, as text."""
    curve = tuple((share.numerator, share.denominator) for share in book.curve)
    rules: dict[str, str] = {}
    for part in reduce(formula, 1, curve).components():
        read = conditions.columns(part.where) | ({part.column} if not part.indicator else set())
        for rule in {COLUMNS[name].rule for name in read if name and COLUMNS[name].rule}:
            rules[rule] = _rule(book, rule)
    return json.dumps(rules, sort_keys=True, ensure_ascii=False) if rules else ""


def _rule(book: Book, rule: str) -> str:
    if rule == "size_bands":
        return str([(band.code, band.at_least) for band in book.size_bands])
    return str(getattr(book, rule))


__all__ = ["Declaration", "Published", "Unit", "canonical", "parameters"]
