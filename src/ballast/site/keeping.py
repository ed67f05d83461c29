"""Backing up the whole installation into one file while it serves, and restoring it into an empty machine.

In the file: every table, the files as received, the Parquet of sealed months, the day a demonstration stands on, and,
where it is encrypted, the signing key. Policy books are among the tables and the files.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any

from django.conf import settings
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from ballast import __version__
from ballast.kit import audit, clock, files
from ballast.kit.backup import tables, versions
from ballast.kit.backup.container import PIECE, Reading, Writing
from ballast.kit.backup.locked import Lock, Unlocked, is_locked
from ballast.kit.backup.refusals import BackupRefused, WrongPassphrase, damaged
from ballast.kit.ledger.models import StoredFile
from ballast.kit.sentence import Sentence
from ballast.rooms.figures import queries as figures
from ballast.site import demonstrating, environment

PLACE = re.compile("[0-9a-f]{64}")
TABLE, FILE, MONTH, KEY = "tables/", "files/", "data/", "secret"


@dataclass(frozen=True, slots=True)
class Kept:
    """What a backup holds: rows, files as received, files of sealed months, bytes; its hash, and whether the key.

    ``lacking`` names the files that were gone or damaged.
    """

    rows: int
    files: int
    months: int
    bytes: int
    sha256: str
    key: bool
    lacking: tuple[str, ...] = ()


def back_up(path: Path, *, passphrase: str, at: datetime, by: str) -> Kept:
    """Write a backup to a new file and note it in the audit trail; a damaged file is left out and told."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.touch(mode=0o600, exist_ok=False)  # it holds what the whole city knows
        with draft.open("wb") as file, _written(file, passphrase) as into, Writing(into) as archive:
            filled = _fill(archive, keyed=bool(passphrase), at=at)
        with path.open("xb"):
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    done = replace(filled, bytes=path.stat().st_size, sha256=_sha256(path))
    detail = {"rows": done.rows, "files": done.files, "lacking": len(done.lacking), "sha256": done.sha256,
              "locked": bool(passphrase)}  # fmt: skip
    audit.write("backup", at=at, actor=by, object=path.name, detail=detail)
    return done


def restore(path: Path, *, passphrase: str, at: datetime, by: str) -> Kept:
    """Read a whole backup through, then write it into this empty machine.

    Raises BackupDamaged and WrongPassphrase before anything is written, BackupRefused where this machine holds
    anything already or is of an older version.
    """
    with opened(path, passphrase) as archive:
        size = archive.prove()
        _require_ours(archive)
        day = _day(archive)
        versions.require_layable(archive.manifest["migrations"])
        _require_empty(archive)
        counts = dict.fromkeys((FILE, MONTH, KEY), 0)
        for member in archive.listed():
            kind = next((kind for kind in counts if member["name"].startswith(kind)), None)
            if kind:
                counts[kind] += _put_back(archive, kind, member["name"])
        rows = _load(archive)
        versions.bring_up_to_date()
        if day is not None:
            demonstrating.stand_still(day, anew=True)
        lacking = tuple(archive.manifest["lacking"])
        done = Kept(rows, counts[FILE], counts[MONTH], size, _sha256(path), bool(counts[KEY]), lacking)
    detail = {"rows": rows, "sha256": done.sha256, "made": archive.manifest["made_at"]}
    audit.write("restore", at=at, actor=by, object=path.name, detail=detail)
    return done


@contextmanager
def opened(path: Path, passphrase: str) -> Iterator[Reading]:
    """A backup opened for reading, by its passphrase where it is encrypted."""
    with path.open("rb") as file:
        plain: Any = file
        if is_locked(file):
            if not passphrase:
                raise WrongPassphrase(
                    Sentence("备份已加密，请用 --passphrase-file 给出口令文件",
                             "The backup is encrypted; name the file of its passphrase with --passphrase-file"),
                    where=str(path), code="wrong_passphrase",
                )  # fmt: skip
            plain = Unlocked(file, passphrase, path.name)
        yield Reading(plain, path.name)


@contextmanager
def _written(file: IO[bytes], passphrase: str) -> Iterator[IO[bytes]]:
    if not passphrase:
        yield file
        return
    lock: Any = Lock(file, passphrase)
    yield lock
    lock.close()


def _fill(archive: Writing, *, keyed: bool, at: datetime) -> Kept:
    with tables.snapshot() as on:
        versions.require_current(on)
        migrations = versions.applied(on)
        told = [_table(archive, model, on) for model in tables.kinds()]
    # Files are never changed or taken away: those of the snapshot are all among those there are now.
    lacking: list[str] = []
    kept = sum(_received(archive, stored, lacking) for stored in files.kept())
    months = sum(_copy(archive, MONTH, place, lacking) for place, _ in figures.edition_files())
    key = keyed and bool(_copy(archive, "", KEY, []))
    day = clock.demonstration()
    manifest = {
        "ballast": __version__, "made_at": at.isoformat(), "database": connection.vendor, "tables": told,
        "migrations": migrations, "lacking": lacking, "demonstration_day": day and day.isoformat(),
    }  # fmt: skip
    archive.finish(manifest)
    return Kept(sum(int(one["rows"]) for one in told), kept, months, 0, "", key, tuple(lacking))


