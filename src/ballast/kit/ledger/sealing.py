"""Sealing: fix a moment for good."""

from datetime import datetime, timedelta

from django.db import transaction

from ballast.kit.ledger import canonical
from ballast.kit.ledger.journal import latest_moment, lock
from ballast.kit.ledger.models import Entry, Seal


def seal(subject: str, *, at: datetime, by: str, reason: str = "") -> Seal:
    """Seal everything recorded so far; nothing may be recorded at or before the seal's moment again."""
    with transaction.atomic():
        lock()
        last = latest_moment()
        moment = at if last is None or at > last else last + timedelta(microseconds=1)
        head = Entry.objects.order_by("-id").first()
        before = Seal.objects.order_by("-id").first()
        previous = before.hash if before else canonical.NOTHING_BEFORE
        entry_hash = head.hash if head else canonical.NOTHING_BEFORE
        return Seal.objects.create(
            subject=subject, moment=moment, by=by, reason=reason, entry=head, previous=previous,
            hash=canonical.seal_hash(previous, subject, moment, reason, entry_hash),
        )  # fmt: skip
