"""The worklist as a page: the dates with the days left, what came back beside its cells, the rest by area."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard, OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.reporting.cards import AreaQuestions, Pending, ReportCard, WorkItem, Worklist
from ballast.rooms.reporting.queries.in_hand import months_in_hand
from ballast.rooms.reporting.queries.pending import pending
from ballast.rooms.reporting.queries.questions import question_counts
from ballast.rooms.reporting.queries.report import reports_of
from ballast.rooms.reporting.queries.slips import slips
from ballast.rooms.reporting.queries.worklist import worklist
from ballast.rulebook.calendar import DueDates
from ballast.rulebook.forms import BY_KEY
from ballast.rulebook.merging import Cell
from ballast.rulebook.slips import SlipState, SlipVerb

NAMED = 12
STEPS = (
    ("opens", Sentence("开始填报", "opens")), ("owners", Sentence("填报截止", "reports due")),
    ("county", Sentence("县级审核", "county review")), ("city", Sentence("市级审核", "city review")),
    ("freeze", Sentence("封账", "frozen")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deadline:
    """One date of the month, and how many days it lies ahead (behind: below zero)."""

    label: Sentence
    day: date
    left: int

    @property
    def past(self) -> bool:
        """Whether it is over."""
        return self.left < 0


@dataclass(frozen=True, slots=True)
class Remarked:
    """A cell that came back: what it says and what is wrong with it."""

    heading: str
    value: Cell
    remark: str


@dataclass(frozen=True, slots=True)
class Returned:
    """A report that came back."""

    item: WorkItem
    by: str
    cells: tuple[Remarked, ...]


@dataclass(frozen=True, slots=True)
class AreaPile:
    """What lies on one pile for one area."""

    area: AreaCard
    items: tuple[WorkItem, ...]

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(item.late_days > 0 for item in self.items)

    @property
    def begun(self) -> int:
        """How many somebody typed into."""
        return sum(item.state is not None for item in self.items)

    @property
    def named(self) -> tuple[WorkItem, ...]:
        """Those shown by name: the first few."""
        return self.items[:NAMED]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties:
    """Everything one person has to do in a month."""

    worklist: Worklist
    months: list[str]
    deadlines: tuple[Deadline, ...]
    returned: tuple[Returned, ...]
    to_fill: tuple[AreaPile, ...]
    to_review: tuple[AreaPile, ...]
    waiting: tuple[AreaPile, ...]
    questions: tuple[AreaQuestions, ...]
    pending: Pending
    slips: int
    whole: frozenset[str]
    not_started: tuple[tuple[AreaCard, int], ...]

    @property
    def open_questions(self) -> int:
        """How many questions of the checks are open."""
        return sum(one.open for one in self.questions)

    @property
    def next_deadline(self) -> Deadline | None:
        """The date that comes next."""
        return next((one for one in self.deadlines if not one.past), None)


def duties(month: str, official: OfficialCard | None, *, on: date, current: str) -> Duties:
    """What ``official`` has to do for ``month`` on the day ``on``. Raises people.NotAllowed."""
    found = worklist(month, official, on=on)
    held = registry.reach(official, on=on)
    areas = {card.code: card for card in people.areas()}
    serials = [item.serial for item in found.returned]
    cards = {card.serial: card for card in reports_of(month, serials, official, on=on)} if serials else {}
    return Duties(
        worklist=found, months=sorted({*months_in_hand(current=current), month}, reverse=True),
        deadlines=_deadlines(found.dates, on),
        returned=tuple(_returned(item, cards[item.serial]) for item in found.returned if item.serial in cards),
        to_fill=_by_area(found.to_fill, areas), to_review=_by_area(found.to_review, areas),
        waiting=_by_area(found.waiting, areas),
        questions=tuple(one for one in question_counts(held=held, month=month) if one.open),
        pending=pending(official, on=on),
        slips=sum(SlipVerb.APPROVE in one.verbs for one in slips(held=held, official=official, state=SlipState.FILED)),
        whole=frozenset(code for code in areas if held.whole(code)),
        not_started=tuple(
            (card, found.not_started[code])
            for code, card in areas.items() if code in found.not_started and held.whole(code)
        ),
    )  # fmt: skip


def _deadlines(dates: DueDates, on: date) -> tuple[Deadline, ...]:
    days = [(label, getattr(dates, name)) for name, label in STEPS]
    return tuple(Deadline(label, day, (day - on).days) for label, day in days)


def _returned(item: WorkItem, card: ReportCard) -> Returned:
    said: Mapping[str, Cell] = {**card.proposed, **card.cells}
    cells = tuple(
        Remarked(BY_KEY[key].heading(card.month) if key in BY_KEY else "", said.get(key), remark)
        for key, remark in item.remarks.items()
    )
    return Returned(item, item.by, cells)


def _by_area(items: Iterable[WorkItem], areas: Mapping[str, AreaCard]) -> tuple[AreaPile, ...]:
    piles: defaultdict[str, list[WorkItem]] = defaultdict(list)
    for item in items:
        piles[item.area_code].append(item)
    order = sorted(piles, key=lambda code: (areas[code].position, code))
    return tuple(AreaPile(areas[code], tuple(piles[code])) for code in order)
