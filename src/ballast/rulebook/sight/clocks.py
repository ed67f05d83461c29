"""Legal clocks: when one began, when it runs out, what stood it still and what extended it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from ballast.rulebook.measures.facts import Extension, Pause
from ballast.rulebook.measures.measured import Input

if TYPE_CHECKING:
    from ballast.rulebook.books.clocks import Clock
    from ballast.rulebook.grammar.spans import Span
    from ballast.rulebook.sight.project import ProjectSight

ONE_DAY = timedelta(days=1)


class Running(NamedTuple):
    """A clock of one project: ``starts`` and ``stops`` as facts, the limit, and the last day in time (None: not begun).

    ``paused`` counts the days it stood still (working days under a limit of working days), ``extended`` how often it
    was extended.
    """

    starts: Input
    stops: Input
    limit: "Span"
    due: date | None
    paused: int = 0
    extended: int = 0


def running(see: "ProjectSight", code: str) -> Running:
    """The clock of the book for this project, as known by the day."""
    clock = see.rules.book.clocks[code]
    starts, stops = see.moment(clock.starts.event, clock.starts.date), see.reached(clock.stops)
    limit = _limit(see, clock)
    if not isinstance(starts.value, date):
        return Running(starts, stops, limit, None)
    due, paused, extended = limit.after(starts.value, see.rules.workday), 0, 0
    free, end = starts.value, stops.value if isinstance(stops.value, date) else see.on
    for event in _in_order(see, code, clock):
        if isinstance(event, Extension):
            if clock.extensions and extended < clock.extensions.count and event.granted <= due:
                due, extended = clock.extensions.each.after(due, see.rules.workday), extended + 1
            continue
        first, last = max(event.since, free), min(event.until or end, end)
        if first > due or last < first:
            continue
        free = last + ONE_DAY
        still = _length(first, last, limit, see.rules.workday)
        due, paused = _moved(due, still, limit, see.rules.workday), paused + still
    return Running(starts, stops, limit, due, paused, extended)


def _limit(see: "ProjectSight", clock: "Clock") -> "Span":
    if not clock.by:
        return clock.limit
    value = see.field(clock.by)
    keys = sorted(value) if isinstance(value, frozenset) else [value]
    return next((clock.limits[key] for key in keys if key in clock.limits), clock.limit)


def _in_order(see: "ProjectSight", code: str, clock: "Clock") -> Iterator[Pause | Extension]:
    """What moved the clock, as known by the day, oldest first."""
    pauses = [
        one for one in see.facts.pauses if one.clock == code and one.reason in clock.pauses and one.since <= see.on
    ]
    extensions = [one for one in see.facts.extensions if one.clock == code and one.granted <= see.on]
    moves: list[Pause | Extension] = [*pauses, *extensions]
    yield from sorted(moves, key=lambda one: one.since if isinstance(one, Pause) else one.granted)


def _length(first: date, last: date, limit: "Span", workday: Any) -> int:
    days = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    return sum(bool(workday(day)) for day in days) if limit.workdays is not None else len(days)


def _moved(due: date, still: int, limit: "Span", workday: Any) -> date:
    if limit.workdays is None:
        return due + timedelta(days=still)
    while still:
        due += ONE_DAY
        still -= bool(workday(due))
    return due
