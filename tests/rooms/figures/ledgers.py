"""Random ledgers: a small city, projects of every kind, facts revised over several entries, with gaps."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from ballast.kit.ledger.journal import Writer, entry
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.people import actions as people
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry.cards import FundingCard, MembershipCard, PlanCard, ProfileCard, PromiseCard
from ballast.rooms.reporting import actions as reporting
from ballast.rooms.reporting.cards import IndicatorCard, OutputCard, ProgressCard
from ballast.rooms.resources import actions as resources
from ballast.rooms.resources.cards import CaseCard
from ballast.rulebook.stages import START_ON_LAND_PAPERS, MilestoneKind
from ballast.rulebook.terms import AreaIndicator, AreaKind, Basis, FundChannel, LandMode, Nature, Resource

MONTHS = ["2024-03", "2024-05", "2024-06", "2024-07", "2024-12", "2025-01", "2025-03", "2025-05", "2025-06", "2025-07"]
INDUSTRIES = ["", "C", "C2710", "3921", "C39", "5942", "L7291", "H6110", "P8336", "N786", "D4417", "XX"]
LEADS = ["", "biopharma", "new_electronics"]
START = datetime(2025, 7, 1, 8, tzinfo=UTC)


def town() -> list[int]:
    """A city, two counties, a park of each; the ids of all five."""
    city = people.establish("990000", "金州市", kind=AreaKind.CITY)
    east = people.establish("990101", "东岭县", kind=AreaKind.COUNTY, parent_id=city)
    west = people.establish("990102", "西泽县", kind=AreaKind.COUNTY, parent_id=city)
    parks = [
        people.establish("p-east", "东岭园", kind=AreaKind.PARK, parent_id=east),
        people.establish("p-west", "西泽园", kind=AreaKind.PARK, parent_id=west),
    ]
    return [city, east, west, *parks]


def record(seed: int, projects: int, entries: int) -> list[datetime]:
    """Record a random ledger; the moments of its entries."""
    chance = Random(seed)
    areas = town()
    lists = [registry.name_list(code, code) for code in ("city", "key69", "key")]
    moments = []
    ids: list[int] = []
    for number in range(entries):
        at = START + timedelta(days=9 * number, microseconds=number)
        with entry(at=at, by="测试", action="random") as writer:
            if not ids:
                ids = registry.enrol(projects, writer=writer)
            tell(ids, areas, lists, chance, writer, first=number == 0)
            reporting.report(list(indicators(areas, chance)), writer=writer)
            moments.append(writer.moment)
    return moments


def tell(
    ids: list[int], areas: list[int], lists: list[int], chance: Random, writer: Writer, *, first: bool
) -> None:  # fmt: skip
    """What one entry says of some projects, anything at all; ``first``: it is the first to say it."""
    described = [_described(project, areas, lists, chance, first=first) for project in ids]
    verbs = (registry.describe, lifecycle.move, reporting.report, resources.work)
    for verb, cards in zip(verbs, zip(*described, strict=True), strict=True):
        verb([card for of_one in cards for card in of_one], writer=writer)


def _described(
    project: int, areas: list[int], lists: list[int], chance: Random, *, first: bool
) -> tuple[list[Any], ...]:
    """What an entry says of one project: to the registry, of its milestones, in reports, of its resources."""
    profile = [_profile(project, areas, chance)] if first or chance.random() < 0.3 else []
    return (
        [*profile, *_plans(project, lists, chance)], list(_milestones(project, chance)),
        [*progress(project, chance), *_outputs(project, chance)], list(_cases(project, chance)),
    )  # fmt: skip


def maybe(chance: Random, value: Any, odds: float = 0.8) -> Any:
    """The value, or nothing."""
    return value if chance.random() < odds else None


def day(chance: Random) -> date:
    """A day between the beginning of 2023 and the end of 2025."""
    return date(2023, 1, 1) + timedelta(days=chance.randrange(1095))


def money(chance: Random) -> int:
    """An amount in 元, small or large, seldom nought or below."""
    return chance.choice([0, -5, 1, 99_999_999, 100_000_000, 10**9, 5 * 10**9, chance.randrange(2 * 10**10)])


def _profile(project: int, areas: list[int], chance: Random) -> ProfileCard:
    return ProfileCard(
        project_id=project, name=f"项目{project}'\"%", area_id=chance.choice(areas),
        owner=chance.choice(["", "甲公司"]),
        industry=chance.choice(INDUSTRIES), lead_industry=chance.choice(LEADS),
        nature=chance.choice(["", *Nature]), land_mode=chance.choice(["", *LandMode]),
        strategic=chance.choice([None, True, False]), total_investment=maybe(chance, money(chance)),
    )  # fmt: skip


def _plans(project: int, lists: list[int], chance: Random) -> Iterator[Any]:
    for year in (2024, 2025):
        if chance.random() < 0.6:
            yield PlanCard(project_id=project, year=year, amount=maybe(chance, money(chance)))
    for named in lists:
        if chance.random() < 0.4:
            yield MembershipCard(project_id=project, named_list_id=named, since=day(chance),
                                 until=maybe(chance, day(chance), 0.3))  # fmt: skip
    for channel in (FundChannel.OWN, FundChannel.LOAN):
        for month in chance.sample(MONTHS, 2):
            if chance.random() < 0.4:
                yield FundingCard(project_id=project, channel=channel, month=month,
                                  agreed=maybe(chance, money(chance)),
                                  paid_in=maybe(chance, money(chance)))  # fmt: skip
    if chance.random() < 0.5:
        yield PromiseCard(project_id=project, output=maybe(chance, money(chance)),
                          tax=maybe(chance, money(chance)), jobs=maybe(chance, chance.randrange(900)),
                          start_on_land=chance.choice([None, True, True]))  # fmt: skip


def _milestones(project: int, chance: Random) -> Iterator[MilestoneCard]:
    land = day(chance)
    together = chance.random() < 0.5  # the five papers and the start soon after the land, as was promised
    near = {*START_ON_LAND_PAPERS, MilestoneKind.STARTED} if together else set()
    for kind in MilestoneKind:
        for basis in Basis:
            if chance.random() > (0.9 if kind in near or (together and kind is MilestoneKind.LAND) else 0.25):
                continue
            on = land if kind is MilestoneKind.LAND else day(chance)
            on = land + timedelta(days=chance.randrange(12)) if kind in near else on
            yield MilestoneCard(project_id=project, kind=kind, basis=basis, planned_on=maybe(chance, day(chance), 0.5),
                                actual_on=maybe(chance, on))  # fmt: skip


def progress(project: int, chance: Random) -> Iterator[ProgressCard]:
    for month in MONTHS:
        for basis in Basis:
            if chance.random() < 0.35:
                yield ProgressCard(
                    project_id=project, month=month, basis=basis, month_completed=maybe(chance, money(chance)),
                    year_to_date=maybe(chance, money(chance)), to_date=maybe(chance, money(chance)),
                    problems=chance.choice(["", "用地未批"]), form_progress=chance.choice(["", "主体封顶"]),
                )  # fmt: skip


def _outputs(project: int, chance: Random) -> Iterator[OutputCard]:
    for month in chance.sample(MONTHS, 2):
        if chance.random() < 0.5:
            yield OutputCard(project_id=project, month=month, output=maybe(chance, money(chance)),
                             tax=maybe(chance, money(chance)), jobs=maybe(chance, chance.randrange(900)))  # fmt: skip


def _cases(project: int, chance: Random) -> Iterator[CaseCard]:
    for resource in (Resource.LAND, Resource.ENERGY):
        for phase in (1, 2):
            if chance.random() < 0.4:
                yield CaseCard(
                    project_id=project, resource=resource, phase=phase, unit="亩", requested=chance.randrange(90_000),
                    requested_on=day(chance), due_on=maybe(chance, day(chance)),
                    granted=maybe(chance, chance.randrange(90_000)), granted_on=maybe(chance, day(chance)),
                )  # fmt: skip


def indicators(areas: list[int], chance: Random) -> Iterator[IndicatorCard]:
    """Some of what the statistics office publishes of the areas."""
    for area in areas:
        for indicator in AreaIndicator:
            for month in ("2024-07", "2025-06", "2025-07"):
                for lead in LEADS:
                    if chance.random() < 0.4:
                        yield IndicatorCard(area_id=area, indicator=indicator, month=month, lead_industry=lead,
                                            year_to_date=maybe(chance, money(chance)))  # fmt: skip
