"""What a score sheet claims to withstand, held against the measures it is made of.

parking: a county cannot rise by keeping projects out of the base. volume: nor by adding projects that have not
started. splitting: nor by making two projects of one.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.fitting import Found
from ballast.rulebook.books.normalisers import Ratio
from ballast.rulebook.books.scoring import Sheet
from ballast.rulebook.books.subjects import ADDED_UP, rests_on_projects
from ballast.rulebook.grammar.conditions import Condition
from ballast.rulebook.grammar.refs import Path, pages, references
from ballast.rulebook.stages import MilestoneKind

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

HALF = Fraction(1, 2)
AMOUNTS = {"completed", "output", "card"}  # what two halves of a project have between them as the whole had
RISING = {"limited", "greatest", "least"}  # what rises whenever all that it is made of rises
STARTED = {str(one) for one in (
    MilestoneKind.STARTED, MilestoneKind.REGISTERED, MilestoneKind.COMPLETED, MilestoneKind.PRODUCING,
    MilestoneKind.AT_CAPACITY,
)}  # fmt: skip
WHY = {
    "parking": ("把项目放到基数之外会使它变好", "keeping projects out of the base makes it better"),
    "splitting": ("一个项目拆成两个会算两次", "one project split in two counts twice"),
    "volume": ("没有限定已开工（reached），增加未开工项目也会算进去", "projects that have not started count too"),
}


def claimed(book: "Book", sheet: Sheet) -> Found:
    """Every measure of a sheet by which a county could do what the sheet claims to withstand."""
    for claim in sheet.claims:
        zh, en = WHY[claim]
        for path, measure, best in _weighed(sheet):
            if not rests_on_projects(book, measure):
                continue
            weak = _weak(book, measure, claim)
            if weak or (claim == "parking" and best == "lowest"):
                said = f"claims 写了 {claim}，而“{weak or measure}”{zh}；请改用量，或去掉这一条 claims"
                yield path, Sentence(said, f"the sheet claims {claim}, but by {weak or measure!r} {en}")
        if claim == "parking":
            yield from _neutral(book, sheet)


def _weighed(sheet: Sheet) -> Iterator[tuple[Path, str, str]]:
    """Every measure that brings points, where it stands, and which end of it is best."""
    for code, one in sheet.indicators.items():
        yield ("indicators", code, "measure"), one.measure, one.best
        if found := getattr(one.by, "growth", ""):
            yield ("indicators", code, "by", "growth"), found, "highest"
        if isinstance(one.by, Ratio) and one.by.target_of:
            yield ("indicators", code, "by", "target_of"), one.by.target_of, "lowest"
    for place, floor in enumerate(sheet.floors):
        upward = floor.at_most is None and floor.below is None
        yield ("floors", place, "measure"), floor.measure, "highest" if upward else "lowest"
    for code, kind in sheet.deeds.items():
        if kind.measure:
            yield ("deeds", code, "measure"), kind.measure, "highest" if kind.points > 0 else "lowest"


def _weak(book: "Book", measure: str, claim: str) -> str:
    """The measure, itself or below, by which the claim fails; empty where it holds."""
    kind, use = book.uses()[measure]
    if kind.code in ("count_projects", "sum_projects"):
        return measure if WEAK[claim](book, kind.code, use) else ""
    if kind.code in RISING or (kind.code == "weighted" and all(weight >= 0 for weight in use.weights)):  # type: ignore[attr-defined]
        below = [
            code for _, chapter, code in references(use) if chapter == "measures" and rests_on_projects(book, code)
        ]
        return next((found for code in below if (found := _weak(book, code, claim))), "")
    if claim == "splitting" and kind.code in ADDED_UP:
        return ""
    return measure


def _neutral(book: "Book", sheet: Sheet) -> Found:
    """Indicators over projects that give something to whoever has no project in them."""
    for code, one in sheet.indicators.items():
        if not rests_on_projects(book, one.measure):
            continue
        if not _keeps_its_own(one.by):
            yield (
                ("indicators", code, "by"),
                Sentence(
                    "claims 写了 parking：退出比较会把别人也拉低；保底（base、last）应不低于 50%，"
                    "或用 ratio、steps、bands、points",
                    "the sheet claims parking: whoever drops out pulls the others down; give a base (last) of 50% "
                    "or more, or use ratio, steps, bands or points",
                ),
            )
        if (one.missing or sheet.missing) != "no_points" or one.least_base:
            yield (
                ("indicators", code),
                Sentence(
                    "claims 写了 parking：由项目汇总的指标缺数应为 no_points，且不设 least_base，否则没有项目反而得分",
                    "the sheet claims parking: an indicator over projects wants missing = no_points and no least_base",
                ),
            )


def _keeps_its_own(by: Any) -> bool:
    """Whether whoever leaves the field loses more by it than anybody else does."""
    if by.kind == "ratio" and not (by.against == "best" or by.target or by.target_of):
        return False
    least = {"efficacy": "base", "amount_and_growth": "base", "places": "last"}.get(by.kind)
    return by.kind != "mean" and (least is None or getattr(by, "each", None) is not None or getattr(by, least) >= HALF)


def _counts_twice(book: "Book", kind: str, use: Any) -> bool:
    """Whether two halves count for more than the whole: other than amounts added up, or what only small ones meet."""
    if kind == "count_projects" or book.uses()[use.of][0].code not in AMOUNTS:
        return True
    return any(
        one.at_most is not None or one.below is not None or one.not_ is not None for _, one in pages(use, Condition)
    )


def _unstarted(book: "Book", kind: str, use: Any) -> bool:
    """Whether projects that have not started are among those counted or added up."""
    asked: tuple[Condition, ...] = (*use.among, *getattr(use, "when", ()))
    return not any(_started(book, one.reached) for one in asked if one.reached)


def _started(book: "Book", event: str) -> bool:
    """Whether an event comes with the start of works or after it."""
    if event in book.events:
        return all(str(one.milestone) in STARTED for one in book.events[event].counts)
    return event in STARTED


def _below_nought(book: "Book", kind: str, use: Any) -> bool:
    """Whether a project may take something away from the sum."""
    of = book.uses()[use.of][0] if kind == "sum_projects" else None
    return of is not None and of.least != 0 and of.code != "card"


WEAK = {"parking": _below_nought, "splitting": _counts_twice, "volume": _unstarted}
