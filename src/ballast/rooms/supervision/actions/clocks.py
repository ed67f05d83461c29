"""Stopping and extending a project's legal clocks, each on a paper."""

from dataclasses import dataclass
from datetime import date, datetime

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.ledger.models import Fact
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.supervision.models import ClockExtension, ClockPause
from ballast.rooms.supervision.rules import book_for
from ballast.rulebook import months
from ballast.rulebook.books.clocks import Clock
from ballast.rulebook.powers import Power


class ClockRefused(Refusal):
    """The clock is none of the book's, or may not be moved so."""


@dataclass(frozen=True, slots=True)
class _Moved:
    """A clock about to be moved: of which project, by whom."""

    project_id: int
    serial: str
    code: str
    clock: Clock
    by: str
    at: datetime


def pause_clock(
    serial: str, clock: str, *, reason: str, since: date, until: date | None, paper: str,
    official: OfficialCard | None, on: date, at: datetime,
) -> None:  # fmt: skip
    """Let a clock stand still from ``since`` up to and with ``until`` (None: until it is resumed)."""
    moved = _moved(serial, clock, official, on, at)
    if reason not in moved.clock.pauses:
        raise _refused(serial, f"此时限可因以下情形暂停：{'、'.join(moved.clock.pauses) or '（无）'}",
                       f"This clock pauses for: {', '.join(moved.clock.pauses) or 'nothing'}")  # fmt: skip
    if until is not None and until < since:
        raise _refused(serial, "暂停的结束日早于开始日", "The pause ends before it begins")
    fact = ClockPause(
        project_id=moved.project_id, clock=clock, since=since, until=until, reason=reason, paper=paper.strip()[:200]
    )
    _record("pause_clock", moved, fact, {"since": str(since), "until": str(until), "reason": reason, "paper": paper})


def resume_clock(
    serial: str, clock: str, *, until: date, official: OfficialCard | None, on: date, at: datetime
) -> None:
    """End the pause that is still open: ``until`` is its last day."""
    moved = _moved(serial, clock, official, on, at)
    standing = ClockPause.objects.current().filter(project_id=moved.project_id, clock=clock, until__isnull=True).first()
    if standing is None or until < standing.since:
        raise _refused(serial, "此时限没有可结束的暂停", "This clock has no pause that can end then")
    names = [field.attname for field in ClockPause.payload()]
    values = {name: getattr(standing, name) for name in names} | {"until": until}
    _record("resume_clock", moved, ClockPause(**values), {"until": str(until)})


def extend_clock(
    serial: str, clock: str, *, granted_on: date, paper: str, official: OfficialCard | None, on: date, at: datetime
) -> None:
    """Extend a clock once more, as often as its book allows."""
    moved = _moved(serial, clock, official, on, at)
    allowed = moved.clock.extensions.count if moved.clock.extensions else 0
    count = ClockExtension.objects.current().filter(project_id=moved.project_id, clock=clock).count()
    if count >= allowed:
        raise _refused(serial, f"此时限至多延期 {allowed} 次，已延 {count} 次",
                       f"This clock is extended at most {allowed} times; it was {count}")  # fmt: skip
    fact = ClockExtension(project_id=moved.project_id, clock=clock, granted_on=granted_on, paper=paper.strip()[:200])
    _record("extend_clock", moved, fact, {"granted_on": str(granted_on), "paper": paper})


def _moved(serial: str, code: str, official: OfficialCard | None, on: date, at: datetime) -> _Moved:
    book, _ = book_for(months.of(on), at=at)
    if code not in book.clocks:
        known = "、".join(f"{one}（{clock.zh}）" for one, clock in book.clocks.items()) or "（无）"
        raise _refused(serial, f"规则手册没有时限“{code}”，可用：{known}", f"The book has no clock {code!r}")
    card = registry.find(serial, held=registry.reach(official, on=on, power=Power.SUPERVISE))
    if card is None:
        raise _refused(serial, "没有这个项目，或不由您办理", "There is no such project, or it is not yours")
    person = registry.require(official, Power.SUPERVISE, project_id=card.project_id, on=on)
    return _Moved(card.project_id, serial, code, book.clocks[code], person.username, at)


def _record(act: str, moved: _Moved, fact: Fact, detail: dict[str, str]) -> None:
    with journal.entry(at=moved.at, by=moved.by, action=act) as writer:
        writer.record([fact])
        said = {"clock": moved.code, **detail}
        audit.write(act, at=writer.moment, actor=moved.by, object=moved.serial, detail=said)


def _refused(where: str, zh: str, en: str) -> ClockRefused:
    return ClockRefused(Sentence(zh, en), where=where, code="clock_refused")
