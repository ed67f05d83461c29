"""Entering days into the working calendar: a year's notice as a whole, or one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.workdays.facts import ALONE, CalendarDay

LONGEST_PAPER = 200


class NoPaper(Refusal):
    """A day is entered by a paper, which is named in at most 200 characters."""


class NothingSettled(Refusal):
    """There is no ruling of this day to take back."""


@dataclass(frozen=True, slots=True)
class EnteredDay:
    """One day as entered: ``notice`` is the year of its notice, 0 where it was settled alone."""

    notice: int
    day: date
    works: bool
    paper: str
    by: str
    at: datetime


def enter_notice(year: int, days: Mapping[date, bool], *, paper: str, at: datetime, by: str) -> int:
    """Enter the days a year's notice names (True: worked), in place of what was entered for that year; how many."""
    paper = _paper(paper, str(year))
    with journal.entry(at=at, by=by, action="enter_notice") as writer:
        writer.withdraw(CalendarDay.objects.current().filter(notice=year).exclude(day__in=days))
        writer.record(CalendarDay(notice=year, day=day, works=works, paper=paper) for day, works in days.items())
        told = {"paper": paper, "rests": _iso(days, False), "works": _iso(days, True)}
        audit.write("enter_notice", at=writer.moment, actor=by, object=str(year), detail=told)
    return len(days)


def settle_day(day: date, works: bool | None, *, paper: str, at: datetime, by: str) -> None:
    """Settle one day by itself; None takes back what was settled, so that the notice holds again.

    Raises NoPaper, and NothingSettled.
    """
    with journal.entry(at=at, by=by, action="settle_day") as writer:
        if works is None:
            if not writer.withdraw(CalendarDay.objects.current().filter(notice=ALONE, day=day)):
                raise NothingSettled(
                    Sentence("这一天没有单独调整过，不用撤销", "This day was not settled by itself"),
                    where=day.isoformat(), code="nothing_settled",
                )  # fmt: skip
        else:
            paper = _paper(paper, day.isoformat())
            writer.record([CalendarDay(notice=ALONE, day=day, works=works, paper=paper)])
        told = {"works": works, "paper": paper}
        audit.write("settle_day", at=writer.moment, actor=by, object=day.isoformat(), detail=told)


def entered(year: int) -> list[EnteredDay]:
    """The days of ``year`` that were entered, first day first, and those its notice names outside it."""
    kept = CalendarDay.objects.current()
    found = kept.filter(day__year=year) | kept.filter(notice=year)
    return [
        EnteredDay(one.notice, one.day, one.works, one.paper, one.recorded_by, one.recorded_at)
        for one in found.order_by("day", "notice")
    ]


def _paper(said: str, where: str) -> str:
    text = said.strip()
    if not text or len(text) > LONGEST_PAPER:
        raise NoPaper(
            Sentence(f"请写明依据的文件，不超过 {LONGEST_PAPER} 字，如“国办发明电〔2025〕7号”",
                     f"Name the paper it rests on, in at most {LONGEST_PAPER} characters"),
            where=where, code="no_paper",
        )  # fmt: skip
    return text


def _iso(days: Mapping[date, bool], works: bool) -> list[str]:
    return [day.isoformat() for day in sorted(days) if days[day] is works]
