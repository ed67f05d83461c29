"""An area seen under a book: its figures, its targets, its peers and its projects."""

from functools import cached_property
from typing import Any

from ballast.rulebook import months
from ballast.rulebook.measures.facts import AreaFacts
from ballast.rulebook.measures.measured import Input, Unit
from ballast.rulebook.sight.project import ProjectSight
from ballast.rulebook.sight.seen import Seen


class AreaSight(Seen[AreaFacts]):
    """One area at one date under one book."""

    kind = "area"

    @cached_property
    def peers(self) -> "tuple[AreaSight, ...]":
        """The areas it is ranked among, itself with them, seen from the same month."""
        return tuple(self.rules.peer(peer).back(self.months_back) for peer in self.facts.peers) or (self,)

    @cached_property
    def projects(self) -> tuple[ProjectSight, ...]:
        """Its projects, seen from the same month."""
        return tuple(ProjectSight(one, self.rules).back(self.months_back) for one in self.facts.projects)

    def figure(self, code: str, *, back: int = 0, city: bool = False) -> Input:
        """A figure of the area (of the whole city), of the month or ``back`` months before."""
        month = months.before(self.month, back)
        series = self.facts.city if city else self.facts.figures
        name = f"{'city_' if city else ''}{'before' if back else 'now'}"
        return Input(name, series.get(code, {}).get(month), Unit.NUMBER, "indicator", (code, month))

    def target(self, code: str, period: str) -> Input:
        """What is set for a target of the book: told by the facts, else by the book for the whole year."""
        told = self.facts.targets.get(code, {}).get(period)
        if told is None and len(period) == 4:
            told = self.rules.book.target_of(code, self.facts.code, self.facts.name)
        return Input("target", told, Unit.NUMBER, "target", (code, period))

    def field(self, name: str) -> Any:
        """What is known of the area under a field of the grammar."""
        if name == "area":
            return frozenset({self.facts.code, self.facts.name}) - {""}
        if name in ("month_number", "quarter_end"):
            return self.of_month(name)
        if name == "area_class":
            return self.rules.book.classes_of(self.facts.code, self.facts.name)
        return self.facts.kind if name == "area_kind" else None
