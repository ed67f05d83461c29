"""Documents as they were received, kept under the hash of their bytes in the store of files (``STORAGES``).

The store is the disk of this machine, or any that speaks S3; every write is read back, every read is held to its hash.
"""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from ballast.kit.ledger.models import StoredFile
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence


class FileDamaged(Refusal):
    """A kept file is gone or no longer has the bytes it was kept under."""


def keep(data: bytes, name: str, *, at: datetime, by: str) -> StoredFile:
    """Keep ``data`` as received; the same bytes again give the file first kept, under its first name."""
    digest = sha256(data).hexdigest()
    known = {"name": Path(name).name[:255], "size": len(data), "received_at": at, "received_by": by}
    if _bytes(place(digest)) != data:
        default_storage.save(place(digest), ContentFile(data))
        if _bytes(place(digest)) != data:
            raise _damaged(known["name"], digest)
    stored, _ = StoredFile.objects.get_or_create(sha256=digest, defaults=known)
    return stored


def read(stored: StoredFile) -> bytes:
    """The bytes of a kept file. Raises FileDamaged where they are gone or were changed."""
    data = _bytes(place(stored.sha256))
    if data is None or sha256(data).hexdigest() != stored.sha256:
        raise _damaged(stored.name, stored.sha256)
    return data


def kept() -> Iterator[StoredFile]:
    """Every kept file, oldest first."""
    yield from StoredFile.objects.order_by("id").iterator()


def put_back(data: bytes, digest: str) -> None:
    """Put the bytes of a kept file, from a backup, where ``read`` looks for them."""
    if _bytes(place(digest)) != data:
        default_storage.save(place(digest), ContentFile(data))


def stored() -> Iterator[str]:
    """The hashes under which anything lies in the store."""
    try:
        folders = default_storage.listdir("")[0]
    except FileNotFoundError:
        return
    for folder in folders:
        yield from default_storage.listdir(folder)[1]


def place(digest: str) -> str:
    """The name in the store of the file with this hash."""
    return f"{digest[:2]}/{digest}"


def _bytes(name: str) -> bytes | None:
    try:
        with default_storage.open(name) as file:
            data: bytes = file.read()
            return data
    except FileNotFoundError:
        return None


def _damaged(name: object, digest: str) -> FileDamaged:
    return FileDamaged(
        Sentence(
            f"留存的文件“{name}”已丢失或被改动，请从备份恢复",
            f"The kept file {name!r} is gone or was changed; restore it from a backup",
        ),
        where=place(digest),
        code="file_damaged",
    )
