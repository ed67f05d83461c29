"""What the measures of areas may ask for beyond the catalogue: site tours, rankings by a sheet, deeds noted."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache

from ballast.rooms.league import published
from ballast.rooms.league.weighing import times_noted
from ballast.rooms.supervision.queries import Figures
from ballast.rooms.tours import queries as tours
from ballast.rulebook.measures.facts import Number
from ballast.rulebook.touring import quarters

Told = Mapping[str, Number | None]
# By the first word of a code such as ``place.monthly``: what is told of a month, by area code.
ASKED: dict[str, Callable[[str, str, datetime | None], Told]] = {
    "sheet": lambda month, sheet, at: published.points(month, sheet, at=at),
    "place": lambda month, sheet, at: published.places(month, sheet, at=at),
    "last": lambda month, sheet, at: published.places(month, sheet, at=at, from_the_bottom=True),
    "deed": lambda month, kind, at: times_noted(month, kind, at=at),
}
TOUR = "tour."


def readings(figures: Figures, *, at: datetime | None) -> Figures:
    """``figures`` with the tours, rankings and deeds as known at ``at``.

    Points of ``tour.quarterly`` stand at the quarter's last month, those of ``sheet.monthly`` at each month ranked; a
    ranking is looked up anew each time, for the one of this very month may have been made meanwhile.
    """

    def read(code: str, month: str) -> Told:
        head, _, named = code.partition(".")
        return ASKED[head](month, named, at) if head in ASKED else known(code, month)

    @cache
    def known(code: str, month: str) -> Told:
        if not code.startswith(TOUR):
            return figures(code, month)
        if month != quarters.last_month(quarters.of(month)):
            return {}
        return {one.area_code: one.points for one in tours.results(month, kind=code.removeprefix(TOUR), at=at)}

    return read
