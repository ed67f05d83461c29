"""Snapshots of months: sealed ones in Parquet, open ones made once for each state of the ledger and kept."""

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

from django.conf import settings
from django.db import connection

from ballast.kit import engine
from ballast.kit.ledger.models import Entry
from ballast.rooms.figures import ledger
from ballast.rooms.figures.editions import edition
from ballast.rooms.figures.materialise import materialise
from ballast.rooms.figures.models import Edition

ROWS_KEPT = 1_500_000  # of all open months together; one month of a large city is 100,000

Key = tuple[str, str, str, datetime | None, int]


@dataclass(frozen=True, slots=True)
class Volume:
    """One month as known at one moment: its tables in SQL, and the edition it is of, if it was sealed."""

    month: str
    snapshot: str
    published: str
    edition: Edition | None = None

    def tables(self) -> dict[str, str]:
        """What the words of compiled figures stand for."""
        codes = f"SELECT DISTINCT unnest(string_split(trim(lists, '|'), '|')) AS code FROM {self.snapshot}"
        return {
            "snapshot": self.snapshot, "published": self.published,
            "list_codes": f"({codes} WHERE lists <> '')",
        }  # fmt: skip


@dataclass(slots=True)
class _Made:
    volume: Volume
    rows: int
    readers: int = 0
    made: threading.Lock = field(default_factory=threading.Lock)


_lock = threading.Lock()
_shelf: "OrderedDict[Key, _Made]" = OrderedDict()
_numbers = count(1)


@contextmanager
def volume(month: str, at: datetime | None) -> Iterator[Volume | None]:
    """The month as known at ``at``, kept from being cleared away while it is read; None where it is not covered."""
    sealed = edition(month, at)
    if sealed is not None:
        rows, indicators = files(sealed)
        yield Volume(month, engine.parquet(rows), engine.parquet(indicators), sealed)
        return
    with open_volume(month, at) as kept:
        yield kept


@contextmanager
def open_volume(month: str, at: datetime | None, first: datetime | None = None) -> Iterator[Volume | None]:
    """The month as the ledger tells it at ``at``, whether it was sealed or not; with ``first`` as a further edition."""
    head = ledger.head(at)
    reach = ledger.covered(at)
    if head is None or reach is None or month > reach[1]:
        yield None
        return
    kept = _take(month, head, first)
    try:
        yield kept.volume
    finally:
        with _lock:
            kept.readers -= 1


def files(sealed: Edition) -> tuple[Path, Path]:
    """The Parquet files of an edition: the rows and the indicators."""
    folder = Path(settings.DATA)
    return folder / sealed.rows_file, folder / sealed.indicators_file


def _take(month: str, head: Entry, first: datetime | None) -> _Made:
    key = (str(connection.settings_dict["NAME"]), month, head.hash, first, hash(ledger.places()))
    with _lock:
        kept = _shelf.get(key)
        if kept is None:
            number = next(_numbers)
            kept = _shelf[key] = _Made(Volume(month, f"open_{number}", f"open_{number}_published"), 0)
        _shelf.move_to_end(key)
        kept.readers += 1
    try:
        with kept.made:
            if not kept.rows:
                _fill(kept, head, first)
    except BaseException:
        with _lock:
            kept.readers -= 1
            _shelf.pop(key, None)
        raise
    _clear()
    return kept


def _fill(kept: _Made, head: Entry, first: datetime | None) -> None:
    materialise(kept.volume.month, head, first, kept.volume.snapshot, kept.volume.published)
    [(rows,)] = engine.query(f"SELECT count(*) FROM {kept.volume.snapshot}")
    kept.rows = rows + 1


def _clear() -> None:
    """Drop the tables longest not asked for, while more rows are kept than there is room for."""
    with _lock:
        spare = sum(made.rows for made in _shelf.values()) - ROWS_KEPT
        for key, made in list(_shelf.items())[:-1]:
            if spare <= 0:
                break
            if not made.readers:
                spare -= made.rows
                del _shelf[key]
                for table in (made.volume.snapshot, made.volume.published):
                    engine.cursor().execute(f"DROP TABLE IF EXISTS {table}")
