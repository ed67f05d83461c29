"""What a refused command leaves in the audit trail, as a refused page does (``site/witnessing``)."""

import argparse
import os
import pwd
from collections.abc import Sequence

from django.db import DatabaseError
from django.utils import timezone

from ballast.kit import audit
from ballast.kit.refusal import Refusal

SILENT = frozenset({"--json"})
BEFORE_ANY_TRAIL = ("migrate", "restore")  # an empty machine stays empty until it is laid


def whoever() -> str:
    """The account of the machine at whose terminal the command runs."""
    return pwd.getpwuid(os.getuid()).pw_name


def note(refusal: Refusal, chosen: argparse.Namespace, words: Sequence[str]) -> None:
    """Write the line a refusal owes, if its action did not; where no trail can be written, nothing was changed."""
    known = audit.present()
    if chosen.command in BEFORE_ANY_TRAIL:
        return
    try:
        if known is not None and audit.stood(known.written, result=audit.REFUSED):
            return
        detail = {"code": refusal.code, "where": refusal.where[:200], "said": refusal.sentence.zh}
        audit.write(
            "refusal", at=timezone.now(), actor=getattr(chosen, "by", "") or whoever(), result=audit.REFUSED,
            object=" ".join(["ballast", *(word for word in words if word not in SILENT)]), detail=detail,
        )  # fmt: skip
    except DatabaseError:
        return
