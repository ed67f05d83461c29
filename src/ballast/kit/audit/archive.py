"""The old part of the trail written to a file that proves itself; the trail itself stays whole.

The file is gzipped JSON, a line each: a head, the audit lines as they are kept, a foot that counts them. Its lines
are the chain, so no word of it can be changed; the audit line ``audit_archive`` keeps the hash of the file, so it
cannot be exchanged for another. See docs/decisions for why nothing is deleted.
"""

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ballast.kit import audit
from ballast.kit.audit import search
from ballast.kit.audit.chain import FIELDS, Link, broken, links
from ballast.kit.audit.models import AuditLine
from ballast.kit.ledger import canonical
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

ACT = "audit_archive"
FORMAT = "ballast audit archive 1"
LEAST_MONTHS = 6


class ArchiveRefused(Refusal):
    """The lines are too young to be archived, or there are none; or the file is not what was archived."""


@dataclass(frozen=True, slots=True)
class Archived:
    """An archive: its lines, the first and the last of their numbers, and the hash of the file."""

    lines: int
    first: int
    last: int
    sha256: str
    known: bool = True


def archive(before: datetime, path: Path, *, months: int, at: datetime, by: str) -> Archived:
    """Write every line before ``before`` to a new file at ``path`` and note it in the trail.

    Raises ArchiveRefused for lines younger than ``months`` (never fewer than six), and where there are none.
    """
    youngest = _months_before(at, max(months, LEAST_MONTHS))
    if before > youngest:
        raise _refused(
            f"审计记录至少保留 {max(months, LEAST_MONTHS)} 个月，只能归档 {youngest:%Y-%m-%d} 以前的",
            f"Audit lines are kept at least {max(months, LEAST_MONTHS)} months; archive those before "
            f"{youngest:%Y-%m-%d}", f"{before:%Y-%m-%d}", "too_young",
        )  # fmt: skip
    # The line at which the kept ones begin: by its number, so that what is archived is one piece of the chain.
    first_kept = AuditLine.objects.filter(moment__gte=before).order_by("id").values_list("id", flat=True).first()
    until = search.newest() if first_kept is None else first_kept - 1
    done = _write(path, until)
    detail = {"lines": done.lines, "last": done.last, "sha256": done.sha256, "before": f"{before:%Y-%m-%d}"}
    audit.write(ACT, at=at, actor=by, object=path.name, detail=detail)
    return done


def check(path: Path) -> Archived:
    """Read an archive back: its chain, its count, and whether the trail here knows this very file.

    Raises ArchiveRefused where anything is not as it was written.
    """
    first, lines = _opened(path)
    count, last, previous = 0, 0, canonical.NOTHING_BEFORE
    try:
        for line in lines:
            if next(broken([line], previous), None) is not None:
                raise _refused(f"第 {count + 1} 条与哈希不符", f"line {count + 1} does not match", path.name, "broken")
            count, last, previous = count + 1, line.id, line.hash
    except (EOFError, OSError, ValueError, TypeError, KeyError, zlib.error) as error:
        raise _refused("文件不完整或被改动", "the file is cut short or changed", path.name, "broken") from error
    sha256 = _sha256(path)
    known = AuditLine.objects.filter(act=ACT, detail__sha256=sha256).exists()
    return Archived(count, first, last, sha256, known)


def _write(path: Path, until: int) -> Archived:
    first = AuditLine.objects.order_by("id").values_list("id", flat=True).first()
    if first is None or first > until:
        raise _refused("这个日期以前没有审计记录", "There are no audit lines before that date", path.name, "no_lines")
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with gzip.open(draft, "wt", encoding="utf-8", compresslevel=6) as file:
            file.write(_json({"format": FORMAT, "first": first, "last": until}))
            count = last = 0
            for line in links(until=until):
                file.write(_json([*line[:1], _iso(line.moment), *line[2:]]))
                count, last = count + 1, line.id
            file.write(_json({"lines": count}))
        with path.open("xb"):
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return Archived(count, first, last, _sha256(path))


def _opened(path: Path) -> tuple[int, Iterator[Link]]:
    file = gzip.open(path, "rt", encoding="utf-8")  # noqa: SIM115 - closed by the generator that reads it
    try:
        head = json.loads(file.readline())
        if head["format"] != FORMAT:
            raise ValueError(head["format"])
        first = int(head["first"])
    except (OSError, EOFError, ValueError, TypeError, KeyError, zlib.error) as error:
        file.close()
        raise _refused("这不是审计归档文件", "This is no audit archive", path.name, "no_archive") from error
    return first, _lines(file)


def _lines(file: Any) -> Iterator[Link]:
    with file:
        for count, text in enumerate(file):
            said = json.loads(text)
            if isinstance(said, dict):
                if said["lines"] != count or file.read(1):
                    raise ValueError("the foot does not count its lines")
                return
            yield Link(**dict(zip(FIELDS, [said[0], datetime.fromisoformat(said[1]), *said[2:]], strict=True)))
        raise EOFError("no foot")


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")


def _json(said: Any) -> str:
    return json.dumps(said, ensure_ascii=False) + "\n"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _months_before(at: datetime, months: int) -> datetime:
    number = at.year * 12 + at.month - 1 - months
    return at.replace(year=number // 12, month=number % 12 + 1, day=min(at.day, 28))


def _refused(zh: str, en: str, where: str, code: str) -> ArchiveRefused:
    return ArchiveRefused(Sentence(zh, en), where=where, code=code)
