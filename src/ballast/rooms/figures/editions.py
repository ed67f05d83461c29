"""Editions of sealed months: which was the latest at a moment, and the values it fixed."""

from collections.abc import Iterable
from datetime import datetime

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.figures.models import Edition, FixedFigure
from ballast.rulebook.figures.declarations import Declaration
from ballast.rulebook.figures.reading import Pair


class NoSuchEdition(Refusal):
    """The month has no edition of this number."""


Fixed = tuple[str, Pair, dict[str, Pair]]  # fingerprint, whole, by key


def edition(month: str, at: datetime | None) -> Edition | None:
    """The newest edition of ``month`` that was out at ``at`` (None: now); None while the month was open."""
    found = Edition.objects.filter(month=month).select_related("seal").order_by("-number")
    return (found if at is None else found.filter(seal__moment__lte=at)).first()


def latest() -> dict[str, tuple[int, datetime]]:
    """The number of the latest edition of every sealed month, and the moment of its seal."""
    found = Edition.objects.order_by("number").values_list("month", "number", "seal__moment")
    return {month: (number, moment) for month, number, moment in found}


def latest_edition(month: str) -> int | None:
    """The number of a month's latest edition; None while it is open."""
    found = edition(month, None)
    return found.number if found else None


def editions(month: str) -> list[tuple[int, datetime, str]]:
    """Every edition of a month, oldest first: its number, the moment of its seal, and why it was made."""
    return list(Edition.objects.filter(month=month).order_by("number").values_list("number", "seal__moment", "reason"))


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


def fixed(sealed: Edition, asked: Iterable[Declaration], by: str) -> dict[str, Fixed]:
    """What an edition fixed of the figures asked; a figure declared since then is not in it."""
    codes = [one.code for one in asked]
    rows = FixedFigure.objects.filter(edition=sealed, code__in=codes, by__in=("", by))
    whole: dict[str, tuple[str, Pair]] = {}
    values: dict[str, dict[str, Pair]] = {}
    for row in rows:
        if row.by:
            values[row.code] = {key: (top, bottom) for key, (top, bottom) in row.values.items()}
        else:
            whole[row.code] = (row.fingerprint, tuple(row.values[""]))
    return {code: (*said, values.get(code, {})) for code, said in whole.items()}
