"""The site tour of the second quarter of 2025: two projects a county, seven judges, one of them on paper."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE, ProfileCard
from ballast.rooms.supervision import queries as supervision
from ballast.rooms.tours import actions
from ballast.rooms.tours import queries as tours
from ballast.rooms.tours.actions import Planned, PutForward
from ballast.site.golden import showing
from ballast.site.golden.accounts import DEPUTY, OFFICE, reviewer
from ballast.site.golden.places import COUNTIES
from ballast.site.golden.telling import moment
from ballast.site.golden.under_review import seated

AFTER = "2025-05"  # told when its seal is behind: the month in which the tour was held
QUARTER, LAST_MONTH, DAY = "2025-Q2", "2025-06", date(2025, 6, 27)
JUDGES = {
    "leaders": "安知行 市政府\n滕定邦 市委\n顾承泽 市政府\n沈清和 市政府\n雷立群 市人大常委会",
    "departments": "柏清和 市自然资源和规划局\n倪书言 市统计局",
}
ON_PAPER = "雷立群"
LINES = (
    "首批设备已进场，年内可试生产",
    "主体结构封顶，安装同步推进", "桩基完成，钢结构进场", "厂房建成一半，产线设备已订货",
    "拿地后三十日开工，五证齐备", "关键工艺国内领先，龙头企业配套",
)  # fmt: skip


def after_seal(month: str, seed: int) -> None:
    """Hold the tour once the month before it is sealed."""
    if month == AFTER:
        _tour(seed)


def _tour(seed: int) -> None:
    """Plan it, put projects forward, vote, close, confirm."""
    chance, at = Random(f"{seed} tour"), moment(AFTER, 23, 9, 0)
    office = seated(OFFICE, at)
    serial = actions.plan_tour(Planned(kind="quarterly", quarter=QUARTER, held_on=DAY), official=office, at=at)
    _put_forward(serial, chance, at + timedelta(hours=26))
    seen = [one.serial for one in tours.nominees(tours.find(serial))]
    showing.photographed(seen, AFTER, at + timedelta(hours=30))
    for number, one in enumerate(tours.nominees(tours.find(serial))):
        actions.approve(serial, one.serial, official=office, at=at + timedelta(days=2))
        if number % 5 == 3:
            actions.set_difficulty(
                serial, one.serial, coefficient=Decimal("1.03"), hard="盐碱地基，工期受限", official=office,
                at=at + timedelta(days=2),
            )  # fmt: skip
    for kind, names in JUDGES.items():
        actions.name_judges(serial, kind=kind, names=names, official=office, at=at + timedelta(days=3))
    _vote(serial, chance, office, moment(AFTER, 27, 8, 30))
    actions.close_ballot(serial, reason="", official=office, at=moment(AFTER, 27, 18, 0))
    actions.confirm(serial, official=office, at=moment(AFTER, 27, 18, 30))


def _put_forward(serial: str, chance: Random, at: datetime) -> None:
    """Every county puts the two largest of its projects forward that may be seen."""
    cards = registry.profiles(held=EVERYWHERE)
    found = sorted(_may_be_seen(cards), key=lambda card: -(card.total_investment or 0))
    serials = registry.serials([card.project_id for card in found])
    county_of = {area.id: area.county_code for area in people.areas()}
    for place in COUNTIES:
        who = seated(reviewer(place), at)
        mine = [card for card in found if county_of[card.area_id] == place.code]
        for position, card in enumerate(mine[:2], start=1):
            put = PutForward(area_code=place.code, position=position, project=serials[card.project_id],
                             line=chance.choice(LINES))  # fmt: skip
            actions.nominate(serial, put, official=who, on=at.date(), at=at)


def _may_be_seen(cards: Mapping[int, ProfileCard]) -> Iterator[ProfileCard]:
    """Those that meet the rule of the book."""
    book = policy.for_month(LAST_MONTH)
    rule = book.tours["quarterly"].eligible
    unmet = supervision.unmet(cards, rule, book=book, month=LAST_MONTH, on=DAY)
    yield from (card for project, card in cards.items() if not unmet[project])


def _vote(serial: str, chance: Random, office: OfficialCard | None, at: datetime) -> None:
    """Every judge marks every project along the road; the one on paper is read in by two in the evening."""
    links = {one.judge.name: one.token for one in actions.issue_tickets(serial, official=office, at=at)}
    actions.open_ballot(serial, official=office, at=at)
    judges, second = tours.judges(tours.find(serial)), seated(DEPUTY, at)
    for stop, one in enumerate(tours.nominees(tours.find(serial))):
        good = chance.uniform(0.82, 0.97)
        for judge in judges:
            marks = _marks(good, chance)
            if judge.name == ON_PAPER:
                for hand in (office, second):
                    actions.read_paper(serial, judge.number, one.serial, marks, official=hand, at=at)
            else:
                actions.cast(links[judge.name], one.serial, marks, at=at + timedelta(minutes=20 * stop))


def _marks(good: float, chance: Random) -> Mapping[str, str]:
    full = {"investment": 40, "progress": 40, "technology": 20}
    told = {code: min(most, round(2 * most * chance.gauss(good, 0.03)) / 2) for code, most in full.items()}
    return {code: f"{mark:g}" for code, mark in told.items()}
