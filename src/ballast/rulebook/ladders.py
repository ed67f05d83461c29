"""Consequences: which step of a ladder is due after what has happened, and by when. A pure fold over events."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from ballast.kit.sentence import Sentence
from ballast.kit.words import Word
from ballast.rulebook import months
from ballast.rulebook.books.ladders import Ladder, Step, Trigger

Workday = Callable[[date], bool]


class Happened(Word):
    """What can happen to a case on a ladder."""

    LIT = "lit", "亮灯", "lit"
    CLEARED = "cleared", "灯转好", "cleared"
    SENT = "sent", "已发出", "sent"
    RECEIVED = "received", "已签收", "received"
    REPLIED = "replied", "已回复", "replied"


class Event(NamedTuple):
    """One event of a case: what, when; of a light its month and colour, of a letter its step."""

    what: Happened
    on: date
    month: str = ""
    colour: str = ""
    step: str = ""


class Open(NamedTuple):
    """A step that was taken and is not settled: when it was sent, and its deadline (None: it has none)."""

    step: str
    sent: date
    deadline: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a case stands on the day: the step that is due now and since when, and what is awaited.

    ``deadline`` is that of the step due, if it were taken on the day; ``awaited`` are the steps taken and not settled,
    with their deadlines; ``count`` is how many months it was lit since it last counted from nothing.
    """

    step: str = ""
    since: date | None = None
    deadline: date | None = None
    final: bool = False
    awaited: tuple[Open, ...] = ()
    count: int = 0

    def said(self, ladder: Ladder) -> Sentence:
        """The position as one sentence."""
        step = next((one for one in ladder.steps if one.code == self.step), None)
        if step is not None:
            return Sentence(f"应采取：{step.zh}（自 {self.since}）", f"due: {step.label.en} (since {self.since})")
        if self.awaited:
            one = self.awaited[-1]
            name = next(step for step in ladder.steps if step.code == one.step)
            return Sentence(
                f"{name.zh}已发出，期限 {one.deadline or '（无）'}",
                f"{name.label.en} sent, deadline {one.deadline or 'none'}",
            )
        return Sentence("无须采取措施", "nothing is due")


def position(ladder: Ladder, events: Sequence[Event], on: date, workday: Workday) -> Position:
    """Where a case stands on the day after what has happened up to it; the order events are told in does not matter."""
    case = _Case(ladder, events, on, workday)
    due = case.due()
    step, since = due if due else (None, None)
    return Position(
        step=step.code if step else "", since=since,
        deadline=step.deadline.after(on, workday) if step and step.deadline else None,
        final=step.final if step else False, awaited=case.awaited(), count=len(case.lit_months()),
    )  # fmt: skip


