"""Which correction slips may uphold an appeal: of its area or a project in it, of a month it rests on, not given up."""

from collections.abc import Iterable

from ballast.rooms.people import queries as people
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.reporting.cards import FilingCard
from ballast.rulebook.slips import SlipState

DEAD = (SlipState.REFUSED, SlipState.WITHDRAWN)


def fitting(slips: Iterable[FilingCard], area: str, month: str) -> list[FilingCard]:
    """Those of ``slips`` that an appeal of an area against its score of a month may be upheld with, in their order."""
    areas = people.own_and_below(area)
    return [one for one in slips if one.area_code in areas and one.month <= month and one.state not in DEAD]


def given_up(slip: int | None) -> bool:
    """Whether the slip an appeal was upheld with was refused or withdrawn since: it is to be answered anew."""
    found = reporting.slips(held=EVERYWHERE, slip_id=slip) if slip else []
    return any(one.state in DEAD for one in found)
