"""The verbs of the meetings room."""

from ballast.rooms.meetings.actions.agenda import lay_again, move, put_on, take_off
from ballast.rooms.meetings.actions.bulletin import Bulletin, BulletinUnsound, MonthStillOpen, issue_bulletin
from ballast.rooms.meetings.actions.meetings import MeetingRefused, call_meeting, close_meeting, open_meeting

__all__ = [
    "Bulletin", "BulletinUnsound", "MeetingRefused", "MonthStillOpen", "call_meeting", "close_meeting",
    "issue_bulletin", "lay_again", "move", "open_meeting", "put_on", "take_off",
]  # fmt: skip
