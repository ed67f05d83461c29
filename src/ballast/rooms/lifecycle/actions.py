"""The verbs of the lifecycle room."""

from collections.abc import Iterable

from ballast.kit.ledger.cards import facts_of
from ballast.kit.ledger.journal import Recorded, Writer
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.lifecycle.models import Milestone


def move(cards: Iterable[MilestoneCard], *, writer: Writer) -> Recorded:
    """Record milestones: each revises what stood for its project, kind and basis."""
    return writer.record(facts_of(Milestone, cards))
