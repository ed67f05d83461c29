"""Which edition of a month was the latest at a moment."""

from datetime import datetime

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.figures.models import Edition


class NoSuchEdition(Refusal):
    """The month has no edition of this number."""


def edition(month: str, at: datetime | None) -> Edition | None:
    """The newest edition of ``month`` that was out at ``at`` (None: now); None while the month was open."""
    found = Edition.objects.filter(month=month).select_related("seal").order_by("-number")
    return (found if at is None else found.filter(seal__moment__lte=at)).first()


def latest_edition(month: str) -> int | None:
    """The number of a month's latest edition; None while it is open."""
    found = edition(month, None)
    return found.number if found else None


def edition_moment(month: str, number: int) -> datetime:
    """The moment of the seal an edition rests on."""
    return _numbered(month, number).seal.moment


def edition_seal(month: str, number: int) -> str:
    """The hash of the seal an edition rests on."""
    return str(_numbered(month, number).seal.hash)


def _numbered(month: str, number: int) -> Edition:
    found = Edition.objects.filter(month=month, number=number).select_related("seal").first()
    if found is None:
        raise NoSuchEdition(
            Sentence(f"{month} 没有第 {number} 版", f"{month} has no edition {number}"),
            where=month, code="no_such_edition",
        )  # fmt: skip
    return found
