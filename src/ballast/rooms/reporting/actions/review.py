"""Reviewing: the county's and the city's office accept reports or send them back, each in its turn."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from ballast.kit.ledger.journal import Writer
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reporting.cards import Chosen, Outcome
from ballast.rooms.reporting.loop import cells, passing
from ballast.rooms.reporting.loop.judging import ready
from ballast.rooms.reporting.questions import sources
from ballast.rulebook.books import Book
from ballast.rulebook.forms import BY_KEY
from ballast.rulebook.loop import State, Verb
from ballast.rulebook.powers import Power

LONGEST_REMARK = 5_000


class RemarkRefused(Refusal):
    """A return without a remark, or a remark that is too long or on no column of the form."""


def accept(
    month: str, chosen: Sequence[Chosen], *, official: OfficialCard | None, at: datetime, key: str = "",
    book: Book | None = None,
) -> Outcome:  # fmt: skip
    """Accept reports in the versions seen, all or none: the county's office passes them on, the last review records.

    Which review it is follows from where each report stands. Raises NotReady where the record has moved on and a
    report no longer passes the checks.
    """
    asked = passing.asked(Verb.ACCEPT, month, chosen, official, Power.READ, at, key, book)

    def do(writer: Writer) -> Outcome:
        said = _remarks(chosen)
        papers = passing.laid(asked)
        findings = ready(papers.values(), asked.rules.checks)
        passing.step(papers.values(), Verb.ACCEPT, asked.hands, writer, remarks=said)
        counted = {paper.area.id: paper.area for paper in papers.values() if paper.state is State.ACCEPTED}
        sources.of_habits(counted.values(), month, asked.rules.checks, writer=writer)
        return passing.outcome(asked, papers, writer, findings)

    return passing.perform(asked, do)


def send_back(
    month: str, chosen: Sequence[Chosen], *, official: OfficialCard | None, at: datetime, key: str = "",
    book: Book | None = None,
) -> Outcome:  # fmt: skip
    """Send reports back, each with a remark on its cells; what an accepted one brought is taken out of the ledger."""
    asked = passing.asked(Verb.SEND_BACK, month, chosen, official, Power.READ, at, key, book)

    def do(writer: Writer) -> Outcome:
        said = _remarks(chosen)
        silent = [one.serial for one in chosen if not said[one.serial]]
        if silent:
            raise RemarkRefused(
                Sentence("退回须写明意见，指出哪一格、应怎样改", "A return says what is wrong and what would be right"),
                where="、".join(silent[:5]), code="remark_missing",
            )  # fmt: skip
        papers = passing.laid(asked)
        counted = [paper for paper in papers.values() if paper.state is State.ACCEPTED]
        passing.step(papers.values(), Verb.SEND_BACK, asked.hands, writer, remarks=said, counted=counted)
        return passing.outcome(asked, papers, writer)

    return passing.perform(asked, do)


def _remarks(chosen: Sequence[Chosen]) -> dict[str, Mapping[str, str]]:
    """What is remarked on each report, by column key; every remark fits and is on a cell there is."""
    said: dict[str, Mapping[str, str]] = {}
    for one in chosen:
        said[one.serial] = {key: text.strip() for key, text in one.remarks.items() if text.strip()}
        for key, text in said[one.serial].items():
            where = f"{one.serial} · {BY_KEY[key].zh if key in BY_KEY else key}"
            if key and key not in BY_KEY:
                raise _refused(where, "月报没有这一栏", "The form has no such column", "no_such_column")
            if len(text) > LONGEST_REMARK:
                raise _refused(where, f"意见有 {len(text)} 字，最多 {LONGEST_REMARK} 字，请缩短",
                               f"A remark has at most {LONGEST_REMARK} characters, not {len(text)}",
                               "remark_long")  # fmt: skip
            if not cells.is_text(text):
                raise _refused(where, "意见含有不是文字的字符，请重填", "A remark carries what is no text", "no_text")
    return said


def _refused(where: str, zh: str, en: str, code: str) -> RemarkRefused:
    return RemarkRefused(Sentence(zh, en), where=where, code=code)
