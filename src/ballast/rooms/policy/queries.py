"""The questions of the policy room: which book holds when."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import connection

from ballast.rooms.policy import shelf
from ballast.rooms.policy.cards import AdoptionCard, Held
from ballast.rooms.policy.models import Adoption
from ballast.rulebook import months
from ballast.rulebook.books import Book

COLUMNS = ("id", "effective", "place", "paper", "dated", "file", "sha256", "reason", "recorded_at", "recorded_by")


def in_force(on: date, *, at: datetime | None = None) -> Book:
    """The book that holds on a day, as known at ``at`` (None: now)."""
    digest = _digest(on, at)
    return shelf.book_of(digest) if digest else shelf.standard()[0]


def for_month(month: str, *, at: datetime | None = None) -> Book:
    """The book a month is judged by: the one that holds on its last day."""
    return in_force(months.last_day(month), at=at)


def for_year(year: int) -> list[Book]:
    """The books the twelve months of a year are judged by, in one question."""
    standing = _standing()
    held_ = [_last(standing, months.last_day(f"{year:04d}-{number:02d}")) for number in range(1, 13)]
    return [shelf.book_of(digest) if digest else shelf.standard()[0] for digest in held_]


def hash_for_month(month: str, *, at: datetime | None = None) -> str:
    """The hash of the book a month is judged by."""
    return _digest(months.last_day(month), at) or shelf.standard()[1]


def latest_hash() -> str:
    """The hash of the book that holds last, adoptions yet to begin with it."""
    return _last(_standing(), date.max) or shelf.standard()[1]


def latest() -> Book:
    """The book that holds last: what codes of bands and industries are called."""
    return by_hash(latest_hash())


def by_hash(sha256: str) -> Book:
    """The book of a hash: one that was ever adopted, or the one that holds where none was."""
    book, digest = shelf.standard()
    return book if sha256 == digest else shelf.book_of(sha256)


def held(on: date, *, at: datetime | None = None) -> Held:
    """The book that holds on a day with its adoption."""
    cards = [card for card in adoptions(at=at) if card.effective <= on]
    if not cards:
        book, digest = shelf.standard()
        return Held(book=book, sha256=digest, adoption=None)
    return Held(book=shelf.book_of(cards[0].sha256), sha256=cards[0].sha256, adoption=cards[0])


def adoptions(*, at: datetime | None = None) -> list[AdoptionCard]:
    """Every adoption that stands, the latest first."""
    return list(_cards(at))[::-1]


def adoption_of(effective: date) -> AdoptionCard:
    """The adoption from a day on; there must be one."""
    return next(card for card in adoptions() if card.effective == effective)


def adopted(sha256: str) -> Held | None:
    """An adopted book by its hash; None where none has it."""
    card = next((card for card in adoptions() if card.sha256 == sha256), None)
    return Held(book=shelf.book_of(sha256), sha256=sha256, adoption=card) if card else None


def _digest(on: date, at: datetime | None) -> str | None:
    if at is None:
        return _last(_standing(), on)
    known = Adoption.objects.known(at).filter(effective__lte=on).order_by("-effective")
    return known.values_list("sha256", flat=True).first()


def _standing() -> list[tuple[str, str]]:
    """Day of effect and hash of every adoption that stands; asked of every figure, so it is asked plainly."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT effective, sha256 FROM policy_adoption WHERE superseded_at IS NULL ORDER BY effective")
        return [(str(effective), sha256) for effective, sha256 in cursor.fetchall()]


def _last(standing: list[tuple[str, str]], on: date) -> str | None:
    """The hash of the adoption that holds on a day."""
    return next((sha256 for effective, sha256 in reversed(standing) if effective <= on.isoformat()), None)


def _cards(at: datetime | None) -> Iterator[AdoptionCard]:
    """Adoptions by date of effect, each up to the day before the next."""
    rows = list(Adoption.objects.known(at).order_by("effective").values(*COLUMNS))
    for row, later in zip(rows, [*rows[1:], None], strict=False):
        yield AdoptionCard(until=later["effective"] - timedelta(days=1) if later else None, **row)
