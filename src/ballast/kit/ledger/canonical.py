"""The one text of a fact that its hash is taken over.

Empty fields are left out, so that a column added later (null or empty in old rows) leaves old hashes true.
Moments are UTC with microseconds; decimals carry the places their column declares; JSON has sorted keys.
"""

import hashlib
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db import models

NOTHING_BEFORE = "0" * 64


def canonical(row: models.Model) -> str:
    """One line for one recorded row: its table, its number, every field that says something."""
    said = {}
    for field in row._meta.concrete_fields:
        if field.name == "superseded_at":
            continue
        value = field.to_python(getattr(row, field.attname))
        if value is not None and value != "":
            said[field.attname] = _plain(value, field)
    return f"+{row._meta.label_lower} {json_text(said)}"


def json_text(value: Any) -> str:
    """One text for one JSON value, whatever order its keys came in."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def closing(label: str, pk: int) -> str:
    """One line for one closed row."""
    return f"-{label} {pk}"


def _plain(value: Any, field: "models.Field[Any, Any]") -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        places = getattr(field, "decimal_places", 6)
        return str(value.quantize(Decimal(1).scaleb(-places)))
    return value


class Chain:
    """Hashes lines in order onto the hash of what came before."""

    def __init__(self, previous: str) -> None:
        self._digest = hashlib.sha256(previous.encode())

    def add(self, line: str) -> None:
        """Hash one more line."""
        self._digest.update(line.encode())
        self._digest.update(b"\n")

    def hash(self) -> str:
        """The hash so far, 64 hexadecimal digits."""
        return self._digest.hexdigest()


def seal_hash(previous: str, subject: str, moment: datetime, reason: str, entry_hash: str) -> str:
    """The hash of a seal over the seal before it and the journal line it closes on."""
    chain = Chain(previous)
    for part in (subject, moment.astimezone(UTC).isoformat(timespec="microseconds"), reason, entry_hash):
        chain.add(part)
    return chain.hash()


def entry_line(by: str, action: str, moment: datetime) -> str:
    """The first line of an entry: who did what, when."""
    return f"{moment.astimezone(UTC).isoformat(timespec='microseconds')} {by} {action}"


def source_line(source: models.Model) -> str:
    """One line for a source and the bytes it was read from, so that a cell's address cannot be altered either."""
    file = getattr(source, "file", None)
    return f"={canonical(source)} {file.sha256 if file else ''}"


def in_order(recorded: list[tuple[str, int, str]], closed: list[tuple[str, int]], sources: list[str]) -> list[str]:
    """The lines of one entry in the order they are hashed: closings, recordings, the sources of these."""
    closings = [closing(label, pk) for label, pk in sorted(closed)]
    return [*closings, *(text for _, _, text in sorted(recorded)), *sources]
