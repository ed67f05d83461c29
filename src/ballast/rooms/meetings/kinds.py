"""The kind of a meeting in the book of its month, and what of its agenda tells of places not yet published."""

from collections.abc import Iterable

from ballast.rooms.league import queries as league
from ballast.rooms.league.queries import Seer
from ballast.rooms.meetings.cards import ItemCard, MeetingCard
from ballast.rooms.meetings.models import Meeting
from ballast.rooms.policy import queries as policy
from ballast.rulebook.books.meetings import MeetingKind, Section

# A meeting of no kind of the book: its agenda is put together by hand, its pack holds everything.
BY_HAND = MeetingKind(zh="会议", en="meeting", sections=(Section(code="other", zh="其他", about="other"),))


def kind_of(meeting: Meeting | MeetingCard) -> MeetingKind:
    """The kind of a meeting in the book of its month."""
    return policy.for_month(meeting.month).meetings.get(meeting.kind, BY_HAND)


def secret_items(meeting: Meeting | MeetingCard, items: Iterable[ItemCard]) -> frozenset[int]:
    """The items that a ranking put on the agenda and that tell of places before they are published."""
    by_sheet = {one.code: one.sheet for one in kind_of(meeting).sections if one.sheet}
    asked = {item.code: by_sheet[item.section] for item in items if item.section in by_sheet}
    if not asked:
        return frozenset()
    known = league.rankings(meeting.month, Seer(holder=True, areas=None, names=frozenset()))
    hidden = {one.sheet for one in known if not one.published}
    return frozenset(code for code, sheet in asked.items() if sheet in hidden)
