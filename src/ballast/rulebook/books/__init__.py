"""Policy books: what a city decides, read from layers of TOML with its paper, place and date, checked key by key."""

from functools import lru_cache
from pathlib import Path

from ballast.rulebook.books.book import Book
from ballast.rulebook.books.faults import Fault, FaultyBook
from ballast.rulebook.books.layers import DEFAULT, Layer
from ballast.rulebook.books.places import AreaClass, LeadIndustry, SizeBand, StartOnLand
from ballast.rulebook.books.reading import load, parse

__all__ = [
    "DEFAULT", "AreaClass", "Book", "Fault", "FaultyBook", "Layer", "LeadIndustry", "SizeBand", "StartOnLand",
    "default", "load", "parse",
]  # fmt: skip


@lru_cache(maxsize=1)
def default() -> Book:
    """The default book."""
    return load(Path(DEFAULT))
