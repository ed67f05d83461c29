"""Compiled SQL for the engine, kept in memory and on disk: who finds a text there needs no Ibis and compiles nothing.

A text lies under the hash of all it was compiled from: what was asked, the source of this room and of the rulebook,
the version of Ibis. It is signed, for what is read from disk is run.
"""

import contextlib
import hashlib
import os
import shutil
from functools import lru_cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer

from ballast.rooms.figures.settling import Rules
from ballast.rulebook.figures.vocabulary import Component

PACKAGE = Path(__file__).resolve().parents[2]
SOURCES = (PACKAGE / "rooms/figures", PACKAGE / "rulebook")
SIGNER = Signer(salt="ballast.rooms.figures.texts")


@lru_cache(maxsize=4)
def snapshot(rules: Rules) -> str:
    """The wide snapshot of the ledger."""
    return _kept("wide.snapshot", rules, "duckdb")


@lru_cache(maxsize=1)
def indicators() -> str:
    """The published indicators with the places they speak of."""
    return _kept("wide.indicators", "duckdb")


@lru_cache(maxsize=512)
def figures(parts: tuple[Component, ...], by: str) -> str:
    """Many components of projects by the keys of a dimension."""
    return _kept("expressions.compiled", parts, by, "duckdb")


@lru_cache(maxsize=256)
def rows(part: Component, by: str) -> str:
    """The rows a component counts."""
    return _kept("expressions.compiled_rows", part, by, "duckdb")


@lru_cache(maxsize=32)
def published(by: str) -> str:
    """All that is published of a month by the keys of a dimension."""
    return _kept("expressions.compiled_published", by, "duckdb")


@lru_cache(maxsize=8)
def sweep(parts: tuple[Component, ...]) -> tuple[str, str]:
    """Every row weighed, and the weights summed by every dimension."""
    return _kept("measuring.measured", parts), _kept("measuring.sums", parts)


def _kept(maker: str, *asked: Any) -> str:
    """The text kept on disk, else made by a function of this room and kept there."""
    name = hashlib.sha256(f"{maker} {asked!r}".encode()).hexdigest()
    file = Path(settings.DATA) / "sql" / _source() / f"{name}.sql"
    with contextlib.suppress(OSError, BadSignature):
        return SIGNER.unsign(file.read_text(encoding="utf-8"))
    # Only here is Ibis imported: it takes longer to start than a figure to read.
    module, function = maker.split(".")
    text = str(getattr(import_module(f"{__package__}.{module}"), function)(*asked))
    with contextlib.suppress(OSError):  # a disk that is full or closed to us only means to compile again next time
        _keep(file, SIGNER.sign(text))
    return text


def _keep(file: Path, text: str) -> None:
    if not file.parent.exists():  # texts of an earlier Ballast are of no more use
        shutil.rmtree(file.parent.parent, ignore_errors=True)
        file.parent.mkdir(parents=True)
    draft = file.with_suffix(f".{os.getpid()}")
    draft.write_text(text, encoding="utf-8")
    draft.replace(file)


@lru_cache(maxsize=1)
def _source() -> str:
    """One word for everything the texts are compiled by."""
    found = hashlib.sha256(version("ibis-framework").encode())
    for folder in SOURCES:
        for file in sorted(folder.rglob("*.py")):
            found.update(file.read_bytes())
    return found.hexdigest()[:16]
