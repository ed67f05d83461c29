"""One person's worklist: what is due, what came back and why, what is late, what waits for their review."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard, OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import ProfileCard
from ballast.rooms.reporting.cards import WorkItem, Worklist
from ballast.rooms.reporting.loop import hands
from ballast.rooms.reporting.loop.hands import Hands
from ballast.rooms.reporting.models import Report
from ballast.rooms.reporting.queries.months import deadlines
from ballast.rooms.reporting.queries.place import month_named, rules_of
from ballast.rooms.reporting.queries.seals import is_sealed
from ballast.rooms.reporting.queries.standings import NOTHING, Came, came
from ballast.rooms.reporting.workbook.roster import Reach, reach
from ballast.rulebook.books import Book
from ballast.rulebook.calendar import DueDates
from ballast.rulebook.loop import UNDER_REVIEW, State, waits_for
from ballast.rulebook.powers import Power
from ballast.rulebook.terms import AreaKind

RETURNED, TO_FILL, TO_REVIEW, WAITING = "returned", "to_fill", "to_review", "waiting"
NOT_STARTED = "not_started"  # no pile: it is only counted


@dataclass(frozen=True, slots=True)
class _Looking:
    """Who looks at which month, on which day, under which rules."""

    month: str
    hands: Hands
    on: date
    dates: DueDates
    rules: Book

    def pile(self, area: AreaCard, project_id: int, found: Came, come: Reach) -> str:
        """On which pile a report lies for the person; empty for none."""
        reviews = self.rules.loop.reviews(in_a_county=area.kind is not AreaKind.CITY)
        reports = self._reports(area, project_id)
        waits = waits_for(found.stage, reviews) if found.stage in UNDER_REVIEW else None
        if waits and self.hands.may(waits, area_code=area.code, project_id=project_id):
            return TO_REVIEW
        if waits:
            return WAITING if reports else ""
        if not reports or found.stage is State.ACCEPTED:
            return ""
        if found.stage is State.RETURNED:
            return RETURNED
        if found.stage is State.DRAFT or come.due(self.month):
            return TO_FILL
        return NOT_STARTED if come.started is None and come.listed(self.month) else ""

    def _reports(self, area: AreaCard, project_id: int) -> bool:
        """Whether the report is the person's to fill; who may fill in all of them fills in the city's own."""
        if self.hands.reach(Power.REPORT).areas is None:
            return area.kind is AreaKind.CITY
        return self.hands.may(Power.REPORT, area_code=area.code, project_id=project_id)

    def due_on(self, pile: str, state: State | None) -> date:
        """The day by which the person's part is to be done."""
        if pile == TO_REVIEW:
            return self.dates.city if state is State.COUNTY_ACCEPTED else self.dates.county
        return self.dates.owners


def worklist(month: str, official: OfficialCard | None, *, on: date, book: Book | None = None) -> Worklist:
    """What ``official`` has to do for ``month`` on the day ``on``, the latest first; few questions, however long.

    Raises people.NotAllowed for who sees no business.
    """
    mine = hands.looking(official, on)
    rules = book or rules_of(month)
    dates = deadlines(month_named(month))
    looking = _Looking(month, mine, on, dates, rules)
    profiles = registry.profiles(held=mine.reach(Power.READ))
    areas = {card.id: card for card in people.areas()}
    told = came(month)
    piles: dict[str, list[int]] = {RETURNED: [], TO_FILL: [], TO_REVIEW: [], WAITING: []}
    not_started: Counter[str] = Counter()
    for project_id, clocks in lifecycle.milestones(profiles).items():
        area = areas[profiles[project_id].area_id]
        pile = looking.pile(area, project_id, told.get(project_id, NOTHING), reach(clocks))
        if pile == NOT_STARTED:
            not_started[area.code] += 1
        elif pile:
            piles[pile].append(project_id)
    items = _items(looking, piles, profiles, areas)
    return Worklist(month=month, sealed=is_sealed(month), dates=dates, not_started=not_started, **items)


def _items(
    looking: _Looking, piles: dict[str, list[int]], profiles: dict[int, ProfileCard], areas: dict[int, AreaCard]
) -> dict[str, tuple[WorkItem, ...]]:
    ids = [project_id for pile in piles.values() for project_id in pile]
    serials = registry.serials(ids)
    reports = {one.project_id: one for one in Report.objects.filter(month=looking.month, project_id__in=ids)}
    made: dict[str, tuple[WorkItem, ...]] = {}
    for pile, members in piles.items():
        found = [
            _item(looking, pile, profiles[one], areas[profiles[one].area_id], serials[one], reports.get(one))
            for one in members
        ]
        made[pile] = tuple(sorted(found, key=lambda item: (-item.late_days, item.area_code, item.serial)))
    return made


def _item(
    looking: _Looking, pile: str, profile: ProfileCard, area: AreaCard, serial: str, report: Report | None
) -> WorkItem:
    state = State(report.state) if report else None
    due_on = looking.due_on(pile, state)
    late = 0 if pile == WAITING else max(0, (looking.on - due_on).days)
    return WorkItem(
        serial=serial, project_id=profile.project_id, name=profile.name, area_code=area.code, area_name=area.name,
        state=state, version=report.version if report else 0, due_on=due_on, late_days=late,
        at=report.changed_at if report else None, by=report.changed_by if report else "",
        remarks=report.remarks if report else {}, conflicts=len(report.conflicts) if report else 0,
    )  # fmt: skip
