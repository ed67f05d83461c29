"""Score sheets that rest on others: the points of the months, put together for the half-year and the year."""

from ballast.rulebook.books.book import Book
from ballast.rulebook.grammar.refs import references
from ballast.rulebook.scoring.reading import asked


def rests_on(book: Book, code: str) -> list[str]:
    """The sheets whose points or places a sheet takes up, by its measures or by lights they look at; each once."""
    found: dict[str, None] = {}
    looked = [("measures", one) for one in asked(book, code)]
    for chapter, name in looked:  # grows while it is gone through
        page = book.lights[name] if chapter == "lights" else book.uses()[name][1]
        for _, below, named in references(page):
            if below == "scoring":
                found[named] = None
            elif below in ("measures", "lights") and (below, named) not in looked:
                looked.append((below, named))
    return list(found)


def depth(book: Book, code: str) -> int:
    """How many sheets stand below a sheet, one upon the other."""
    return max((depth(book, below) + 1 for below in rests_on(book, code)), default=0)
