"""A small city's quarterly meeting under way: its people, one project, an agenda, and decisions handed out."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from ballast.rooms.meetings import actions, queries
from ballast.rooms.meetings.actions import Assignment, Doing, Note
from ballast.rooms.meetings.cards import About, Task
from ballast.rooms.meetings.queries import ItemView
from ballast.rooms.people import actions as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rulebook.items.life import Verb
from ballast.rulebook.terms import AreaKind, Role
from kit.uploads import snaps
from rooms.reporting.cast import AT, County, county, person, serial_of

DAY = AT.date()
DEADLINE = date(2025, 8, 15)
SLIPS = (f"5d1e0000-0000-4000-8000-{number:012d}" for number in range(1, 10_000))


@dataclass(frozen=True)
class Town:
    """Who there is, the county with its plant, and the meeting, open."""

    county: County
    office: OfficialCard
    second: OfficialCard
    east: OfficialCard
    land: OfficialCard
    owner: OfficialCard
    leader: OfficialCard
    meeting: str

    @property
    def serial(self) -> str:
        """The plant's serial."""
        return serial_of(self.county.plant)


def held(*, title: str = "二季度项目推进会") -> Town:
    """A meeting of July that was opened, with the plant and the county on its agenda."""
    city = people.establish("990000", "清河市", kind=AreaKind.CITY)
    east = county()
    folk = [
        person(name, role, area)
        for name, role, area in (
            ("office", Role.PROJECT_OFFICE, city), ("second", Role.PROJECT_OFFICE, city),
            ("east", Role.COUNTY_OFFICE, east.area_id), ("land", Role.DEPARTMENT, city),
            ("owner", Role.OWNER, east.area_id), ("leader", Role.LEADER, city),
        )
    ]  # fmt: skip
    registry.name_role(
        east.plant, "owner_contact", "owner", official=folk[0], since=date(2025, 1, 1), on=DAY, at=AT
    )  # fmt: skip
    number = meeting(folk[0], serial_of(east.plant), title=title)
    return Town(east, *folk, number)


def meeting(office: OfficialCard, serial: str, *, title: str, on: date = DAY, at: datetime = AT) -> str:
    """Another meeting of the same kind, called and opened, with two items on its agenda."""
    number = actions.call_meeting(
        "", title=title, month="2025-06", held_on=on, place="一号会议室", official=office, at=at
    )
    for about, subject, name in ((About.COUNTY, "990101", "清河区"), (About.PROJECT, serial, "高端制剂厂")):
        actions.put_on(
            number, about=about, subject=subject, title=name, task=Task.REVIEWED, speaker="", minutes=5, reason="办法",
            official=office, at=at,
        )  # fmt: skip
    actions.open_meeting(number, official=office, at=at)
    return number


def slip() -> str:
    """The name of a new note."""
    return next(SLIPS)


def decided(town: Town, words: str = "尽快解决用地", *, meeting: str = "", at: datetime = AT) -> int:
    """A decision noted; its number."""
    note = Note(slip=slip(), words=words, agenda=2)
    return actions.decide(meeting or town.meeting, note, official=town.office, at=at)


def item(
    town: Town, *, words: str = "落实用地指标", office: OfficialCard | None = None, deadline: date | None = DEADLINE,
    by_enterprise: bool = False, level: str = "office", meeting: str = "", decision: int = 0, on: date = DAY,
    at: datetime = AT,
) -> str:  # fmt: skip
    """An item of a decision, handed to the land department unless said otherwise; its number."""
    of = meeting or town.meeting
    answering = (office or town.land).seats[0].office.id
    given = Assignment(
        words=words, office=answering, level=level, deadline=deadline, serial=town.serial, leader="王市长",
        by_enterprise=by_enterprise,
    )  # fmt: skip
    decision = decision or decided(town, meeting=of, at=at)
    return actions.assign(of, decision, given, official=town.office, on=on, at=at)


def do(
    number: str, verb: Verb, by: OfficialCard, *, on: date = DAY, words: str = "已办", photo: bool = False,
    until: date | None = None,
) -> None:  # fmt: skip
    """Do one thing to an item on a day."""
    sent = [("现场.jpg", snaps.photo(datetime(2025, 7, 20, 9), seed=1))] if photo else []
    at = max(AT, datetime(on.year, on.month, on.day, 1, tzinfo=UTC)) + timedelta(minutes=1)
    actions.handle(number, Doing(verb=verb, words=words, sent=sent, until=until), official=by, on=on, at=at)


def view(number: str, *, on: date = DAY) -> ItemView:
    """An item as it stands on a day."""
    found = queries.action_item(number, on=on, held=EVERYWHERE)
    assert found is not None
    return found
