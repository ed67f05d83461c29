"""The page of policy books: which held when, one of them in words, and a book that is being looked at."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from ballast.kit.refusal import Refusal
from ballast.rooms.policy import actions, queries
from ballast.rooms.policy.cards import AdoptionCard, Held
from ballast.rooms.registry import queries as registry
from ballast.rulebook import books
from ballast.rulebook.books import Book, Fault
from ballast.rulebook.books.layers import POLICIES
from ballast.rulebook.telling.book import Chapter, told
from ballast.rulebook.telling.lists import chapter

SHELF = POLICIES / "presets"
# What the page shows at once.
RULES = frozenset({
    "colours", "lights", "stall_lists", "ladders", "exceptions", "scoring", "honours", "tours", "meetings",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyPage:
    """One book in words, with its adoption where it is adopted, beside all adoptions over time."""

    book: Book
    sha256: str
    adoption: AdoptionCard | None
    adoptions: list[AdoptionCard]
    rules: list[Chapter]
    numbers: list[Chapter]
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A book that was handed up: in words, or with its faults; ``kept`` is its adoption once it is adopted."""

    file: str
    book: Book | None = None
    rules: tuple[Chapter, ...] = ()
    faults: tuple[Fault, ...] = ()
    refusal: Refusal | None = None
    kept: AdoptionCard | None = None


@dataclass(frozen=True, slots=True)
class Preset:
    """A published rule that comes with Ballast as a book: the folder it lies in, where it is from, and its paper."""

    name: str
    place: str
    paper: str


@cache
def presets() -> tuple[Preset, ...]:
    """The books that come along, to be copied: a city's own is written soonest from the nearest."""
    heads = {path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in sorted(SHELF.glob("*/book.toml"))}
    return tuple(Preset(name, head["place"], head["paper"]) for name, head in heads.items())


def text_of(name: str) -> bytes | None:
    """The text of a book that comes along; None for no such book."""
    return (SHELF / name / "book.toml").read_bytes() if name in {one.name for one in presets()} else None


def in_words(book: Book) -> list[Chapter]:
    """Every chapter of a book in words, the lists of the registry by their names."""
    lists = registry.named_lists()
    return [chapter(one, lists) for one in told(book)]


def page(on: date, sha256: str = "") -> PolicyPage | None:
    """The book that holds on a day, or an adopted one by its hash; None where none has it."""
    held: Held | None = queries.adopted(sha256) if sha256 else queries.held(on)
    if held is None:
        return None
    chapters = in_words(held.book)
    return PolicyPage(
        book=held.book, sha256=held.sha256, adoption=held.adoption, adoptions=queries.adoptions(),
        rules=[one for one in chapters if one.code in RULES], today=on,
        numbers=[one for one in chapters if one.code not in RULES],
    )  # fmt: skip


def look(data: bytes, file: str) -> Looked:
    """What a file says as a book, or everything that is wrong with it; nothing is kept."""
    try:
        book = books.parse(data, file)
    except books.FaultyBook as faulty:
        return Looked(file=file, faults=faulty.faults)
    return Looked(file=file, book=book, rules=tuple(one for one in in_words(book) if one.code in RULES))


def adopt(data: bytes, file: str, *, effective: date | None, reason: str, at: datetime, by: str) -> Looked:
    """Adopt the file as a book, or say everything that keeps it from being adopted."""
    try:
        return Looked(file=file, kept=actions.adopt(data, file, effective=effective, reason=reason, at=at, by=by))
    except books.FaultyBook as faulty:
        return Looked(file=file, faults=faulty.faults)
    except Refusal as refusal:
        return Looked(file=file, refusal=refusal)
