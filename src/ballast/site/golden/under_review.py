"""The open month on its way: some areas accepted, some with a reviewer, some sent back, some still typing."""

from datetime import datetime, timedelta
from itertools import islice

from django.contrib.auth import get_user_model

from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import Chosen, Edit, ReportCard
from ballast.site.golden.accounts import OFFICE, reporter, reviewer
from ballast.site.golden.places import BY_SLUG, Place, county_of
from ballast.site.golden.seasons import OPEN

ACCEPTED = ("mingwan", "hezhu", "yunzhan", "songyan", "konggang")
WITH_THE_CITY = ("tongting",)
SENT_BACK = {
    "gaoxin": {"month_completed": "与监理月报相差较大，请核对付款凭证后重报", "form_progress": "请写明具体部位"},
}
ASKED_BY_THE_CITY = {"month_completed": "本月完成占年计划比例偏高，请附支付凭证并说明"}
TYPING = ("shiyi", "guifan")
FEW = 3


def seated(username: str, at: datetime) -> OfficialCard | None:
    """The official of an account, as they stand at a moment."""
    return people.official_of(get_user_model().objects.get(username=username), on=at.date())


def review(at: datetime) -> None:
    """Counties and the city review what was handed in, from the moment ``at`` on; two counties begin to type."""
    county, city = at, at + timedelta(hours=5)
    for slug in (*ACCEPTED, *WITH_THE_CITY):
        _accept(slug, reviewer(county_of(BY_SLUG[slug])), county)
    for slug, remarks in SENT_BACK.items():
        _send_back(slug, reviewer(county_of(BY_SLUG[slug])), remarks, county)
    for slug in ACCEPTED:
        _accept(slug, OFFICE, city)
    for slug in WITH_THE_CITY:
        _send_back(slug, OFFICE, ASKED_BY_THE_CITY, city)
    for slug in TYPING:
        _type(BY_SLUG[slug], city + timedelta(hours=1))


def _waiting(slug: str, by: str, at: datetime) -> list[Chosen]:
    """The reports of an area that wait for an office."""
    found = queries.worklist(OPEN, seated(by, at), on=at.date()).to_review
    return [Chosen(item.serial, item.version) for item in found if item.area_code == BY_SLUG[slug].code]


def _accept(slug: str, by: str, at: datetime) -> None:
    actions.accept(OPEN, _waiting(slug, by, at), official=seated(by, at), at=at)


def _send_back(slug: str, by: str, remarks: dict[str, str], at: datetime) -> None:
    """A few come back with what is wrong on their cells."""
    few = [Chosen(one.serial, one.version, remarks) for one in _waiting(slug, by, at)[:FEW]]
    actions.send_back(OPEN, few, official=seated(by, at), at=at)


def _type(place: Place, at: datetime) -> None:
    """A reporter types half of the list; in one report the county's office typed something else meanwhile."""
    clerk = seated(reporter(place), at)
    due = [one for one in queries.reports(OPEN, place.code, clerk, on=at.date()) if one.due and one.last]
    typed = list(islice(due, len(due) // 2))
    actions.save(OPEN, [_draft(one) for one in typed], official=clerk, at=at)
    other = Edit(typed[0].serial, {"month_completed": 0, "form_progress": "停工"}, typed[0].version)
    actions.save(OPEN, [other], official=seated(reviewer(place), at), at=at + timedelta(minutes=20))


def _draft(one: ReportCard) -> Edit:
    """About what the month before said, not yet finished."""
    amount = one.last.get("month_completed") or 0
    words = one.last.get("form_progress") or "主体施工"
    return Edit(one.serial, {"month_completed": amount, "form_progress": words}, one.version)
