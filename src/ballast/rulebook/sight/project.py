"""A project seen under a book: its dates, amounts, schedule and stage, each with the fact it rests on."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

from ballast.rulebook import industries, months
from ballast.rulebook.books.curves import YEAR, Curve, evenly
from ballast.rulebook.measures.facts import Funds, ProjectFacts
from ballast.rulebook.measures.measured import Input, Unit
from ballast.rulebook.sight.seen import Seen
from ballast.rulebook.stages import ENTRY, MilestoneKind, Stage
from ballast.rulebook.terms import Basis

COMPLETED = str(MilestoneKind.COMPLETED)


class ProjectSight(Seen[ProjectFacts]):
    """One project at one date under one book."""

    kind = "project"

    @property
    def projects(self) -> "tuple[ProjectSight, ...]":
        """Itself: what is added up over an area's projects is its own for one of them."""
        return (self,)

    def reached(self, event: str) -> Input:
        """When an event was reached, as known by the day; its value is None where it was not."""
        return self.once(("reached", event), lambda: self._reached(event))

    def _reached(self, event: str) -> Input:
        rule = self.rules.events[event]
        known = [(pair, day) for pair in rule.pairs if (day := self._actual(pair)) is not None]
        if rule.combine != "first_known":
            known = [(pair, day) for pair, day in known if day <= self.on]
        if not known or (rule.combine == "all" and len(known) < len(rule.pairs)):
            return Input(event, None, Unit.DATE, "milestone.actual_on", rule.pairs[0])
        if rule.combine == "first_known":
            pair, day = known[0]
        elif rule.combine == "earliest":
            pair, day = min(known, key=lambda one: one[1])
        else:
            pair, day = max(known, key=lambda one: one[1])
        return Input(event, day if day <= self.on else None, Unit.DATE, "milestone.actual_on", pair)

    def _actual(self, pair: tuple[str, str]) -> date | None:
        dates = self.facts.milestones.get(pair)
        return dates.actual if dates else None

    def planned(self, event: str) -> Input:
        """When an event is planned; the first plan known in the order of what counts."""
        rule = self.rules.events[event]
        for pair in rule.plans:
            dates = self.facts.milestones.get(pair)
            if dates and dates.planned is not None:
                return Input(f"planned_{event}", dates.planned, Unit.DATE, "milestone.planned_on", pair)
        return Input(f"planned_{event}", None, Unit.DATE, "milestone.planned_on", rule.pairs[0])

    def moment(self, event: str, which: str) -> Input:
        """The actual or the planned date of an event."""
        return self.planned(event) if which == "planned" else self.reached(event)

    def plan(self, year: int | None = None) -> Input:
        """The plan of the month's year."""
        return self.once(("plan", year), lambda: self._plan(year or int(self.month[:4])))

    def _plan(self, year: int) -> Input:
        return Input("plan", self.facts.plans.get(year), Unit.YUAN, "plan.amount", (str(year),))

    def completed(self, basis: str, field: str = "year_to_date") -> Input:
        """The newest amount told: of the month itself, within the year, or since the start."""
        return self.once(("completed", basis, field), lambda: self._completed(basis, field))

    def _completed(self, basis: str, field: str) -> Input:
        told = self.facts.progress.get(basis, {})
        reach = {"month_completed": self.month, "year_to_date": self.month[:4], "to_date": ""}[field]
        newest = self.month if self.month in told and getattr(told[self.month], field) is not None else ""
        for month, amounts in () if newest else told.items():
            if newest < month <= self.month and month.startswith(reach) and getattr(amounts, field) is not None:
                newest = month
        value = getattr(told[newest], field) if newest else None
        return Input("done", value, Unit.YUAN, f"progress.{field}", (newest or self.month, basis))

    def in_month(self, basis: str, month: str) -> int | None:
        """What one month brought; None where it was not told, or lies ahead."""
        amounts = self.facts.progress.get(basis, {}).get(month)
        return amounts.month_completed if amounts and month <= self.month else None

    def node(self, basis: str = str(Basis.DECLARED)) -> Input:
        """The construction node told last, up to the month."""
        return self.once(("node", basis), lambda: self._node(basis))

    def _node(self, basis: str) -> Input:
        told = self.facts.progress.get(basis, {})
        newest = max((month for month, one in told.items() if one.node and month <= self.month), default="")
        value = told[newest].node if newest else None
        return Input("node", value, Unit.TEXT, "progress.node", (newest or self.month, basis))

    def last_invested(self, basis: str) -> str | None:
        """The newest month with investment."""
        told = self.facts.progress.get(basis, {})
        if (now := told.get(self.month)) is not None and (now.month_completed or 0) > 0:
            return self.month
        return max((m for m, a in told.items() if m <= self.month and (a.month_completed or 0) > 0), default=None)

    def curve(self, code: str = "") -> tuple[Fraction, ...]:
        """The named curve, else the first whose conditions the project meets, else the book's own."""
        if code:
            return self._months(self.rules.book.curves[code])
        fits = (curve for curve, test in self.rules.curves if test(self) is True)
        found = next(fits, None)
        return self._months(found) if found else self.rules.book.curve

    def _months(self, curve: Curve) -> tuple[Fraction, ...]:
        """A curve's twelve shares; one that runs from an event, as this project has it planned (else reached it)."""
        if not curve.evenly_from:
            return curve.months
        begins = self.planned(curve.evenly_from).day or self.reached(curve.evenly_from).day
        if begins is not None and begins.year > int(self.month[:4]):
            return (Fraction(0),) * YEAR  # it begins next year: nothing is due in this one
        return evenly(self._in_year(begins, 1), self._in_year(self.planned(COMPLETED).day, YEAR))

    def _in_year(self, day: date | None, otherwise: int) -> int:
        """The month of a day of this year; before it 1, after it (or not known) ``otherwise``."""
        year = int(self.month[:4])
        if day is None or day.year != year:
            return 1 if day is not None and day.year < year else otherwise
        return day.month

    def due_part(self, code: str = "") -> Fraction:
        """The part of the year's plan due by the end of the month."""
        return self.once(("due", code), lambda: self.curve(code)[int(self.month[5:]) - 1])

    def funds(self, channels: tuple[str, ...] = ()) -> Funds:
        """Agreed and paid in over the channels (empty: all), each by its newest month; None where nothing is known."""
        return self.once(("funds", channels), lambda: self._funds(channels))

    def _funds(self, channels: tuple[str, ...]) -> Funds:
        newest = [
            told[max(known)]
            for channel, told in self.facts.funding.items()
            if (not channels or channel in channels) and (known := [month for month in told if month <= self.month])
        ]
        return Funds(_sum(one.agreed for one in newest), _sum(one.paid_in for one in newest))

    def stage(self) -> Stage:
        """The furthest stage whose entry event was reached; 在建 is started with investment since."""
        return self.once("stage", self._stage)

    def _stage(self) -> Stage:
        for stage, milestone in ENTRY.items():
            entered = self.reached(self.rules.book.stages.get(stage, str(milestone))).value
            if not isinstance(entered, date):
                continue
            invested = self.last_invested("declared") or ""
            return Stage.BUILDING if stage is Stage.STARTED and invested >= months.of(entered) else stage
        return Stage.PLANNED

    def field(self, name: str) -> Any:
        """What the card holds under a field of the grammar: text, a set of texts, a number, yes or no; None: absent."""
        return ASKED[name](self) if name in ASKED else getattr(self.facts, name)

    def any_of(self, *parts: str) -> frozenset[str]:
        """The texts of the card under any of which a thing is known."""
        return frozenset(getattr(self.facts, part) for part in parts) - {""}

    def area_class(self) -> Any:
        """The classes of the area it lies in, or of its county."""
        facts = self.facts
        return self.rules.book.classes_of(facts.area, facts.area_name, facts.county, facts.county_name)

    def land(self) -> Fraction | None:
        """Its land in mu."""
        return None if self.facts.land_mu is None else Fraction(self.facts.land_mu, 1000)


# What a field of the grammar is read from, where it is not simply the card's own.
ASKED: dict[str, Callable[[ProjectSight], Any]] = {
    "area": lambda one: one.any_of("area", "area_name"),
    "county": lambda one: one.any_of("county", "county_name"),
    "area_class": ProjectSight.area_class,
    "channels": lambda one: frozenset(one.facts.funding),
    "month_number": lambda one: one.of_month("month_number"),
    "quarter_end": lambda one: one.of_month("quarter_end"),
    "stage": lambda one: str(one.stage()),
    "node": lambda one: one.node().value,
    "size_band": lambda one: one.rules.book.size_band(one.facts.total_investment),
    "annual_plan": lambda one: one.plan().value,
    "land_mu": ProjectSight.land,
    "industrial": lambda one: _classified(industries.is_industrial, one.facts.industry),
    "high_tech": lambda one: _classified(industries.is_high_tech, one.facts.industry),
}


def _classified(asked: Callable[[str], bool], code: str) -> bool | None:
    try:
        return asked(code)
    except industries.UnknownIndustry:
        return None


def _sum(values: Any) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
