"""A meeting as a person may see it: items about projects that are not theirs to read are counted, not named."""

from collections.abc import Collection
from dataclasses import dataclass

from ballast.kit import audit
from ballast.rooms.meetings import queries as meetings
from ballast.rooms.meetings.cards import About, ItemCard, MeetingCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rulebook.need_to_know import NeedToKnow
from ballast.site.boards.supervision.disclosing import disclose_serials


@dataclass(frozen=True, slots=True)
class Agenda:
    """The items shown, those taken off, how many more there are, and how long the whole takes."""

    items: tuple[ItemCard, ...]
    taken_off: tuple[ItemCard, ...]
    others: int
    minutes: int


def agenda(meeting: MeetingCard, *, held: Reach, prepares: bool) -> Agenda:
    """The agenda of a meeting for whoever holds ``held``; places not yet published are for who prepares meetings."""
    every = (*meeting.items, *meeting.taken_off)
    secret = meetings.secret_items(meeting, every)
    if secret and prepares:
        audit.shown(NeedToKnow.RANKING, f"{meeting.number} {meeting.month}")
    withheld = frozenset() if prepares else secret
    asked = [item.subject for item in every if item.about is About.PROJECT]
    known = registry.among(asked, held=held)
    disclose_serials(known)
    shown = tuple(item for item in meeting.items if _seen(item, known, withheld))
    gone = tuple(item for item in meeting.taken_off if _seen(item, known, withheld))
    return Agenda(shown, gone, len(every) - len(shown) - len(gone), meeting.minutes)


def _seen(item: ItemCard, known: Collection[str], withheld: Collection[int]) -> bool:
    return item.code not in withheld and (item.about is not About.PROJECT or item.subject in known)
