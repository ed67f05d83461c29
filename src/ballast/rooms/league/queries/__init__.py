"""The questions of the league room."""

from ballast.rooms.league.published import kept as standing
from ballast.rooms.league.published import verify
from ballast.rooms.league.queries.appealed import appeals
from ballast.rooms.league.queries.beside import Lists, before, lists, steady
from ballast.rooms.league.queries.explained import Behind, Brought, behind, next_place
from ballast.rooms.league.queries.joined import readings
from ballast.rooms.league.queries.moving import over_time, quarter_of
from ballast.rooms.league.queries.noted import deed_kinds, deeds
from ballast.rooms.league.queries.seeing import (
    Kept,
    SeenRanking,
    Seer,
    editions,
    narrowed,
    ranked_months,
    rankings,
    seen,
    seer,
)

__all__ = [
    "Behind", "Brought", "Kept", "Lists", "SeenRanking", "Seer", "appeals", "before", "behind", "deed_kinds", "deeds",
    "editions", "lists", "narrowed", "next_place", "over_time", "quarter_of", "ranked_months", "rankings", "readings",
    "seen", "seer", "standing", "steady", "verify",
]  # fmt: skip
