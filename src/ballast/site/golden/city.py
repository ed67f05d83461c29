"""Building the golden city into an empty house."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from ballast import month as months
from ballast.rooms.people import actions as people
from ballast.rooms.registry import actions as registry
from ballast.site.golden import accounts, rules, under_review
from ballast.site.golden.bureau import publish
from ballast.site.golden.cards_of import registry_news
from ballast.site.golden.cast import cast
from ballast.site.golden.ids import Ids
from ballast.site.golden.indicators import published_in, readings
from ballast.site.golden.lives import Life
from ballast.site.golden.moves_of import clock_news
from ballast.site.golden.news import News
from ballast.site.golden.places import AREAS, CITY
from ballast.site.golden.reports_of import report_news
from ballast.site.golden.requests_of import resource_news
from ballast.site.golden.seasons import FIRST, LAST_SEALED, OPEN, span
from ballast.site.golden.shapes import Ring, shapes
from ballast.site.golden.telling import BEFORE, Batch, Teller, batches, moment, seal_day

SEED = 2025
LISTS = (("provincial", "省重点项目"), ("city", "市重点项目"), ("key69", "69个重点产业项目"))


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: how many projects and sealed months."""

    projects: int
    months: int


def build(*, seed: int = SEED, until: str = OPEN, say: Callable[[str], None] = lambda month: None) -> Built:
    """Tell the story into an empty house up to the month ``until``; ``say`` hears each month as it is sealed."""
    map = shapes(seed)
    ids = _found(map)
    accounts.appoint(ids)
    rules.adopt(moment(BEFORE, 1, 9, 0), accounts.OFFICE)
    return Built(_tell(map, ids, seed, until, say), len(list(span(FIRST, min(until, LAST_SEALED)))))


def _tell(map: dict[str, Ring], ids: Ids, seed: int, until: str, say: Callable[[str], None]) -> int:
    """Record the lives of all projects month by month, and seal; how many projects."""
    lives = cast(seed, map)
    teller = Teller(ids, {})
    news = _by_month(lives, ids, seed)
    told = defaultdict(list)
    for reading in readings(seed):
        told[published_in(reading[3])].append(reading)
    chance = Random(f"{seed} desks")
    for month in [BEFORE, *span(FIRST, until)]:
        early: list[Batch] = []
        late: list[Batch] = []
        for batch in batches(month, news[month], chance):
            (early if batch.at < seal_day(month) else late).append(batch)
        for batch in early:
            teller.record(batch)
        if told[month]:
            publish(month, told[month], ids, moment(month, 9, 16, 30))
        if FIRST <= month <= LAST_SEALED:
            months.seal(month, at=seal_day(month), by=accounts.OFFICE)
            say(month)
        for batch in late:
            teller.record(batch)
    if until == OPEN:
        under_review.review(moment(OPEN, 5, 9, 30))
    return len(ids.projects)


def _found(map: dict[str, Ring]) -> Ids:
    """The city, its counties and parks with their outlines, and the named lists."""
    ids = Ids()
    ids.areas[CITY.code] = people.establish(CITY.code, CITY.name, kind=CITY.kind, aliases=CITY.aliases)
    for position, place in enumerate(AREAS, 1):
        ids.areas[place.code] = people.establish(
            place.code, place.name, kind=place.kind, parent_id=ids.areas[place.parent], aliases=place.aliases,
            position=position, shape={"type": "Polygon", "coordinates": [[list(point) for point in map[place.code]]]},
        )  # fmt: skip
    for code, name in LISTS:
        ids.lists[code] = registry.name_list(code, name)
    return ids


def _by_month(lives: list[Life], ids: Ids, seed: int) -> dict[str, list[News]]:
    """All the news of all projects, by the month in whose papers it stands."""
    news: dict[str, list[News]] = defaultdict(list)
    chance = Random(f"{seed} news")
    for life in lives:
        for item in (
            *registry_news(life, ids),
            *clock_news(life),
            *report_news(life, chance),
            *resource_news(life, chance),
        ):
            news[item.month].append(item)
    return news
