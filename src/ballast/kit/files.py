"""Documents as they were received, kept under the hash of their bytes below ``MEDIA_ROOT``."""

import os
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings

from ballast.kit.ledger.models import StoredFile
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence


class FileDamaged(Refusal):
    """A kept file is gone or no longer has the bytes it was kept under."""


def keep(data: bytes, name: str, *, at: datetime, by: str) -> StoredFile:
    """Keep ``data`` as received; the same bytes again give the file first kept, under its first name."""
    digest = sha256(data).hexdigest()
    _write(_path(digest), data)
    known = {"name": Path(name).name[:255], "size": len(data), "received_at": at, "received_by": by}
    stored, _ = StoredFile.objects.get_or_create(sha256=digest, defaults=known)
    return stored


def read(stored: StoredFile) -> bytes:
    """The bytes of a kept file. Raises FileDamaged where they are gone or were changed."""
    path = _path(stored.sha256)
    data = path.read_bytes() if path.exists() else b""
    if sha256(data).hexdigest() != stored.sha256:
        raise FileDamaged(
            Sentence(
                f"留存的文件“{stored.name}”已丢失或被改动，请从备份恢复",
                f"The kept file {stored.name!r} is gone or was changed; restore it from a backup",
            ),
            where=str(path),
            code="file_damaged",
        )
    return data


def kept() -> Iterator[StoredFile]:
    """Every kept file, oldest first."""
    yield from StoredFile.objects.order_by("id").iterator()


def _path(digest: str) -> Path:
    return Path(settings.MEDIA_ROOT) / digest[:2] / digest


def _write(path: Path, data: bytes) -> None:
    """Put the bytes in place in one step, so that a reader never sees half a file."""
    if path.exists() and path.stat().st_size == len(data):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as unfinished:
        unfinished.write(data)
        unfinished.flush()
        os.fsync(unfinished.fileno())
    Path(unfinished.name).replace(path)
