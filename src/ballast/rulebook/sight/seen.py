"""What every sight can: look back by months, reckon a measure once, light a light once."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from ballast.rulebook import months
from ballast.rulebook.measures.facts import AreaFacts, ProjectFacts
from ballast.rulebook.measures.measured import Measured

if TYPE_CHECKING:
    from ballast.rulebook.lights.judgement import Judgement
    from ballast.rulebook.sight.rules import Rules

DEPARTMENT = "department"
Found = TypeVar("Found")
Facts = TypeVar("Facts", ProjectFacts, AreaFacts)


class Seen(Generic[Facts]):
    """Facts of one subject seen under ``rules``; ``months_back`` from where it was first looked at."""

    def __init__(self, facts: Facts, rules: "Rules", *, first: "Self | None" = None, months_back: int = 0) -> None:
        self.facts: Facts = facts
        self.rules = rules
        self.on = facts.on
        self.month = facts.month
        self.months_back = months_back
        self._first = first
        self._back: dict[int, Self] = {}
        self._measured: dict[str, Measured] = {}
        self._lit: dict[str, Judgement] = {}
        self._once: dict[Any, Any] = {}

    @property
    def of(self) -> str:
        """Whose lights are lit: a project's, an area's, a department's."""
        kind = getattr(self.facts, "kind", "project")
        return kind if kind in ("project", DEPARTMENT) else "area"

    def back(self, count: int) -> Self:
        """The same facts seen from the end of the month ``count`` months before; 0 is this sight."""
        if count == 0:
            return self
        first = self._first or self
        far = self.months_back + count
        if far not in first._back:
            month = months.before(first.month, far)
            facts: Any = replace(first.facts, month=month, on=months.last_day(month))
            first._back[far] = type(self)(facts, self.rules, first=first, months_back=far)
        return first._back[far]

    def forget(self) -> None:
        """Let the earlier months go, which look back at this sight: whoever sees very many leaves no circles behind."""
        self._back.clear()
        self._once.clear()

    def once(self, key: Any, reckon: Callable[[], Found]) -> Found:
        """What ``reckon`` answers, reckoned once under ``key``."""
        if key not in self._once:
            self._once[key] = reckon()
        found: Found = self._once[key]
        return found

    def of_month(self, name: str) -> int | bool:
        """What a condition may ask of the month that is judged."""
        number = int(self.month[5:])
        return number % 3 == 0 if name == "quarter_end" else number

    def measure(self, code: str) -> Measured:
        """A measure of the book, reckoned once."""
        found = self._measured.get(code)
        if found is None:
            kind, use = self.rules.uses[code]
            found = self._measured[code] = kind.reckon(self, use)
        return found

    def light(self, code: str) -> "Judgement":
        """A light of the book; of an earlier month, as it was published where the facts tell it."""
        found = self._lit.get(code)
        if found is None:
            found = self._lit[code] = self._published(code) or self.rules.lights[code](self)
        return found

    def _published(self, code: str) -> "Judgement | None":
        from ballast.rulebook.lights.judgement import as_published

        said = self.facts.past.get(code, {}).get(self.month) if self.months_back else None
        return as_published(code, said) if said is not None else None
