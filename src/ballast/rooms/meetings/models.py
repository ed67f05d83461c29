"""The room's tables: its facts, and where the screen of a meeting stands."""

from ballast.rooms.meetings.facts import AgendaItem, Meeting, Pack
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

__all__ = [
    "ActionItem", "AgendaItem", "Decision", "ItemLetter", "ItemPaper", "ItemStep", "Meeting", "Minutes", "Pack",
    "Remark", "Screen",
]  # fmt: skip
