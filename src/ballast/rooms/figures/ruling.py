"""The catalogue under a book: a figure means what the rules of its month say, and its fingerprint says so."""

from datetime import datetime
from functools import lru_cache

from ballast.rooms.policy import queries as policy
from ballast.rulebook.figures.catalogue import declare
from ballast.rulebook.figures.declarations import Declaration

Catalogue = dict[str, Declaration]


def current() -> Catalogue:
    """Every figure by its code, under the book that holds last."""
    return _declared(policy.latest_hash())


def of_month(month: str, at: datetime | None) -> Catalogue:
    """Every figure by its code, under the book of a month as known at ``at`` (None: now)."""
    return _declared(policy.hash_for_month(month, at=at))


def declared(code: str) -> Declaration | None:
    """A figure by its code under the book that holds last, else under the last one that had it; None where none had."""
    found = current().get(code)
    others = () if found else (card.sha256 for card in policy.adoptions())
    return found or next((one for sha256 in others if (one := _declared(sha256).get(code))), None)


@lru_cache(maxsize=16)
def _declared(digest: str) -> Catalogue:
    return declare(policy.by_hash(digest))
