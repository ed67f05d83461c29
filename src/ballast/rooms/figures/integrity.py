"""Whether the files of every edition are still the bytes that were fixed."""

import hashlib
from pathlib import Path

from ballast.kit.ledger.verification import Finding
from ballast.kit.sentence import Sentence
from ballast.rooms.figures.models import Edition
from ballast.rooms.figures.shelf import files


def verify_editions() -> list[Finding]:
    """Every Parquet file that is gone or no longer the one that was fixed."""
    found = []
    for sealed in Edition.objects.order_by("id"):
        hashes = (sealed.rows_sha256, sealed.indicators_sha256)
        for path, expected in zip(files(sealed), hashes, strict=True):
            if not path.exists():
                found.append(_finding(sealed, path, Sentence("文件不见了", "the file is gone")))
            elif sha256(path) != expected:
                found.append(_finding(sealed, path, Sentence("文件与哈希不符", "the file no longer matches its hash")))
    return found


def sha256(path: Path) -> str:
    """The hash of a file's bytes, 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _finding(sealed: Edition, path: Path, sentence: Sentence) -> Finding:
    return Finding(f"{sealed.month} edition {sealed.number} {path.name}", sentence)
