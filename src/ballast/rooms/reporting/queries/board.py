"""The board of who reported when: areas by months, how many came, how many late, and how stale each area is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach as Held
from ballast.rooms.reporting.queries.months import day_of, deadlines
from ballast.rooms.reporting.queries.seals import is_sealed
from ballast.rooms.reporting.queries.standings import NOTHING, Came, came
from ballast.rooms.reporting.workbook.roster import Reach, reach
from ballast.rulebook.loop import State

SHADES = 4


@dataclass(slots=True)
class AreaMonth:
    """One area's month: due projects, those handed in, of these late, those accepted; the days the latest was late."""

    month: str
    due: int = 0
    handed_in: int = 0
    late: int = 0
    accepted: int = 0
    late_days: int = 0
    last: datetime | None = None

    @property
    def missing(self) -> int:
        """Due and not handed in."""
        return self.due - self.handed_in

    @property
    def shade(self) -> int:
        """How hot the cell is: 0 all came in time, to SHADES for nothing in time."""
        wrong = self.missing + self.late
        return 0 if not self.due or not wrong else max(1, round(wrong / self.due * SHADES))

    def count(self, one: Came, late_days: int) -> None:
        """Count one due project."""
        self.due += 1
        if one.handed_in:
            self.handed_in += 1
            self.accepted += one.stage is State.ACCEPTED
            self.late += late_days > 0
            self.late_days = max(self.late_days, late_days)
        if one.at and (self.last is None or one.at > self.last):
            self.last = one.at


@dataclass(frozen=True, slots=True)
class AreaLine:
    """One area over the months, oldest first."""

    area: AreaCard
    depth: int
    months: tuple[AreaMonth, ...]
    on: date

    @property
    def late(self) -> int:
        """Reports late in all months shown."""
        return sum(one.late for one in self.months)

    @property
    def complete_to(self) -> str:
        """The last month of which everything due is accepted; empty for none."""
        return max((one.month for one in self.months if one.due and one.accepted == one.due), default="")

    @property
    def last(self) -> datetime | None:
        """When its last report came."""
        return max((one.last for one in self.months if one.last), default=None)

    @property
    def stale_days(self) -> int | None:
        """How many days ago that was; None where nothing came."""
        return max(0, (self.on - day_of(self.last)).days) if self.last else None


@dataclass(frozen=True, slots=True)
class Board:
    """Every area held by the months, with the sums of each month."""

    months: tuple[str, ...]
    sealed: frozenset[str]
    lines: tuple[AreaLine, ...]
    sums: tuple[AreaMonth, ...]


def board(months: Sequence[str], *, held: Held, on: date) -> Board:
    """The areas held as a whole that anything is due of, over ``months`` (oldest first), on the day ``on``."""
    areas = [area for area in people.areas() if held.whole(area.code)]
    profiles = registry.profiles()
    clocks = {project: reach(found) for project, found in lifecycle.milestones(profiles).items()}
    homes = {project: profiles[project].area_id for project in clocks}
    counted = [_month(month, clocks, homes, on) for month in months]
    codes = {area.code for area in areas}
    lines = []
    for area in _ordered(areas):
        row = tuple(found.get(area.id, AreaMonth(month)) for month, found in zip(months, counted, strict=True))
        if any(one.due for one in row):
            lines.append(AreaLine(area, int(area.parent_code in codes and area.county_code != area.code), row, on))
    sums = tuple(_sum(month, [line.months[place] for line in lines]) for place, month in enumerate(months))
    return Board(tuple(months), frozenset(month for month in months if is_sealed(month)), tuple(lines), sums)


def _ordered(areas: Sequence[AreaCard]) -> list[AreaCard]:
    """Each park below its county."""
    places = {area.code: area.position for area in areas}
    return sorted(
        areas, key=lambda one: (places.get(one.county_code, one.position), one.county_code, one.code != one.county_code,
                                one.position)  # fmt: skip
    )  # fmt: skip


def _month(month: str, clocks: Mapping[int, Reach], homes: Mapping[int, int], on: date) -> dict[int, AreaMonth]:
    told, dates = came(month), deadlines(month)
    found: defaultdict[int, AreaMonth] = defaultdict(lambda: AreaMonth(month))
    for project, come in clocks.items():
        if come.due(month):
            one = told.get(project, NOTHING)
            found[homes[project]].count(one, dates.late_days(min(day_of(one.at), on)) if one.at else 0)
    return found


def _sum(month: str, cells: Sequence[AreaMonth]) -> AreaMonth:
    return AreaMonth(
        month, sum(one.due for one in cells), sum(one.handed_in for one in cells), sum(one.late for one in cells),
        sum(one.accepted for one in cells), max((one.late_days for one in cells), default=0),
    )  # fmt: skip
