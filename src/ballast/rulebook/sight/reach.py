"""How far back a book looks: how many months before the one that is judged its rules may go."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ballast.rulebook.grammar.conditions import Condition
from ballast.rulebook.grammar.refs import references

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

YEAR = 12


def months_back(book: "Book") -> int:
    """Months before the one judged that lights, sheets and what they rest on look at; a growth's year is no part."""
    known: dict[str, int] = {}

    def of(name: str) -> int:
        if name not in known:
            known[name] = 0  # a circle is refused when the book is read
            chapter, code = name.split(".", 1)
            page: Any = book.lights[code] if chapter == "lights" else book.uses()[code][1]
            known[name] = _own(page) + _inside(page, of)
        return known[name]

    scored = {code for _, chapter, code in references(tuple(book.scoring.values())) if chapter == "measures"}
    asked = [*(f"lights.{code}" for code in book.lights), *(f"measures.{code}" for code in sorted(scored))]
    return max((of(name) for name in asked), default=0)


def _own(page: Any) -> int:
    """The months a measure itself looks back."""
    if getattr(page, "this_year", False):
        return YEAR - 1
    window = getattr(page, "within_months", None) or getattr(page, "longest", None)
    return window - 1 if isinstance(window, int) else int(getattr(page, "months_ago", 0) or 0)


def _inside(page: Any, of: Any) -> int:
    """The furthest that anything within a page looks back."""
    parts = [_condition(one, of) for conditions in _conditions(page) for one in conditions]
    bands = getattr(page, "bands", ())
    parts += [band.reach + of(f"measures.{page.measure}") for band in bands]
    parts += [of(f"{chapter}.{code}") for _, chapter, code in references(page) if chapter in ("measures", "lights")]
    return max(parts, default=0)


def _conditions(page: Any) -> Iterable[tuple[Condition, ...]]:
    """Every list of conditions at the top of a page."""
    for name in ("applies", "when", "among"):
        yield getattr(page, name, ()) or ()
    for rule in (*getattr(page, "rules", ()), *getattr(page, "cases", ())):
        yield rule.when


def _condition(one: Condition, of: Any) -> int:
    inner = [_condition(part, of) for part in (*(one.all_ or ()), *(one.any_ or ()))]
    inner += [_condition(one.not_, of)] if one.not_ else []
    inner += [of(f"measures.{one.measure}")] if one.measure else []
    inner += [of(f"lights.{one.light}")] if one.light else []
    return one.reach + max(inner, default=0)
