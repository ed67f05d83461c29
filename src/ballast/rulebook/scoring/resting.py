"""Score sheets that rest on others: the points of the months, put together for the half-year and the year."""

from ballast.rulebook.books.book import Book
from ballast.rulebook.grammar.refs import references
from ballast.rulebook.scoring.reading import asked


def rests_on(book: Book, code: str) -> list[str]:
    """The sheets whose points a sheet takes up, each once."""
    found: dict[str, None] = {}
    looked = asked(book, code)
    for measure in looked:  # grows while it is gone through
        for _, chapter, named in references(book.uses()[measure][1]):
            if chapter == "scoring":
                found[named] = None
            elif chapter == "measures" and named not in looked:
                looked.append(named)
    return list(found)


def depth(book: Book, code: str) -> int:
    """How many sheets stand below a sheet, one upon the other."""
    return max((depth(book, below) + 1 for below in rests_on(book, code)), default=0)
