"""What the measures of areas may ask for beyond the catalogue: the confirmed points of site tours."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from ballast.rooms.supervision.queries import Figures
from ballast.rooms.tours import queries as tours
from ballast.rulebook.measures.facts import Number
from ballast.rulebook.touring import quarters

TOUR = "tour."


def readings(figures: Figures, *, at: datetime | None) -> Figures:
    """``figures`` with the tours as known at ``at``: points of ``tour.quarterly`` stand at the quarter's last month."""

    @cache
    def read(code: str, month: str) -> Mapping[str, Number | None]:
        if not code.startswith(TOUR):
            return figures(code, month)
        if month != quarters.last_month(quarters.of(month)):
            return {}
        return {one.area_code: one.points for one in tours.results(month, kind=code.removeprefix(TOUR), at=at)}

    return read
