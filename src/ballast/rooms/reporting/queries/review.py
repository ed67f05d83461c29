"""The review as a page: the tree of areas with counts, the reports that stand somewhere, and the one looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rooms.reporting.cards import AreaNode, ReportCard
from ballast.rooms.reporting.loop import hands
from ballast.rooms.reporting.models import Report
from ballast.rooms.reporting.queries.in_hand import months_in_hand
from ballast.rooms.reporting.queries.place import month_named
from ballast.rooms.reporting.queries.report import reports_of
from ballast.rooms.reporting.queries.sheet import Desk, desk
from ballast.rooms.reporting.queries.tree import month_tree
from ballast.rooms.reporting.queries.unaccepted import unaccepted
from ballast.rooms.reporting.queries.worklist import worklist
from ballast.rulebook.loop import State
from ballast.rulebook.powers import Power

MINE, MISSING = "mine", "missing"
MOST = 100
STANDS = (
    (MINE, Sentence("待我审核", "For me")), (MISSING, Sentence("未填", "Not typed")),
    *((str(state), Sentence(state.zh, state.en)) for state in State),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Queued:
    """One report in the queue."""

    report: ReportCard

    @property
    def clean(self) -> bool:
        """Whether nothing at all was found but notes: such may be accepted in bulk."""
        return all(found.severity == "note" for found in self.report.findings) and not self.report.conflicts

    @property
    def asks(self) -> int:
        """How many findings are no mere notes."""
        return sum(found.severity != "note" for found in self.report.findings) + len(self.report.conflicts)

    @property
    def month(self) -> object:
        """This month's amount, in 万元."""
        return self.report.cells.get("month_completed")

    @property
    def change(self) -> int | float | None:
        """Against last month's, in 万元."""
        found = (one.change for one in self.report.differences if one.column == "month_completed")
        return next(found, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """A month under review, as far as one person sees it."""

    month: str
    months: list[str]
    tree: list[AreaNode]
    area: str
    state: str
    stands: tuple[tuple[str, Sentence, int], ...]
    queue: tuple[Queued, ...]
    found: int
    one: Desk | None
    following: str

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.found - len(self.queue)

    @property
    def clean(self) -> int:
        """How many may be accepted in bulk."""
        return sum(one.clean for one in self.queue) if self.state == MINE else 0


def review(
    month: str, official: OfficialCard | None, *, on: date, current: str, area: str = "", state: str = "", one: str = ""
) -> ReviewPage:  # fmt: skip
    """The reports of an area and all below it (empty: everything) that stand somewhere, and the one looked at."""
    mine, held = hands.looking(official, on), registry.reach(official, on=on)
    groups = _groups(month_named(month), official, mine.reach(Power.READ), on=on, area=area)
    state = state if state in groups else MINE
    serials = groups[state]
    cards = {card.serial: card for card in reports_of(month, serials[:MOST], official, on=on)}
    queue = tuple(Queued(cards[serial]) for serial in serials[:MOST] if serial in cards)
    looked = one if one in serials else next((entry.report.serial for entry in queue), "")
    return ReviewPage(
        month=month, months=sorted({*months_in_hand(current=current), month}, reverse=True),
        tree=month_tree(month, held=held), area=area, state=state,
        stands=tuple((name, label, len(groups[name])) for name, label in STANDS),
        queue=queue, found=len(serials), one=desk(month, looked, official, on=on) if looked else None,
        following=following([entry.report.serial for entry in queue], looked),
    )  # fmt: skip


def following(serials: list[str], one: str) -> str:
    """The one after ``one``, else the one before; empty where there is no other."""
    place = serials.index(one) if one in serials else -1
    around = serials[place + 1 : place + 2] or serials[max(0, place - 1) : max(0, place)]
    return around[0] if around else ""


def _groups(month: str, official: OfficialCard | None, held: Reach, *, on: date, area: str) -> dict[str, list[str]]:
    """The serials by where they stand, by area and serial."""
    below = people.own_and_below(area) if area else None
    codes = {card.id: card.code for card in people.areas()}
    places = {project: codes[profile.area_id] for project, profile in registry.profiles(held=held).items()}
    wanted = {project for project, code in places.items() if below is None or code in below}
    serials = registry.serials(wanted)
    groups: dict[str, list[str]] = {name: [] for name, _ in STANDS}
    groups[MINE] = [item.serial for item in worklist(month, official, on=on).to_review if item.project_id in wanted]
    reports = Report.objects.filter(month=month).values_list("project_id", "state")
    for project, state in sorted(reports, key=lambda row: (places.get(row[0], ""), serials.get(row[0], ""))):
        if project in wanted:
            groups[state].append(serials[project])
    groups[MISSING] = _missing(month, set(serials.values()))
    return groups


def _missing(month: str, serials: Iterable[str]) -> list[str]:
    return [one.serial for one in unaccepted(month) if one.state is None and not one.earlier and one.serial in serials]
