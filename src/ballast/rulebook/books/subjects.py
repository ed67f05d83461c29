"""Of whom a measure speaks: rules of projects name no measures of areas, nor the other way about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.grammar.conditions import Condition
from ballast.rulebook.grammar.fields import FIELDS
from ballast.rulebook.grammar.refs import Path, pages, references

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

Of = frozenset[str]
PROJECT, AREA, BOTH = frozenset({"project"}), frozenset({"area"}), frozenset({"project", "area"})
# Measures of areas whose conditions and measures are asked of the area's projects.
OVER_PROJECTS = {"count_projects", "share_projects", "sum_projects", "mean_projects"}
# What is asked of projects and of areas alike adds up over an area's projects.
ADDED_UP = {"points_behind", "share_short", "share_of_schedule", "amount_behind", "plan_done"}
OF_CURVES = ("field", "reached", "planned", "due")
ZH = {"project": "项目", "area": "地区"}
# A department is looked at as an area is: by its projects, among its like.
SUBJECT = {"project": PROJECT, "area": AREA, "department": AREA}
Found = Iterator[tuple[Path, Sentence]]


def subjects(book: "Book") -> dict[str, Of]:
    """Whom every measure can be asked of: its kind's subjects, as far as all that it rests on can be asked of them."""
    known: dict[str, Of] = {}

    def of(code: str) -> Of:
        if code not in known:
            kind, use = book.uses()[code]
            known[code] = kind.of  # a circle is refused elsewhere
            inner = BOTH
            for _, one in pages(use, Condition):
                inner &= _asked(book, one, of)
            for _, chapter, name in references(use):
                if chapter == "measures":
                    inner &= of(name)
                elif chapter == "lights":
                    inner &= SUBJECT[book.lights[name].of]
            if (within := getattr(use, "within", "")) and FIELDS[within].of == "project":
                inner &= PROJECT
            if kind.code == "scheduled" and _of_each_project(book, use):
                inner = PROJECT
            known[code] = kind.of if kind.code in OVER_PROJECTS else kind.of & inner
        return known[code]

    for code in book.uses():
        of(code)
    return known


def rests_on_projects(book: "Book", code: str) -> bool:
    """Whether a measure of areas adds up single projects, itself or by what it is made of."""
    kind, use = book.uses()[code]
    if kind.code in OVER_PROJECTS or kind.code in ADDED_UP:
        return True
    return any(rests_on_projects(book, below) for _, chapter, below in references(use) if chapter == "measures")


def _of_each_project(book: "Book", use: Any) -> bool:
    """Whether a measure names a curve that runs from each project's own start."""
    named = getattr(use, "curve", "")
    return named in book.curves and bool(book.curves[named].evenly_from)


def _asked(book: "Book", one: Condition, of: Any) -> Of:
    """Whom a single condition can be asked of."""
    if one.measure is not None:
        found: Of = of(one.measure)
        return found
    if one.light is not None:
        return SUBJECT[book.lights[one.light].of]
    if one.field is not None:
        named = FIELDS[one.field].of
        return BOTH if named == "both" else frozenset({named})
    return PROJECT if one.head in ("stall", "reached", "planned", "due") else BOTH


def misplaced(book: "Book") -> Found:
    """Every rule that names what cannot be asked of its subject."""
    known = subjects(book)
    for code, light in book.lights.items():
        of = SUBJECT[light.of]
        if light.measure and not of <= known[light.measure]:
            yield ("lights", code, "measure"), of_another(light.measure, *of)
        yield from _conditions(book, light, of, ("lights", code), known)
    for code, curve in book.curves.items():
        for path, one in pages(curve, Condition, ("curves", code)):
            if one.head not in (*OF_CURVES, "all", "any", "not"):
                said = "、".join(OF_CURVES)
                yield (*path, one.head), Sentence(f"曲线的适用范围只能用 {said}", f"only {said} may stand here")
        yield from _conditions(book, curve, PROJECT, ("curves", code), known)
    for code, stalls in book.stall_lists.items():
        yield from _conditions(book, stalls, PROJECT, ("stall_lists", code), known)
    for code, meeting in book.meetings.items():
        yield from _conditions(book, meeting, PROJECT, ("meetings", code), known)
        for place, section in enumerate(meeting.sections):
            if section.order_by and not known[section.order_by] >= PROJECT:
                yield ("meetings", code, "sections", place, "order_by"), of_another(section.order_by, "project")
    for code, tour in book.tours.items():
        yield from _conditions(book, tour, PROJECT, ("tours", code), known)
    for code, use in book.measures.items():
        yield from _measure(book, code, use, known)


def _measure(book: "Book", code: str, use: Any, known: dict[str, Of]) -> Found:
    kind = book.uses()[code][0]
    if kind.code in OVER_PROJECTS:
        yield from _conditions(book, use, PROJECT, ("measures", code), known)
        for key in ("of", "weight"):
            named = getattr(use, key, "")
            if named and not known[named] >= PROJECT:
                yield ("measures", code, key), of_another(named, "project")
    elif not known[code]:
        yield (
            ("measures", code),
            Sentence(
                f"“{code}”里有的只能问项目、有的只能问地区，合不到一起",
                f"{code!r} mixes what is asked of projects and of areas",
            ),
        )
    elif kind.code == "target_behind" and _of_each_project(book, use):
        yield (
            ("measures", code, "curve"),
            Sentence(
                f"“{use.curve}”随各个项目的时间而定，地区的目标没有这样的曲线",
                f"{use.curve!r} runs from each project's own dates; targets of areas have no such curve",
            ),
        )
    elif kind.of == AREA:
        yield from _conditions(book, use, AREA, ("measures", code), known)


def _conditions(book: "Book", page: Any, of: Of, path: Path, known: dict[str, Of]) -> Found:
    [subject] = of
    for where, one in pages(page, Condition, path):
        if not of <= _asked(book, one, known.__getitem__):
            named = one.measure or one.light or one.field or one.head
            yield (*where, one.head), of_another(named, subject)


def of_another(code: str, of: str) -> Sentence:
    """What is said of a code that is not of the subject of its rule."""
    return Sentence(
        f"“{code}”不是{ZH[of]}的，不能用在{ZH[of]}的规则里", f"{code!r} is not of {of}s and cannot stand in their rules"
    )
