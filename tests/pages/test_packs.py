"""A meeting and its pack on the site: called, made, checked, issued and taken by the office; not by others before."""

import io
import zipfile
from datetime import UTC, datetime

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from ballast import month
from ballast.kit.audit import AuditLine
from ballast.rooms.meetings import queries
from ballast.rooms.meetings.cards import FileKind
from ballast.rooms.meetings.models import Making
from ballast.rooms.meetings.packing import checked
from ballast.site import tasks
from pages.cast import JULY, PASSWORD, settle, shown

pytestmark = pytest.mark.django_db


def signed_in(username: str) -> Client:
    client = Client()
    assert client.login(username=username, password=PASSWORD)
    return client


def made(office: Client, number: str) -> None:
    """The pack asked for on the page, and made as the worker would."""
    office.post(f"/meetings/{number}/packs/")
    for waiting in DBTaskResult.objects.ready():
        tasks.make_pack.call(*waiting.args_kwargs["args"], **waiting.args_kwargs["kwargs"])
        waiting.delete()


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
    made(office, number)
    assert "每个数都与固定数据一致" in office.get(f"/meetings/{number}/packs/1/").content.decode()
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
    made(office, number)
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
    made(office, number)
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


def test_the_page_tells_how_far_it_has_come(office: Client) -> None:
    number = called(office)
    told = f"/meetings/{number}/packs/making/"
    assert office.get(told).status_code == 204, "nothing was asked for"
    waiting = office.post(f"/meetings/{number}/packs/", follow=True).content.decode()
    assert "等候后台制作" in waiting and "制作材料并核对" not in waiting
    office.post(f"/meetings/{number}/packs/")
    assert Making.objects.count() == 1, "asking twice makes one"
    Making.objects.update(state="running", tries=2, done=37, total=94)
    half = office.get(told).content.decode()
    assert "正在制作 37/94" in half and "第 2 次" in half and 'value="37"' in half
    assert office.get(f"{told}?seen=running-2-37-False").status_code == 204
    Making.objects.update(state="waiting", tries=0, asked_at=datetime(2025, 8, 12, 1, tzinfo=UTC))
    assert "ballast work" in office.get(told).content.decode(), "nobody has taken it up"
    made(office, number)
    assert "第 1 份材料已生成" in office.get(told).content.decode()
    assert [one.number for one in queries.packs(number)] == [1]


def test_what_stood_in_the_way_is_said(office: Client) -> None:
    number = called(office)
    Making.objects.create(
        meeting=number, state="failed", asked_by="office", asked_at=datetime(2025, 8, 12, 1, tzinfo=UTC),
        reason_zh="磁盘已满", reason_en="the disk is full",
    )  # fmt: skip
    page = office.get(f"/meetings/{number}/").content.decode()
    assert "材料未能生成：磁盘已满" in page and "制作材料并核对" in page
    assert "磁盘已满" not in signed_in("leader").get(f"/meetings/{number}/").content.decode()


def test_a_person_who_prepares_nothing_is_refused(office: Client) -> None:
    number = called(office)
    assert signed_in("leader").post(f"/meetings/{number}/packs/").status_code == 403
    assert signed_in("county").post("/meetings/call/", {"kind": "quarterly"}).status_code == 403
