"""复盘 as a person may see it: projects that are not theirs to read are counted, not named."""

from dataclasses import replace
from datetime import date

from ballast.rooms.meetings import queries as meetings
from ballast.rooms.meetings.cards import MeetingCard
from ballast.rooms.meetings.queries import ItemView, Review, TargetView
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.site.boards.supervision.disclosing import disclose_serials


def review(meeting: MeetingCard, *, on: date, held: Reach) -> Review | None:
    """What became of the meeting before this one; its items and dates only where the project may be seen."""
    told = meetings.review(meeting, on=on)
    if told is None:
        return None
    every: list[ItemView | TargetView] = [*told.items, *told.carried, *told.targets]
    known = registry.within({one.project_id for one in every if one.project_id}, held)
    disclose_serials(one.serial for one in every if one.project_id in known)
    return replace(
        told, items=[one for one in told.items if one.project_id is None or one.project_id in known],
        carried=[one for one in told.carried if one.project_id is None or one.project_id in known],
        targets=[one for one in told.targets if one.project_id in known],
    )  # fmt: skip
