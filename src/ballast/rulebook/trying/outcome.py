"""Trying cases: what came out beside what must come out, and why."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.book import Book
from ballast.rulebook.ladders import Event, position
from ballast.rulebook.lights.explaining import explained
from ballast.rulebook.lights.judging import Judge
from ballast.rulebook.sight.clocks import running
from ballast.rulebook.stalling import reckoned, stalled, told
from ballast.rulebook.telling.measures import arithmetic
from ballast.rulebook.telling.values import decimal
from ballast.rulebook.trying import building, items
from ballast.rulebook.trying.cases import Case, CaseFile
from ballast.rulebook.trying.ranking import ranked
from ballast.rulebook.trying.touring import toured

NOTHING = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One expectation of one case: what was asked, what must come out, what came out, and why it did."""

    case: str
    asked: str
    wanted: str
    got: str
    why: Sentence

    @property
    def right(self) -> bool:
        """Whether what came out is what must."""
        return self.wanted == self.got


def tried(file: CaseFile, book: Book, workday: Callable[[date], bool]) -> list[Checked]:
    """Every expectation of every case, in the order of the file."""
    judge = Judge(book, workday)
    return [checked for case in file.case for checked in _case(case, judge, workday)]


def _case(case: Case, judge: Judge, workday: Callable[[date], bool]) -> Iterator[Checked]:
    if case.ladder is not None:
        yield from _ladder(case, judge.rules.book, workday)
        return
    if case.tour is not None:
        yield from _tour(case, judge.rules.book)
        return
    if case.item is not None:
        yield from _item(case, judge.rules.book, workday)
        return
    if case.ranking is not None:
        yield from _ranking(case, judge)
        return
    see = judge.see(_facts(case))
    yield from _lights(case, see)
    yield from _measures(case, see)
    if case.project is not None:
        yield from _stalls(case, see)


def _facts(case: Case) -> Any:
    """The facts of the project, the area or the department of a case."""
    if case.project is not None:
        return building.project(case.project, case.day, case.reported)
    if case.department is not None:
        return building.department(case.department, case.day, case.reported)
    return building.area(case.area, case.day, case.reported)  # type: ignore[arg-type]


def _tour(case: Case, book: Book) -> Iterator[Checked]:
    if case.tour is not None and case.expect.tour is not None:
        for asked, wanted, got, why in toured(case.tour, case.expect.tour, book):
            yield Checked(case=case.name, asked=asked, wanted=wanted, got=got, why=why)


def _ranking(case: Case, judge: Judge) -> Iterator[Checked]:
    if case.ranking is not None and case.expect.ranking is not None:
        for asked, wanted, got, why in ranked(case.ranking, case.expect.ranking, judge, case.day, case.reported):
            yield Checked(case=case.name, asked=f"ranking.{asked}", wanted=wanted, got=got, why=why)


def _lights(case: Case, see: Any) -> Iterator[Checked]:
    for code, wanted in case.expect.lights.items():
        why = explained(see, code)
        judged = why.judgement
        said = Sentence(
            "；".join([why.rule.zh, *(one.sentence.zh for one in why.reckoned)]),
            "; ".join([why.rule.en, *(one.sentence.en for one in why.reckoned)]),
        )
        got = judged.colour or str(judged.state)
        yield Checked(case=case.name, asked=f"lights.{code}", wanted=wanted, got=got, why=said)


def _measures(case: Case, see: Any) -> Iterator[Checked]:
    book = see.rules.book
    for code, wanted in case.expect.measures.items():
        found = see.measure(code)
        got = str(found.absent) if found.value is None else _exactly(found.value)
        right = wanted if isinstance(wanted, str) else _exactly(wanted)
        why = arithmetic(book, code, found)
        yield Checked(case=case.name, asked=f"measures.{code}", wanted=right, got=got, why=why)


def _exactly(value: Any) -> str:
    """A number as text that no other number has."""
    text = decimal(value).replace(",", "")
    return text if Fraction(text) == value else f"{value.numerator}/{value.denominator}"


def _stalls(case: Case, see: Any) -> Iterator[Checked]:
    for code, wanted in case.expect.stalls.items():
        found = stalled(see, code)
        why = told(see.rules.book, found)
        looked = "；".join(one.sentence.zh for one in reckoned(see, code))
        yield Checked(
            case=case.name, asked=f"stalls.{code}", wanted=wanted, got=str(found.standing),
            why=Sentence(f"{why.zh}；{looked}".rstrip("；"), why.en),
        )  # fmt: skip
    for code, month in case.expect.since.items():
        found = stalled(see, code)
        yield Checked(
            case=case.name,
            asked=f"since.{code}",
            wanted=month,
            got=found.since or NOTHING,
            why=told(see.rules.book, found),
        )
    for code, day in case.expect.deadlines.items():
        run = running(see, code)
        zh = f"{run.starts.value or '（无）'} 起算，时限 {run.limit.said[0]}，暂停 {run.paused}，延期 {run.extended} 次"
        en = f"from {run.starts.value}, limit {run.limit.said[1]}, paused {run.paused}, extended {run.extended}"
        yield Checked(
            case=case.name,
            asked=f"deadlines.{code}",
            wanted=str(day),
            got=str(run.due or NOTHING),
            why=Sentence(zh, en),
        )


def _ladder(case: Case, book: Book, workday: Callable[[date], bool]) -> Iterator[Checked]:
    ladder = book.ladders[case.ladder or ""]
    events = [
        Event(
            one.what,
            one.on,
            one.month or f"{one.on:%Y-%m}",
            one.lit or "",
            one.sent or one.received or one.replied or "",
        )
        for one in case.events
    ]
    found = position(ladder, events, case.day, workday)
    if case.expect.step is not None:
        yield Checked(
            case=case.name,
            asked=f"ladders.{case.ladder}",
            wanted=case.expect.step,
            got=found.step or NOTHING,
            why=found.said(ladder),
        )
    if case.expect.deadline is not None:
        day = found.deadline or (found.awaited[-1].deadline if found.awaited else None)
        yield Checked(
            case=case.name,
            asked="deadline",
            wanted=str(case.expect.deadline),
            got=str(day or NOTHING),
            why=found.said(ladder),
        )


def _item(case: Case, book: Book, workday: Callable[[date], bool]) -> Iterator[Checked]:
    if case.item is None or case.expect.item is None:
        return
    for asked, wanted, got, why in items.tried(case.item, case.expect.item, case.day, book.items, workday):
        yield Checked(case=case.name, asked=asked, wanted=wanted, got=got, why=why)
