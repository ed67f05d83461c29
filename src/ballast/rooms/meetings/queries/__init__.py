"""The questions of the meetings room."""

from ballast.rooms.meetings.queries.bulletin import check_bulletin, fixed_text
from ballast.rooms.meetings.queries.meetings import meeting, meetings

__all__ = ["check_bulletin", "fixed_text", "meeting", "meetings"]
