"""Policy books: what a city decides, read from layers of TOML with its paper, place and date, checked key by key."""

from functools import lru_cache

from ballast.rulebook.books.book import Book
from ballast.rulebook.books.faults import Fault, FaultyBook
from ballast.rulebook.books.layers import DEFAULT, STANDARD, Layer
from ballast.rulebook.books.places import AreaClass, LeadIndustry, SizeBand, StartOnLand
from ballast.rulebook.books.reading import load, parse

__all__ = [
    "DEFAULT", "STANDARD", "AreaClass", "Book", "Fault", "FaultyBook", "Layer", "LeadIndustry", "SizeBand",
    "StartOnLand", "default", "load", "parse", "standard",
]  # fmt: skip


@lru_cache(maxsize=1)
def default() -> Book:
    """The default book."""
    return load(DEFAULT)


@lru_cache(maxsize=1)
def standard() -> Book:
    """The book that holds where a city has adopted none: the default with Ballast's own lights."""
    return load(STANDARD)
