"""Where every project's report of a month stands: in progress, in the ledger, or nowhere yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import DateTimeField, Value

from ballast.rooms.reporting.models import Progress, Report
from ballast.rulebook.loop import HANDED_IN, State
from ballast.rulebook.terms import Basis


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one project: ``counted`` where a declared fact stands, ``state`` of its report in progress.

    ``at`` and ``by`` tell the first time it was handed in, by a report or by any other way.
    """

    counted: bool = False
    state: State | None = None
    at: datetime | None = None
    by: str = ""

    @property
    def stage(self) -> State | None:
        """Where it stands; what is in the ledger is accepted, None is nothing typed yet."""
        return State.ACCEPTED if self.counted else self.state

    @property
    def handed_in(self) -> bool:
        """Whether it left the reporter's hands."""
        return self.stage in HANDED_IN


NOTHING = Came()


def came(month: str) -> dict[int, Came]:
    """What came of every project that anything was said of in ``month``; one question."""
    facts = Progress.objects.filter(month=month, basis=Basis.DECLARED).order_by()
    reports = Report.objects.filter(month=month).order_by()
    told = facts.values_list("project_id", "recorded_at", "recorded_by", "superseded_at", Value(""))
    never = Value(None, output_field=DateTimeField())
    typed = reports.values_list("project_id", "first_submitted_at", "submitted_by", never, "state")
    rows: dict[int, list[tuple[datetime | None, str, datetime | None, str]]] = {}
    for project_id, *rest in told.union(typed, all=True):
        rows.setdefault(project_id, []).append((rest[0], rest[1], rest[2], rest[3]))
    return {project_id: _came(group) for project_id, group in rows.items()}


def _came(rows: Iterable[tuple[datetime | None, str, datetime | None, str]]) -> Came:
    counted, state = False, None
    moments: list[tuple[datetime, str]] = []
    for at, by, superseded, stands in rows:
        state = State(stands) if stands else state
        counted = counted or (not stands and superseded is None)
        if at is not None:
            moments.append((at, by))
    first = min(moments, default=(None, ""))
    return Came(counted, state, *first)
