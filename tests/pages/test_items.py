"""Meetings on the site: the room and its notes, what was decided handed out, and everything done to an item."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from ballast.kit.audit import AuditLine
from ballast.rooms.meetings import actions
from ballast.rooms.meetings.models import ActionItem, Decision, Remark
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting import actions as reporting
from kit.uploads import snaps
from rooms.meetings.quarter import AT, Town, decided, held, item, meeting, slip
from town import PASSWORD

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


@pytest.fixture
def town() -> Town:
    return held()


def signed_in(username: str) -> Client:
    client = Client()
    assert client.login(username=username, password=PASSWORD)
    return client


def photo() -> SimpleUploadedFile:
    return SimpleUploadedFile("现场.jpg", snaps.photo(datetime(2025, 7, 20, 9), seed=1), "image/jpeg")


def test_the_screen_is_told_only_what_is_new_and_turns_for_all(town: Town) -> None:
    office, second = signed_in("office"), signed_in("second")
    room = f"/meetings/{town.meeting}/room/"
    page = office.get(room).content.decode()
    assert "二季度项目推进会" in page and '<header class="house"' not in page
    [seen] = re.findall(r"now/\?seen=([\d-]+)", page)
    assert office.get(f"{room}now/?seen={seen}").status_code == 204
    second.post(f"{room}turn/", {"page": "2", "remote": "1"}, headers={"HX-Request": "true"})
    now = office.get(f"{room}now/?seen={seen}").content.decode()
    assert "高端制剂厂" in now and "10.0" in now
    assert office.post(f"{room}turn/", {"page": "no"}).status_code == 400
    assert office.post(f"{room}turn/", {"page": "decided"}).status_code == 302, "without a script"
    for stranger in ("leader", "east", "owner"):
        assert signed_in(stranger).get(room).status_code == 403


def test_the_screen_shows_a_projects_photos_its_promises_and_what_was_noted_of_it(town: Town) -> None:
    card = registry.find(town.serial, held=EVERYWHERE)
    assert card is not None
    sent = [("现场.jpg", snaps.photo(datetime(2025, 7, 20, 9), seed=2))]
    reporting.attach(card, town.serial, shown="progress:2025-07", sent=sent, official=town.east, at=AT)
    number, office = item(town), signed_in("office")
    actions.close_meeting(town.meeting, official=town.office, at=AT)
    following = meeting(town.office, town.serial, title="三季度推进会", on=date(2025, 9, 1))
    office.post(f"/meetings/{following}/room/turn/", {"page": "2"})
    page = office.get(f"/meetings/{following}/room/").content.decode()
    [picture] = re.findall(r'<img src="(/projects/[^"]+\.jpg)"', page)
    assert office.get(picture)["Content-Type"] == "image/jpeg"
    assert "未兑现" in page and "落实用地指标" in page, number


def test_what_is_typed_is_kept_once_and_a_refusal_says_why(town: Town) -> None:
    office, name = signed_in("office"), slip()
    note = {"slip": name, "kind": "decision", "words": "月底前开工", "agenda": "2"}
    address = f"/meetings/{town.meeting}/room/note/"
    answers = [office.post(address, note, headers=JSON).json() for _ in range(2)]
    assert answers == [{"kept": name, "decision": 1}] * 2
    assert Decision.objects.count() == 1
    refused = office.post(address, {**note, "slip": slip(), "words": " "}, headers=JSON)
    assert (refused.status_code, refused.json()["said"]) == (400, "请写内容，至多 2000 字")
    assert (
        office.post(address, {"slip": slip(), "kind": "remark", "speaker": "王市长", "words": "快"}).status_code == 302
    )
    page = signed_in("leader").get(f"/meetings/{town.meeting}/outcomes/").content.decode()
    assert "月底前开工" in page and "王市长" in page and "meeting-assign" not in page
    office.post(f"/meetings/{town.meeting}/notes/back/", {"slip": Remark.objects.get().slip})
    assert "王市长" not in office.get(f"/meetings/{town.meeting}/outcomes/").content.decode()


def test_a_decision_is_handed_out_and_settled_on_the_site(town: Town) -> None:
    office, land = signed_in("office"), signed_in("land")
    given = {"decision": decided(town), "words": "落实用地", "office": town.land.seats[0].office.id, "level": "office",
             "serial": town.serial, "leader": "王市长"}  # fmt: skip
    address, today = f"/meetings/{town.meeting}/assign/", timezone.localdate()
    for wrong, said in (
        (f"{today - timedelta(days=1)}", "期限应在"), ("2025-02-30", "不是日期"), ("2099-01-01", "期限应在")
    ):  # fmt: skip
        refused = office.post(address, {**given, "deadline": wrong})
        assert refused.status_code == 400 and said in refused.content.decode()
    assert land.post(address, given).status_code == 403
    office.post(address, {**given, "deadline": f"{today + timedelta(days=9)}"})
    number = ActionItem.objects.get().number
    assert number in land.get("/items/mine/").content.decode()
    assert "落实用地" in land.get("/items/").content.decode()
    do = f"/items/{number}/do/"
    assert land.post(do, {"verb": "submit"}).status_code == 400
    assert land.post(do, {"verb": "settle", "words": "x"}).status_code == 403
    assert land.post(do, {"verb": "submit", "files": [photo()]}).status_code == 302
    assert office.post(do, {"verb": "settle"}).status_code == 302
    again = office.post(do, {"verb": "settle"})
    assert again.status_code == 400 and "已销号" in again.content.decode()
    page = office.get(f"/items/{number}/").content.decode()
    [paper] = re.findall(rf"/items/{number}/papers/(\d+)/", page)
    assert office.get(f"/items/{number}/papers/{paper}.jpg")["Content-Type"] == "image/jpeg"
    assert office.get(f"/items/{number}/papers/{paper}/")["Content-Disposition"].startswith("attachment")
    assert AuditLine.objects.filter(act="download", actor="office").count() == 1


def test_an_overdue_item_is_urged_and_only_those_concerned_see_it(town: Town) -> None:
    office, number = signed_in("office"), item(town)
    assert "督办" in office.get("/items/?which=overdue").content.decode()
    assert office.post(f"/items/{number}/urge/").status_code == 302
    [letter] = re.findall(r'/items/letters/([^"]+)\.docx', office.get(f"/items/{number}/").content.decode())
    assert office.get(f"/items/letters/{letter}.docx").status_code == 200
    assert office.post(f"/items/{number}/urge/").status_code == 400
    assert signed_in("owner").get(f"/items/{number}/").status_code == 200
    assert signed_in("owner").post(f"/items/{number}/do/", {"verb": "confirm"}).status_code == 400
    west = signed_in("east")
    assert number in west.get("/items/?which=all").content.decode()


def test_the_review_of_a_first_meeting_says_that_there_was_none(town: Town) -> None:
    assert "此前没有开过同类会议" in signed_in("leader").get(f"/meetings/{town.meeting}/review/").content.decode()
