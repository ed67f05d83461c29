"""Legal clocks of the book: past the limit, finished late, share of the time used, extensions."""

from fractions import Fraction
from typing import TYPE_CHECKING

from ballast.rulebook.grammar.refs import ClockCode
from ballast.rulebook.measures.elapsed import Timed, elapsed, unit_of
from ballast.rulebook.measures.measured import Input, Lever, Measured, Unit, missing, not_due
from ballast.rulebook.measures.registry import Use, measure
from ballast.rulebook.sight.clocks import Running, running

if TYPE_CHECKING:
    from ballast.rulebook.sight.project import ProjectSight


class OfClock(Use):
    """``clock``: a clock of the book."""

    clock: ClockCode


class Past(Timed):
    """``clock``: a clock of the book; ``unit`` and ``count``: how the time past it is counted."""

    clock: ClockCode


def _inputs(run: Running) -> tuple[Input, ...]:
    return (
        run.starts._replace(name="starts"), Input("limit", run.limit.said[0], Unit.TEXT),
        Input("paused", run.paused), Input("extended", run.extended), Input("due", run.due, Unit.DATE),
    )  # fmt: skip


@measure("clock_over", of="project", unit=unit_of, use=Past)
def clock_over(see: "ProjectSight", use: Past) -> Measured:
    """From the last day of the clock to the day."""
    run = running(see, use.clock)
    if run.due is None or run.stops.day is not None:
        return not_due(run.starts, run.stops)
    value = elapsed(run.due, see.on, use, see.rules.workday)
    lever = Lever(event=see.rules.book.clocks[use.clock].stops)
    return Measured(value, (*_inputs(run), Input("today", see.on, Unit.DATE)), lever=lever)


@measure("clock_late", of="project", unit=unit_of, use=Past)
def clock_late(see: "ProjectSight", use: Past) -> Measured:
    """From the last day of the clock to when it stopped, or to the day."""
    run = running(see, use.clock)
    if run.due is None:
        return not_due(run.starts)
    end = run.stops.day or see.on
    inputs = (*_inputs(run), Input("end", end, Unit.DATE))
    return Measured(elapsed(run.due, end, use, see.rules.workday), inputs)


@measure("clock_used", of="project", unit=Unit.PERCENT, use=OfClock, least=0)
def clock_used(see: "ProjectSight", use: OfClock) -> Measured:
    """Days gone ÷ days allowed, in percent."""
    run = running(see, use.clock)
    if run.due is None or run.starts.day is None:
        return not_due(run.starts)
    end = run.stops.day or see.on
    allowed = (run.due - run.starts.day).days
    if allowed <= 0:
        return missing(run.starts)
    used = Fraction(max(0, (end - run.starts.day).days) * 100, allowed)
    return Measured(used, (*_inputs(run), Input("end", end, Unit.DATE)))


@measure("clock_extended", of="project", unit=Unit.TIMES, use=OfClock, least=0)
def clock_extended(see: "ProjectSight", use: OfClock) -> Measured:
    """The number of extensions."""
    run = running(see, use.clock)
    return Measured(run.extended, _inputs(run)) if run.due is not None else not_due(run.starts)
