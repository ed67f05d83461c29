"""Who signs in to the golden city. One password for all, fit for a demonstration and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import Random

from django.contrib.auth.hashers import make_password

from ballast.rooms.people import actions as people
from ballast.rulebook.terms import AreaKind, Role
from ballast.site.golden import faces
from ballast.site.golden.ids import Ids
from ballast.site.golden.places import AREAS, BY_CODE, CITY, COUNTIES, Place

PASSWORD = "ballast-demo-2025"
FOUNDED, FOUNDER = datetime(2022, 12, 1, 1, tzinfo=UTC), "golden city"
SINCE = date(2022, 12, 1)
SERVED = date(2025, 1, 1)  # owners and stewards come with the list of key projects
OFFICE, DEPUTY, LEADER, DEPARTMENT, STATISTICS = "xmb", "xmb2", "lingdao", "ziran", "tongji"
SYSTEM, SECURITY, AUDIT, FIRST_OWNER = "xitong", "anquan", "shenji", "yz01"


@dataclass(frozen=True, slots=True)
class Holder:
    """One account, its holder and their appointment."""

    username: str
    name: str
    office: str
    role: Role
    place: Place = CITY
    since: date = SINCE
    until: date | None = None


SEATS = (
    Holder(OFFICE, "闻思齐", "市重点项目办公室", Role.PROJECT_OFFICE),
    Holder(LEADER, "安知行", "市政府", Role.LEADER),
    Holder(DEPARTMENT, "柏清和", "市自然资源和规划局", Role.DEPARTMENT),
    Holder(STATISTICS, "倪书言", "市统计局", Role.DEPARTMENT),
    Holder(DEPUTY, "费望舒", "市重点项目办公室", Role.PROJECT_OFFICE),
    Holder(SYSTEM, "司若川", "市大数据中心", Role.SYSTEM_ADMIN),
    Holder(SECURITY, "汤守拙", "市委网信办", Role.SECURITY_ADMIN),
    Holder(AUDIT, "郝立群", "市审计局", Role.AUDIT_ADMIN),
    Holder("shuji", "滕定邦", "市委", Role.LEADER),
    Holder("guchengze", "顾承泽", "市政府", Role.LEADER),
    Holder("shenqinghe", "沈清和", "市政府", Role.LEADER),
    Holder("baizhaofeng", "柏兆丰", "市政府", Role.LEADER),
    Holder("cenmuqing", "岑慕青", "市政府", Role.LEADER),
    Holder("leiliqun", "雷立群", "市人大常委会", Role.LEADER),
    Holder("nishouzhuo", "倪守拙", "市政协", Role.LEADER),
    Holder("yinshuyan", "殷书言", "市委", Role.LEADER),
    Holder("xuehaining", "薛海宁", "市政府", Role.LEADER),
    # Who reported for 白砾县 before its present reporter: asked with a day of then, the tree still knows.
    Holder("baili-old", "毕建业", "白砾县发展和改革局", Role.REPORTER, BY_CODE["379922"], SINCE, date(2024, 6, 30)),
)
STEWARDS = {place.slug: faces.person(Random(f"{place.code} steward")) for place in AREAS}


def reporter(place: Place) -> str:
    """The account by which a county or park reports."""
    return place.slug


def reviewer(place: Place) -> str:
    """The account by which a county reviews what it and its parks report."""
    return f"{place.slug}-xmb"


def steward(place: Place) -> str:
    """The account of the steward of a county's or park's key projects."""
    return f"{place.slug}-gj"


def holders() -> list[Holder]:
    """Every account of the city but those of owners."""
    made = list(SEATS)
    for place in AREAS:
        park = place.kind is AreaKind.PARK
        office = f"{place.name}{'管委会' if park else '发展和改革局'}"
        since = date(2024, 7, 1) if place.slug == "baili" else SINCE
        made.append(Holder(reporter(place), f"{place.name}填报员", office, Role.REPORTER, place, since))
        if not park:
            head = faces.person(Random(f"{place.code} head"))
            made.append(Holder(reviewer(place), head, f"{place.name}重点项目办公室", Role.COUNTY_OFFICE, place))
        serving = f"{place.name}{'企业服务中心' if park else '营商服务中心'}"
        made.append(Holder(steward(place), STEWARDS[place.slug], serving, Role.STEWARD, place, SERVED))
    return made


def shown() -> list[dict[str, str]]:
    """The accounts that may sign in, as a person is told of them; of the owners the first."""
    told = [
        {"username": one.username, "name": one.name, "office": one.office, "role": one.role.value}
        for one in holders()
        if one.until is None
    ]
    owner = {"username": FIRST_OWNER, "name": "项目业主", "office": "重点产业项目业主单位", "role": Role.OWNER.value}
    return [{**one, "password": PASSWORD} for one in (*told, owner)]


def printed() -> list[dict[str, str]]:
    """One account of every role, and the counties' reporters: what fits a screen."""
    first: dict[str, str] = {}
    for one in shown():
        first.setdefault(one["role"], one["username"])
    wanted = {*first.values(), *(reporter(place) for place in COUNTIES[:1]), "baili", DEPUTY}
    return [one for one in shown() if one["username"] in wanted]


def appoint(ids: Ids, owners: Iterable[Holder]) -> None:
    """Open the offices, and give every account its holder and their appointment."""
    secret = make_password(PASSWORD)  # hashing takes a third of a second, and it is the same for all
    for one in (*holders(), *owners):
        office_id = people.open_office(one.office, area_id=ids.areas[one.place.code])
        official_id = people.open_account(
            one.username, name=one.name, encoded=secret, must_change_password=False, at=FOUNDED, by=FOUNDER
        )
        people.appoint(
            official_id, office_id=office_id, role=one.role, since=one.since, until=one.until, at=FOUNDED, by=FOUNDER
        )
        ids.officials[one.username] = official_id
