"""One project as the city's story knows it, from first talks to full production."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ballast.rulebook.industries import is_high_tech, is_industrial
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import LandMode, Nature
from ballast.site.golden.places import Place


@dataclass(slots=True)
class Delivery:
    """What the agreement promises a year at capacity: output and tax in 元, jobs; how much of it is reached."""

    output: int
    tax: int
    jobs: int
    attained: float


@dataclass(slots=True)
class Life:
    """A project and all that happens to it; ``reached`` and ``planned`` are dates by milestone."""

    name: str
    place: Place
    industry: str
    lead_industry: str
    owner: str
    total: int
    content: str
    public: bool = False
    nature: Nature = Nature.NEW
    investor: str = ""
    credit_code: str = ""
    project_code: str = ""
    site: str = ""
    point: tuple[float, float] = (0.0, 0.0)
    strategic: bool = False
    land_mode: LandMode | None = None
    land_mu: Decimal | None = None
    responsible: str = ""
    responsible_person: str = ""
    linked_leader: str = ""
    remarks: str = ""
    months: int = 12
    born: date = date(2022, 1, 1)
    reached: dict[MilestoneKind, date] = field(default_factory=dict)
    planned: dict[MilestoneKind, date] = field(default_factory=dict)
    replanned: dict[str, dict[MilestoneKind, date]] = field(default_factory=dict)
    start_on_land: bool | None = None
    delivery: Delivery | None = None
    lists: tuple[str, ...] = ()
    key: bool = False
    behind: float | None = None
    paused_from: str = ""
    registers: bool = True
    spent: dict[str, int] = field(default_factory=dict)
    counted: dict[str, int] = field(default_factory=dict)
    missed: frozenset[str] = frozenset()
    plans: dict[int, int] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    first_total: int | None = None
    revised_in: str = ""
    revision: str = ""
    secret_name: str = ""

    @property
    def started(self) -> date | None:
        """When permanent works began."""
        return self.reached.get(MilestoneKind.STARTED)

    @property
    def industrial(self) -> bool:
        """Mining, manufacturing or utilities."""
        return is_industrial(self.industry)

    @property
    def high_tech(self) -> bool:
        """High-tech manufacturing."""
        return is_high_tech(self.industry)

    def total_known(self, month: str) -> int:
        """The total investment as the office knew it at the end of a month."""
        if self.first_total is not None and month < self.revised_in:
            return self.first_total
        return self.total
