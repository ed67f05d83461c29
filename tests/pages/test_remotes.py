"""A telephone without an account at the screen of a meeting: what it is shown, and all it is not."""

import re

import pytest
from django.test import Client

from ballast.kit.audit import AuditLine
from pages.cast import settle
from pages.test_packs import called, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Client:
    settle(sealed=True)
    return signed_in("office")


def test_one_account_holds_screen_and_telephone(office: Client) -> None:
    number = called(office)
    office.post(f"/meetings/{number}/open/")
    shown = office.post(f"/meetings/{number}/room/code/").content.decode()
    [address] = re.findall(r'class="address">http://testserver(/remote/[A-Z2-9]{4}-[A-Z2-9]{4}/)<', shown)
    assert "data:image/svg+xml" in shown
    phone = Client()
    assert "将这部手机作为遥控" in phone.get(address).content.decode(), "looking at it takes nothing"
    remote = phone.post(address).headers["Location"]
    assert Client().post(address).status_code == 404, "it works once"
    assert "手机 1" in office.get(f"/meetings/{number}/room/remotes/").content.decode()
    page = phone.get(remote)
    assert page.status_code == 200 and "no-store" in page.headers["Cache-Control"]
    assert 'value="decision"' not in page.content.decode()
    turned = phone.post(f"{remote}turn/", {"page": "decided"}, headers={"HX-Request": "true"}).content.decode()
    assert "会议决定" in turned
    assert "会议决定" in office.get(f"/meetings/{number}/room/").content.decode()
    said = {"slip": "a1b2c3d4", "words": "再快一些", "speaker": "王市长", "kind": "decision"}
    assert phone.post(f"{remote}note/", said, headers={"Accept": "application/json"}).json() == {"kept": "a1b2c3d4"}
    outcomes = office.get(f"/meetings/{number}/outcomes/").content.decode()
    assert "再快一些" in outcomes, "and it is a remark, whatever the form says"
    assert not AuditLine.objects.filter(act="decide").exists()
    for closed in ("", f"meetings/{number}/", f"meetings/{number}/room/", "projects/"):
        assert phone.get(f"/{closed}").headers["Location"].startswith("/sign-in/"), closed


def test_it_is_told_that_it_is_over(office: Client) -> None:
    number = called(office)
    office.post(f"/meetings/{number}/open/")
    shown = office.post(f"/meetings/{number}/room/code/").content.decode()
    phone = Client()
    remote = phone.post(re.findall(r"testserver(/remote/[^<]+)<", shown)[0]).headers["Location"]
    assert phone.get(f"{remote}now/?seen=0-0").status_code == 204
    office.post(f"/meetings/{number}/close/")
    over = phone.get(f"{remote}now/?seen=0-0")
    assert over.status_code == 200 and "会议已结束" in over.content.decode()
    assert phone.post(f"{remote}turn/", {"page": "front"}).status_code == 404
