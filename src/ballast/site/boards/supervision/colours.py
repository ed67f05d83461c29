"""A book's colours and states as pages paint and name them; the meaning is the book's, never the page's."""

from collections.abc import Iterable
from dataclasses import dataclass

from ballast.kit.sentence import Sentence
from ballast.rulebook.books import Book
from ballast.rulebook.books.colours import Colour
from ballast.rulebook.lights.judgement import State

PAINTS = ("red", "orange", "yellow", "green", "blue", "purple", "white", "grey", "black", "gold")
STATES = {str(state): state for state in State if state is not State.LIT}


@dataclass(frozen=True, slots=True)
class Lamp:
    """One colour or state of a light: its code, its name, its meaning, and the class that paints it."""

    code: str
    name: Sentence
    meaning: Sentence
    paint: str
    severity: int


def lamp(book: Book, said: str) -> Lamp:
    """What a light said, as a page shows it."""
    if said in book.colours:
        return _colour(said, book.colours[said])
    state = STATES.get(said, State.UNKNOWN)
    return Lamp(said, state.label, Sentence("", ""), str(state).replace("_", "-"), 0)


def lamps(book: Book) -> list[Lamp]:
    """Every colour of the book, the gravest first."""
    known = [_colour(code, colour) for code, colour in book.colours.items()]
    return sorted(known, key=lambda one: -one.severity)


def warning(known: Iterable[Lamp]) -> list[Lamp]:
    """Those that ask for something: graver than in order."""
    return [one for one in known if one.severity > 0]


def _colour(code: str, colour: Colour) -> Lamp:
    paint = colour.paint or (code if code in PAINTS else "grey")
    return Lamp(code, colour.label, colour.meaning, paint, colour.severity)
