"""复盘: promises kept, late, broken or not due, counted with their arithmetic; target dates against what happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ballast.kit.sentence import Sentence
from ballast.kit.words import Word
from ballast.rulebook.items.life import State
from ballast.rulebook.items.standing import Standing


class Promise(Word):
    """What became of a promise by a day."""

    KEPT = "kept", "按期兑现", "kept"
    LATE = "late", "逾期兑现", "late"
    BROKEN = "broken", "未兑现", "broken"
    NOT_DUE = "not_due", "未到期", "not due"


DUE = (Promise.KEPT, Promise.LATE, Promise.BROKEN)


def of_dates(deadline: date, done: date | None, on: date) -> Promise:
    """What became of something due on ``deadline`` and done on ``done``, as seen on a day."""
    if done is not None and done <= on:
        return Promise.KEPT if done <= deadline else Promise.LATE
    return Promise.NOT_DUE if on <= deadline else Promise.BROKEN


def of_item(found: Standing, on: date) -> Promise | None:
    """What became of an item; None where it was withdrawn. What was submitted in time and is looked at is not due."""
    if found.state is State.DROPPED:
        return None
    if found.state is State.SETTLED:
        return of_dates(found.deadline, found.done_on or found.settled_on, on)
    in_time = found.state is State.SUBMITTED and not found.overdue
    return Promise.NOT_DUE if in_time or on <= found.deadline else Promise.BROKEN


@dataclass(frozen=True, slots=True)
class Tally:
    """How many promises were kept, late, broken and not due."""

    kept: int = 0
    late: int = 0
    broken: int = 0
    not_due: int = 0

    @property
    def due(self) -> int:
        """How many should have been kept by now."""
        return self.kept + self.late + self.broken

    @property
    def share(self) -> str:
        """Kept in time of those due, in per cent; empty where none was due."""
        return f"{percent(self.kept, self.due)}%" if self.due else ""

    def said(self) -> Sentence:
        """The tally with its arithmetic."""
        if not self.due:
            return Sentence(f"没有到期的事项；未到期 {self.not_due} 件", f"none due; {self.not_due} not due yet")
        rate = f"{self.kept}÷{self.due}={self.share}"
        rest = (f"；另有 {self.not_due} 件未到期", f"; {self.not_due} more not due yet") if self.not_due else ("", "")
        zh = f"到期 {self.due} 件 = 按期 {self.kept} + 逾期 {self.late} + 未兑现 {self.broken}"
        en = f"due {self.due} = kept {self.kept} + late {self.late} + broken {self.broken}"
        return Sentence(f"{zh}；按期兑现率 {rate}{rest[0]}", f"{en}; kept in time {rate}{rest[1]}")


def percent(part: int, whole: int) -> str:
    """A share of whole numbers in per cent with one decimal, halves up."""
    tenths = (part * 2000 + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}"


def tally(promises: Iterable[Promise | None]) -> Tally:
    """Promises counted; those withdrawn are none."""
    found = [one for one in promises if one is not None]
    return Tally(*(found.count(promise) for promise in Promise))


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A date a meeting was told, what it is now said to be, and when it happened."""

    stated: date
    now: date | None = None
    happened: date | None = None

    def promise(self, on: date) -> Promise:
        """What became of the date that was told; a date put off later does not count instead."""
        return of_dates(self.stated, self.happened, on)

    def said(self, on: date) -> Sentence:
        """The date, what happened, and the days between them."""
        moved = self.now if self.now not in (None, self.stated) and self.happened is None else None
        zh, en = (f"，现报 {moved}", f", now said to be {moved}") if moved else ("", "")
        if self.happened is not None and self.happened <= on:
            days = (self.happened - self.stated).days
            gap = _gap(days)
            return Sentence(f"原定 {self.stated}，实际 {self.happened}，{gap.zh}",
                            f"stated {self.stated}, happened {self.happened}, {gap.en}")  # fmt: skip
        late = (on - self.stated).days
        if late > 0:
            return Sentence(f"原定 {self.stated}，至 {on} 已过 {late} 天{zh}",
                            f"stated {self.stated}, {late} days past on {on}{en}")  # fmt: skip
        return Sentence(f"原定 {self.stated}，尚未到期{zh}", f"stated {self.stated}, not due yet{en}")


def _gap(days: int) -> Sentence:
    if days == 0:
        return Sentence("如期", "on the day")
    return Sentence(f"迟 {days} 天", f"{days} days late") if days > 0 else Sentence(f"早 {-days} 天", f"{-days} early")
