"""Whether a project meets conditions of a book, on a day: which of them do not hold."""

from collections.abc import Sequence
from datetime import date, datetime

from ballast.rooms.supervision import gathering, lighting
from ballast.rooms.supervision.gathering import Seen
from ballast.rulebook.books import Book
from ballast.rulebook.grammar.conditions import Condition
from ballast.rulebook.sight.truths import compiled


def unmet(
    project_id: int, conditions: Sequence[Condition], *, book: Book, month: str, on: date, at: datetime | None = None
) -> list[Condition]:
    """The conditions that do not hold of a project, seen on a day with its reports up to a month.

    A condition whose facts are absent does not hold, unless it says otherwise.
    """
    judge = lighting.judge_of(book)
    [(_, facts)] = gathering.projects(Seen(month, on, at), ids=[project_id])
    see = judge.see(facts)
    return [one for one in conditions if compiled((one,), book)(see) is not True]
