"""News of resources: what a project asked for on its way to the start, and what it was granted."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from random import Random

from ballast.kit.money import WAN, YI
from ballast.rooms.resources.cards import CaseCard
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import LandMode, Resource
from ballast.site.golden.lives import Life
from ballast.site.golden.news import Hand, News, Sheet
from ballast.site.golden.places import county_of
from ballast.site.golden.seasons import OPEN, month_of

SINCE = date(2024, 1, 1)
UNITS = {
    Resource.LAND: "亩", Resource.ENERGY: "吨标准煤", Resource.POWER: "千伏安", Resource.FUNDS: "万元",
    Resource.EMISSION: "吨", Resource.WATER: "万吨/年", Resource.SEA: "公顷", Resource.FOREST: "亩",
}  # fmt: skip


def resource_news(life: Life, chance: Random) -> Iterator[News]:
    """The requests of one project; a county that asks for nothing simply has none."""
    begun = life.reached.get(MilestoneKind.PERMITTING)
    if begun is None or begun < SINCE or county_of(life.place).slug == "yunzhan" or chance.random() < 0.35:
        return
    for resource, asked in _needs(life, chance):
        on = begun + timedelta(days=chance.randint(2, 50))
        if month_of(on) > OPEN:
            continue
        due = on + timedelta(days=chance.choice((20, 30, 30, 45, 60)))
        granted_on = due + timedelta(days=round(chance.triangular(-26, 18, -8)))
        granted = round(asked * chance.choice((1, 1, 1, 1, 0.9, 0.8, 0.6)))
        if life.started is None and chance.random() < 0.4:
            granted_on = date.max
        before = partial(_case, resource, asked, on, due, None, None)
        yield News(month_of(on), Hand.COUNTY, Sheet.RESOURCES, life, before)
        if month_of(granted_on) <= OPEN and month_of(granted_on) > month_of(on):
            after = partial(_case, resource, asked, on, due, granted, granted_on)
            yield News(month_of(granted_on), Hand.COUNTY, Sheet.RESOURCES, life, after)


def _needs(life: Life, chance: Random) -> Iterator[tuple[Resource, int]]:
    """Resources and quantities in thousandths of their units."""
    if life.land_mode is LandMode.NEW and life.land_mu:
        yield Resource.LAND, int(life.land_mu * 1000)
        if life.place.slug in ("baili", "shiyi") and chance.random() < 0.4:
            yield Resource.FOREST, int(life.land_mu * chance.randint(100, 400))
    if life.industrial and chance.random() < 0.5:
        yield Resource.ENERGY, max(300, life.total // (YI // 100)) * chance.randint(15, 60) // 10 * 1000
    if life.industrial and chance.random() < 0.4:
        yield Resource.POWER, max(630, life.total // (YI // 800)) * 1000
    if chance.random() < 0.35:
        yield Resource.FUNDS, round(life.total * 0.2 / WAN) * 1000
    if life.lead_industry == "green_chemicals":
        yield Resource.EMISSION, chance.randint(4, 60) * 1000
        yield Resource.WATER, chance.randint(20, 400) * 1000
    if life.industry in ("G5532", "A0412"):
        yield Resource.SEA, chance.randint(20, 300) * 1000


def _case(
    resource: Resource, asked: int, on: date, due: date, granted: int | None, granted_on: date | None, project_id: int
) -> CaseCard:
    return CaseCard(
        project_id=project_id, resource=resource, unit=UNITS[resource], requested=asked, requested_on=on, due_on=due,
        granted=granted, granted_on=granted_on,
    )  # fmt: skip
