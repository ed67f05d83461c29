"""The pages of offices and people: accounts, rosters, appointments, delegations, and the tree on any day."""

import io
from datetime import date, timedelta

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from ballast.kit.audit import AuditLine
from ballast.rooms.people import actions, queries
from ballast.rooms.people.models import Official
from ballast.rulebook.powers import Power
from ballast.rulebook.terms import AreaKind
from town import account, everybody

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def ids() -> dict[str, int]:
    """The cast in a city of two counties without projects; their ids."""
    city = actions.establish("990000", "海州市", kind=AreaKind.CITY)
    east = actions.establish("990001", "东港区", kind=AreaKind.COUNTY, parent_id=city, position=1)
    west = actions.establish("990002", "西岭县", kind=AreaKind.COUNTY, parent_id=city, position=2)
    return everybody({"city": city, "east": east, "west": west})


def today() -> date:
    """The day it is."""
    return timezone.localdate()


def browser(username: str) -> Client:
    client = Client(headers={"host": "localhost", "accept-language": "zh-CN"})
    client.force_login(get_user_model().objects.get(username=username))
    return client


def roster(*rows: list[str]) -> SimpleUploadedFile:
    book, held = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (["账号", "姓名", "单位", "岗位"], *rows):
        sheet.append(row)
    book.save(held)
    return SimpleUploadedFile("名册.xlsx", held.getvalue())


def test_an_account_is_made_and_its_password_shown_once() -> None:
    system = browser("system")
    made = system.post("/people/accounts/new/", {"username": "wang", "name": "王一"}).content.decode()
    password = made.split("<code>")[1].split("</code>")[0]
    assert authenticate(username="wang", password=password) is not None
    assert password not in system.get("/people/accounts/").content.decode()
    again = system.post("/people/accounts/new/", {"username": "wang", "name": "王一"})
    assert again.status_code == 400 and "已存在" in again.content.decode()


def test_a_roster_answers_with_the_sheet_of_passwords_or_with_every_fault() -> None:
    system = browser("system")
    answer = system.post("/people/accounts/roster/", {"file": roster(["wang", "王一"], ["li", "李四"])})
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None and answer.headers["Content-Disposition"].startswith("attachment")
    passwords = {row[0].value: str(row[2].value) for row in sheet.iter_rows(min_row=3)}
    assert authenticate(username="li", password=passwords["li"]) is not None
    [line] = AuditLine.objects.filter(act="hand_out_passwords")
    assert line.detail["accounts"] == 2 and passwords["li"] not in str(line.detail)
    refused = system.post("/people/accounts/roster/", {"file": roster(["wang", "王一"], ["A B", "赵"])})
    said = refused.content.decode()
    assert refused.status_code == 400 and "Sheet!A2" in said and "Sheet!A3" in said
    assert not get_user_model().objects.filter(username="a b").exists()


def test_an_account_is_closed_and_opened_again(ids: dict[str, int]) -> None:
    system = browser("system")
    for verb, is_open in (("close", False), ("open", True)):
        system.post("/people/accounts/close/", {"account": ids["east"], "verb": verb})
        assert get_user_model().objects.get(username="east").is_active is is_open
    acts = AuditLine.objects.filter(actor="system", object="east").values_list("act", flat=True)
    assert list(acts.order_by("pk")) == ["close_account", "reopen_account"]


def test_the_security_administrator_appoints_ends_and_opens_an_office() -> None:
    security, wang = browser("security"), account("wang")
    security.post("/people/offices/new/", {"name": "西岭县住建局", "area": queries.areas()[2].id})
    office = next(one for one in queries.offices() if one.name == "西岭县住建局")
    asked = {"person": "wang", "office": office.id, "role": "reporter", "since": today().isoformat(), "until": ""}
    assert "wang" in security.post("/people/appointments/new/", asked, follow=True).content.decode()
    [card] = queries.appointments(official_id=wang)
    assert (card.office.name, card.role, card.until) == ("西岭县住建局", "reporter", None)
    refused = security.post("/people/appointments/new/", {**asked, "role": "audit_admin"})
    assert refused.status_code == 400 and "三人" in refused.content.decode()
    security.post(f"/people/appointments/{card.id}/end/", {"until": today().isoformat()})
    [card] = queries.appointments(official_id=wang)
    assert card.until == today()
    listed = security.post("/people/appointments/roster/", {"file": roster(["wang", "", "西岭县住建局", "填报员"])})
    assert listed.status_code == 400 and "已任填报员" in listed.content.decode()


