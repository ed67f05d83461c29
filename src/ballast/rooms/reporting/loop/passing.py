"""Passing reports on: one act on one or many of them, each in the version the person saw."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ballast.kit.ledger.journal import Recorded, Writer
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reporting.cards import CellFinding, Chosen, Outcome
from ballast.rooms.reporting.loop import acting, cells, desk, hands, recording, typing_in
from ballast.rooms.reporting.loop.acting import Asked
from ballast.rooms.reporting.loop.desk import Paper
from ballast.rooms.reporting.loop.gate import open_month
from ballast.rooms.reporting.loop.hands import Hands
from ballast.rooms.reporting.queries.place import rules_of
from ballast.rulebook.books import Book
from ballast.rulebook.loop import State, Verb
from ballast.rulebook.powers import Power

SHOWN = 3
EMPTY = "（空）"


class Overtaken(Refusal):
    """The report was changed since the person saw it; both are shown."""


@dataclass(frozen=True, slots=True)
class Passing:
    """One act on chosen reports, under the city's rules."""

    asked: Asked
    chosen: tuple[Chosen, ...]
    rules: Book

    @property
    def hands(self) -> Hands:
        """Who acts."""
        return self.asked.hands


def asked(
    verb: Verb, month: str, chosen: Sequence[Chosen], official: OfficialCard | None, power: Power, at: datetime,
    key: str, book: Book | None,
) -> Passing:  # fmt: skip
    """The act as an official asks for it, who must hold ``power``. Raises people.NotAllowed."""
    serials = tuple(one.serial for one in chosen)
    said = [[one.serial, one.version, dict(one.remarks)] for one in chosen]
    return Passing(
        Asked(verb, month, serials, said, hands.of(official, power, at=at), at, key),
        tuple(chosen),
        book or rules_of(month),
    )


def perform(passing: Passing, do: Callable[[Writer], Outcome]) -> Outcome:
    """Do it once, in one transaction, with its audit line."""
    return acting.perform(passing.asked, do)


def laid(passing: Passing) -> dict[str, Paper]:
    """The chosen reports, each in the version it was seen in. Raises Overtaken, NotYours, MonthSealed, NotYet."""
    month = passing.asked.month
    open_month(month, month, passing.asked.at)
    papers = desk.lay(month, passing.asked.serials, passing.hands, passing.rules.loop)
    for one in passing.chosen:
        if papers[one.serial].report.version != one.version:
            raise _overtaken(papers[one.serial], one.version)
    return papers


def step(
    papers: Collection[Paper], verb: Verb, by: Hands, writer: Writer, *, remarks: Mapping[str, Mapping[str, str]] = {},
    counted: Collection[Paper] = (),
) -> Recorded:  # fmt: skip
    """Move reports, record what is now accepted, take back what was ``counted``, and keep it all with its log."""
    before = {paper.serial: paper.state for paper in papers}
    desk.move(papers, verb, by)
    for paper in papers:
        said = dict(remarks.get(paper.serial, {}))
        paper.report.remarks = said if paper.state is State.RETURNED else {}
        desk.note(paper, verb, before[paper.serial], by=by.by, at=writer.moment, remarks=said)
    recording.take_back(counted, writer)
    recorded = recording.record([paper for paper in papers if paper.state is State.ACCEPTED], writer)
    desk.keep(papers)
    return recorded


def submit(papers: Collection[Paper], by: Hands, writer: Writer) -> Recorded:
    """Submit reports: who and when is noted, for the reviewer and for who is late."""
    for paper in papers:
        report = paper.report
        report.submitted_at, report.submitted_by = writer.moment, by.by
        report.first_submitted_at = report.first_submitted_at or writer.moment
    return step(papers, Verb.SUBMIT, by, writer)


def outcome(
    passing: Passing, papers: Mapping[str, Paper], writer: Writer, findings: Sequence[CellFinding] = ()
) -> Outcome:
    """What came of it."""
    return Outcome(
        verb=passing.asked.verb, month=passing.asked.month, at=writer.moment, by=passing.hands.by,
        moved=tuple(paper.moved() for paper in papers.values()), findings=tuple(findings),
    )  # fmt: skip


def _overtaken(paper: Paper, seen: int) -> Overtaken:
    """What the person saw and what stands now, for the first cells that differ."""
    report = paper.report
    zh = f"您看到的是第 {seen} 版，现为第 {report.version} 版"
    en = f"You saw version {seen}, this is version {report.version}"
    if seen < report.version:
        past = typing_in.pasts([(paper, seen)])[paper.serial].cells
        differing = [key for key in {**past, **report.values} if past.get(key) != report.values.get(key)][:SHOWN]
        told = [(cells.heading(key, report.month), past.get(key), report.values.get(key)) for key in differing]
        zh += "".join(f"；{name}由“{old or EMPTY}”改为“{new or EMPTY}”" for name, old, new in told)
        en += "".join(f"; {name} was {old or EMPTY}, is {new or EMPTY}" for name, old, new in told)
    return Overtaken(
        Sentence(f"{zh}（{report.changed_by}）；请刷新后再办" if report.pk else f"{zh}；请刷新后再办",
                 f"{en}; load it anew"),
        where=paper.serial, code="overtaken",
    )  # fmt: skip
