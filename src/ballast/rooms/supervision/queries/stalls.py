"""Lists of stalls: each project stuck, since when, why, who holds it; their history; the money held up."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.registry.cards import Reach
from ballast.rooms.supervision.lines import Line, lines
from ballast.rooms.supervision.models import JustifiedException, LitProject, StallReason
from ballast.rooms.supervision.published import editions
from ballast.rulebook import months
from ballast.rulebook.books import Book
from ballast.rulebook.stages import MilestoneKind, Stage, reached_on
from ballast.rulebook.stalling import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """One project on one list: its standing, since which month it is due and for how many months; why, and who has it.

    ``reason`` is the book's word for it; empty where nobody said why yet. ``excused`` is the number of the exception
    that suspends it.
    """

    line: Line
    stall: str
    standing: Standing
    since: str
    months: int
    reason: str = ""
    words: str = ""
    holder: str = ""
    held_since: date | None = None
    promised_on: date | None = None
    overdue_promise: bool = False
    excused: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One unbroken run of months in which a project stood due on a list; ``last`` empty: it still does."""

    stall: str
    first: str
    last: str
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """The projects signed in one year: how many and how much, and how much of it stands at each stage."""

    year: str
    projects: int
    total: int
    at_stage: dict[str, tuple[int, int]]
    stuck: dict[str, tuple[int, int]]


def stuck(month: str, *, held: Reach) -> list[Stuck]:
    """Every project on a list of stalls in ``month``: due ones first, the longest first.

    The lists are those of the month's seal; reasons are the newest given, for they are asked for after it.
    """
    told = lines(month, held=held)
    at, on = told.moment, months.last_day(month)
    reasons = {(one.project_id, one.stall): one for one in StallReason.objects.current()}
    granted = _granted(on, at)
    found = [
        _stuck(line, code, said, month, on, told.book, reasons.get((line.project_id, code)), granted)
        for line in told.lines
        for code, said in line.stalls.items()
    ]
    order = list(Standing)
    return sorted(found, key=lambda one: (-order.index(one.standing), -one.months, -(one.line.total or 0)))


def narrowed(
    found: Iterable[Stuck], *, stall: str = "", standing: str = "", county: str = "", text: str = ""
) -> list[Stuck]:
    """Those of a list, a standing, a county, with these words; empty is all."""
    return [
        one
        for one in found
        if (not stall or one.stall == stall)
        and (not standing or one.standing == standing)
        and (not county or one.line.county == county)
        and _says(one.line, text)
    ]


def _says(line: Line, text: str) -> bool:
    return not text or any(text in told for told in (line.name, line.serial, line.leader, line.responsible))


def _granted(on: date, at: datetime | None) -> dict[int, str]:
    """The exception in force of each project on the day."""
    known = JustifiedException.objects.known(at).filter(since__lte=on, until__gte=on, project__isnull=False)
    return {one.project_id: one.number for one in known if one.project_id and not (one.ended_on and one.ended_on < on)}


def _stuck(
    line: Line, code: str, said: str, month: str, on: date, book: Book, why: StallReason | None, granted: dict[int, str]
) -> Stuck:
    standing, _, since = said.partition(" ")
    count = months.number(month) - months.number(since) + 1 if since else 0
    excused = granted.get(line.project_id, "") if standing == Standing.SUSPENDED else ""
    if why is None:
        return Stuck(line=line, stall=code, standing=Standing(standing), since=since, months=count, excused=excused)
    reason = book.reasons[why.reason].zh if why.reason in book.reasons else why.reason
    return Stuck(
        line=line, stall=code, standing=Standing(standing), since=since, months=count, reason=reason, words=why.words,
        holder=why.holder, held_since=why.held_since, promised_on=why.promised_on,
        overdue_promise=why.promised_on is not None and why.promised_on < on, excused=excused,
    )  # fmt: skip


def stall_history(project_id: int) -> list[Span]:
    """Every stall a project was in, run by run, oldest first, from its published months."""
    kept = {one.pk: month for month, one in editions().items()}
    newest = max(kept.values(), default="")
    due: defaultdict[str, list[str]] = defaultdict(list)
    for lit, stalls in LitProject.objects.filter(project=project_id, lit__in=kept).values_list("lit_id", "stalls"):
        for code, said in stalls.items():
            if said.startswith(str(Standing.DUE)):
                due[code].append(kept[lit])
    spans = [span for code, told in due.items() for span in _runs(code, sorted(told), newest)]
    return sorted(spans, key=lambda span: (span.first, span.stall))


def _runs(code: str, told: list[str], newest: str) -> Iterable[Span]:
    start = previous = told[0]
    for month in [*told[1:], ""]:
        if month and months.number(month) == months.number(previous) + 1:
            previous = month
            continue
        length = months.number(previous) - months.number(start) + 1
        yield Span(stall=code, first=start, last="" if previous == newest else previous, months=length)
        start = previous = month


def cohorts(month: str, *, held: Reach) -> list[Cohort]:
    """By year of signing: how far the projects have come, and the money that each list of stalls holds up."""
    told = lines(month, held=held)
    on, by_id = months.last_day(month), {line.project_id: line for line in told.lines}
    signed: defaultdict[str, list[Line]] = defaultdict(list)
    for project, dates in lifecycle.clocks(list(by_id), at=told.moment).items():
        actual = {key: one.actual for key, one in dates.items()}
        day = reached_on(actual, MilestoneKind.SIGNED, on)
        if day is not None:
            signed[f"{day.year}"].append(by_id[project])
    return [_cohort(year, group, told.book) for year, group in sorted(signed.items())]


def _cohort(year: str, group: list[Line], book: Book) -> Cohort:
    at_stage = {str(stage): [line for line in group if line.stage == stage] for stage in Stage}
    held = {
        code: [line for line in group if line.stalls.get(code, "").startswith(str(Standing.DUE))]
        for code in book.stall_lists
    }
    return Cohort(
        year=year, projects=len(group), total=_money(group),
        at_stage={code: (len(found), _money(found)) for code, found in at_stage.items() if found},
        stuck={code: (len(found), _money(found)) for code, found in held.items() if found},
    )  # fmt: skip


def _money(group: list[Line]) -> int:
    return sum(line.total or 0 for line in group)
