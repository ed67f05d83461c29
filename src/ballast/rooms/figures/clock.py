"""The month in compiled SQL: words that stand for it, and what they become."""

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from ballast.rulebook.books import Book
from ballast.rulebook.figures.snapshot import month_end
from ballast.rulebook.stalls import month_number


def text(word: str) -> ir.StringValue:
    """A word of the month, as text: ``month``, ``end``, ``year``, ``last_year``."""
    return ibis.literal(f"@{word}")


def number(word: str) -> ir.IntegerValue:
    """A word of the month, as a number: ``index``, ``due`` over ``of``, ``year``."""
    return ibis.literal(f"@{word}").cast("int64")


@dataclass(frozen=True, slots=True)
class Clock:
    """One month: its end, its year, its number, and the share of the plan due by then."""

    month: str
    due: int = 0
    of: int = 1

    @classmethod
    def of_book(cls, month: str, book: Book) -> "Clock":
        """The month under a book's schedule."""
        share = book.scheduled(int(month[5:7]))
        return cls(month, share.numerator, share.denominator)

    def words(self) -> dict[str, str]:
        """What every word becomes."""
        year = int(self.month[:4])
        return {
            "month": self.month, "end": month_end(self.month).isoformat(), "year": f"{year:04d}",
            "last_year": f"{year - 1:04d}", "index": str(month_number(self.month)),
            "due": str(self.due), "of": str(self.of),
        }  # fmt: skip

    def put_in(self, sql: str) -> str:
        """A compiled text with the month's words put in."""
        for word, value in self.words().items():
            sql = sql.replace(f"'@{word}'", f"'{value}'")
        return sql
