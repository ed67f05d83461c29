"""Building the golden city into an empty house."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import itemgetter
from random import Random

from ballast import month as months
from ballast.kit.ledger import journal
from ballast.rooms.people import actions as people
from ballast.rooms.registry import actions as registry
from ballast.site.golden import accounts, comparing, correcting, rules, showing, supervising, touring, under_review
from ballast.site.golden.answering import Answering
from ballast.site.golden.bureau import publish
from ballast.site.golden.cards_of import registry_news
from ballast.site.golden.cast import cast
from ballast.site.golden.comparing import Act
from ballast.site.golden.ids import Ids
from ballast.site.golden.indicators import published_in, readings
from ballast.site.golden.lives import Life
from ballast.site.golden.moves_of import clock_news
from ballast.site.golden.news import News
from ballast.site.golden.places import AREAS, CITY
from ballast.site.golden.quarter import Quarter
from ballast.site.golden.reports_of import report_news
from ballast.site.golden.requests_of import resource_news
from ballast.site.golden.seasons import FIRST, LAST_SEALED, OPEN, span
from ballast.site.golden.shapes import Ring, shapes
from ballast.site.golden.telling import BEFORE, Batch, Teller, batches, moment, seal_day

SEED = 2025
AWAY = (date(2025, 8, 11), date(2025, 8, 22))
LISTS = (("provincial", "省重点项目"), ("city", "市重点项目"), ("key69", "69个重点产业项目"))


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: how many projects and sealed months."""

    projects: int
    months: int


def build(*, seed: int = SEED, until: str = OPEN, say: Callable[[str], None] = lambda month: None) -> Built:
    """Tell the story into an empty house up to the month ``until``; ``say`` hears each month as it is sealed."""
    map = shapes(seed)
    lives = cast(seed, map)
    ids, answering = _found(map), Answering(lives, seed)
    accounts.appoint(ids, answering.owners.values())
    rules.adopt(moment(BEFORE, 1, 9, 0), accounts.OFFICE)
    return Built(_tell(lives, ids, answering, seed, until, say), len(list(span(FIRST, min(until, LAST_SEALED)))))


def _tell(
    lives: list[Life], ids: Ids, answering: Answering, seed: int, until: str, say: Callable[[str], None]
) -> int:  # fmt: skip
    """Record the lives of all projects month by month, and seal; how many projects."""
    teller, quarter = Teller(ids, {}), Quarter(answering, ids)
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
            _name(month, answering, ids)
            comparing.note(month)
            months.seal(month, at=seal_day(month), by=accounts.OFFICE)
            say(month)
        acts: list[Act] = [(batch.at, partial(teller.record, batch)) for batch in late]
        acts += [*comparing.after_the_seal(month), *correcting.after_the_seal(month)]
        for _at, do in sorted(acts, key=itemgetter(0)):
            do()
        quarter.after_seal(month)
        touring.after_seal(month, seed)
    if until == OPEN:
        under_review.review(moment(OPEN, 5, 9, 30))
        showing.follow_up(moment(OPEN, 8, 9, 0))
        supervising.follow_up(moment(OPEN, 8, 16, 30))
    return len(ids.projects)


def _name(month: str, answering: Answering, ids: Ids) -> None:
    """Before the seal, the office names who answers for key projects; its head is away for a while in August."""
    at = moment(month, 10, 9, 0)
    cards = answering.told(month, ids)
    if cards:
        with journal.entry(at=at, by=accounts.OFFICE, action="golden roles") as writer:
            registry.describe(cards, writer=writer)
    if month == LAST_SEALED:
        people.delegate(
            ids.officials[accounts.OFFICE], ids.officials[accounts.DEPUTY], powers=None, since=AWAY[0], until=AWAY[1],
            reason="赴省参加重大项目调度会", on=AWAY[0], at=at, by=accounts.OFFICE,
        )  # fmt: skip


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
