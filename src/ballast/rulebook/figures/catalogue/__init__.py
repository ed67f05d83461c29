"""The catalogue: every figure of the house, theme by theme, under a policy book."""

from functools import lru_cache

from ballast.kit.sentence import Sentence
from ballast.rulebook import books
from ballast.rulebook.books import Book
from ballast.rulebook.figures.catalogue import agenda, economy, funnel, progress, starts, structure, support
from ballast.rulebook.figures.declarations import Declaration

PAGES = (progress, starts, funnel, structure, agenda, support)


def declare(book: Book) -> dict[str, Declaration]:
    """Every figure by its code, in the order of the catalogue."""
    drafts = [(page.THEME, draft) for page in PAGES for draft in page.FIGURES]
    drafts += [(economy.THEME, draft) for draft in economy.figures(book)]
    found = {draft.code: draft.declare(Sentence(*theme), book) for theme, draft in drafts}
    if len(found) < len(drafts):
        raise ValueError("two figures of the catalogue have one code")
    return found


@lru_cache(maxsize=1)
def standard() -> dict[str, Declaration]:
    """The catalogue under the default book."""
    return declare(books.default())