def _table(archive: Writing, model: tables.Kind, on: BaseDatabaseWrapper) -> dict[str, Any]:
    count = 0
    with archive.member(f"{TABLE}{model._meta.label_lower}.jsonl", packed=True) as member:
        for line in tables.lines(model, on):
            member.write(line)
            count += 1
    return {"table": model._meta.label_lower, "columns": tables.columns(model), "rows": count}


def _received(archive: Writing, stored: StoredFile, lacking: list[str]) -> int:
    try:
        data = files.read(stored)
    except files.FileDamaged:
        lacking.append(stored.name)
        return 0
    with archive.member(f"{FILE}{stored.sha256}") as member:
        member.write(data)
    return 1


def _copy(archive: Writing, kind: str, place: str, lacking: list[str]) -> int:
    path = Path(settings.DATA if kind else environment.DATA) / place
    if not path.exists():
        lacking.append(place)
        return 0
    with path.open("rb") as file, archive.member(f"{kind}{place}") as member:
        while piece := file.read(PIECE):
            member.write(piece)
    return 1


def _require_ours(archive: Reading) -> None:
    """Refuse an archive whose members would be written where a backup writes nothing."""
    if not {"made_at", "tables", "migrations", "lacking"} <= archive.manifest.keys():
        raise damaged(archive.name)
    for member in archive.listed():
        name = member["name"]
        place = PurePosixPath(name)
        ours = {
            FILE: PLACE.fullmatch(name.removeprefix(FILE)) and name.endswith(member["sha256"]),
            MONTH: place.parts[:2] == ("data", "months") and ".." not in place.parts and "\\" not in name,
            TABLE: len(place.parts) == 2,
            KEY: name == KEY,
        }
        if not any(name.startswith(kind) and well for kind, well in ours.items()):
            raise damaged(f"{archive.name} · {name}")


def _day(archive: Reading) -> date | None:
    """The day on which the demonstration stood; none in a backup of a real house, and in older ones."""
    said = archive.manifest.get("demonstration_day")
    try:
        return date.fromisoformat(said) if said else None
    except (TypeError, ValueError) as error:
        raise damaged(archive.name) from error


def _require_empty(archive: Reading) -> None:
    """Refuse a machine that holds anything; what an interrupted restore of this very backup left does not count."""
    held = tables.standing()
    if held:
        raise _occupied(f"数据库中已有数据（{held[0]}）", f"the database holds data already ({held[0]})")
    listed = {member["name"] for member in archive.listed()}
    strange = next((one for one in files.stored() if f"{FILE}{one}" not in listed), None)
    if strange:
        raise _occupied(f"文件库中已有文件（{strange[:12]}…）", f"the store holds files already ({strange[:12]}…)")
    months = Path(settings.DATA) / "months"
    for path in months.rglob("*") if months.exists() else ():
        if path.is_file() and f"{MONTH}{path.relative_to(settings.DATA).as_posix()}" not in listed:
            raise _occupied(f"已有封账文件（{path.name}）", f"files of sealed months stand already ({path.name})")


def _put_back(archive: Reading, kind: str, name: str) -> int:
    with archive.open(name) as member:
        if kind == FILE:
            files.put_back(member.read(), name.removeprefix(FILE))
            return 1
        if kind == KEY:
            return _put_key(member.read())
        target = Path(settings.DATA) / name.removeprefix(MONTH)
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as into:
            while piece := member.read(PIECE):
                into.write(piece)
    return 1


def _put_key(key: bytes) -> int:
    """The signing key takes the place of the one this machine made for itself, unless the environment gives one."""
    if environment.SECRET:
        return 0
    place = environment.DATA / KEY
    place.touch(mode=0o600)
    place.write_bytes(key)
    return 1


def _load(archive: Reading) -> int:
    models = {model._meta.label_lower: model for model in tables.kinds(versions.lay(archive.manifest["migrations"]))}
    rows = 0
    with transaction.atomic():
        for told in archive.manifest["tables"]:
            with archive.open(f"{TABLE}{told['table']}.jsonl") as lines:
                rows += tables.write(models[told["table"]], told["columns"], lines)
        tables.count_on(models.values())
    return rows


def _occupied(zh: str, en: str) -> BackupRefused:
    return BackupRefused(
        Sentence(f"只能恢复到空的机器上：{zh}；请另指一个空的 BALLAST_DATA 和数据库",
                 f"A backup is restored into an empty machine only: {en}; take an empty BALLAST_DATA and database"),
        code="not_empty",
    )  # fmt: skip


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
