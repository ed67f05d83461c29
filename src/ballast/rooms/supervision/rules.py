"""Which book judges a month."""

from datetime import datetime

from ballast.rooms.policy import queries as policy
from ballast.rulebook.books import Book


def book_for(month: str, *, at: datetime | None = None) -> tuple[Book, str]:
    """The book in force at the end of ``month`` as known at ``at``, and its hash."""
    return policy.for_month(month, at=at), policy.hash_for_month(month, at=at)