def test_an_official_lends_and_recalls_their_own_and_nobody_elses(ids: dict[str, int]) -> None:
    east, west = browser("east"), browser("west")
    asked = {"taker": "west", "power": ["read", "report"], "since": today().isoformat(), "reason": "休假"}
    refused = east.post("/people/delegations/new/", asked)
    assert refused.status_code == 400 and "截止日期" in refused.content.decode()
    east.post("/people/delegations/new/", {**asked, "until": (today() + DAY).isoformat(), "giver": "office"})
    [made] = queries.delegations()
    assert (made.giver, made.taker, made.powers) == ("east", "west", (Power.READ, Power.REPORT))
    assert west.post(f"/people/delegations/{made.id}/recall/").status_code == 400
    assert "休假" in west.get("/people/delegations/").content.decode()
    east.post(f"/people/delegations/{made.id}/recall/")
    assert queries.delegations() == []
    assert [line.actor for line in AuditLine.objects.filter(act__contains="deleg")] == ["east", "east"]


def test_the_security_administrator_lends_for_somebody_who_is_away(ids: dict[str, int]) -> None:
    days = {"since": today().isoformat(), "until": (today() + DAY).isoformat()}
    asked = {"giver": "east", "taker": "county", "all": "1", **days}
    browser("security").post("/people/delegations/new/", asked)
    [made] = queries.delegations()
    assert (made.giver, made.taker, made.powers) == ("east", "county", None)
    administrators = {**asked, "taker": "audit"}
    assert "管理员" in browser("security").post("/people/delegations/new/", administrators).content.decode()


def test_the_tree_says_who_held_what_on_a_day(ids: dict[str, int]) -> None:
    [card] = queries.appointments(official_id=ids["east"])
    security = browser("security")
    security.post(f"/people/appointments/{card.id}/end/", {"until": (today() - DAY).isoformat()})
    now = browser("leader").get("/people/").content.decode()
    then = browser("leader").get(f"/people/?on={today() - DAY}").content.decode()
    assert "<strong>east</strong>" in then and "<strong>east</strong>" not in now and "空缺" in now
    found = browser("leader").get("/people/?q=西岭").content.decode()
    assert "office of west" in found and "office of east" not in found


def test_names_are_text_on_every_page() -> None:
    Official.objects.filter(user__username="east").update(name="<b>x</b>")
    for member, path in (
        ("leader", "/people/"),
        ("system", "/people/accounts/"),
        ("security", "/people/appointments/"),
    ):
        assert b"<b>x</b>" not in browser(member).get(path).content


def test_from_a_new_account_to_the_first_page_of_ones_own(ids: dict[str, int]) -> None:
    """One makes the account, its holder changes the password before anything else, and another appoints."""
    made = browser("system").post("/people/accounts/new/", {"username": "wang", "name": "王一"}).content.decode()
    password = made.split("<code>")[1].split("</code>")[0]
    wang = Client(headers={"host": "localhost", "accept-language": "zh-CN"})
    wang.post("/sign-in/", {"username": "wang", "password": password})
    assert wang.get("/projects/").headers["Location"] == "/account/password/"
    wang.post("/account/password/", {"old": password, "new": "Qinghe-2025-gai", "again": "Qinghe-2025-gai"})
    assert authenticate(username="wang", password=password) is None
    unseated = wang.get("/projects/")
    assert unseated.status_code == 403 and "没有任职" in unseated.content.decode()
    office = next(one for one in queries.offices() if one.name == "office of east")
    asked = {"person": "wang", "office": office.id, "role": "reporter", "since": today().isoformat()}
    browser("security").post("/people/appointments/new/", asked)
    assert wang.get("/projects/").status_code == 200
