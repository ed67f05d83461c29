"""Telling the story: the news of a month, recorded at its hour and by its hand, then the seal."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from django.db import transaction

from ballast.kit import files
from ballast.kit.ledger import journal
from ballast.kit.ledger.models import Source
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.registry import actions as registry
from ballast.rooms.reporting import actions as reporting
from ballast.rooms.resources import actions as resources
from ballast.site.golden import papers
from ballast.site.golden.accounts import OFFICE, STATISTICS, reporter
from ballast.site.golden.handing_in import hand_in
from ballast.site.golden.ids import Ids
from ballast.site.golden.news import Card, Hand, News, Sheet
from ballast.site.golden.places import AREAS, BY_CODE, CITY, Place
from ballast.site.golden.seasons import LAST_SEALED, OPEN, after, start_of

HERE = ZoneInfo("Asia/Shanghai")
BEFORE = "2022-12"
# From this month on counties report on the monthly form; what is older was taken over from their own workbooks.
ON_FORMS = LAST_SEALED
RECORD: dict[Sheet, Callable[..., object]] = {
    Sheet.POOL: registry.describe, Sheet.PLANS: registry.describe, Sheet.PROMISES: registry.describe,
    Sheet.LISTS: registry.describe, Sheet.FUNDS: registry.describe, Sheet.CLOCKS: lifecycle.move,
    Sheet.PROGRESS: reporting.report, Sheet.OUTPUT: reporting.report, Sheet.RESOURCES: resources.work,
}  # fmt: skip
WORDS = {
    Hand.COUNTY: ("重点项目月报", "golden report"), Hand.CORRECTION: ("月报更正表", "golden correction"),
    Hand.STATISTICS: ("投资统计反馈表", "golden statistics"), Hand.REVIEW: ("现场核验单", "golden review"),
    Hand.PLAN: ("年度计划与名单", "golden plan"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Batch:
    """What one hand records at one moment: one entry of the journal, one workbook.

    With ``form`` (an area's slug) the news are rows of the monthly form, to be handed in as such.
    """

    at: datetime
    by: str
    hand: Hand
    title: str
    news: list[News]
    form: str = ""


def moment(month: str, day: int, hour: int, minute: int) -> datetime:
    """A moment in the month after ``month``, city time, as UTC."""
    on = start_of(after(month)) + timedelta(days=day - 1)
    return datetime.combine(on, time(hour, minute), HERE).astimezone(UTC)


def batches(month: str, news: Iterable[News], chance: Random) -> list[Batch]:
    """The month's news by hand and area, in the order of recording."""
    grouped: dict[tuple[Hand, str], list[News]] = defaultdict(list)
    for item in news:
        grouped[item.hand, _desk(month, item)].append(item)
    silent = set(chance.sample([place.code for place in AREAS], 8)) if month == OPEN else set()
    made = []
    for (hand, code), items in sorted(grouped.items(), key=lambda group: group[0]):
        if code not in silent and (month != OPEN or hand is Hand.COUNTY):
            batch = _batch(month, hand, code, items, chance)
            made += _parted(batch, code) if hand is Hand.COUNTY and month >= ON_FORMS else [batch]
    return sorted(made, key=lambda batch: (batch.at, batch.title))


def _parted(batch: Batch, code: str) -> list[Batch]:
    """What the monthly form asks for goes in on the form, a while after the rest."""
    asked = [item for item in batch.news if item.sheet is Sheet.PROGRESS]
    rest = [item for item in batch.news if item.sheet is not Sheet.PROGRESS]
    parts = [replace(batch, title=batch.title.replace("月报", "台账"), news=rest)] if rest else []
    later = batch.at + timedelta(minutes=25)
    return [*parts, replace(batch, at=later, news=asked, form=BY_CODE[code].slug)] if asked else parts


def _desk(month: str, item: News) -> str:
    """Counties and parks report for themselves; the rest, and the first list, is the city's."""
    return item.life.place.code if month != BEFORE and item.hand in (Hand.COUNTY, Hand.CORRECTION) else CITY.code


def _batch(month: str, hand: Hand, code: str, news: list[News], chance: Random) -> Batch:
    place = next((place for place in AREAS if place.code == code), CITY)
    day, hour = _hour(month, hand, place, chance)
    by = {Hand.STATISTICS: STATISTICS, Hand.REVIEW: OFFICE, Hand.PLAN: OFFICE}.get(hand, reporter(place))
    if month == BEFORE:
        title, by = "北溟市重点项目库（2022年底）", OFFICE
        title += {Hand.COUNTY: "", Hand.CORRECTION: "更正"}.get(hand, WORDS[hand][0])
    else:
        title = f"{place.name}{month[:4]}年{int(month[5:])}月{WORDS[hand][0]}"
    return Batch(moment(month, day, hour, chance.randint(0, 59)), by, hand, title, news)


def _hour(month: str, hand: Hand, place: Place, chance: Random) -> tuple[int, int]:
    """When a desk records: owners and counties by the 5th, some late, review and statistics on the 9th."""
    if hand is Hand.PLAN:
        return 20, 15
    if hand in (Hand.REVIEW, Hand.STATISTICS):
        return 9, 14 if hand is Hand.REVIEW else 10
    if hand is Hand.CORRECTION:
        return 8, chance.randint(15, 17)
    if month == OPEN:
        return chance.randint(1, 4), chance.randint(9, 17)
    late = place.slug in ("baili", "shiyi") and month >= "2025-05" or chance.random() < 0.06
    return (8 if late else chance.randint(3, 5)), chance.randint(9, 14)


@dataclass
class Teller:
    """Records batches; projects are enrolled when they are first told of."""

    ids: Ids
    names: dict[int, str]

    def record(self, batch: Batch) -> None:
        """One batch: its workbook kept, its facts in the journal, each with its sheet and row."""
        if batch.form:
            self._hand_in(batch)
            return
        action = WORDS[batch.hand][1]
        with transaction.atomic(), journal.entry(at=batch.at, by=batch.by, action=action) as writer:
            self._enrol(batch, writer)
            told: dict[Sheet, list[Card]] = defaultdict(list)
            for item in batch.news:
                told[item.sheet].append(item.tell(self.ids.projects[item.life.name]))
            paper = papers.write(batch.title, told, self._name, batch.at)
            stored = files.keep(paper.data, f"{batch.title}.xlsx", at=batch.at, by=batch.by)
            for sheet, cards in paper.cards.items():
                writer.source = Source.objects.create(
                    kind="workbook", file=stored, place=papers.LAYOUT[sheet][0], columns=papers.letters(sheet),
                    received_at=batch.at, received_by=batch.by,
                )  # fmt: skip
                RECORD[sheet](cards, writer=writer)

    def _hand_in(self, batch: Batch) -> None:
        first = batch.news[0]
        cards = [item.tell(self.ids.projects[item.life.name]) for item in batch.news]
        hand_in(first.month, batch.form, first.life.place.code, batch.title, cards, batch.at, batch.by)

    def _name(self, card: Card) -> str:
        """The name as the paper may print it: a project in secret talks stands under its code name."""
        return getattr(card, "name", "") or self.names[card.project_id]

    def _enrol(self, batch: Batch, writer: journal.Writer) -> None:
        fresh = list(dict.fromkeys(item.life.name for item in batch.news if item.life.name not in self.ids.projects))
        for name, number in zip(fresh, registry.enrol(len(fresh), writer=writer), strict=True):
            self.ids.projects[name] = number
            self.names[number] = name


def seal_day(month: str) -> datetime:
    """The 10th of the month after, six in the evening."""
    return moment(month, 10, 18, 0)
