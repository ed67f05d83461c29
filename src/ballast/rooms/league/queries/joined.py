"""What the measures of areas may ask for beyond the catalogue: points of site tours, and of rankings by a sheet."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from ballast.rooms.league import published
from ballast.rooms.supervision.queries import Figures
from ballast.rooms.tours import queries as tours
from ballast.rulebook.measures.facts import Number
from ballast.rulebook.touring import quarters

TOUR, SHEET = "tour.", "sheet."


def readings(figures: Figures, *, at: datetime | None) -> Figures:
    """``figures`` with the tours and rankings as known at ``at``.

    Points of ``tour.quarterly`` stand at the quarter's last month, those of ``sheet.monthly`` at each month ranked; a
    ranking is looked up anew each time, for the one of this very month may have been made meanwhile.
    """

    def read(code: str, month: str) -> Mapping[str, Number | None]:
        if code.startswith(SHEET):
            return published.points(month, code.removeprefix(SHEET), at=at)
        return known(code, month)

    @cache
    def known(code: str, month: str) -> Mapping[str, Number | None]:
        if not code.startswith(TOUR):
            return figures(code, month)
        if month != quarters.last_month(quarters.of(month)):
            return {}
        return {one.area_code: one.points for one in tours.results(month, kind=code.removeprefix(TOUR), at=at)}

    return read
