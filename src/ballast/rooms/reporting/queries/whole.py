"""Everything reported of many projects and of the areas at once, for rooms that weigh each of them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from itertools import groupby
from operator import itemgetter

from ballast.kit.ledger.history import Cell, cell_of
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.reporting.loop.gate import CITY_TIME
from ballast.rooms.reporting.models import AreaTarget, Indicator, Output, Progress
from ballast.rooms.reporting.queries.months import deadlines
from ballast.rooms.reporting.workbook.roster import reach
from ballast.rulebook.checks.series import Amounts
from ballast.rulebook.measures.facts import Number, Outputs
from ballast.rulebook.terms import Basis

CHUNK = 10_000
Indicators = dict[int, dict[str, dict[str, int | None]]]  # area, code, month
Targets = dict[int, dict[str, dict[str, Number | None]]]  # area, target, year or month


@dataclass(slots=True)
class Told:
    """What was reported of one project: amounts by basis and month; output, tax and jobs by month."""

    progress: dict[str, dict[str, Amounts]] = field(default_factory=dict)
    outputs: dict[str, Outputs] = field(default_factory=dict)


def told(project_ids: Collection[int], *, until: str, at: datetime | None = None) -> dict[int, Told]:
    """What was reported of each project for months up to ``until``, as known at ``at``."""
    found: defaultdict[int, Told] = defaultdict(Told)
    reports = Progress.objects.known(at).filter(project_id__in=project_ids, month__lte=until)
    fields = ("project_id", "basis", "month", "month_completed", "year_to_date", "to_date", "node")
    for project, rows in groupby(reports.values_list(*fields).iterator(CHUNK), itemgetter(0)):
        series = found[project].progress
        for row in rows:
            _, basis, month = row[:3]
            if (mine := series.get(basis)) is None:
                mine = series[basis] = {}
            mine[month] = Amounts._make(row[3:])
    outputs = Output.objects.known(at).filter(project_id__in=project_ids, month__lte=until)
    for project, month, *amounts in outputs.values_list("project_id", "month", "output", "tax", "jobs"):
        found[project].outputs[month] = Outputs(*amounts)
    return found


def indicators(*, at: datetime | None = None) -> Indicators:
    """What the statistics office published for every area: by code (``output.biopharma`` of a lead industry), month."""
    found: Indicators = {}
    for area, code, industry, month, amount in Indicator.objects.known(at).values_list(
        "area_id", "indicator", "lead_industry", "month", "year_to_date"
    ):
        name = f"{code}.{industry}" if industry else code
        found.setdefault(area, {}).setdefault(name, {})[month] = amount
    return found


def targets(*, at: datetime | None = None) -> Targets:
    """What is set for every area: by target of the book, and year or month."""
    found: Targets = {}
    for area, code, period, amount, percent in AreaTarget.objects.known(at).values_list(
        "area_id", "target", "period", "amount", "percent"
    ):
        value = amount if percent is None else Fraction(percent)
        found.setdefault(area, {}).setdefault(code, {})[period] = value
    return found


def indicator_cell(area_code: str, code: str, month: str, *, at: datetime | None = None) -> Cell | None:
    """Where a published figure of an area came from, by its code as ``indicators`` tells it."""
    name, _, industry = code.partition(".")
    found = Indicator.objects.known(at).filter(area__code=area_code, month=month, indicator=name)
    return cell_of(found.filter(lead_industry=industry), "year_to_date")


@dataclass(frozen=True, slots=True)
class Lateness:
    """An area's table of one month: days late of its last report that came (None: none came), due ones not come."""

    late_days: int | None
    unreported: int


def lateness(months: Collection[str], *, at: datetime | None = None) -> dict[str, dict[str, Lateness]]:
    """How late each area's table of each month was, as known at ``at``: by area code and month."""
    codes = {area.id: area.code for area in people.areas()}
    profiles = registry.profiles(at=at)
    clocks = {project: reach(found) for project, found in lifecycle.milestones(profiles, at=at).items()}
    found: dict[str, dict[str, Lateness]] = {}
    for month in months:
        came, county = _first_told(month, at), deadlines(month)
        due: defaultdict[str, list[date | None]] = defaultdict(list)
        for project, come in clocks.items():
            if come.due(month):
                due[codes[profiles[project].area_id]].append(came.get(project))
        for code, days in due.items():
            told = [day for day in days if day is not None]
            late = county.late_days(max(told)) if told else None
            found.setdefault(code, {})[month] = Lateness(late, len(days) - len(told))
    return found


def _first_told(month: str, at: datetime | None) -> dict[int, date]:
    """The day each project's report of the month first came; those withdrawn since are left out."""
    facts = Progress.objects.filter(month=month, basis=Basis.DECLARED).order_by("-recorded_at")
    stands = set(Progress.objects.known(at).filter(month=month, basis=Basis.DECLARED).values_list("project", flat=True))
    told = facts.filter(recorded_at__lte=at) if at is not None else facts
    first = dict(told.values_list("project_id", "recorded_at"))
    return {project: moment.astimezone(CITY_TIME).date() for project, moment in first.items() if project in stands}
