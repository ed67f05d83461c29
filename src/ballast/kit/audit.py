"""The audit line: who did what to what, when, and how it ended; appended, chained, never changed."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import models, transaction

from ballast.kit.ledger import canonical
from ballast.kit.ledger.journal import lock
from ballast.kit.ledger.verification import Finding
from ballast.kit.sentence import Sentence


class AuditLine(models.Model):
    """One act: time, actor, act, object, result."""

    moment = models.DateTimeField(db_index=True)
    actor = models.CharField(max_length=150, db_index=True)
    act = models.CharField(max_length=80, db_index=True)
    object = models.CharField(max_length=255)
    result = models.CharField(max_length=20)
    detail = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)


def write(
    act: str,
    *,
    at: datetime,
    actor: str,
    object: str,
    result: str = "done",
    detail: dict[str, Any] | None = None,
) -> AuditLine:
    """Append one audit line; inside an action's transaction it stands or falls with the action."""
    with transaction.atomic():
        lock()
        last = AuditLine.objects.order_by("-id").first()
        line = AuditLine(
            moment=at, actor=actor, act=act, object=object[:255], result=result, detail=detail or {},
            previous=last.hash if last else canonical.NOTHING_BEFORE,
        )  # fmt: skip
        line.hash = line_hash(line)
        line.save(force_insert=True)
        return line


def line_hash(line: AuditLine) -> str:
    """The hash of a line over its words and the line before it."""
    chain = canonical.Chain(line.previous)
    chain.add(canonical.entry_line(line.actor, line.act, line.moment))
    chain.add(f"{line.object} {line.result} {canonical.json_text(line.detail)}")
    return chain.hash()


def verify() -> Iterator[Finding]:
    """Every audit line that no longer says what was written, or whose neighbour before it is gone."""
    previous = canonical.NOTHING_BEFORE
    for line in AuditLine.objects.order_by("id").iterator():
        if line.previous != previous or line.hash != line_hash(line):
            yield Finding(
                f"audit {line.pk} ({line.moment:%Y-%m-%d %H:%M:%S} {line.act})",
                Sentence(
                    "审计记录与哈希不符或前一条已缺失", "the audit line no longer matches its hash or its neighbour"
                ),
            )
        previous = line.hash
