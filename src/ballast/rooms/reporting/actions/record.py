"""Recording what the month brought, already checked."""

from collections.abc import Iterable
from datetime import datetime

from ballast.kit.ledger.cards import record_cards
from ballast.kit.ledger.journal import Recorded, Writer
from ballast.rooms.reporting import cards, models

FACT_OF = {
    cards.ProgressCard: models.Progress,
    cards.OutputCard: models.Output,
    cards.IndicatorCard: models.Indicator,
    cards.TargetCard: models.AreaTarget,
}
Card = cards.ProgressCard | cards.OutputCard | cards.IndicatorCard | cards.TargetCard


def report(reported: Iterable[Card], *, writer: Writer) -> Recorded:
    """Record what the month brought, already checked; each card revises what stood under its key."""
    return record_cards(FACT_OF, reported, writer)


def hand_over(area_id: int, month: str, *, accepted: int, at: datetime, by: str) -> int:
    """Note that an area handed in a month by another way than the form (an interface, a migration); its id."""
    kept = models.Submission.objects.create(
        area_id=area_id, month=month, handed_in_at=at, handed_in_by=by, status=cards.Status.ACCEPTED, accepted=accepted
    )
    return kept.pk