class _Case:
    def __init__(self, ladder: Ladder, events: Sequence[Event], on: date, workday: Workday) -> None:
        self.ladder, self.on, self.workday = ladder, on, workday
        order = list(Happened)
        self.events = sorted((e for e in events if e.on <= on), key=lambda e: (e.on, order.index(e.what), e.month))

    def due(self) -> tuple[Step, date] | None:
        """The gravest step called for and not taken since, unless a graver one was."""
        for place in range(len(self.ladder.steps) - 1, -1, -1):
            step = self.ladder.steps[place]
            called = self._called(step)
            if called is None or called <= self._cleared():
                continue
            later = {one.code for one in self.ladder.steps[place:]}
            if not any(e.what is Happened.SENT and e.step in later and e.on >= called for e in self.events):
                return step, called
        return None

    def awaited(self) -> tuple[Open, ...]:
        """The steps taken that ask for something and are not settled, in the order they were taken."""
        asking = [step for step in self.ladder.steps if step.deadline is not None]
        known = [(step, sent) for step in asking if (sent := self._sent(step.code)) and not self._settled(step, sent)]
        return tuple(
            Open(step.code, sent, self._deadline(step, sent)) for step, sent in sorted(known, key=lambda p: p[1])
        )

    def lit_months(self, trigger: Trigger | None = None) -> list[tuple[str, date]]:
        """The months it was lit (in the colours asked for) since counting began, each with the day it was."""
        colours = trigger.colours if trigger else ()
        start = self._counts_from()
        found: dict[str, date] = {}
        for event in self.events:
            if event.what is Happened.LIT and event.month >= start and (not colours or event.colour in colours):
                found.setdefault(event.month, event.on)
        return sorted(found.items())

    def _counts_from(self) -> str:
        """The first month that counts: after so many clear months the count begins anew."""
        clear = self.ladder.resets_after_months
        lit = sorted({event.month for event in self.events if event.what is Happened.LIT})
        if not lit or clear is None:
            return lit[0] if lit else ""
        start = lit[0]
        for early, late in zip(lit, lit[1:], strict=False):
            if months.number(late) - months.number(early) > clear:
                start = late
        return start

    def _called(self, step: Step) -> date | None:
        """The last day on which something called for a step."""
        days = [day for trigger in step.on if (day := self._triggered(trigger)) is not None]
        return max(days, default=None)

    def _triggered(self, trigger: Trigger) -> date | None:
        if trigger.overdue:
            return self._overdue(trigger.overdue)
        if trigger.again:
            sent = self._sent(trigger.again)
            after = [day for _, day in self.lit_months(trigger) if sent and day > sent]
            return after[-1] if after else None
        return self._counted(trigger)

    def _counted(self, trigger: Trigger) -> date | None:
        """The day it was lit for the n-th time, or every time from the n-th on."""
        wanted, reached = trigger.lit or 1, []
        lit = self.lit_months(trigger)
        for place, (month, day) in enumerate(lit):
            count = self._count([one for one, _ in lit[: place + 1]], month, trigger)
            if count == wanted or (count > wanted and trigger.and_after):
                reached.append(day)
        return reached[-1] if reached else None

    def _count(self, lit: list[str], month: str, trigger: Trigger) -> int:
        number = months.number(month)
        if trigger.consecutive:
            numbers, run = {months.number(one) for one in lit}, 0
            while number - run in numbers:
                run += 1
            return run
        if trigger.within_months:
            return sum(number - months.number(one) < trigger.within_months for one in lit)
        if trigger.this_year:
            return sum(one[:4] == month[:4] for one in lit)
        return len(lit)

    def _sent(self, step: str) -> date | None:
        return max((e.on for e in self.events if e.what is Happened.SENT and e.step == step), default=None)

    def _deadline(self, step: Step, sent: date) -> date | None:
        """The last day in time; None while what it runs from has not come."""
        start: date | None = sent
        if step.deadline_from == "received":
            start = min(
                (e.on for e in self.events if e.what is Happened.RECEIVED and e.step == step.code and e.on >= sent),
                default=None,
            )
        return step.deadline.after(start, self.workday) if step.deadline and start else None

    def _settled(self, step: Step, sent: date) -> bool:
        """Whether what the step asks for has come since it was sent."""
        if step.settled_by == "cleared":
            return self._cleared() >= sent
        wanted = Happened.REPLIED if step.settled_by == "reply" else Happened.RECEIVED
        return any(e.what is wanted and e.step == step.code and e.on >= sent for e in self.events)

    def _overdue(self, code: str) -> date | None:
        """The first day after a step's deadline, where it is not settled."""
        step = next(one for one in self.ladder.steps if one.code == code)
        sent = self._sent(code)
        if sent is None or self._settled(step, sent):
            return None
        deadline = self._deadline(step, sent)
        return deadline + timedelta(days=1) if deadline and self.on > deadline else None

    def _cleared(self) -> date:
        """The last day it was cleared; what was called for by then has lapsed."""
        return max((e.on for e in self.events if e.what is Happened.CLEARED), default=date.min)
