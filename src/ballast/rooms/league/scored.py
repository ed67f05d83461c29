"""What the score sheets of a book ask for: the measures they look at, the deeds they count, how much is published."""

from ballast.kit.sentence import Sentence
from ballast.rulebook.books import Book
from ballast.rulebook.books.scored import noted_deeds
from ballast.rulebook.books.scoring import Sheet
from ballast.rulebook.publishing import Ends
from ballast.rulebook.scoring.reading import asked
from ballast.rulebook.scoring.resting import depth

TABLES = ("tables_late", "tables_missing")


def sheets_due(book: Book, month: str) -> dict[str, Sheet]:
    """The sheets that are ranked in a month, by their codes; those whose points another one takes up come first."""
    due = [code for code, sheet in book.scoring.items() if sheet.due_in(month)]
    return {code: book.scoring[code] for code in sorted(due, key=lambda code: depth(book, code))}


def reads_tables(book: Book, code: str) -> bool:
    """Whether the sheet ``code`` asks how late the monthly tables came."""
    uses = book.uses()
    return any(uses[measure][0].code in TABLES for measure in asked(book, code))


def deed_kinds(book: Book) -> dict[str, Sentence]:
    """The bonuses and penalties that are noted deed by deed, of all sheets, by their codes."""
    return {code: kind.label for code, kind in noted_deeds(book).items()}


def ends_of(sheet: Sheet) -> Ends | None:
    """How much of a ranking is published; None is all."""
    return Ends(sheet.publish.top, sheet.publish.bottom) if sheet.publish else None
