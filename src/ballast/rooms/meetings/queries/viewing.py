"""One action item as pages show it: the names of whom it concerns, where it stands, what became of the promise."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ballast.kit.sentence import Sentence
from ballast.kit.workdays import is_workday
from ballast.rooms.meetings.affairs import Affair
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rulebook.items import promises
from ballast.rulebook.items.life import State
from ballast.rulebook.items.promises import Promise
from ballast.rulebook.items.standing import Standing, urging

NOTHING = Sentence("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One action item; ``letter`` names the paper that is due now, empty where none is."""

    number: str
    meeting: str
    decision: int
    words: str
    project_id: int | None
    serial: str
    project: str
    area_code: str
    county: str
    office_id: int
    office: str
    person: str
    leader: str
    raised_by: str
    given_on: date
    standing: Standing
    level: Sentence
    promise: Promise | None
    letter: Sentence
    due_soon: bool


def viewed(found: Iterable[Affair], *, on: date) -> list[ItemView]:
    """Items as pages show them, in the order given."""
    told = list(found)
    names = _Names({one.item.project_id for one in told if one.item.project_id})
    return [_view(one, names, on) for one in told]


class _Names:
    """What projects, areas and offices are called, asked once."""

    def __init__(self, projects: set[int]) -> None:
        self.areas = {area.id: area for area in people.areas()}
        self.counties = {area.code: area.name for area in self.areas.values()}
        self.offices = {one.id: one.name for one in people.offices()}
        self.serials = registry.serials(projects)
        self.projects = {
            serial: card.name for serial, card in registry.among(list(self.serials.values()), held=EVERYWHERE).items()
        }


def _view(affair: Affair, names: _Names, on: date) -> ItemView:
    item, stands, levels = affair.item, affair.standing, affair.rules.levels
    area = names.areas.get(item.area_id or 0)
    serial = names.serials.get(item.project_id or 0, "")
    due = urging(affair.rules, affair.matter, stands)
    waits = stands.state is State.OPEN and not stands.overdue
    return ItemView(
        number=item.number, meeting=item.meeting, decision=item.decision, words=item.words,
        project_id=item.project_id, serial=serial, project=names.projects.get(serial, ""),
        area_code=area.code if area else "", county=names.counties.get(area.county_code, "") if area else "",
        office_id=item.office_id, office=names.offices.get(item.office_id, ""), person=item.person, leader=item.leader,
        raised_by=item.raised_by, given_on=item.given_on, standing=stands,
        level=levels[stands.level].label if stands.level in levels else Sentence(stands.level, stands.level),
        promise=promises.of_item(stands, on), letter=levels[due].letter if due else NOTHING,
        due_soon=waits and affair.rules.near.after(on, is_workday) >= stands.deadline,
    )  # fmt: skip
