"""The archive: a zip whose last members list every other with size and hash, written and read a piece at a time."""

import hashlib
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO, Any, Self

from ballast.kit.backup.refusals import damaged

FORMAT = "ballast backup 1"
LIST, MANIFEST = "members.jsonl", "manifest.json"
PIECE = 1024 * 1024
# What a zip that is not as it was written raises, wherever it is looked at.
FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    LookupError,
    ValueError,
    TypeError,
)
THEN = (1980, 1, 1, 0, 0, 0)


class Member:
    """One member being written; counts and hashes what passes through."""

    def __init__(self, into: IO[bytes]) -> None:
        self._into, self._hash, self.size = into, hashlib.sha256(), 0

    def write(self, data: bytes) -> None:
        """Write some more of it."""
        self._into.write(data)
        self._hash.update(data)
        self.size += len(data)

    @property
    def sha256(self) -> str:
        """The hash of all that was written."""
        return self._hash.hexdigest()


class Writing:
    """An archive being written into ``file``, which need not be one that can be sought."""

    def __init__(self, file: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(file, "w")
        self._list = TemporaryFile()  # noqa: SIM115 - closed on leaving
        self.members = 0

    @contextmanager
    def member(self, name: str, *, packed: bool = False) -> Iterator[Member]:
        """Write one member; ``packed`` compresses it, for what is not compressed already."""
        info = zipfile.ZipInfo(name, THEN)
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        with self._zip.open(info, "w", force_zip64=True) as into:
            member = Member(into)
            yield member
        said = {"name": name, "size": member.size, "sha256": member.sha256}
        self._list.write(json.dumps(said).encode() + b"\n")
        self.members += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, fault: type[BaseException] | None, *_: object) -> None:
        self._list.close()
        if fault:
            self._zip.fp = None  # what was written so far is no archive, and shall not look like one

    def finish(self, manifest: dict[str, Any]) -> None:
        """Write the list of members and the manifest, which names the hash of the list."""
        self._list.seek(0)
        digest = hashlib.sha256()
        with self._zip.open(zipfile.ZipInfo(LIST, THEN), "w", force_zip64=True) as into:
            while piece := self._list.read(PIECE):
                digest.update(piece)
                into.write(piece)
        whole = {"format": FORMAT, **manifest, "members": self.members, "list_sha256": digest.hexdigest()}
        self._zip.writestr(zipfile.ZipInfo(MANIFEST, THEN), json.dumps(whole, ensure_ascii=False, indent=1))
        self._zip.close()


class Reading:
    """An archive being read; nothing of it may be used before ``prove`` has read all of it."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(file)
            self.manifest: dict[str, Any] = json.loads(self._zip.read(MANIFEST))
        except FAULTS as error:
            raise damaged(name) from error
        if not isinstance(self.manifest, dict) or self.manifest.get("format") != FORMAT:
            raise damaged(name, "不是本系统的备份格式", "not a backup of this system")

    def prove(self) -> int:
        """Read every member and hold it against the list, and the list against the manifest; how many bytes."""
        try:
            return self._proved()
        except FAULTS as error:
            raise damaged(self.name) from error

    def _proved(self) -> int:
        listed, total = {LIST, MANIFEST}, 0
        if self._hash(LIST)[1] != self.manifest.get("list_sha256"):
            raise damaged(f"{self.name} · {LIST}")
        for member in self.listed():
            size, digest = self._hash(member["name"])
            if (size, digest) != (member["size"], member["sha256"]):
                raise damaged(f"{self.name} · {member['name']}")
            listed.add(member["name"])
            total += size
        if listed != set(self._zip.namelist()) or len(listed) - 2 != self.manifest.get("members"):
            raise damaged(self.name, "成员与清单不符", "its members are not those listed")
        return total

    def listed(self) -> Iterator[dict[str, Any]]:
        """Every member as it was listed: name, size, sha256."""
        with self.open(LIST) as lines:
            for line in lines:
                yield json.loads(line)

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """One member, to be read."""
        try:
            with self._zip.open(name) as member:
                yield member
        except FAULTS as error:
            raise damaged(f"{self.name} · {name}") from error

    def _hash(self, name: str) -> tuple[int, str]:
        digest, size = hashlib.sha256(), 0
        with self.open(name) as member:
            while piece := member.read(PIECE):
                digest.update(piece)
                size += len(piece)
        return size, digest.hexdigest()
