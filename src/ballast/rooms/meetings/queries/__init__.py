"""The questions of the meetings room."""

from ballast.rooms.meetings.kinds import secret_items
from ballast.rooms.meetings.queries.bulletin import check_bulletin
from ballast.rooms.meetings.queries.items import (
    StepCard,
    Waiting,
    action_item,
    action_items,
    item_letters,
    offices_of,
    steps,
    waiting,
)
from ballast.rooms.meetings.queries.meetings import meeting, meetings
from ballast.rooms.meetings.queries.outline import Line, outline
from ballast.rooms.meetings.queries.packs import (
    PackUnsound,
    making,
    pack,
    pack_file,
    pack_for,
    pack_zip,
    packs,
    packs_for,
)
from ballast.rooms.meetings.queries.papers import (
    MinutesCard,
    check_recorded,
    item_letter,
    item_paper,
    item_thumbnail,
    minutes_document,
    minutes_of,
)
from ballast.rooms.meetings.queries.review import Group, Review, TargetView, previous, review
from ballast.rooms.meetings.queries.room import (
    DECIDED,
    FRONT,
    REVIEW,
    TARGETS,
    NoteCard,
    Page,
    Position,
    decisions,
    noted,
    pages,
    pairing,
    position,
    remarks,
)
from ballast.rooms.meetings.queries.viewing import ItemView

__all__ = [
    "DECIDED", "FRONT", "Group", "ItemView", "Line", "MinutesCard", "NoteCard", "PackUnsound", "Page", "Position",
    "REVIEW", "Review", "StepCard", "TARGETS", "TargetView", "Waiting", "action_item", "action_items",
    "check_bulletin", "check_recorded", "decisions", "item_letter", "item_letters", "item_paper",
    "item_thumbnail", "making", "meeting", "meetings", "minutes_document", "minutes_of", "noted", "offices_of",
    "outline", "pack", "pack_file", "pack_for", "pack_zip", "packs", "packs_for", "pages", "pairing", "position",
    "previous", "remarks", "review", "secret_items", "steps", "waiting",
]  # fmt: skip
