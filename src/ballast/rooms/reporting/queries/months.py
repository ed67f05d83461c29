"""Who handed in a month, who is late, and what every hand-in came to."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from ballast.kit.workdays import is_workday
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry import queries as registry
from ballast.rooms.reporting.cards import Conflict, Status, SubmissionCard
from ballast.rooms.reporting.loop.gate import CITY_TIME
from ballast.rooms.reporting.models import Submission
from ballast.rooms.reporting.queries.place import month_named
from ballast.rooms.reporting.queries.standings import NOTHING, Came, came
from ballast.rooms.reporting.workbook.roster import reach
from ballast.rulebook.calendar import CalendarParams, DueDates, due_dates
from ballast.rulebook.loop import State


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaReport:
    """One area's month: its projects, how many are due and of those handed in, and handed in late.

    ``states`` counts the due projects by where their reports stand; those nobody typed into are not among them.
    ``handed_in_at`` is the first hand-in that was taken, or report by any other way; None while there is none.
    ``late_days`` counts days after the deadline of the county review, 0 in time; asked on a day, to it where none came.
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
    states: Mapping[State, int] = field(default_factory=dict)

    @property
    def accepted(self) -> int:
        """Due projects whose report is accepted."""
        return self.states.get(State.ACCEPTED, 0)

    @property
    def in_review(self) -> bool:
        """Whether every due project is handed in and some are still with a reviewer."""
        return not self.complete and self.reported >= self.due

    @property
    def complete(self) -> bool:
        """Whether the report of every due project is accepted."""
        return self.accepted >= self.due


def deadlines(
    month: str, *, params: CalendarParams | None = None, workday: Callable[[date], bool] = is_workday
) -> DueDates:
    """The dates of a month's reporting, moved to working days where the calendar asks for it."""
    return due_dates(month_named(month), params or policy.for_month(month_named(month)).calendar, workday)


def reported(month: str, *, params: CalendarParams | None = None, on: date = date.max) -> list[AreaReport]:
    """Every area that has projects, with the state of its report of ``month``, none later than by the day ``on``."""
    due = deadlines(month, params=params)
    told = came(month)
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
        _area_report(area, listed[area.id], told, kept.get(area.id, []), due, on)
        for area in people.areas()
        if area.id in listed
    ]


def _area_report(
    area: AreaCard,
    lines: list[tuple[int, bool]],
    told: dict[int, Came],
    kept: list[Submission],
    due: DueDates,
    on: date,
) -> AreaReport:
    awaited = [told.get(project_id, NOTHING) for project_id, is_due in lines if is_due]
    handed_in = [one for one in awaited if one.handed_in]
    taken = [(one.handed_in_at, one.handed_in_by) for one in kept if one.status != Status.RETURNED]
    others = [(one.at, one.by) for project_id, _ in lines if (one := told.get(project_id)) and one.at]
    first = min(taken + others, default=None)
    return AreaReport(
        area=area, projects=len(lines), due=len(awaited), reported=len(handed_in),
        late=sum(one.at is not None and due.late_days(day_of(one.at)) > 0 for one in handed_in),
        handed_in_at=first[0] if first else None, handed_in_by=first[1] if first else "",
        late_days=_late_days(due, first[0] if first else None, on) if awaited else None,
        last_status=Status(kept[-1].status) if kept else None,
        states=Counter(one.stage for one in awaited if one.stage),
    )  # fmt: skip


def _late_days(due: DueDates, first: datetime | None, on: date) -> int | None:
    """How late the first hand-in was, or is by now where none came; None where that is not asked or not late."""
    if first is None:
        return (due.late_days(on) or None) if on < date.max else None
    return due.late_days(min(day_of(first), on))


def day_of(at: datetime) -> date:
    """The day of a moment, as the city's calendar has it."""
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
        conflicts=tuple(Conflict(**one) for one in kept.conflicts),
    )  # fmt: skip
