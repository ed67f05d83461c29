"""A county with five projects, one for every colour and boundary of the progress light, and one that stalls."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from ballast.kit.ledger import journal
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.people import actions as people
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry.cards import PlanCard, ProfileCard
from ballast.rooms.reporting import actions as reporting
from ballast.rooms.reporting.cards import ProgressCard
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import AreaKind, Basis

YI = 100_000_000
JUNE = "2025-06"  # half of the year is due
HANDED_IN = datetime(2025, 7, 2, 1, tzinfo=UTC)
BOOKS = Path(__file__).parents[3] / "policies" / "presets"
# Of a plan of 10 亿: on schedule, exactly 10 points behind, exactly 30, a hair more; and one without a plan.
DONE = {"on time": 5 * YI, "ten": 4 * YI, "thirty": 2 * YI, "beyond": 2 * YI - 1, "planless": YI}


@dataclass(frozen=True)
class Town:
    """The ids of the city, its county and the projects by name."""

    city: int
    county: int
    projects: dict[str, int]


def settle() -> Town:
    """Five projects started in February and reported for June; ``signed`` was signed in January and never began."""
    city = people.establish("990000", "海州市", kind=AreaKind.CITY)
    county = people.establish("990001", "东港区", kind=AreaKind.COUNTY, parent_id=city, position=1)
    names = [*DONE, "signed"]
    with journal.entry(at=datetime(2025, 3, 3, 1, tzinfo=UTC), by="office", action="import") as writer:
        ids = dict(zip(names, registry.enrol(len(names), writer=writer), strict=True))
        registry.describe(
            [ProfileCard(project_id=pk, name=name, area_id=county, total_investment=20 * YI, responsible="区发改局",
                         linked_leader="安知行", land_mode="existing")
             for name, pk in ids.items()], writer=writer,
        )  # fmt: skip
        registry.describe(
            [PlanCard(project_id=ids[name], year=2025, amount=10 * YI) for name in DONE if name != "planless"],
            writer=writer,
        )
        lifecycle.move([_reached(ids[name], MilestoneKind.STARTED, date(2025, 2, 10)) for name in DONE], writer=writer)
        lifecycle.move([_reached(ids["signed"], MilestoneKind.SIGNED, date(2025, 1, 15))], writer=writer)
    report(ids, DONE)
    return Town(city, county, ids)


def report(ids: dict[str, int], done: dict[str, int], *, month: str = JUNE, at: datetime = HANDED_IN) -> None:
    """Report the year to date of projects by name."""
    with journal.entry(at=at, by="east", action="submit") as writer:
        cards = [
            ProgressCard(project_id=ids[name], month=month, basis=Basis.DECLARED, month_completed=YI, year_to_date=sum_)
            for name, sum_ in done.items()
        ]
        reporting.report(cards, writer=writer)


def _reached(project: int, kind: MilestoneKind, on: date) -> MilestoneCard:
    return MilestoneCard(project_id=project, kind=kind, basis=Basis.DECLARED, actual_on=on)
