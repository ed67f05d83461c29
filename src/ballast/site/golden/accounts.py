"""Who signs in to the golden city. One password for all, fit for a demonstration and nothing else."""

from dataclasses import dataclass

from ballast.rooms.people import actions as people
from ballast.rulebook.terms import AreaKind, Role
from ballast.site.golden.ids import Ids
from ballast.site.golden.places import AREAS, CITY, Place

PASSWORD = "ballast-demo-2025"
OFFICE, LEADER, DEPARTMENT, STATISTICS = "xmb", "lingdao", "ziran", "tongji"
SEATS = (
    (OFFICE, "闻思齐", "市重点项目办公室", Role.PROJECT_OFFICE),
    (LEADER, "安知行", "市政府", Role.LEADER),
    (DEPARTMENT, "柏清和", "市自然资源和规划局", Role.DEPARTMENT),
    (STATISTICS, "倪书言", "市统计局", Role.DEPARTMENT),
)

REPORTERS = ("mingwan", "baili")


def reporter(place: Place) -> str:
    """The account by which a county or park reports."""
    return place.slug


@dataclass(frozen=True, slots=True)
class Holder:
    """One account and its holder; without a password it cannot sign in yet."""

    username: str
    name: str
    office: str
    role: Role
    place: Place
    password: str | None


def holders() -> list[Holder]:
    """Every account of the city. Hashing a password takes half a second: of the reporters, two may sign in."""
    made = [Holder(*seat, CITY, PASSWORD) for seat in SEATS]
    for place in AREAS:
        office = f"{place.name}{'管委会' if place.kind is AreaKind.PARK else '发展和改革局'}"
        username = reporter(place)
        password = PASSWORD if username in REPORTERS else None
        made.append(Holder(username, f"{place.name}填报员", office, Role.REPORTER, place, password))
    return made


def shown() -> list[dict[str, str]]:
    """The accounts that may sign in, as a person is told of them."""
    return [
        {"username": one.username, "name": one.name, "office": one.office, "role": one.role.value, "password": PASSWORD}
        for one in holders()
        if one.password
    ]


def appoint(ids: Ids) -> None:
    """Open the offices and give every account its holder."""
    for one in holders():
        office_id = people.open_office(one.office, area_id=ids.areas[one.place.code])
        people.appoint(one.username, name=one.name, office_id=office_id, role=one.role, password=one.password)
