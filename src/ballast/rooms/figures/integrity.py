"""Whether every edition still says what was fixed: its values in the database and its files on disk.

What was fixed is hashed into the audit line of the fixing, and the audit trail is a chain: neither an edition nor a
value can be changed behind the application's back without one of them telling.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ballast.kit.audit import AuditLine
from ballast.kit.ledger import canonical
from ballast.kit.ledger.verification import Finding
from ballast.kit.sentence import Sentence
from ballast.rooms.figures.models import Edition, FixedFigure
from ballast.rooms.figures.shelf import files

ACT = "figures.fix"


def verify_editions() -> list[Finding]:
    """Every edition whose values changed, and every Parquet file that is gone or no longer the one that was fixed."""
    lines = {(line.object, line.detail["edition"]): line.detail for line in AuditLine.objects.filter(act=ACT)}
    found: list[Finding] = []
    for sealed in Edition.objects.order_by("id"):
        said = lines.pop((sealed.month, sealed.number), None)
        if said is None or fixed_hashes(sealed, sealed.figures.all()).items() - said.items():
            found.append(_finding(sealed, "", Sentence("各值与封账时不符", "its values are not those that were fixed")))
        found += _files(sealed)
    for month, number in lines:
        found.append(Finding(f"{month} edition {number}", Sentence("这一版不见了", "the edition is gone")))
    return found


def edition_files() -> Iterator[tuple[str, str]]:
    """Every file of every edition: its path below the data folder, and its hash."""
    fields = ("rows_file", "rows_sha256", "indicators_file", "indicators_sha256")
    for rows, rows_sha256, others, others_sha256 in Edition.objects.order_by("id").values_list(*fields):
        yield from ((rows, rows_sha256), (others, others_sha256))


def fixed_hashes(edition: Edition, figures: Iterable[FixedFigure]) -> dict[str, Any]:
    """The hashes an audit line keeps of an edition: of its files, and of every value with its definition."""
    said = sorted((one.code, one.by, one.fingerprint, canonical.json_text(one.values)) for one in figures)
    chain = canonical.Chain(edition.seal.hash)
    for line in said:
        chain.add(" ".join(line))
    return {"rows": edition.rows_sha256, "indicators": edition.indicators_sha256, "values": chain.hash()}


def sha256(path: Path) -> str:
    """The hash of a file's bytes, 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files(sealed: Edition) -> Iterator[Finding]:
    hashes = (sealed.rows_sha256, sealed.indicators_sha256)
    for path, expected in zip(files(sealed), hashes, strict=True):
        if not path.exists():
            yield _finding(sealed, path.name, Sentence("文件不见了", "the file is gone"))
        elif sha256(path) != expected:
            yield _finding(sealed, path.name, Sentence("文件与哈希不符", "the file no longer matches its hash"))


def _finding(sealed: Edition, name: str, sentence: Sentence) -> Finding:
    return Finding(f"{sealed.month} edition {sealed.number} {name}".rstrip(), sentence)
