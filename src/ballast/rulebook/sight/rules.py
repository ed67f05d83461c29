"""A book made ready to be asked many times: its events, measures, curves and conditions worked out once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from ballast.rulebook.books.book import Book
from ballast.rulebook.books.curves import Curve
from ballast.rulebook.grammar.conditions import Condition
from ballast.rulebook.measures.measured import Absent
from ballast.rulebook.measures.registry import Kind, Use
from ballast.rulebook.sight.truths import compiled
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import Basis

if TYPE_CHECKING:
    from ballast.rulebook.lights.judgement import Judgement
    from ballast.rulebook.measures.facts import AreaFacts
    from ballast.rulebook.sight.area import AreaSight
    from ballast.rulebook.sight.project import ProjectSight

MOST_PEERS = 500  # more than a city has areas; the next month brings others
Truth = bool | Absent
Test = Callable[[Any], Truth]
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class EventRule:
    """Which milestones on which bases count as an event, and how they combine; ``plans`` are where a plan is sought."""

    pairs: Pairs
    plans: Pairs
    combine: str = "first_known"


@dataclass(slots=True)
class Rules:
    """One book with its working calendar; everything here follows from the book alone."""

    book: Book
    workday: Callable[[date], bool]
    events: dict[str, EventRule] = field(default_factory=dict)
    uses: dict[str, tuple[Kind, Use]] = field(default_factory=dict)
    curves: list[tuple[Curve, Test]] = field(default_factory=list)
    lights: "dict[str, Callable[[Any], Judgement]]" = field(default_factory=dict)
    _tests: dict[int, Test] = field(default_factory=dict)
    _peers: "dict[int, AreaSight]" = field(default_factory=dict)
    _fields: "dict[tuple[object, ...], tuple[object, dict[Any, list[Any]]]]" = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.events = events_of(self.book)
        self.uses = self.book.uses()
        self.curves = [(curve, self.test(curve.applies)) for curve in self.book.curves.values()]

    def test(self, conditions: Sequence[Condition]) -> Test:
        """The conditions as one function of a sight: they hold where all of them hold."""
        found = self._tests.get(id(conditions))
        if found is None:
            found = self._tests[id(conditions)] = compiled(tuple(conditions), self.book)
        return found

    def peer(self, facts: "AreaFacts") -> "AreaSight":
        """An area seen as a peer of others, once for all that are placed among it."""
        from ballast.rulebook.sight.area import AreaSight

        found = self._peers.get(id(facts))
        if found is None or found.facts is not facts:
            if len(self._peers) >= MOST_PEERS:
                self._peers.clear()
            found = self._peers[id(facts)] = AreaSight(facts, self)
        return found

    def field_of(
        self, see: "ProjectSight", by: str, among: Sequence[Condition], within: str = ""
    ) -> dict[Any, list[Any]]:
        """The values of ``by`` of all projects it is placed among, from the lowest, reckoned once for all of them.

        By what the field ``within`` holds, where it is named; else under None.
        """
        peers = see.facts.peers or (see.facts,)
        key = (id(peers), see.months_back, by, id(among), within)
        found = self._fields.get(key)
        if found is None or found[0] is not peers:
            if len(self._fields) >= MOST_PEERS:
                self._fields.clear()
            seen = [type(see)(facts, self).back(see.months_back) for facts in peers]
            test = self.test(among)
            groups: dict[Any, list[Any]] = {}
            for one in seen:
                if test(one) is True and (value := one.measure(by).value) is not None:
                    groups.setdefault(one.field(within) if within else None, []).append(value)
            found = self._fields[key] = (peers, {group: sorted(values) for group, values in groups.items()})
        return found[1]


def events_of(book: Book) -> dict[str, EventRule]:
    """Every milestone as an event on its usual bases, and the events the book makes of them."""
    known = {
        str(kind): EventRule(tuple((str(kind), str(basis)) for basis in bases(kind)), _plans((str(kind),)))
        for kind in MilestoneKind
    }
    for code, event in book.events.items():
        pairs = tuple((str(one.milestone), str(one.basis)) for one in event.counts)
        # Whoever counts a start only once it is verified still plans it as it was declared.
        known[code] = EventRule(pairs, (*pairs, *_plans(tuple(kind for kind, _ in pairs))), event.combine)
    return known


def _plans(kinds: tuple[str, ...]) -> Pairs:
    """Where the plan of milestones is told: as declared, else on another basis."""
    return tuple((kind, str(basis)) for kind in dict.fromkeys(kinds) for basis in Basis)


def bases(kind: MilestoneKind) -> tuple[Basis, ...]:
    """Whose date counts where a book says nothing: verified before declared; the registration is statistical first."""
    first = (Basis.STATISTICAL,) if kind is MilestoneKind.REGISTERED else ()
    return (*first, Basis.VERIFIED, Basis.DECLARED)
