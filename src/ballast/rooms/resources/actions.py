"""The verbs of the resources room."""

from collections.abc import Iterable

from ballast.kit.ledger.cards import facts_of
from ballast.kit.ledger.journal import Recorded, Writer
from ballast.rooms.resources.cards import CaseCard
from ballast.rooms.resources.models import ResourceCase


def work(cards: Iterable[CaseCard], *, writer: Writer) -> Recorded:
    """Record requests and grants: each revises what stood for its project, resource and phase."""
    return writer.record(facts_of(ResourceCase, cards))
