"""The lists of stalls against the numbers of [stalls], by which figures count: the two must say the same.

Both are tried on projects that just reach, and just do not reach, each limit. A list that leaves such a project out
(it asks for more than [stalls] can say) is not compared.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ballast.kit.sentence import Sentence
from ballast.rulebook import months
from ballast.rulebook.checks.series import Amounts
from ballast.rulebook.grammar.refs import Path
from ballast.rulebook.measures.facts import Dates, Outputs, ProjectFacts
from ballast.rulebook.terms import LandMode

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

MONTH, ON, DAY = "2025-07", date(2025, 7, 31), 15
LATER = date(2035, 1, 1)
TEN_YI = 1_000_000_000
Milestones = dict[tuple[str, str], Dates]
MODES = {
    "existing_land": LandMode.EXISTING, "new_land": LandMode.NEW, "factory": LandMode.FACTORY,
    "equity": LandMode.EQUITY, "other_land": "",
}  # fmt: skip


class Tried(NamedTuple):
    """One limit of [stalls]: the list it belongs to, and a project ``count`` months (or percent) along."""

    limit: str
    stall: str
    at: Callable[[int], ProjectFacts]
    falling: bool = False  # due below the limit, not from it on


def disagreeing(book: "Book") -> Iterator[tuple[Path, Sentence]]:
    """Every limit that a list of stalls does not keep as [stalls] states it."""
    from ballast.rulebook.lights.judging import Judge
    from ballast.rulebook.stalling import Standing, stalled

    judge = Judge(book, lambda _: True)

    def due(facts: ProjectFacts, code: str) -> bool | None:
        """Whether the list says it is due; None where the list is not for it."""
        found = stalled(judge.see(facts), code).standing  # type: ignore[arg-type]
        return {Standing.DUE: True, Standing.NOT_DUE: False}.get(found)

    for one in (one for one in _limits(book) if one.stall in book.stall_lists):
        limit = int(getattr(book.stalls, one.limit))
        before, then = due(one.at(limit - 1), one.stall), due(one.at(limit), one.stall)
        if None not in (before, then) and (before, then) != (one.falling, not one.falling):
            yield ("stall_lists", one.stall, "due"), _said(book, one, limit, early=then is before is True)


def _limits(book: "Book") -> Iterator[Tried]:
    for name, mode in MODES.items():
        yield Tried(name, "signed_not_started", lambda count, mode=mode: _project({"signed": count}, land_mode=mode))  # type: ignore[misc]
    yield Tried("after_permit", "signed_not_started", lambda count: _project(
        {"signed": count, "construction_permit": count}, planned_start=LATER))  # fmt: skip
    yield Tried("without_investment", "started_not_building", lambda count: _project({"signed": 60, "started": count}))
    yield Tried("to_capacity", "built_not_at_capacity", lambda count: _project({"producing": count}, made=0))
    yield Tried("capacity_percent", "built_not_at_capacity", lambda share: _project(
        {"producing": book.stalls.to_capacity}, made=share), falling=True)  # fmt: skip


def _project(
    ago: dict[str, int], *, land_mode: str = "", planned_start: date | None = None, made: int = 0
) -> ProjectFacts:
    """A project with milestones so many months ago, no investment since, 100 promised and so much made."""
    milestones: Milestones = {(kind, "declared"): Dates(None, _day(count)) for kind, count in ago.items()}
    if planned_start is not None:
        milestones["started", "declared"] = Dates(planned_start, None)
    nothing = {months.before(MONTH, back): Amounts(0, 0, 0) for back in range(max(ago.values()) + 1)}
    return ProjectFacts(
        on=ON, month=MONTH, land_mode=land_mode, total_investment=TEN_YI, plans={2025: TEN_YI}, milestones=milestones,
        progress={"declared": nothing}, photos=frozenset(nothing), promise=Outputs(100, None, None),
        outputs={MONTH: Outputs(made, None, None)},
    )  # fmt: skip


def _day(back: int) -> date:
    month = months.before(MONTH, back)
    return date(int(month[:4]), int(month[5:]), DAY)


def _said(book: "Book", one: Tried, limit: int, *, early: bool) -> Sentence:
    unit = ("%", "%") if one.falling else (" 个月", " months")
    when = ("更早到期", "earlier") if early else ("更晚到期，或到期的条件不同", "later, or by another rule")
    name = book.stall_lists[one.stall].label
    return Sentence(
        f"与 [stalls] 不一致：[stalls].{one.limit} = {limit}{unit[0]}，指标按它数；“{name.zh}”却{when[0]}。"
        f"请把这里或 [stalls].{one.limit} 改成一致",
        f"[stalls].{one.limit} = {limit}{unit[1]}, by which figures count; this list is due {when[1]}: make them agree",
    )
