"""Typing: drafts saved as they are typed, right or wrong, joined with what others typed meanwhile."""

from collections.abc import Sequence
from datetime import datetime

from ballast.kit.ledger.journal import Writer
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reporting.cards import Edit, Outcome
from ballast.rooms.reporting.loop import desk, hands, typing_in
from ballast.rooms.reporting.loop.acting import Asked, perform
from ballast.rooms.reporting.loop.gate import open_month
from ballast.rooms.reporting.loop.judging import examined
from ballast.rooms.reporting.queries.place import rules_of
from ballast.rulebook.books import Book
from ballast.rulebook.loop import Verb
from ballast.rulebook.powers import Power


def save(
    month: str, edits: Sequence[Edit], *, official: OfficialCard | None, at: datetime, key: str = "",
    book: Book | None = None,
) -> Outcome:  # fmt: skip
    """Save what was typed into the reports of a month, one project's or a whole list's.

    Cells only one person changed since the edit's version are joined; one that two changed stays as it stands and
    comes back as a conflict with both values, open until somebody types over it. The answer carries every finding.
    """
    rules, mine = book or rules_of(month), hands.of(official, Power.REPORT, at=at)
    said = [[edit.serial, edit.version, dict(edit.cells)] for edit in edits]
    asked = Asked(Verb.SAVE, month, tuple(edit.serial for edit in edits), said, mine, at, key)

    def do(writer: Writer) -> Outcome:
        open_month(month, month, at)
        papers = desk.lay(month, asked.serials, mine, rules.loop)
        pasts = typing_in.pasts((papers[edit.serial], edit.version) for edit in edits)
        conflicts = [
            conflict
            for edit in edits
            for conflict in typing_in.type_in(papers[edit.serial], edit, pasts.get(edit.serial), mine, writer.moment)
        ]
        desk.keep(papers.values())
        return Outcome(
            verb=Verb.SAVE, month=month, at=writer.moment, by=mine.by, conflicts=tuple(conflicts),
            moved=tuple(paper.moved() for paper in papers.values()),
            findings=tuple(found for paper in papers.values() for found in examined(paper, rules.checks)),
        )  # fmt: skip

    return perform(asked, do)
