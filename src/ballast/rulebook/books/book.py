"""One policy book: its paper and its chapters."""

from datetime import date as day
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field, PrivateAttr, field_validator

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.appeals import AppealParams
from ballast.rulebook.books.clocks import Clock
from ballast.rulebook.books.colours import Colour
from ballast.rulebook.books.curves import Curve, monthly, rises_to_one
from ballast.rulebook.books.events import Event
from ballast.rulebook.books.exceptions import ExceptionKind
from ballast.rulebook.books.honours import HonourList
from ballast.rulebook.books.items import ItemRules
from ballast.rulebook.books.ladders import Ladder
from ballast.rulebook.books.lights import Light
from ballast.rulebook.books.meetings import MeetingKind
from ballast.rulebook.books.places import AreaClass, LeadIndustry, SizeBand, StartOnLand
from ballast.rulebook.books.scoring import Sheet
from ballast.rulebook.books.stall_lists import Reason, StallList
from ballast.rulebook.books.targets import Target
from ballast.rulebook.books.tours import Tour
from ballast.rulebook.calendar import CalendarParams
from ballast.rulebook.checks.params import CheckParams
from ballast.rulebook.grammar.amounts import Share
from ballast.rulebook.grammar.page import CODE, NOTHING, Named, Page, Text
from ballast.rulebook.grammar.refs import EventCode
from ballast.rulebook.loop import LoopParams
from ballast.rulebook.measures.kinds import KINDS
from ballast.rulebook.measures.registry import Kind, Use
from ballast.rulebook.powers import HOLDERS, Powers
from ballast.rulebook.stages import MilestoneKind, Stage
from ballast.rulebook.stalls import StallClocks

if TYPE_CHECKING:
    AnyUse = Use
else:
    from functools import reduce
    from operator import or_

    AnyUse = Annotated[reduce(or_, [kind.use for kind in KINDS.values()]), Field(discriminator="kind")]

Code = Annotated[str, Field(pattern=CODE)]


class Book(Page):
    """One policy book, whole: what its layers say together."""

    place: Text
    paper: Text
    articles: Text = NOTHING
    date: day
    effective: day | None = None
    curve: Annotated[tuple[Share, ...], BeforeValidator(monthly)] = Field(min_length=12, max_length=12)
    curves: dict[Code, Curve] = {}
    size_bands: tuple[SizeBand, ...] = Field(min_length=1)
    area_classes: dict[Code, AreaClass] = {}
    lead_industries: dict[str, LeadIndustry] = {}
    calendar: CalendarParams = CalendarParams()
    checks: CheckParams = CheckParams()
    events: dict[Code, Event] = {}
    stages: dict[Stage, EventCode] = {}
    pauses: dict[Code, Named] = {}
    clocks: dict[Code, Clock] = {}
    targets: dict[Code, Target] = {}
    measures: dict[Code, AnyUse] = {}
    colours: dict[Code, Colour] = {}
    lights: dict[Code, Light] = {}
    stalls: StallClocks = StallClocks()
    start_on_land: StartOnLand = StartOnLand()
    stall_lists: dict[Code, StallList] = {}
    reasons: dict[Code, Reason] = {}
    exceptions: dict[Code, ExceptionKind] = {}
    ladders: dict[Code, Ladder] = {}
    tours: dict[Code, Tour] = {}
    scoring: dict[Code, Sheet] = {}
    meetings: dict[Code, MeetingKind] = {}
    honours: dict[Code, HonourList] = {}
    appeals: AppealParams = AppealParams()
    powers: Powers = HOLDERS
    loop: LoopParams = LoopParams()
    items: ItemRules = ItemRules()

    _uses: dict[str, tuple[Kind, Use]] = PrivateAttr(default_factory=dict)

    @field_validator("curve")
    @classmethod
    def _rises_to_one(cls, curve: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
        return rises_to_one(curve)

    @field_validator("size_bands")
    @classmethod
    def _rise(cls, bands: tuple[SizeBand, ...]) -> tuple[SizeBand, ...]:
        if bands[0].at_least != 0 or any(above.at_least <= below.at_least for below, above in pairwise(bands)):
            raise ValueError("应从 0 起逐档升高 / bands start at 0 and rise")
        if len({band.code for band in bands}) < len(bands):
            raise ValueError("代码重复 / two bands have one code")
        return bands

    def scheduled(self, month: int) -> Fraction:
        """The share of the annual plan due by the end of calendar month 1..12 (序时进度)."""
        return self.curve[month - 1]

    def size_band(self, total: int | None) -> str:
        """The code of the band a total investment in 元 falls in; empty where it is unknown."""
        if total is None or total < 0:
            return ""
        return next(band.code for band in reversed(self.size_bands) if total >= band.at_least)

    def uses(self) -> dict[str, tuple[Kind, Use]]:
        """Every measure by the code it is named by: the book's own, and kinds that need no arguments."""
        if not self._uses:
            own = {code: (KINDS[use.kind], use) for code, use in self.measures.items()}
            self._uses.update({code: (kind, kind.use(kind=code)) for code, kind in KINDS.items() if kind.alone} | own)
        return self._uses

    def classes_of(self, *names: str) -> frozenset[str]:
        """The classes that any of an area's codes and names stands in."""
        return frozenset(code for code, found in self.area_classes.items() if set(names) & set(found.areas))

    def target_of(self, code: str, *names: str) -> Fraction | None:
        """What is set for an area for the year, under its code or name; else what is set everywhere."""
        target = self.targets.get(code)
        if target is None:
            return None
        said = next((target.areas[name] for name in names if name in target.areas), target.everywhere)
        return Fraction(said.value) if said and not isinstance(said.value, day) else None

    def event_name(self, code: str) -> Sentence:
        """What an event is called: the book's own, or the milestone."""
        return self.events[code].label if code in self.events else MilestoneKind(code).label
