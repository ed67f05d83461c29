"""Who signs in to the golden city. One password for all, fit for a demonstration and nothing else."""

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


def appoint(ids: Ids) -> list[dict[str, str]]:
    """Open the offices and give every account its holder; what to show of them."""
    made = [_appoint(*seat, CITY, ids) for seat in SEATS]
    for place in AREAS:
        office = f"{place.name}{'管委会' if place.kind is AreaKind.PARK else '发展和改革局'}"
        made.append(_appoint(reporter(place), f"{place.name}填报员", office, Role.REPORTER, place, ids))
    return made


def _appoint(username: str, name: str, office: str, role: Role, place: Place, ids: Ids) -> dict[str, str]:
    office_id = people.open_office(office, area_id=ids.areas[place.code])
    # Hashing a password takes half a second: of the seventeen reporters, these may sign in at once.
    password = PASSWORD if role is not Role.REPORTER or username in REPORTERS else None
    people.appoint(username, name=name, office_id=office_id, role=role, password=password)
    return {"username": username, "name": name, "office": office, "role": role.value, "password": password or ""}
