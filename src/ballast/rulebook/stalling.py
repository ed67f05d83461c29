"""Stalls under a book: whether a project stands on a list of what is stuck, since when, and why."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ballast.kit.sentence import Sentence
from ballast.kit.words import Word
from ballast.rulebook import months
from ballast.rulebook.books.exceptions import covers
from ballast.rulebook.grammar.refs import references
from ballast.rulebook.lights.judgement import Reckoned
from ballast.rulebook.measures.facts import Excused
from ballast.rulebook.measures.measured import Absent

if TYPE_CHECKING:
    from ballast.rulebook.sight.project import ProjectSight

LONGEST = 60  # months a stall is followed back


class Standing(Word):
    """Where a project stands with a list of stalls."""

    OUTSIDE = "outside", "不在其列", "outside"
    NOT_DUE = "not_due", "未到期", "not due"
    DUE = "due", "到期未完成", "due"
    SUSPENDED = "suspended", "到期，例外暂停", "due, suspended by an exception"
    UNKNOWN = "unknown", "缺少数据", "no data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stalled:
    """A project and one list of stalls: ``entered`` when its last entry event came, ``since`` the month it became due.

    ``since`` is the first month of the unbroken run of month-ends (this one with them) at which it was due.
    """

    stall: str
    standing: Standing
    entered: date | None = None
    since: str = ""
    excused: Excused | None = None


def stalled(see: "ProjectSight", code: str) -> Stalled:
    """Where the project stands with a list of the book."""
    rule = see.rules.book.stall_lists[code]
    entered = _inside(see, code)
    if isinstance(entered, bool):
        return Stalled(stall=code, standing=Standing.OUTSIDE)
    due = see.rules.test(rule.due)(see)
    if due is Absent.MISSING:
        return Stalled(stall=code, standing=Standing.UNKNOWN, entered=entered)
    if due is not True:
        return Stalled(stall=code, standing=Standing.NOT_DUE, entered=entered)
    excused = _excused(see, code)
    standing = Standing.SUSPENDED if excused else Standing.DUE
    return Stalled(stall=code, standing=standing, entered=entered, since=_since(see, code), excused=excused)


def _inside(see: "ProjectSight", code: str) -> date | None | bool:
    """When the project entered (None: from the first), or False where it is not in, or has left."""
    rule = see.rules.book.stall_lists[code]
    if see.rules.test(rule.applies)(see) is not True or any(see.reached(event).day for event in rule.leaves):
        return False
    entered = [see.reached(event).day for event in rule.enters]
    if None in entered:
        return False
    return max((day for day in entered if day is not None), default=None)


def _since(see: "ProjectSight", code: str) -> str:
    test, back = see.rules.test(see.rules.book.stall_lists[code].due), 0
    while back < LONGEST:
        earlier = see.back(back + 1)
        if isinstance(_inside(earlier, code), bool) or test(earlier) is not True:
            break
        back += 1
    return months.before(see.month, back)


def _excused(see: "ProjectSight", code: str) -> Excused | None:
    rule = f"stall_lists.{code}"
    kinds = see.rules.book.exceptions
    return next(
        (
            one
            for one in see.facts.excused
            if one.kind in kinds
            and covers(kinds[one.kind].suspends, rule)
            and one.since <= see.on <= one.until
            and (not one.rules or rule in one.rules)
        ),
        None,
    )


def reckoned(see: "ProjectSight", code: str) -> tuple[Reckoned, ...]:
    """What a list of stalls looked at, each measure with its arithmetic."""
    from ballast.rulebook.telling.conditions import measure_name
    from ballast.rulebook.telling.measures import arithmetic

    book = see.rules.book
    looked = dict.fromkeys(one for _, chapter, one in references(book.stall_lists[code]) if chapter == "measures")
    return tuple(
        Reckoned(code=one, name=measure_name(book, one), measured=found, sentence=arithmetic(book, one, found))
        for one in looked
        for found in [see.measure(one)]
    )


def told(book: Any, found: Stalled) -> Sentence:
    """A stall as one sentence: 签约未开工，2025-03-01 签约，自 2025-06 起到期."""
    rule = book.stall_lists[found.stall]
    zh, en = f"{rule.zh}：{found.standing.zh}", f"{rule.label.en}: {found.standing.en}"
    if found.entered:
        zh, en = f"{zh}，{found.entered} 列入", f"{en}, entered {found.entered}"
    if found.since:
        zh, en = f"{zh}，自 {found.since} 起到期", f"{en}, due since {found.since}"
    return Sentence(zh, en)
