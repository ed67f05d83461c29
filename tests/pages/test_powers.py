"""Powers over time as the pages keep them: they begin and end with the day, and the past is no way around today."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from ballast.kit.audit import AuditLine
from ballast.kit.ledger import journal
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.people import actions as people
from ballast.rooms.people import queries as officials
from ballast.rooms.people.models import Area
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry import queries
from ballast.rooms.registry.cards import ProfileCard
from pages.cast import JULY, PHONE, Town, settle

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def town() -> Town:
    return settle()


def browser(username: str) -> Client:
    client = Client(headers={"host": "localhost", "accept-language": "zh-CN"})
    client.force_login(get_user_model().objects.get(username=username))
    return client


def seen(username: str, path: str) -> int:
    """What a page answers somebody."""
    return int(browser(username).get(path).status_code)


def on(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """Let it be noon of another day."""
    moment = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: moment)


def test_whose_appointment_ended_yesterday_has_nothing_today(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = ("/", "/projects/", f"/projects/{town.east}/", "/map/", "/figures/completed/", f"/month/{JULY}/reports/")
    assert {seen("former", path) for path in pages} == {403}
    assert "没有任职" in browser("former").get("/").content.decode()
    on(monkeypatch, timezone.localdate() - DAY)
    assert {seen("former", path) for path in pages} == {200}


def test_a_delegate_has_it_to_the_last_day_and_not_the_day_after(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    today = timezone.localdate()
    east, west = officials.official_named("east"), officials.official_named("west")
    assert east is not None and west is not None
    people.delegate(
        east.id, west.id, powers=None, since=today, until=today + DAY, reason="出差", on=today, at=timezone.now(),
        by="security",
    )  # fmt: skip
    for later, status in ((0, 200), (1, 200), (2, 404)):
        on(monkeypatch, today + later * DAY)
        assert seen("west", f"/projects/{town.east}/") == status, later
        assert seen("west", f"/month/{JULY}/reports/form/990001.xlsx") == status, later


def test_the_past_is_held_against_what_one_may_see_today(town: Town) -> None:
    west = Area.objects.get(code="990002")
    project = _id(town.east)
    with journal.entry(at=timezone.now(), by="office", action="move") as writer:
        registry.describe([ProfileCard(project_id=project, name="东港码头", area_id=west.pk)], writer=writer)
    path, month = f"/projects/{town.east}/", f"/projects/?month={JULY}"
    assert seen("east", path) == 404 and seen("east", f"{path}?at=2025-02-01") == 404
    assert "东港码头" not in browser("east").get(month).content.decode()
    assert "东港码头" not in browser("east").get(f"/figures/projects/?month={JULY}").content.decode()
    assert seen("west", path) == 200 and seen("west", f"{path}?at=2025-02-01") == 200
    assert "东港码头" in browser("west").get(month).content.decode()
    assert "东港码头" in browser("west").get(f"/figures/projects/?month={JULY}").content.decode()


def test_an_owner_begins_with_their_projects_and_an_administrator_nowhere_near_them(town: Town) -> None:
    answer = browser("owner").get("/", follow=True)
    assert answer.redirect_chain == [("/projects/", 302)]
    said = answer.content.decode()
    assert "东港码头" in said and ">总览</a>" not in said
    refused = browser("audit").get("/projects/")
    assert refused.status_code == 403 and "没有“查看”的权限" in refused.content.decode()
    [line] = AuditLine.objects.filter(act="refusal", result="refused", actor="audit")
    assert (line.object, line.detail["code"]) == ("GET /projects/", "not_allowed")


def test_who_asks_for_anothers_project_is_noted(town: Town) -> None:
    seen("west", f"/projects/{town.east}/")
    seen("west", "/projects/P999999/")
    [theirs, none] = AuditLine.objects.filter(act="refusal", result="refused").order_by("id")
    assert (theirs.actor, theirs.detail["where"], theirs.detail["code"]) == ("west", town.east, "not_your_project")
    assert "code" not in none.detail and none.object == "GET /projects/P999999/"


def test_the_panel_says_who_answers_and_hides_the_phones(town: Town) -> None:
    said = browser("leader").get(f"/projects/{town.east}/").content.decode()
    assert "业主联系人" in said and "138****1234" in said and PHONE not in said
    assert "指定责任人" not in said
    shown = browser("leader").get(f"/projects/{town.east}/phones/").content.decode()
    assert PHONE in shown
    [line] = AuditLine.objects.filter(act="view_phones")
    assert (line.actor, line.object) == ("leader", town.east)


def test_the_county_office_names_somebody_and_ends_it(town: Town) -> None:
    client, path = browser("county"), f"/projects/{town.east}/"
    today = timezone.localdate().isoformat()
    asked = {"kind": "task_force", "person": "赵六", "office": "专班", "phone": "010-66001234", "since": today}
    done = client.post(f"{path}roles/", asked, follow=True)
    assert "赵六" in done.content.decode() and "已记录" in done.content.decode()
    [role] = [one for one in queries.roles_of(_id(town.east)) if one.person == "赵六"]
    client.post(f"{path}roles/{role.id}/end/", {"until": today})
    [role] = [one for one in queries.roles_of(_id(town.east)) if one.person == "赵六"]
    assert role.until == timezone.localdate()
    refused = client.post(f"{path}roles/", {**asked, "phone": "=cmd"})
    assert refused.status_code == 400 and "不是电话号码" in refused.content.decode()
    assert AuditLine.objects.filter(act__in=("name_role", "end_role"), actor="county").count() == 2


def test_reading_of_a_project_in_talks_is_noted(town: Town) -> None:
    with journal.entry(at=timezone.now(), by="office", action="import") as writer:
        [talks] = registry.enrol(1, writer=writer)
        area = Area.objects.get(code="990001")
        registry.describe([ProfileCard(project_id=talks, name="某号项目", area_id=area.pk)], writer=writer)
        lifecycle.move(
            [MilestoneCard(project_id=talks, kind="negotiating", basis="declared", actual_on=date(2025, 7, 1))],
            writer=writer,
        )
    [serial] = queries.serials([talks]).values()
    seen("east", f"/projects/{serial}/")
    seen("east", f"/projects/{town.east}/")
    [line] = AuditLine.objects.filter(act="view")
    assert (line.actor, line.detail["shown"]["negotiation"]["first"]) == ("east", [serial])


def _id(serial: str) -> int:
    card = queries.find(serial, held=queries.EVERYWHERE)
    assert card is not None
    return card.project_id
