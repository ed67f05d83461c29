"""Encryption by a passphrase, piece by piece, so that neither writing nor reading needs the whole in memory.

AES-256-GCM over pieces of one mebibyte; the key comes from the passphrase by scrypt. The nonce of a piece is its
number and whether it is the last, so that pieces can be neither exchanged nor left out.
"""

import io
import os
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from ballast.kit.backup.refusals import WrongPassphrase, damaged
from ballast.kit.sentence import Sentence

MAGIC = b"BALLAST LOCKED 1\n"
SALT, PREFIX = 16, 7
HEAD = len(MAGIC) + SALT + PREFIX
PIECE, TAG = 1024 * 1024, 16


def is_locked(file: IO[bytes]) -> bool:
    """Whether a file is encrypted; it is left at its beginning."""
    begun = file.read(len(MAGIC))
    file.seek(0)
    return begun == MAGIC


class Lock(io.RawIOBase):
    """Encrypts what is written into ``into``; ``close`` writes the last piece."""

    def __init__(self, into: IO[bytes], passphrase: str) -> None:
        super().__init__()
        salt, self._prefix = os.urandom(SALT), os.urandom(PREFIX)
        self._into, self._cipher = into, AESGCM(_key(passphrase, salt))
        self._held, self._number = bytearray(), 0
        into.write(MAGIC + salt + self._prefix)

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self._held += data
        while len(self._held) > PIECE:  # the last piece is known only when it is closed
            self._put(self._held[:PIECE], last=False)
            del self._held[:PIECE]
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._put(self._held, last=True)
        super().close()

    def _put(self, piece: bytearray, *, last: bool) -> None:
        nonce = _nonce(self._prefix, self._number, last=last)
        self._into.write(self._cipher.encrypt(nonce, bytes(piece), MAGIC))
        self._number += 1


class Unlocked(io.RawIOBase):
    """The plain bytes of an encrypted file, to be read from any place."""

    def __init__(self, file: IO[bytes], passphrase: str, name: str) -> None:
        super().__init__()
        file.seek(len(MAGIC))
        salt, self._prefix = file.read(SALT), file.read(PREFIX)
        self._file, self._name, self._at = file, name, 0
        self._cipher = AESGCM(_key(passphrase, salt))
        sealed = file.seek(0, io.SEEK_END) - HEAD
        self._pieces = max(1, -(-sealed // (PIECE + TAG)))
        self._size = sealed - self._pieces * TAG
        self._known: tuple[int, bytes] | None = None
        self._piece(0)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._at >= self._size:
            return 0
        number, start = divmod(self._at, PIECE)
        part = self._piece(number)[start : start + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def _piece(self, number: int) -> bytes:
        if self._known is None or self._known[0] != number:
            self._file.seek(HEAD + number * (PIECE + TAG))
            nonce = _nonce(self._prefix, number, last=number == self._pieces - 1)
            try:
                plain = self._cipher.decrypt(nonce, self._file.read(PIECE + TAG), MAGIC)
            except (InvalidTag, ValueError) as error:
                raise (damaged(self._name) if number else _wrong(self._name)) from error
            self._known = number, plain
        return self._known[1]


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt.ljust(SALT, b"\0"), length=32, n=2**15, r=8, p=1).derive(passphrase.encode())


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix.ljust(PREFIX, b"\0") + number.to_bytes(4, "big") + bytes([last])


def _wrong(name: str) -> WrongPassphrase:
    return WrongPassphrase(
        Sentence("口令打不开这份备份，或文件开头已损坏；没有写入任何内容",
                 "The passphrase does not open this backup, or its beginning is damaged; nothing was written"),
        where=name, code="wrong_passphrase",
    )  # fmt: skip
