"""The lines of one form: every project of an area with what is known of it before and in the month."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime

from ballast.kit.words import Word
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import FundingCard, ProfileCard
from ballast.rooms.reporting.cards import ProgressCard
from ballast.rooms.reporting.models import Progress
from ballast.rooms.reporting.workbook.backing import Backing, backings
from ballast.rulebook.forms import LOCKED
from ballast.rulebook.merging import Cells
from ballast.rulebook.stages import MilestoneKind, reached_on
from ballast.rulebook.terms import Basis, Nature


@dataclass(frozen=True, slots=True)
class Standing:
    """The declared progress that stands for the month: what, whose and since when."""

    card: ProgressCard
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a project has come, verified dates before declared ones."""

    started: date | None = None
    completed: date | None = None
    producing: date | None = None
    registered: date | None = None

    def due(self, month: str) -> bool:
        """Whether the month's report is due: started by its end, and not completed before it."""
        return self.started is not None and f"{self.started:%Y-%m}" <= month and not _before(self.completed, month)

    def listed(self, month: str) -> bool:
        """Whether the month's form has a row for it: everything that did not produce before the month."""
        return not _before(self.producing, month)


def reach(clocks: lifecycle.Clocks) -> Reach:
    """How far the milestones of one project say it has come."""
    dates = {key: card.actual_on for key, card in clocks.items()}
    return Reach(*(reached_on(dates, kind, date.max) for kind in _CLOCKS))


def _before(day: date | None, month: str) -> bool:
    return day is not None and f"{day:%Y-%m}" < month


