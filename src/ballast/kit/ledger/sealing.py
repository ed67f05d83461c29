"""Sealing: fix a moment for good."""

from datetime import datetime, timedelta

from django.db import transaction

from ballast.kit.ledger import canonical
from ballast.kit.ledger.journal import latest_moment, lock
from ballast.kit.ledger.models import Entry, Seal
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

LONGEST_REASON = 400


class ReasonTooLong(Refusal):
    """The reason of a seal does not fit its column."""


def seal(subject: str, *, at: datetime, by: str, reason: str = "") -> Seal:
    """Seal everything recorded so far; nothing may be recorded at or before the seal's moment again.

    Raises ReasonTooLong.
    """
    if len(reason) > LONGEST_REASON:
        raise ReasonTooLong(
            Sentence(f"缘由超过 {LONGEST_REASON} 字，请缩短",
                     f"A reason has at most {LONGEST_REASON} characters; shorten it"),
            where=subject, code="reason_long",
        )  # fmt: skip
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
