"""Two counties with two projects each to be seen, one that may not be, and whoever takes part in a tour."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from django.contrib.auth import get_user_model

from ballast.kit.ledger import journal
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.people import actions as people
from ballast.rooms.people import queries as officials
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry import queries as projects
from ballast.rooms.registry.cards import PlanCard, ProfileCard
from ballast.rooms.tours import actions
from ballast.rooms.tours.actions import Planned, PutForward
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import AreaKind, Basis, Role
from town import official

YI = 100_000_000
DAY = date(2025, 6, 26)
AT = datetime(2025, 6, 20, 1, tzinfo=UTC)
EAST, WEST = "990001", "990002"
# name: county, industry, started on
PROJECTS = {
    "东一": (EAST, "C3921", date(2025, 4, 10)),
    "东二": (EAST, "C2710", date(2025, 5, 10)),
    "东三": (EAST, "C2710", date(2025, 5, 20)),
    "东旧": (EAST, "C2710", date(2024, 5, 10)),
    "东商": (EAST, "L7211", date(2025, 5, 10)),
    "西一": (WEST, "C3921", date(2025, 4, 10)),
    "西二": (WEST, "C2710", date(2025, 6, 10)),
}
MARKS = {"investment": "36", "progress": "35.5", "technology": "17"}


@dataclass(frozen=True)
class Town:
    """Serials of the projects by name, and the tour as planned."""

    serials: dict[str, str]
    tour: str = ""


def settle() -> Town:
    """The counties with their projects, and the officials; the book is Ballast's own."""
    city = people.establish("990000", "海州市", kind=AreaKind.CITY)
    areas = {EAST: people.establish(EAST, "东港区", kind=AreaKind.COUNTY, parent_id=city, position=1),
             WEST: people.establish(WEST, "西岭县", kind=AreaKind.COUNTY, parent_id=city, position=2)}  # fmt: skip
    official("office", Role.PROJECT_OFFICE, city)
    official("second", Role.PROJECT_OFFICE, city, office="office of office")
    official("third", Role.PROJECT_OFFICE, city, office="office of office")
    official("east", Role.COUNTY_OFFICE, areas[EAST])
    official("west", Role.COUNTY_OFFICE, areas[WEST])
    official("leader", Role.LEADER, city)
    with journal.entry(at=AT - timedelta(days=9), by="office", action="import") as writer:
        ids = dict(zip(PROJECTS, registry.enrol(len(PROJECTS), writer=writer), strict=True))
        registry.describe(
            [ProfileCard(project_id=ids[name], name=f"{name}项目", area_id=areas[area], industry=industry,
                         total_investment=5 * YI, owner=f"{name}公司")
             for name, (area, industry, _) in PROJECTS.items()], writer=writer,
        )  # fmt: skip
        registry.describe([PlanCard(project_id=ids["东一"], year=2025, amount=2 * YI)], writer=writer)
        lifecycle.move(
            [MilestoneCard(project_id=ids[name], kind=MilestoneKind.STARTED, basis=Basis.DECLARED, actual_on=started)
             for name, (_, _, started) in PROJECTS.items()], writer=writer,
        )  # fmt: skip
    found = projects.serials(ids.values())
    return Town({name: found[pk] for name, pk in ids.items()})


def who(name: str, on: date = DAY) -> OfficialCard:
    """A member of the cast as they act on a day."""
    found = officials.official_of(get_user_model().objects.get(username=name), on=on)
    assert found is not None
    return found


def put(town: Town, name: str, position: int, why: str = "") -> PutForward:
    """A project put forward for a place of its county."""
    area = PROJECTS[name][0]
    return PutForward(area_code=area, position=position, project=town.serials[name], line=f"{name}的看点", why=why)


def planned(quarter: str = "2025-Q2") -> Town:
    """A tour planned; nothing put forward yet."""
    town = settle()
    plan = Planned(kind="quarterly", quarter=quarter, held_on=DAY)
    return Town(town.serials, actions.plan_tour(plan, official=who("office"), at=AT))


def ready() -> Town:
    """Every place filled and approved, three leaders and one department named."""
    town = planned()
    for name, position in (("东一", 1), ("东二", 2), ("西一", 1), ("西二", 2)):
        county = "east" if PROJECTS[name][0] == EAST else "west"
        actions.nominate(town.tour, put(town, name, position), official=who(county), on=DAY, at=AT)
        actions.approve(town.tour, town.serials[name], official=who("office"), at=AT)
    for names, kind in (("甲市长 市政府\n乙书记，市委", "leaders"), ("丙局长", "departments")):
        actions.name_judges(town.tour, names=names, kind=kind, official=who("office"), at=AT)
    hard = {"coefficient": Decimal("1.05"), "hard": "征地难度大", "official": who("office"), "at": AT}
    actions.set_difficulty(town.tour, town.serials["东一"], **hard)  # type: ignore[arg-type]
    return town


def opened() -> tuple[Town, dict[str, str]]:
    """The ballot open, and the links by the judge's name."""
    town = ready()
    tickets = actions.issue_tickets(town.tour, official=who("office"), at=AT)
    actions.open_ballot(town.tour, official=who("office"), at=AT)
    return town, {one.judge.name: one.token for one in tickets}


def cast_all(town: Town, links: dict[str, str], better: str = "东一") -> None:
    """Every judge votes on everything alike, but marks one project higher."""
    for token in links.values():
        for name in ("东一", "东二", "西一", "西二"):
            marks = MARKS | ({"investment": "40"} if name == better else {})
            actions.cast(token, town.serials[name], marks, at=AT + timedelta(days=6))
