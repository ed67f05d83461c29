"""How the catalogue's pages are written: one draft a figure, completed by the book into a declaration."""

from dataclasses import dataclass
from datetime import date

from ballast.kit.sentence import Sentence
from ballast.rulebook.books import Book
from ballast.rulebook.figures.conditions import Is
from ballast.rulebook.figures.declarations import Declaration, Unit, parameters
from ballast.rulebook.figures.vocabulary import Formula
from ballast.rulebook.terms import Basis

SINCE = date(2025, 1, 1)
YI = 100_000_000
BULLETIN = "重点项目月度通报通用口径"
SPEECH = "年中经济工作讲话（一至七月）"

STARTED = Is("stage", "started", "building", "completed", "producing", "at_capacity")
INDUSTRIAL = Is("industrial")


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure before its theme and its book: names and meanings as (Chinese, English)."""

    code: str
    name: tuple[str, str]
    meaning: tuple[str, str]
    unit: Unit
    formula: Formula
    basis: str = Basis.DECLARED
    clause: str = BULLETIN

    def declare(self, theme: Sentence, book: Book) -> Declaration:
        """The declaration under a book."""
        return Declaration(
            code=str(self.code), name=Sentence(*self.name), meaning=Sentence(*self.meaning), unit=self.unit,
            theme=theme, basis=str(self.basis), clause=self.clause, since=SINCE, formula=self.formula,
            curve=tuple((share.numerator, share.denominator) for share in book.curve),
            parameters=parameters(self.formula, book),
        )  # fmt: skip
