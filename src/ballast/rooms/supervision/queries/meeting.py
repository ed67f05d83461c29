"""Whether projects meet conditions of a book, on a day: which of them do not hold."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from ballast.rooms.supervision import lighting
from ballast.rooms.supervision.gathering import Seen
from ballast.rulebook.books import Book
from ballast.rulebook.grammar.conditions import Condition
from ballast.rulebook.sight.truths import compiled


def unmet(
    project_ids: Collection[int], conditions: Sequence[Condition], *, book: Book, month: str, on: date,
    at: datetime | None = None,
) -> dict[int, list[Condition]]:  # fmt: skip
    """By project the conditions that do not hold, seen on a day with its reports up to a month.

    A condition whose facts are absent does not hold, unless it says otherwise.
    """
    judge = lighting.judge_of(book)
    tests = [(one, compiled((one,), book)) for one in conditions]
    found: dict[int, list[Condition]] = {}
    for project, facts in lighting.projects_of(book, Seen(month, on, at), ids=project_ids):
        see = judge.see(facts)
        found[project] = [one for one, test in tests if test(see) is not True]
    return found
