"""The questions of the people room: which areas there are, who holds what, who is asking and what they may do."""

from ballast.rooms.people.queries.areas import (
    area_of_code,
    areas,
    city_name,
    find_area,
    issuing_office,
    offices,
    outlines,
    own_and_below,
    places,
)
from ballast.rooms.people.queries.held import (
    accounts,
    appointments,
    delegations,
    official_card,
    official_named,
)
from ballast.rooms.people.queries.rosters import areas_sheet, blank_roster, passwords_sheet
from ballast.rooms.people.queries.seats import (
    NotAllowed,
    may,
    official_of,
    refusal,
    require,
    seats_of,
    visible_area_codes,
)
from ballast.rooms.people.queries.tree import tree

__all__ = [
    "NotAllowed", "accounts", "appointments", "area_of_code", "areas", "areas_sheet", "blank_roster", "city_name",
    "delegations", "find_area", "issuing_office", "may", "offices", "official_card", "official_named", "official_of",
    "outlines", "own_and_below", "passwords_sheet", "places", "refusal", "require", "seats_of", "tree",
    "visible_area_codes",
]  # fmt: skip