_CLOCKS = (MilestoneKind.STARTED, MilestoneKind.COMPLETED, MilestoneKind.PRODUCING, MilestoneKind.REGISTERED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One project in one month, in 元; None is not known. ``last`` is the month reported before it.

    ``year_months`` are the amounts of the year's months before this one, ``silent_months`` those without investment
    and ``unheard_months`` those without a report since the start; ``backing`` is what stands behind the report.
    ``typed`` are the cells of its report in progress, None while there is none; ``version`` is that report's.
    """

    project_id: int
    serial: str
    month: str
    profile: ProfileCard
    annual_plan: int | None = None
    done_by_last_year: int | None = None
    last_year_to_date: int | None = None
    last_to_date: int | None = None
    standing: Standing | None = None
    last: ProgressCard | None = None
    clocks: dict[str, MilestoneCard] = field(default_factory=dict)
    funds: dict[str, FundingCard] = field(default_factory=dict)
    reach: Reach = Reach()
    year_months: tuple[tuple[str, int], ...] = ()
    silent_months: int = 0
    unheard_months: int = 0
    backing: Backing = Backing()
    typed: Cells | None = None
    version: int = 0

    @property
    def due(self) -> bool:
        """Whether the month's report is due."""
        return self.reach.due(self.month)

    @property
    def listed(self) -> bool:
        """Whether the form has a row for it."""
        return self.reach.listed(self.month)

    def shown(self) -> dict[str, str | int | None]:
        """What the locked cells of its row say: text, or 元."""
        known: dict[str, str | int | None] = {column.key: getattr(self.profile, column.key, None) for column in LOCKED}
        known |= {
            "serial": self.serial, "nature": _word(Nature, self.profile.nature), "years": _years(self.profile),
            "annual_plan": self.annual_plan, "done_by_last_year": self.done_by_last_year,
            "last_year_to_date": self.last_year_to_date, "last_to_date": self.last_to_date,
        }  # fmt: skip
        return known


def roster(area: AreaCard, month: str) -> list[Line]:
    """Every project of ``area``, those due first, then by serial."""
    return lines_of(registry.profiles(area_id=area.id), month)


def lines_of(profiles: Mapping[int, ProfileCard], month: str, *, at: datetime | None = None) -> list[Line]:
    """The lines of these projects as known at ``at`` (None: now), those due first, then by serial."""
    ids = list(profiles)
    serials = registry.serials(ids)
    plans = registry.plans(ids, int(month[:4]), at=at)
    clocks = lifecycle.milestones(ids, at=at)
    funds = registry.funding(ids, month, at=at)
    reports = _reports(ids, month, at)
    behind = backings(ids, month, at=at)
    lines = []
    for project_id, profile in profiles.items():
        plan = plans.get(project_id)
        come = reach(clocks[project_id])
        before, standing = reports.get(project_id, ([], None))
        lines.append(Line(
            project_id=project_id, serial=serials[project_id], profile=profile, month=month,
            annual_plan=plan.amount if plan else None, standing=standing, last=before[-1] if before else None,
            silent_months=_since([card.month for card in before if card.month_completed], month, come.started),
            unheard_months=_since(
                [card.month for card in before if card.month_completed is not None], month, come.started
            ),
            reach=come, backing=behind[project_id], year_months=_year_months(before, month),
            **_history(before, month, profile),  # type: ignore[arg-type]
            clocks={kind: card for (kind, basis), card in clocks[project_id].items() if basis == Basis.DECLARED},
            funds=funds.get(project_id, {}),
        ))  # fmt: skip
    return sorted(lines, key=lambda line: (not line.due, line.serial))


Reports = dict[int, tuple[list[ProgressCard], Standing | None]]


def _reports(ids: list[int], month: str, at: datetime | None) -> Reports:
    """The declared progress of each project before the month, oldest first, and what stands in it."""
    names = [column.name for column in fields(ProgressCard)]
    found = Progress.objects.known(at).filter(project_id__in=ids, basis=Basis.DECLARED, month__lte=month)
    reports: Reports = {}
    for values in found.order_by("month").values(*names, "recorded_by", "recorded_at"):
        by, at = values.pop("recorded_by"), values.pop("recorded_at")
        card = ProgressCard(**values)
        before, standing = reports.get(card.project_id, ([], None))
        if card.month == month:
            standing = Standing(card, by, at)
        else:
            before.append(card)
        reports[card.project_id] = before, standing
    return reports


def _history(before: list[ProgressCard], month: str, profile: ProfileCard) -> dict[str, int | None]:
    """The last figures of the year and of all, and what was done before the year."""
    year = month[:4]
    return {
        "last_year_to_date": _newest(card.year_to_date for card in before if card.month[:4] == year),
        "last_to_date": _newest(card.to_date for card in before),
        "done_by_last_year": _done_by(f"{int(year) - 1}-12", before, profile),
    }


def _newest(amounts: Iterator[int | None]) -> int | None:
    return next(reversed([amount for amount in amounts if amount is not None]), None)


def _done_by(december: str, before: list[ProgressCard], profile: ProfileCard) -> int | None:
    """What December reported; the card's figure only for a project that never reported in an earlier year."""
    earlier = [card for card in before if card.month <= december]
    if not earlier:
        return profile.done_by_last_year
    return earlier[-1].to_date if earlier[-1].month == december else None


def _year_months(before: list[ProgressCard], month: str) -> tuple[tuple[str, int], ...]:
    amounts = ((card.month, card.month_completed) for card in before if card.month[:4] == month[:4])
    return tuple((told, amount) for told, amount in amounts if amount is not None)


def _since(told: list[str], month: str, started: date | None) -> int:
    """The whole months before ``month`` since the start, or since the last of the months told."""
    if started is None:
        return 0
    since = max([f"{started:%Y-%m}", *(_after(last, 1) for last in told[-1:])])
    return max(0, _count(month) - _count(since))


def _count(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:])


def _after(month: str, steps: int) -> str:
    count = _count(month) + steps - 1
    return f"{count // 12}-{count % 12 + 1:02}"


def _word(words: type[Word], code: str) -> str:
    return words(code).zh if code in [str(word) for word in words] else code


def _years(profile: ProfileCard) -> str:
    return "-".join(str(year) for year in (profile.start_year, profile.end_year) if year)
