"""Submitting what was typed, and taking it back before anybody reviewed it."""

from collections.abc import Sequence
from datetime import datetime

from ballast.kit.ledger.journal import Writer
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reporting.cards import Chosen, Outcome
from ballast.rooms.reporting.loop import passing
from ballast.rooms.reporting.loop.judging import ready
from ballast.rooms.reporting.questions import sources
from ballast.rulebook.books import Book
from ballast.rulebook.loop import Verb
from ballast.rulebook.powers import Power


def submit(
    month: str, chosen: Sequence[Chosen], *, official: OfficialCard | None, at: datetime, key: str = "",
    book: Book | None = None,
) -> Outcome:  # fmt: skip
    """Submit reports, all of them or none; where the city's book has no review they are recorded at once.

    What was found and does not stop is asked about. Raises NotReady with everything found where an error, an
    unexplained warning or an open conflict is left.
    """
    asked = passing.asked(Verb.SUBMIT, month, chosen, official, Power.REPORT, at, key, book)

    def do(writer: Writer) -> Outcome:
        papers = passing.laid(asked)
        findings = ready(papers.values(), asked.rules.checks)
        passing.submit(papers.values(), asked.hands, writer)
        sources.of_reports(papers.values(), findings, by=asked.hands.by, writer=writer)
        return passing.outcome(asked, papers, writer, findings)

    return passing.perform(asked, do)


def recall(
    month: str, chosen: Sequence[Chosen], *, official: OfficialCard | None, at: datetime, key: str = "",
    book: Book | None = None,
) -> Outcome:  # fmt: skip
    """Take back reports one submitted and nobody reviewed yet; they are drafts again."""
    asked = passing.asked(Verb.RECALL, month, chosen, official, Power.REPORT, at, key, book)

    def do(writer: Writer) -> Outcome:
        papers = passing.laid(asked)
        passing.step(papers.values(), Verb.RECALL, asked.hands, writer)
        return passing.outcome(asked, papers, writer)

    return passing.perform(asked, do)
