"""Who signs in to the golden city. One password for all, fit for a demonstration and nothing else."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.contrib.auth.hashers import make_password

from ballast.rooms.people import actions as people
from ballast.rulebook.terms import AreaKind, Role
from ballast.site.golden.ids import Ids
from ballast.site.golden.places import AREAS, CITY, COUNTIES, Place

PASSWORD = "ballast-demo-2025"
FOUNDED, FOUNDER = datetime(2022, 12, 1, 1, tzinfo=UTC), "ballast"
SINCE = date(2022, 12, 1)
OFFICE, LEADER, DEPARTMENT, STATISTICS = "xmb", "lingdao", "ziran", "tongji"
SEATS = (
    (OFFICE, "闻思齐", "市重点项目办公室", Role.PROJECT_OFFICE),
    (LEADER, "安知行", "市政府", Role.LEADER),
    (DEPARTMENT, "柏清和", "市自然资源和规划局", Role.DEPARTMENT),
    (STATISTICS, "倪书言", "市统计局", Role.DEPARTMENT),
    ("xitong", "陆承平", "市大数据局", Role.SYSTEM_ADMIN),
    ("anquan", "沈知微", "市大数据局", Role.SECURITY_ADMIN),
    ("shenji", "顾清源", "市大数据局", Role.AUDIT_ADMIN),
)


def reporter(place: Place) -> str:
    """The account by which a county or park reports."""
    return place.slug


def reviewer(place: Place) -> str:
    """The account by which a county reviews what it and its parks report."""
    return f"{place.slug}-xmb"


@dataclass(frozen=True, slots=True)
class Holder:
    """One account and its holder."""

    username: str
    name: str
    office: str
    role: Role
    place: Place


def holders() -> list[Holder]:
    """Every account of the city."""
    made = [Holder(*seat, CITY) for seat in SEATS]
    for place in AREAS:
        office = f"{place.name}{'管委会' if place.kind is AreaKind.PARK else '发展和改革局'}"
        made.append(Holder(reporter(place), f"{place.name}填报员", office, Role.REPORTER, place))
    for place in COUNTIES:
        office = f"{place.name}重点项目办公室"
        made.append(Holder(reviewer(place), f"{place.name}审核员", office, Role.COUNTY_OFFICE, place))
    return made


def shown() -> list[dict[str, str]]:
    """The accounts that may sign in, as a person is told of them."""
    return [
        {"username": one.username, "name": one.name, "office": one.office, "role": one.role.value, "password": PASSWORD}
        for one in holders()
    ]


def appoint(ids: Ids) -> None:
    """Open the offices, and give every account its holder and their appointment."""
    secret = make_password(PASSWORD)  # hashing takes a third of a second, and it is the same for all
    for one in holders():
        office_id = people.open_office(one.office, area_id=ids.areas[one.place.code])
        official_id = people.open_account(
            one.username, name=one.name, encoded=secret, must_change_password=False, at=FOUNDED, by=FOUNDER
        )
        people.appoint(official_id, office_id=office_id, role=one.role, since=SINCE, at=FOUNDED, by=FOUNDER)
