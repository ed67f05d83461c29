"""Measures as a book uses them, in plain words: what the kind means, its arguments, its grades and cases."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ballast.kit.sentence import Sentence
from ballast.kit.words import Word
from ballast.rulebook.grammar.amounts import Quantity
from ballast.rulebook.grammar.refs import references
from ballast.rulebook.measures.measured import Unit
from ballast.rulebook.measures.registry import Use
from ballast.rulebook.telling.conditions import conditions, measure_name, outcome, stretch
from ballast.rulebook.telling.formulas import FORMULAS
from ballast.rulebook.telling.spoken import LABELS, SPOKEN, TAKEN
from ballast.rulebook.telling.values import bound, decimal
from ballast.rulebook.terms import AreaIndicator

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

Said = Iterator[Sentence]
OWN = frozenset({"kind", "zh", "en"})


def measure(book: "Book", page: Use) -> Said:
    """What it is of other measures, or what its kind means with the arguments set; grades and cases one by one."""
    kind = book.uses()[next(code for code, use in book.measures.items() if use is page)][0]
    if kind.code in FORMULAS:
        yield FORMULAS[kind.code](book, page)
        return
    if kind.code in CHOOSING:
        yield from CHOOSING[kind.code](book, page)
        return
    yield kind.meaning
    chapters = {path[0]: chapter for path, chapter, _ in references(page) if path}
    told = [
        (name, _argument(book, getattr(page, name), chapters.get(name, name)))
        for name in type(page).model_fields if name in page.model_fields_set - OWN
    ]  # fmt: skip
    if told:
        zh = "；".join(f"{LABELS.get(name, name)}：{said.zh}" for name, said in told)
        yield Sentence(zh, "; ".join(f"{name}: {said.en}" for name, said in told))


def _argument(book: "Book", value: Any, chapter: str = "") -> Sentence:
    """A value as people read it: conditions in words, what is named by its name, numbers with their unit.

    ``chapter`` is the one its codes stand in; of a key that names none, the key.
    """
    if isinstance(value, Quantity):
        return bound(value, Unit(value.unit) if value.unit else Unit.NUMBER)
    if isinstance(value, tuple) and value and hasattr(value[0], "head"):
        return conditions(book, value)
    if isinstance(value, tuple):
        told = [_argument(book, one, chapter) for one in value]
        return Sentence("、".join(one.zh for one in told), ", ".join(one.en for one in told))
    if isinstance(value, dict):
        pairs = [(_argument(book, key), decimal(one * 100)) for key, one in value.items()]
        return Sentence(
            "、".join(f"{key.zh} {one}%" for key, one in pairs), ", ".join(f"{key.en} {one} %" for key, one in pairs)
        )
    if hasattr(value, "event"):
        name, planned = book.event_name(value.event), value.date == "planned"
        return Sentence(f"{'计划' if planned else ''}{name.zh}", f"{'planned ' if planned else ''}{name.en}")
    return _plain(book, value, chapter)


def _plain(book: "Book", value: Any, chapter: str) -> Sentence:
    """A single value: a code of a chapter by its name, a word of the key's vocabulary, a number."""
    if isinstance(value, bool):
        return Sentence("是" if value else "否", "yes" if value else "no")
    if isinstance(value, Word):
        return value.label
    if isinstance(value, int | Fraction):
        return Sentence(decimal(value), decimal(value))
    if chapter == "events":
        return book.event_name(value)
    if chapter == "measures":
        return measure_name(book, value)
    if chapter == "outcomes":
        return outcome(book, value)
    pages = getattr(book, chapter, None)
    page = pages.get(value) if isinstance(pages, dict) else None
    if page is not None:
        return Sentence(page.zh, page.en or page.zh)
    if chapter == "figure":
        return _figure(book, str(value))
    words = TAKEN if chapter == "take" else SPOKEN
    return Sentence(words.get(str(value), str(value)), str(value).replace("_", " "))


def _figure(book: "Book", code: str) -> Sentence:
    """A figure of areas by its name; one that is not kept here says so, for a light that asks for it has no data."""
    from ballast.rulebook.figures.catalogue import declare  # which is written over books

    name, _, industry = code.partition(".")
    if name in list(AreaIndicator):
        of = book.lead_industries.get(industry)
        label = AreaIndicator(name).label
        return Sentence(f"{of.zh}{label.zh}", f"{label.en} of {of.en}") if of else label
    known = declare(book).get(code)
    if known is None:
        return Sentence(f"{code}（系统不收此数，算例里可试）", f"{code} (not kept here; may be told in cases)")
    return known.name


def _graded(book: "Book", page: Any) -> Said:
    """``“年度计划”不低于 10 亿元：计 20``."""
    kind, use = book.uses()[page.of]
    name, unit = measure_name(book, page.of), kind.unit_of(use, book)
    for one in page.grades:
        span, many = stretch(one, unit), decimal(one.gives)
        yield Sentence(f"“{name.zh}”{span.zh}：计 {many}", f"“{name.en}” {span.en}: {many}")
    if page.otherwise is not None:
        yield from _otherwise(page.otherwise)


def _by_case(book: "Book", page: Any) -> Said:
    """``名单为省重点：计 1.5``."""
    for one in page.cases:
        when = conditions(book, one.when)
        if one.takes:
            taken = measure_name(book, one.takes)
            yield Sentence(f"{when.zh}：取“{taken.zh}”", f"{when.en}: takes “{taken.en}”")
        else:
            yield Sentence(f"{when.zh}：计 {decimal(one.gives)}", f"{when.en}: {decimal(one.gives)}")
    yield from _otherwise(page.otherwise)


def _otherwise(said: Fraction | None) -> Said:
    if said is None:
        yield Sentence("都不成立：不计", "none of them: not asked")
    else:
        yield Sentence(f"其余：计 {decimal(said)}", f"else: {decimal(said)}")


CHOOSING: dict[str, Callable[["Book", Any], Said]] = {"graded": _graded, "by_case": _by_case}
