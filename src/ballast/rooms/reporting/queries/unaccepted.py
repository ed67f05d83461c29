"""Which reports of a month are not accepted: when it is sealed, what they would say stays absent."""

from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.reporting.cards import Unaccepted
from ballast.rooms.reporting.queries.standings import NOTHING, Came, came
from ballast.rooms.reporting.workbook.roster import reach
from ballast.rulebook.loop import State


def unaccepted(month: str) -> list[Unaccepted]:
    """Every due project without an accepted report, and every report left in progress, by area and serial."""
    told, profiles = came(month), registry.profiles()
    open_ones = {
        project_id
        for project_id, clocks in lifecycle.milestones(profiles).items()
        if _open(told.get(project_id, NOTHING), due=reach(clocks).due(month))
    }
    serials = registry.serials(open_ones)
    areas = {card.id: card for card in people.areas()}
    cards = [(areas[profiles[one].area_id], serials[one], profiles[one].name, one) for one in open_ones]
    return [
        Unaccepted(
            serial=serial, name=name, area_name=area.name, state=told.get(one, NOTHING).state,
            by=told.get(one, NOTHING).by, earlier=told.get(one, NOTHING).counted,
        )
        for area, serial, name, one in sorted(cards, key=lambda card: (card[0].position, card[0].code, card[1]))
    ]  # fmt: skip


def _open(one: Came, *, due: bool) -> bool:
    """Whether a report is in progress, or awaited and nowhere."""
    if one.state not in (None, State.ACCEPTED):
        return True
    return due and one.stage is not State.ACCEPTED
