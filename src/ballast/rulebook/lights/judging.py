"""Lighting: a book's lights as functions of the facts at a date, and of nothing else."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from ballast.rulebook.books.book import Book
from ballast.rulebook.books.exceptions import covers
from ballast.rulebook.books.lights import Light
from ballast.rulebook.lights.judgement import Judgement, State
from ballast.rulebook.measures.facts import AreaFacts, Excused, ProjectFacts
from ballast.rulebook.measures.measured import Absent
from ballast.rulebook.sight.area import AreaSight
from ballast.rulebook.sight.project import ProjectSight
from ballast.rulebook.sight.rules import Rules
from ballast.rulebook.sight.truths import Test, held, within

Lit = Callable[[Any], Judgement]


class Ruled(NamedTuple):
    """One band or rule worked out: whether this month meets it, whether it did so long enough, and what it lights."""

    meets: Test
    lasting: Test
    colour: str
    until_then: str


class Judge:
    """A book ready to light many projects and areas; ``workday`` tells working days of the Chinese calendar."""

    def __init__(self, book: Book, workday: Callable[[date], bool]) -> None:
        self.rules = Rules(book, workday)
        self.rules.lights = {code: _lit(code, light, self.rules) for code, light in book.lights.items()}

    def see(self, facts: ProjectFacts | AreaFacts) -> "ProjectSight | AreaSight":
        """The facts seen under the book, to be asked for measures and lights."""
        return ProjectSight(facts, self.rules) if isinstance(facts, ProjectFacts) else AreaSight(facts, self.rules)

    def lights(self, facts: ProjectFacts | AreaFacts) -> Iterator[Judgement]:
        """Every light of the book that is of this kind of subject, in the book's order."""
        see = self.see(facts)
        for code, light in self.rules.book.lights.items():
            if light.of == see.of:
                yield see.light(code)


def _lit(code: str, light: Light, rules: Rules) -> Lit:
    """One light as a function of a sight."""
    applies, decide = rules.test(light.applies), _decision(code, light, rules)
    colours = rules.book.colours
    suspending = {kind for kind, found in rules.book.exceptions.items() if covers(found.suspends, f"lights.{code}")}

    def lit(see: Any) -> Judgement:
        fits = applies(see)
        if fits is not True:
            return _outcome(code, light.absent if fits is Absent.MISSING else "not_applicable", None)
        judged = decide(see)
        if see.facts.excused and judged.state is State.LIT and colours[judged.colour].severity > 0:
            excused = _in_force(see, suspending, f"lights.{code}")
            if excused:
                return judged._replace(state=State.SUSPENDED, colour="", would_be=judged.colour, excused=excused)
        return judged

    return lit


def _outcome(code: str, outcome: str, rule: int | None) -> Judgement:
    state = STATES.get(outcome, State.LIT)
    return Judgement(code, state, outcome if state is State.LIT else "", rule)


STATES = {str(state): state for state in (State.NONE, State.UNKNOWN, State.NOT_APPLICABLE)}


def _in_force(see: Any, kinds: set[str], rule: str) -> Excused | None:
    """The exception that suspends a rule on the day, if one does."""
    for one in see.facts.excused:
        if one.kind in kinds and one.since <= see.on <= one.until and (not one.rules or rule in one.rules):
            return one if isinstance(one, Excused) else None
    return None


def _decision(code: str, light: Light, rules: Rules) -> Lit:
    if light.bands:
        return _by_bands(code, light)
    return _by_rules(code, light, rules)


def _by_bands(code: str, light: Light) -> Lit:
    measure = light.measure
    parts = [_band(band, measure) for band in light.bands]

    def decide(see: Any) -> Judgement:
        found = see.measure(measure)
        if found.value is None:
            return _outcome(code, light.absent if found.absent is Absent.MISSING else light.not_due, None)
        for place, part in enumerate(parts):
            if part.meets(see) is True:
                return _outcome(code, part.colour if part.lasting(see) is True else part.until_then, place)
        return _outcome(code, light.otherwise, None)

    return decide


def _band(band: Any, measure: str) -> Ruled:
    lies = within(band)

    def meets(see: Any) -> bool | Absent:
        found = see.measure(measure)
        return lies(found.value) if found.value is not None else found.absent

    return Ruled(meets, held(meets, band) if band.repeated else meets, band.colour, band.until_then)


def _by_rules(code: str, light: Light, rules: Rules) -> Lit:
    """The first rule that holds; a rule that cannot be told for want of a fact stops the search."""
    parts = [(rules.test(rule.when), rule.colour) for rule in light.rules]

    def decide(see: Any) -> Judgement:
        undecided = True
        for place, (test, colour) in enumerate(parts):
            truth = test(see)
            if truth is True:
                return _outcome(code, colour, place)
            if truth is Absent.MISSING:
                return _outcome(code, light.absent, None)
            undecided = undecided and truth is Absent.NOT_DUE
        return _outcome(code, light.not_due if undecided else light.otherwise, None)

    return decide
