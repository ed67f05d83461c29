"""A meeting as its pack sees it: its agenda and the city's places."""

from ballast.rooms.meetings.documents.pack.gathering import Gathering, Occasion
from ballast.rooms.meetings.models import Meeting
from ballast.rooms.meetings.queries.meetings import meeting as card_of
from ballast.rooms.people import queries as people
from ballast.rulebook.terms import AreaKind


def gathering_for(meeting: Meeting, edition: int, *, characters: int) -> Gathering:
    """The gathering that every document of a meeting's pack is written from."""
    areas = people.areas()
    city = next((area.name for area in areas if area.kind is AreaKind.CITY), "")
    card = card_of(meeting.number)
    occasion = Occasion(
        number=meeting.number, title=meeting.title, held_on=meeting.held_on, place=meeting.place, city=city,
        issuer=f"{city}重点项目建设办公室", items=card.items if card else (),
        counties={area.code: area.name for area in areas if area.kind is AreaKind.COUNTY},
        areas={area.code: area.name for area in areas},
    )  # fmt: skip
    return Gathering(meeting.month, edition, occasion, characters=characters)
