"""The verbs of the meetings room."""

from ballast.rooms.meetings.actions.agenda import lay_again, move, put_on, take_off
from ballast.rooms.meetings.actions.assigning import Assignment, ItemRefused, assign
from ballast.rooms.meetings.actions.bulletin import Bulletin, BulletinUnsound, MonthStillOpen, issue_bulletin
from ballast.rooms.meetings.actions.handling import Doing, handle
from ballast.rooms.meetings.actions.making import ask_pack, carry_out
from ballast.rooms.meetings.actions.meetings import MeetingRefused, call_meeting, close_meeting, open_meeting
from ballast.rooms.meetings.actions.minutes import MinutesUnsound, issue_minutes
from ballast.rooms.meetings.actions.noting import Note, decide, remark, take_back
from ballast.rooms.meetings.actions.packs import PackRefused, issue_pack, make_pack, packable
from ballast.rooms.meetings.actions.remotes import (
    NoRemote,
    end_remote,
    held,
    invited,
    pair,
    remark_by_remote,
    show_code,
    turn_by_remote,
)
from ballast.rooms.meetings.actions.showing import turn_screen
from ballast.rooms.meetings.actions.urging import urge

__all__ = [
    "Assignment", "Bulletin", "BulletinUnsound", "Doing", "ItemRefused", "MeetingRefused", "MinutesUnsound",
    "MonthStillOpen", "NoRemote", "Note", "PackRefused", "ask_pack", "assign", "call_meeting", "carry_out",
    "close_meeting", "decide", "end_remote", "handle", "held", "invited", "issue_bulletin", "issue_minutes",
    "issue_pack", "lay_again", "make_pack", "move", "open_meeting", "packable", "pair", "put_on", "remark",
    "remark_by_remote",
    "show_code", "take_back", "take_off", "turn_by_remote", "turn_screen", "urge",
]  # fmt: skip
