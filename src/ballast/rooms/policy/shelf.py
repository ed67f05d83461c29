"""Books by the hash of their texts, each read once."""

import json
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256

from ballast.rooms.policy.models import Adoption
from ballast.rulebook import books
from ballast.rulebook.books import Book, Layer
from ballast.rulebook.books.layers import read, stacked
from ballast.rulebook.books.reading import bound

Texts = list[dict[str, str]]


def texts_of(layers: Sequence[Layer]) -> Texts:
    """What is kept of the layers of a book: the file each was, and its text."""
    return [{"file": layer.file, "text": layer.text} for layer in layers]


def hash_of(texts: Texts) -> str:
    """The hash of a book: over all its layers, the lowest first."""
    told = json.dumps([[one["file"], one["text"]] for one in texts], ensure_ascii=False)
    return sha256(told.encode()).hexdigest()


@lru_cache(maxsize=1)
def standard() -> tuple[Book, str]:
    """The book that holds where the city adopted none, and its hash."""
    return books.standard(), hash_of(texts_of(stacked(read(books.STANDARD, "ballast-2025"))))


@lru_cache(maxsize=32)
def book_of(digest: str) -> Book:
    """An adopted book, from the texts kept with its adoption."""
    kept = Adoption.objects.filter(sha256=digest).order_by("id").values_list("layers", flat=True)[0]
    # The texts are the book: what they were once read from is not looked at again.
    return bound([Layer(one["file"], one["file"], one["text"]) for one in kept])
