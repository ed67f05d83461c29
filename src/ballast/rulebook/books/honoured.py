"""What the form of a list of honour cannot say: its measures are of whom the sheet ranks, its numbers fit them."""

from typing import TYPE_CHECKING

from ballast.rulebook.books.fitting import Found, fitting, is_share
from ballast.rulebook.books.subjects import AREA, of_another, subjects
from ballast.rulebook.measures.measured import Unit

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book


def honoured(book: "Book") -> Found:
    """Every fault of the lists."""
    known = subjects(book)
    for code, page in book.honours.items():
        if page.points is not None:
            yield from fitting(("honours", code, "points"), page.points, Unit.NUMBER)
        for place, need in enumerate(page.needs):
            where = ("honours", code, "needs", place)
            if not known[need.measure] >= AREA:
                yield (*where, "measure"), of_another(need.measure, "area")
                continue
            kind, use = book.uses()[need.measure]
            yield from fitting(where, need, kind.unit_of(use, book), share=is_share(kind))
