"""Editions of sealed months: which was the latest at a moment, and the values it fixed."""

from datetime import datetime
from functools import lru_cache

from django.db import connection

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.figures.cards import Value
from ballast.rooms.figures.models import Edition, FixedFigure


class NoSuchEdition(Refusal):
    """The month has no edition of this number."""


Fixed = tuple[str, Value, dict[str, Value]]  # fingerprint, whole, by key
State = tuple[str, int, str]  # the database, its newest edition, and the seal that rests on: it names all before it
NEWEST = """SELECT edition.id, seal.hash FROM figures_edition edition JOIN kit_seal seal ON seal.id = edition.seal_id
    ORDER BY edition.id DESC LIMIT 1"""


def edition(month: str, at: datetime | None) -> Edition | None:
    """The newest edition of ``month`` that was out at ``at`` (None: now); None while the month was open."""
    found = [one for one in _all().get(month, ()) if at is None or one.seal.moment <= at]
    return found[-1] if found else None


def latest() -> dict[str, tuple[int, datetime]]:
    """The number of the latest edition of every sealed month, and the moment of its seal."""
    return {month: (found[-1].number, found[-1].seal.moment) for month, found in _all().items()}


def _all() -> dict[str, tuple[Edition, ...]]:
    """Every edition by its month, oldest first."""
    state = _state()
    return _editions(state) if state else {}


def _state() -> State | None:
    """Which editions there are. Asked of every figure, so it is all that is asked of the database."""
    with connection.cursor() as cursor:
        cursor.execute(NEWEST)
        newest = cursor.fetchone()
    return (str(connection.settings_dict["NAME"]), *newest) if newest else None


# What is sealed never changes: for one state of the editions it is read once and kept.


@lru_cache(maxsize=8)
def _editions(state: State) -> dict[str, tuple[Edition, ...]]:
    found: dict[str, tuple[Edition, ...]] = {}
    for one in Edition.objects.filter(pk__lte=state[1]).select_related("seal").order_by("number"):
        found[one.month] = (*found.get(one.month, ()), one)
    return found


@lru_cache(maxsize=64)
def _fixed(database: str, seal: str, edition: int, by: str) -> dict[str, Fixed]:
    whole: dict[str, tuple[str, Value]] = {}
    values: dict[str, dict[str, Value]] = {}
    for row in FixedFigure.objects.filter(edition=edition, by__in=("", by)):
        if row.by:
            values[row.code] = {key: Value(*pair) for key, pair in row.values.items()}
        else:
            whole[row.code] = (row.fingerprint, Value(*row.values[""]))
    return {code: (*said, values.get(code, {})) for code, said in whole.items()}


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


def fixed(sealed: Edition, by: str) -> dict[str, Fixed]:
    """What an edition fixed, whole and by one dimension, by code; a figure declared since then is not in it."""
    return _fixed(str(connection.settings_dict["NAME"]), sealed.seal.hash, sealed.pk, by)
