"""Who handed in a month, who is late, and what every hand-in came to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ballast.kit.workdays import is_workday
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.reporting.cards import Status, SubmissionCard
from ballast.rooms.reporting.models import Progress, Submission
from ballast.rooms.reporting.queries.place import month_named
from ballast.rooms.reporting.workbook.roster import reach
from ballast.rulebook import books
from ballast.rulebook.calendar import CalendarParams, DueDates, due_dates
from ballast.rulebook.terms import Basis

CITY_TIME = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaReport:
    """One area's month: its projects, how many are due and of those reported, and reported late.

    ``handed_in_at`` is the first accepted hand-in or report by any other way; None while there is none.
    ``late_days`` counts days after the deadline of the county review, 0 in time.
    """

    area: AreaCard
    projects: int
    due: int
    reported: int
    late: int
    handed_in_at: datetime | None
    handed_in_by: str
    late_days: int | None
    last_status: Status | None

    @property
    def complete(self) -> bool:
        """Whether every due project is reported."""
        return self.reported >= self.due


@dataclass(frozen=True, slots=True)
class _Told:
    """The first report of a project for the month: when and by whom; ``stands`` where it was not withdrawn."""

    at: datetime
    by: str
    stands: bool


def deadlines(
    month: str, *, params: CalendarParams | None = None, workday: Callable[[date], bool] = is_workday
) -> DueDates:
    """The dates of a month's reporting, moved to working days where the calendar asks for it."""
    return due_dates(month_named(month), params or books.default().calendar, workday)


def reported(month: str, *, params: CalendarParams | None = None) -> list[AreaReport]:
    """Every area that has projects, with the state of its report of ``month``."""
    due = deadlines(month, params=params)
    told = _told(month)
    kept: dict[int, list[Submission]] = {}
    for one in Submission.objects.filter(month=month).order_by("handed_in_at", "pk"):
        kept.setdefault(one.area_id, []).append(one)
    profiles = registry.profiles()
    listed: dict[int, list[tuple[int, bool]]] = {}
    for project_id, clocks in lifecycle.milestones(profiles).items():
        come = reach(clocks)
        if come.listed(month):
            listed.setdefault(profiles[project_id].area_id, []).append((project_id, come.due(month)))
    return [
        _area_report(area, listed[area.id], told, kept.get(area.id, []), due)
        for area in people.areas()
        if area.id in listed
    ]


def _told(month: str) -> dict[int, _Told]:
    told: dict[int, _Told] = {}
    declared = Progress.objects.filter(month=month, basis=Basis.DECLARED).order_by("recorded_at", "pk")
    facts = declared.values_list("project_id", "recorded_at", "recorded_by", "superseded_at")
    for project_id, at, by, superseded in facts:
        first = told.get(project_id)
        told[project_id] = _Told(first.at if first else at, first.by if first else by, superseded is None)
    return told


def _area_report(
    area: AreaCard, lines: list[tuple[int, bool]], told: dict[int, _Told], kept: list[Submission], due: DueDates
) -> AreaReport:
    awaited = [told.get(project_id) for project_id, is_due in lines if is_due]
    came = [one for one in awaited if one is not None and one.stands]
    accepted = [(one.handed_in_at, one.handed_in_by) for one in kept if one.status != Status.RETURNED]
    others = [(one.at, one.by) for project_id, _ in lines if (one := told.get(project_id))]
    first = sorted(accepted + others)[:1]
    return AreaReport(
        area=area, projects=len(lines), due=len(awaited), reported=len(came),
        late=sum(due.late_days(_day(one.at)) > 0 for one in came),
        handed_in_at=first[0][0] if first else None, handed_in_by=first[0][1] if first else "",
        late_days=due.late_days(_day(first[0][0])) if first else None,
        last_status=Status(kept[-1].status) if kept else None,
    )  # fmt: skip


def _day(at: datetime) -> date:
    return at.astimezone(CITY_TIME).date()


def submissions(month: str, *, area_code: str = "") -> list[SubmissionCard]:
    """Every hand-in of ``month`` (of one area), newest first."""
    kept = Submission.objects.filter(month=month).select_related("area", "file").order_by("-handed_in_at", "-pk")
    return [_card(one) for one in (kept.filter(area__code=area_code) if area_code else kept)]


def submission(submission_id: int) -> SubmissionCard | None:
    """One hand-in with its findings."""
    kept = Submission.objects.filter(pk=submission_id).select_related("area", "file").first()
    return _card(kept) if kept else None


def _card(kept: Submission) -> SubmissionCard:
    return SubmissionCard(
        id=kept.pk, month=kept.month, area_code=kept.area.code, area_name=kept.area.name,
        handed_in_at=kept.handed_in_at, handed_in_by=kept.handed_in_by, file=kept.file.name if kept.file else "",
        status=Status(kept.status), accepted=kept.accepted, findings=tuple(kept.findings),
    )  # fmt: skip
