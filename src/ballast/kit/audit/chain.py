"""The chain of audit lines: each hashed over its words and the line before it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from ballast.kit.audit.models import AuditLine
from ballast.kit.ledger import canonical
from ballast.kit.ledger.verification import Finding
from ballast.kit.sentence import Sentence

FIELDS = ("id", "moment", "actor", "act", "object", "result", "detail", "previous", "hash")


class Link(NamedTuple):
    """One line as it is kept, in the table or in an archive."""

    id: int
    moment: datetime
    actor: str
    act: str
    object: str
    result: str
    detail: dict[str, Any]
    previous: str
    hash: str

    def reckoned(self) -> str:
        """The hash its words give on the hash it names as the one before."""
        chain = canonical.Chain(self.previous)
        chain.add(canonical.entry_line(self.actor, self.act, self.moment))
        chain.add(f"{self.object} {self.result} {canonical.json_text(self.detail)}")
        return chain.hash()


def links(*, until: int | None = None) -> Iterator[Link]:
    """Every line in its order, up to the line ``until``."""
    lines = AuditLine.objects.order_by("id")
    kept = lines if until is None else lines.filter(id__lte=until)
    yield from map(Link._make, kept.values_list(*FIELDS).iterator(chunk_size=5_000))


def broken(lines: Iterable[Link], previous: str = canonical.NOTHING_BEFORE) -> Iterator[Finding]:
    """Every line that no longer says what was written, or whose neighbour before it is gone."""
    for line in lines:
        if line.previous != previous or line.hash != line.reckoned():
            yield Finding(
                f"audit {line.id} ({line.moment:%Y-%m-%d %H:%M:%S} {line.act})",
                Sentence(
                    "审计记录与哈希不符或前一条已缺失", "the audit line no longer matches its hash or its neighbour"
                ),
            )
        previous = line.hash


def verify() -> Iterator[Finding]:
    """Every place where the trail is not as it was written."""
    yield from broken(links())
