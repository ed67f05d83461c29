"""The audit line: who did what to what, when, and how it ended; appended, chained, never changed.

No setting, page or command leaves it out: ``write`` asks nothing before it writes, and a line that cannot be written
takes the act it tells of down with it. What can never be taken out again holds no personal phone number: of those the
ends alone are written, so that the trail is exported and proved as it stands.
"""

import json
from datetime import datetime
from typing import Any

from django.db import transaction

from ballast.kit.audit.chain import Link, verify
from ballast.kit.audit.circumstances import Circumstances, circumstances, counted, present, shown
from ballast.kit.audit.models import AuditLine
from ballast.kit.ledger import canonical
from ballast.kit.ledger.journal import lock
from ballast.kit.phones import masked, veiled

__all__ = [
    "DONE", "REFUSED", "AuditLine", "Circumstances", "circumstances", "counted", "present", "shown", "stood", "verify",
    "write",
]  # fmt: skip

DONE, REFUSED = "done", "refused"


def write(
    act: str,
    *,
    at: datetime,
    actor: str,
    object: str,
    result: str = DONE,
    detail: dict[str, Any] | None = None,
) -> AuditLine:
    """Append one audit line; inside an action's transaction it stands or falls with the action."""
    from_where = present()
    # As it will be read back: the hash is over what the table keeps, whatever was put in.
    said = veiled(json.loads(json.dumps({**(from_where.told() if from_where else {}), **(detail or {})})))
    with transaction.atomic():
        lock()
        last = AuditLine.objects.order_by("-id").values_list("hash", flat=True).first()
        line = AuditLine(
            moment=at, actor=actor[:150], act=act, object=masked(object)[:255], result=result, detail=said,
            previous=last or canonical.NOTHING_BEFORE,
        )  # fmt: skip
        link = Link(0, line.moment, line.actor, line.act, line.object, line.result, line.detail, line.previous, "")
        line.hash = link.reckoned()
        line.save(force_insert=True)
    if from_where:
        from_where.written.append(line.pk)
    return line


def stood(written: list[int], *, result: str = "") -> bool:
    """Whether any of these lines (of one result) was kept; what is rolled back leaves none."""
    kept = AuditLine.objects.filter(pk__in=written)
    return (kept.filter(result=result) if result else kept).exists()
