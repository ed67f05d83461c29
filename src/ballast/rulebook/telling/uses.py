"""Measures as a book uses them, in plain words: what the kind means, its arguments, its grades and cases."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.grammar.amounts import Quantity
from ballast.rulebook.measures.measured import Unit
from ballast.rulebook.measures.registry import Use
from ballast.rulebook.telling.conditions import conditions, measure_name, stretch
from ballast.rulebook.telling.values import bound, decimal

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

Said = Iterator[Sentence]
OWN = frozenset({"kind", "zh", "en"})


def measure(book: "Book", page: Use) -> Said:
    """What the kind means, and the arguments that were set; grades and cases one by one."""
    kind = book.uses()[next(code for code, use in book.measures.items() if use is page)][0]
    if kind.code in CHOOSING:
        yield from CHOOSING[kind.code](book, page)
        return
    yield kind.meaning
    set_ = {name: getattr(page, name) for name in page.model_fields_set - OWN}
    zh = "、".join(f"{name} = {_argument(book, value).zh}" for name, value in set_.items())
    en = ", ".join(f"{name} = {_argument(book, value).en}" for name, value in set_.items())
    if zh:
        yield Sentence(f"参数：{zh}", f"with {en}")


def _argument(book: "Book", value: Any) -> Sentence:
    """A value as people read it: conditions in words, measures by name, numbers with their unit."""
    if isinstance(value, Quantity):
        return bound(value, Unit(value.unit) if value.unit else Unit.NUMBER)
    if isinstance(value, tuple) and value and hasattr(value[0], "head"):
        return conditions(book, value)
    if isinstance(value, tuple):
        told = [_argument(book, one) for one in value]
        return Sentence(f"[{'、'.join(one.zh for one in told)}]", f"[{', '.join(one.en for one in told)}]")
    if isinstance(value, Fraction):
        return Sentence(decimal(value), decimal(value))
    if isinstance(value, str) and value in book.measures:
        return measure_name(book, value)
    text = f"{value.event}（{value.date}）" if hasattr(value, "event") else str(value)
    return Sentence(text, text)


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
