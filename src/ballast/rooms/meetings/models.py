"""The room's tables: its facts, where the screen of a meeting stands, its remotes, and the making of its pack."""

from ballast.rooms.meetings.facts import AgendaItem, Meeting, Pack
from ballast.rooms.meetings.making import Making
from ballast.rooms.meetings.outcomes import (
    ActionItem,
    Decision,
    ItemLetter,
    ItemPaper,
    ItemStep,
    Minutes,
    Remark,
    Screen,
)
from ballast.rooms.meetings.remotes import Remote

__all__ = [
    "ActionItem", "AgendaItem", "Decision", "ItemLetter", "ItemPaper", "ItemStep", "Making", "Meeting",
    "Minutes", "Pack", "Remark", "Remote", "Screen",
]  # fmt: skip
