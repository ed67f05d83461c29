"""One month's reporting as a page shows it."""

from dataclasses import dataclass
from datetime import date

from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry.cards import Reach
from ballast.rooms.reporting.cards import SubmissionCard
from ballast.rooms.reporting.models import Progress
from ballast.rooms.reporting.queries.calling import call
from ballast.rooms.reporting.queries.form import form, form_name
from ballast.rooms.reporting.queries.months import AreaReport, deadlines, reported, submission, submissions
from ballast.rooms.reporting.queries.place import month_named
from ballast.rooms.reporting.queries.seals import MonthState, month_state
from ballast.rulebook.calendar import DueDates
from ballast.rulebook.powers import Power

SHOWN = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPage:
    """A month: its state and dates, the areas the person asking may see, and their newest hand-ins.

    ``call`` is what a reviewer says to those who lack reports; empty for others, and where none is missing.
    """

    month: str
    months: list[str]
    state: MonthState
    dates: DueDates
    areas: list[AreaReport]
    submissions: list[SubmissionCard]
    may_report: bool
    call: str

    @property
    def sealed(self) -> bool:
        """Whether only correction slips change it."""
        return self.state is MonthState.SEALED

    @property
    def due(self) -> int:
        """Due projects of all areas shown."""
        return sum(area.due for area in self.areas)

    @property
    def reported(self) -> int:
        """Those reported."""
        return sum(area.reported for area in self.areas)

    @property
    def late(self) -> int:
        """Those reported late."""
        return sum(area.late for area in self.areas)


def month_page(month: str, official: OfficialCard | None, *, held: Reach, current: str, on: date) -> MonthPage:
    """The page of ``month`` for ``official``; ``current`` is the month now being reported. Raises Refusal."""
    state = month_state(month_named(month))
    sealed = state is MonthState.SEALED
    still = date.max if sealed else on  # nobody is waited for any more
    areas = [area for area in reported(month, on=still) if held.whole(area.area.code)]
    calls = not sealed and any(people.may(official, power) for power in (Power.COUNTY_REVIEW, Power.CITY_REVIEW))
    return MonthPage(
        month=month, months=sorted({*months(), month, current}, reverse=True), state=state,
        dates=deadlines(month),
        areas=areas,
        submissions=[one for one in submissions(month) if held.whole(one.area_code)][:SHOWN],
        may_report=people.may(official, Power.REPORT),
        call=call(month, areas, dates=deadlines(month), on=on) if calls else "",
    )  # fmt: skip


def months() -> list[str]:
    """The months that anything is reported of, oldest first."""
    return sorted(Progress.objects.order_by().values_list("month", flat=True).distinct())


def submission_for(submission_id: int, *, held: Reach) -> SubmissionCard | None:
    """One hand-in, if ``held`` covers its area."""
    found = submission(submission_id)
    return found if found and held.whole(found.area_code) else None


def form_for(month: str, code: str, official: OfficialCard | None) -> tuple[str, bytes]:
    """Name and bytes of an area's blank form, for one who hands it in. Raises Refusal."""
    people.require(official, Power.REPORT, area_code=code)
    return form_name(month, code), form(month, code)
