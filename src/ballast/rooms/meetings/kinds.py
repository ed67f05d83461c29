"""The kind of a meeting in the book of its month."""

from ballast.rooms.meetings.models import Meeting
from ballast.rooms.policy import queries as policy
from ballast.rulebook.books.meetings import MeetingKind, Section

# A meeting of no kind of the book: its agenda is put together by hand, its pack holds everything.
BY_HAND = MeetingKind(zh="会议", en="meeting", sections=(Section(code="other", zh="其他", about="other"),))


def kind_of(meeting: Meeting) -> MeetingKind:
    """The kind of a meeting in the book of its month."""
    return policy.for_month(meeting.month).meetings.get(meeting.kind, BY_HAND)
