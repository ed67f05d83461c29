"""The room's tables; all of them are facts."""

from ballast.rooms.meetings.facts import AgendaItem, Meeting, Pack

__all__ = ["AgendaItem", "Meeting", "Pack"]
