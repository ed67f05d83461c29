"""Which book judges a month."""

from datetime import datetime

from ballast.rooms.policy import queries as policy
from ballast.rooms.supervision.models import LitMonth
from ballast.rooms.supervision.published import editions
from ballast.rulebook.books import Book


def book_for(month: str, *, at: datetime | None = None) -> tuple[Book, str]:
    """The book in force at the end of ``month`` as known at ``at``, and its hash."""
    return policy.for_month(month, at=at), policy.hash_for_month(month, at=at)


def judged(month: str) -> tuple[LitMonth | None, Book, str]:
    """The edition in which a month's lights were fixed (None: it is open), the book that judges it, and its hash."""
    kept = editions().get(month)
    return kept, *book_for(month, at=kept.moment if kept else None)
