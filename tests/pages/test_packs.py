"""A meeting and its pack on the site: called, made, checked, issued and taken by the office; not by others before."""

import io
import zipfile
from datetime import UTC, datetime

import pytest
from django.test import Client

from ballast import month
from ballast.kit.audit import AuditLine
from ballast.rooms.meetings import queries
from ballast.rooms.meetings.cards import FileKind
from ballast.rooms.meetings.packing import checked
from pages.cast import JULY, PASSWORD, settle, shown

pytestmark = pytest.mark.django_db


def signed_in(username: str) -> Client:
    client = Client()
    assert client.login(username=username, password=PASSWORD)
    return client


@pytest.fixture
def office() -> Client:
    settle(sealed=True)
    return signed_in("office")


def called(office: Client, kind: str = "monthly") -> str:
    form = {"kind": kind, "month": JULY, "held_on": "2025-08-12", "place": "一号会议室"}
    address = office.post("/meetings/call/", form, follow=True).request["PATH_INFO"]
    return str(address).rstrip("/").rpartition("/")[2]


def test_from_the_call_to_the_zip(office: Client) -> None:
    number = called(office)
    page = office.get(f"/meetings/{number}/").content.decode()
    assert "2025年7月月调度会" in page and "落后的重点产业项目" not in page and "通报" in page
    made = office.post(f"/meetings/{number}/packs/", follow=True)
    assert "每个数都与固定数据一致" in made.content.decode()
    leader = signed_in("leader")
    assert leader.get(f"/meetings/{number}/packs/1/").status_code == 404, "not before it is issued"
    issued = office.post(f"/meetings/{number}/packs/1/issue/", follow=True)
    assert "已印发" in issued.content.decode()
    taken = leader.get(f"/meetings/{number}/packs/1/pack.zip")
    names = zipfile.ZipFile(io.BytesIO(taken.content)).namelist()
    assert names[0] == "01-通报.docx" and names[-1] == "06-数据表.xlsx"
    line = AuditLine.objects.get(act="take_pack", actor="leader")
    assert line.detail["meeting"] == number and line.detail["edition"] == 1
    single = leader.get(f"/meetings/{number}/packs/1/1/")
    assert "attachment" in single.headers["Content-Disposition"]
    assert leader.get(f"/meetings/{number}/packs/1/99/").status_code == 404
    assert signed_in("east").get(f"/meetings/{number}/packs/1/1/").status_code == 404, "a county sees its own projects"


def test_places_not_yet_published_are_need_to_know(office: Client) -> None:
    number = called(office, "quarterly")
    assert "列第 1 位" in office.get(f"/meetings/{number}/").content.decode()
    assert AuditLine.objects.filter(act="view", actor="office").exists()
    page = signed_in("leader").get(f"/meetings/{number}/").content.decode()
    assert "列第" not in page and "先进县典型发言" not in page
    office.post(f"/meetings/{number}/packs/")
    assert "需知" in office.get(f"/meetings/{number}/packs/1/").content.decode()
    office.post(f"/meetings/{number}/packs/1/issue/")
    assert signed_in("leader").get(f"/meetings/{number}/packs/1/").status_code == 404


def test_the_newest_photo_stands_on_a_projects_page_and_no_other_does() -> None:
    town = settle()
    shown(town)
    month.seal(JULY, at=datetime(2025, 8, 12, 1, tzinfo=UTC), by="office")
    office = signed_in("office")
    number = called(office)
    item = {
        "about": "project",
        "subject": town.east,
        "title": "东港码头",
        "task": "reviewed",
        "minutes": "3",
        "reason": "看现场",
    }
    office.post(f"/meetings/{number}/items/", item)
    office.post(f"/meetings/{number}/packs/")
    pack = queries.pack(number, 1)
    assert pack is not None and pack.findings == ()
    place = next(place for place, one in enumerate(pack.files, start=1) if one.kind is FileKind.PROJECT)
    page = office.get(f"/meetings/{number}/packs/1/{place}/").content
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(page)) as old, zipfile.ZipFile(changed, "w") as new:
        [photo] = [name for name in old.namelist() if name.startswith("word/media/")]
        for name in old.namelist():
            new.writestr(name, old.read(name) + (b"0" if name == photo else b""))
    seal = f"fact:seal/{JULY}/e1"
    assert checked([("x", FileKind.PROJECT, page)], seal=seal, characters=4000) == []
    faults = checked([("x", FileKind.PROJECT, changed.getvalue())], seal=seal, characters=4000)
    assert {fault.code for _, fault in faults} == {"wrong-picture"}


def test_a_person_who_prepares_nothing_is_refused(office: Client) -> None:
    number = called(office)
    assert signed_in("leader").post(f"/meetings/{number}/packs/").status_code == 403
    assert signed_in("county").post("/meetings/call/", {"kind": "quarterly"}).status_code == 403
