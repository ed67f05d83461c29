"""The archive and its encryption: whatever is cut, changed, exchanged or added is told before anything is used."""

import io
import json
import random
import zipfile

import pytest

from ballast.kit.backup.container import LIST, MANIFEST, Reading, Writing
from ballast.kit.backup.locked import HEAD, PIECE, TAG, Lock, Unlocked, is_locked
from ballast.kit.backup.refusals import BackupDamaged, WrongPassphrase

WORD = "正确的口令 correct"
LINES = b"".join(b"[%d, %d]\n" % (number, number**7 % 9973) for number in range(400))
FILES = {"files/a": b"a" * 2_000, "tables/b.jsonl": LINES, "data/c": b""}


def made(files: dict[str, bytes] = FILES) -> bytes:
    held = io.BytesIO()
    with Writing(held) as archive:
        for name, data in files.items():
            with archive.member(name, packed=name.startswith("tables/")) as member:
                member.write(data)
        archive.finish({"made_at": "now"})
    return held.getvalue()


def proved(data: bytes) -> Reading:
    archive = Reading(io.BytesIO(data), "x.bak")
    archive.prove()
    return archive


def test_what_was_written_is_read_back() -> None:
    archive = proved(made())
    read = {}
    for member in archive.listed():
        with archive.open(member["name"]) as file:
            read[member["name"]] = file.read()
    assert read == FILES and archive.manifest["made_at"] == "now"


def test_a_file_cut_anywhere_is_told() -> None:
    data = made()
    for length in [0, 1, 21, *range(100, len(data), 97), len(data) - 1]:
        with pytest.raises(BackupDamaged):
            proved(data[:length])


def test_a_changed_byte_is_told_or_changes_nothing() -> None:
    data, chance = made(), random.Random(7)
    names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    told = 0
    for place in sorted(chance.sample(range(len(data)), 300)):
        broken = bytearray(data)
        broken[place] ^= 1 << chance.randrange(8)
        try:
            archive = proved(bytes(broken))
        except BackupDamaged:
            told += 1
            continue
        # What no reader looks at may differ (dates, flags of the zip); the members may not.
        assert {member["name"] for member in archive.listed()} | {LIST, MANIFEST} == names
    assert told > 200


def _with(data: bytes, name: str, content: bytes) -> bytes:
    """The archive with one member more, or in the place of the one it had."""
    held, old = io.BytesIO(), zipfile.ZipFile(io.BytesIO(data))
    with zipfile.ZipFile(held, "w") as new:
        for had in old.namelist():
            if had != name:
                new.writestr(had, old.read(had))
        new.writestr(name, content)
    return held.getvalue()


def changed_manifest(data: bytes, **changes: object) -> bytes:
    said = json.loads(zipfile.ZipFile(io.BytesIO(data)).read(MANIFEST)) | changes
    return _with(data, MANIFEST, json.dumps(said).encode())


@pytest.mark.parametrize(
    "broken",
    [
        _with(made(), "files/a", b"b" * 5_000),
        _with(made(), "files/new", b"x"),
        _with(made(), LIST, b'{"name": "files/a", "size": 0, "sha256": ""}\n'),
        changed_manifest(made(), format="something else"),
        changed_manifest(made(), members=2),
        b"PK\x05\x06" + b"\0" * 18,
        b"not a zip at all",
    ],
    ids=["exchanged", "added", "list", "format", "count", "empty", "none"],
)
def test_an_exchanged_member_is_told(broken: bytes) -> None:
    with pytest.raises(BackupDamaged):
        proved(broken)


def locked(data: bytes, word: str = WORD) -> bytes:
    held = io.BytesIO()
    lock = Lock(held, word)
    for start in range(0, len(data), 300_000):
        lock.write(data[start : start + 300_000])
    lock.close()
    return held.getvalue()


LARGE = random.Random(1).randbytes(PIECE * 2 + 1234)


@pytest.mark.parametrize("data", [b"", b"x", b"y" * PIECE, LARGE], ids=["nothing", "one", "a piece", "three pieces"])
def test_what_was_locked_is_unlocked(data: bytes) -> None:
    sealed = locked(data)
    assert is_locked(io.BytesIO(sealed)) and (not data or data[:50] not in sealed or len(data) == 1)
    with io.BufferedReader(Unlocked(io.BytesIO(sealed), WORD, "x")) as file:
        assert file.read() == data
        file.seek(len(data) // 2)
        assert file.read(100) == data[len(data) // 2 :][:100]


def test_an_archive_is_written_through_the_lock_and_read_back() -> None:
    held = io.BytesIO()
    lock = Lock(held, WORD)
    with Writing(lock) as archive:  # type: ignore[arg-type]
        with archive.member("files/large") as member:
            member.write(LARGE)
        archive.finish({})
    lock.close()
    read = Reading(Unlocked(io.BytesIO(held.getvalue()), WORD, "x"), "x")  # type: ignore[arg-type]
    assert read.prove() == len(LARGE)


@pytest.mark.parametrize("word", ["", "wrong", f"{WORD} "])
def test_another_passphrase_opens_nothing(word: str) -> None:
    with pytest.raises(WrongPassphrase):
        Unlocked(io.BytesIO(locked(b"x" * 100)), word, "x")


def test_pieces_cannot_be_exchanged_left_out_or_changed() -> None:
    sealed = locked(LARGE)
    piece = PIECE + TAG
    first, second = sealed[HEAD : HEAD + piece], sealed[HEAD + piece : HEAD + 2 * piece]
    for broken in (
        sealed[:HEAD] + second + first + sealed[HEAD + 2 * piece :],
        sealed[:HEAD] + first + sealed[HEAD + 2 * piece :],
        sealed[: HEAD + 2 * piece],
        sealed[:-1],
        sealed[:HEAD] + first + bytes([second[0] ^ 1]) + sealed[HEAD + piece + 1 :],
        sealed[:HEAD],
        sealed[: HEAD - 9],
    ):
        with pytest.raises((BackupDamaged, WrongPassphrase)):
            io.BufferedReader(Unlocked(io.BytesIO(broken), WORD, "x")).read()
