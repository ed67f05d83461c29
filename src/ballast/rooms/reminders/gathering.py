"""What waits for a person, and for the office as a whole: the questions other rooms answer, as tallies."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from ballast.kit.workdays import standing
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.reporting.cards import WorkItem
from ballast.rooms.supervision import queries as supervision
from ballast.rulebook.powers import Power
from ballast.rulebook.reminders import Kind, Tally

Ask = Callable[[OfficialCard, date], Iterable[Tally]]  # what waits for a person on a day
NEXT_CALENDAR = 12  # the month from which next year's calendar is missed; the notice comes in November


def nothing(official: OfficialCard, on: date) -> Iterable[Tally]:
    """No other room has anything to remind of."""
    return ()


def waiting(official: OfficialCard, on: date) -> list[Tally]:
    """Everything that is due and waits for a person on a day."""
    return [tally for ask in QUESTIONS for tally in ask(official, on)]


def reports(official: OfficialCard, on: date) -> Iterator[Tally]:
    """Reports of the months in hand: late, returned, to fill in, to review; nothing before the month opens."""
    if not people.may(official, Power.READ):
        return
    for month in reporting.months_in_hand(current=current(on)):
        found = reporting.worklist(month, official, on=on)
        if found.sealed or on < found.dates.opens:
            continue
        yield Tally(Kind.LATE, month, len(found.late), days=max((one.late_days for one in found.late), default=0))
        for kind, pile in (
            (Kind.RETURNED, found.returned), (Kind.DUE, found.to_fill), (Kind.REVIEW, found.to_review)
        ):  # fmt: skip
            in_time = [one for one in pile if not one.late_days]
            yield Tally(kind, month, len(in_time), until=_first(in_time))


def questions(official: OfficialCard, on: date) -> Iterator[Tally]:
    """Questions of the checks: to answer, and answers to look at."""
    if not people.may(official, Power.READ):
        return
    found = reporting.pending(official, on=on)
    for kind, pile in ((Kind.QUESTION, found.to_answer), (Kind.ANSWER, found.to_look_at)):
        oldest = pile.first[0] if pile.first else None
        late = oldest.late_days if oldest else 0
        yield Tally(kind, "", pile.count, until=oldest.due_on if oldest and not late else None, days=late)


def letters(official: OfficialCard, on: date) -> Iterator[Tally]:
    """Letters that wait for the person's reply; and, for who sends them, steps that are due."""
    if not people.may(official, Power.READ):
        return
    got = supervision.received(official, on=on)
    late, until = max((one.late_days for one in got), default=0), [one.letter.deadline for one in got]
    first = min((day for day in until if day is not None and day >= on), default=None)
    yield Tally(Kind.LETTER, "", len(got), until=None if late else first, days=late)
    if people.may(official, Power.SUPERVISE):
        held = registry.reach(official, on=on, power=Power.SUPERVISE)
        yield Tally(Kind.SEND, "", len(supervision.due(on=on, held=held)))


def calendar(official: OfficialCard, on: date) -> Iterator[Tally]:
    """A year whose working calendar nobody entered, for those who enter it."""
    if not people.may(official, Power.CALENDAR):
        return
    years = [on.year] + ([on.year + 1] if on.month >= NEXT_CALENDAR else [])
    known = standing()
    yield from (Tally(Kind.CALENDAR, str(year), 1) for year in years if not known.knows(year))


def of_the_city(on: date) -> list[Tally]:
    """What the office's group is told: the projects of all areas that are due and not reported, late ones apart."""
    month = current(on)
    dates = reporting.deadlines(month)
    if reporting.is_sealed(month) or on < dates.opens:
        return []
    missing = sum(max(0, area.due - area.reported) for area in reporting.reported(month))
    late = dates.late_days(on)
    return [Tally(Kind.LATE if late else Kind.DUE, month, missing, until=dates.county, days=late)]


def current(on: date) -> str:
    """The month now being reported: the one before the day's."""
    return f"{on.replace(day=1) - timedelta(days=1):%Y-%m}"


def _first(items: list[WorkItem]) -> date | None:
    return min((one.due_on for one in items), default=None)


QUESTIONS: tuple[Ask, ...] = (reports, letters, questions, calendar)
