"""The action items that wait for a person, as the day's reminder counts them."""

from collections.abc import Iterator
from datetime import date

from ballast.rooms.meetings import queries as meetings
from ballast.rooms.people.cards import OfficialCard
from ballast.rulebook.reminders import Kind, Tally


def items_waiting(official: OfficialCard, on: date) -> Iterator[Tally]:
    """Items overdue, to do, and to settle or confirm."""
    found = meetings.waiting(official, on=on)
    late = [one for one in found.to_do if one.standing.overdue]
    due = [one for one in found.to_do if not one.standing.overdue]
    yield Tally(Kind.ITEM_LATE, "", len(late), days=max((one.standing.overdue for one in late), default=0))
    yield Tally(Kind.ITEM_DUE, "", len(due), until=min((one.standing.deadline for one in due), default=None))
    yield Tally(Kind.ITEM_SETTLE, "", len(found.to_settle) + len(found.to_confirm))
