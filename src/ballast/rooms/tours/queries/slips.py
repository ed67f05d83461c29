"""Slips against confirmed results as one person may see them, and what they may do to each."""

from collections.abc import Iterator
from dataclasses import dataclass

from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rooms.tours.cards import AmendmentCard
from ballast.rooms.tours.queries.confirmed import amendments
from ballast.rulebook import slips as rule
from ballast.rulebook.powers import Power
from ballast.rulebook.slips import SlipState, SlipVerb


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip for one reader: its project's name where it is theirs to see, and what they may do to it."""

    card: AmendmentCard
    seen: bool
    verbs: tuple[SlipVerb, ...]


def slips(serial: str, *, official: OfficialCard | None, held: Reach) -> list[Slip]:
    """The slips against a tour's results, the newest first; those not approved are shown to the office only."""
    found = list(reversed(amendments(serial)))
    seen = registry.within({one.project_id for one in found}, held)
    every = people.may(official, Power.TOUR) or people.may(official, Power.APPROVE)
    return [
        Slip(one, one.project_id in seen, tuple(_may(one, official)))
        for one in found
        if every or one.state is SlipState.APPROVED
    ]


def _may(one: AmendmentCard, official: OfficialCard | None) -> Iterator[SlipVerb]:
    for verb in SlipVerb:
        found = rule.decision(one.state, verb)
        if official is None or found is None or not rule.theirs(found, filed_by=one.put_by, by=official.username):
            continue
        if people.may(official, Power.TOUR if found.filers_own else found.power):
            yield verb
