"""The site's pages over the smallest city: what they say, to whom, and at what price."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from urllib.parse import quote

import pytest
from django.http import HttpResponse
from django.test import Client
from openpyxl import load_workbook
from pytest_django.fixtures import DjangoAssertNumQueries

from ballast import month
from ballast.kit.audit import AuditLine
from ballast.kit.ledger import journal
from ballast.rooms.policy import actions as policy
from ballast.rooms.registry import actions
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE, ProfileCard
from ballast.rulebook.books.layers import POLICIES
from pages.cast import EVIL, JULY, PASSWORD, Town, settle
from town import everybody

pytestmark = pytest.mark.django_db(transaction=True)
Ask = Callable[..., HttpResponse]


@pytest.fixture
def town() -> Town:
    """The smallest city."""
    return settle()


def client(username: str) -> Client:
    """A signed-in browser of one of the people."""
    browser = Client(headers={"host": "localhost", "accept-language": "zh-CN"})
    assert browser.login(username=username, password=PASSWORD)
    return browser


def text(browser: Client, path: str, status: int = 200) -> str:
    """The page, whose status must be as said."""
    answer = browser.get(path)
    assert answer.status_code == status, answer.content[:300]
    return answer.content.decode()


def test_a_sealed_overview_asks_a_handful_of_questions(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    settle(sealed=True)
    browser = client("leader")
    said = text(browser, f"/?month={JULY}")
    assert "已封账" in said and "第 1 版" in said and "我包联的项目" in said
    with django_assert_max_num_queries(16):
        text(browser, f"/?month={JULY}")


def test_a_month_nobody_knows_is_refused_with_a_sentence(town: Town) -> None:
    said = text(client("leader"), "/?month=2031-01", status=404)
    assert "没有“2031-01”这个月的数据" in said


def test_the_export_is_numbers_and_text_never_a_formula(town: Town) -> None:
    answer = client("office").get(f"/projects/export.xlsx?month={JULY}")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=3)}
    evil = rows[town.west]
    assert evil[1].value == EVIL and evil[1].data_type == "s"
    assert evil[10].value == 3000.5 and evil[10].data_type == "n"
    assert rows[town.east][14].value == 1 and rows[town.east][14].number_format == "0.0%"


def test_what_a_list_calls_a_project_is_text_on_the_page(town: Town) -> None:
    assert "&#x27;" in text(client("office"), f"/projects/{town.west}/")


def test_a_reporter_finds_the_own_project_and_no_other(town: Town) -> None:
    browser = client("east")
    assert "东港码头" in text(browser, f"/projects/{town.east}/")
    for path in ("", "panels/card/", "panels/history/", "panels/timeline/"):
        text(browser, f"/projects/{town.west}/{path}", status=404)
    assert town.west not in text(browser, f"/projects/?month={JULY}")
    assert town.west not in text(browser, f"/projects/?month={JULY}&county=990002")


def test_a_reporter_sees_the_own_row_of_a_shared_list_and_no_file(town: Town) -> None:
    browser = client("east")
    own = text(browser, f"/sources/{town.source}/?row=2&field=total_investment")
    assert "<mark" in own and "东港码头" in own and "cmd" not in own
    text(browser, f"/sources/{town.source}/?row=3&field=total_investment", status=404)
    text(browser, f"/sources/{town.source}/", status=404)
    assert browser.get(f"/sources/{town.source}/original/").status_code == 404


def test_the_office_sees_the_whole_sheet_and_has_the_file(town: Town) -> None:
    browser = client("office")
    whole = text(browser, f"/sources/{town.source}/?row=3&field=total_investment")
    assert "3000.5" in whole and "东港码头" in whole
    answer = browser.get(f"/sources/{town.source}/original/")
    assert load_workbook(io.BytesIO(answer.content)).sheetnames == ["清单"]
    assert text(browser, "/sources/999/", status=404)


def test_a_project_is_shown_as_it_was_known(town: Town) -> None:
    browser = client("office")
    text(browser, f"/projects/{town.east}/?at=2024-12-31", status=404)
    assert "东港码头" in text(browser, f"/projects/{town.east}/?at=2025-01-06")
    text(browser, f"/projects/{town.east}/?at=yesterday", status=404)


def test_a_leader_may_not_load_a_map(town: Town) -> None:
    answer = client("leader").post("/map/load/")
    assert answer.status_code == 403 and "没有“换地图”的权限" in answer.content.decode()


@pytest.mark.parametrize("sent", ["", b"<html>", b'{"features": []}'])
def test_what_is_no_map_is_told_to_the_office(town: Town, sent: bytes | str) -> None:
    file = io.BytesIO(sent) if isinstance(sent, bytes) else None
    if file:
        file.name = "map.json"
    answer = client("office").post("/map/load/", {"file": file} if file else {}, follow=True)
    assert "GeoJSON" in answer.content.decode().split('class="messages"')[1]


def test_a_city_without_a_month_says_what_to_do_first(db: None) -> None:
    from ballast.rooms.people import actions as people
    from ballast.rulebook.terms import AreaKind

    everybody({"city": people.establish("990000", "海州市", kind=AreaKind.CITY)}, "office")
    browser = client("office")
    for path in ("/", "/projects/", "/map/", "/figures/completed/", "/panels/reports/"):
        assert "还没有" in text(browser, path) or path == "/panels/reports/"


def test_departments_are_lit_on_the_board_and_open_to_their_reasons() -> None:
    town, office, at = settle(), "市水利局", datetime(2025, 8, 10, 1, tzinfo=UTC)
    found = registry.find(town.east, held=EVERYWHERE)
    assert found is not None
    with journal.entry(at=at, by="office", action="test") as writer:
        card = ProfileCard(project_id=found.project_id, name=found.name, area_id=found.area_id, responsible=office,
                           total_investment=found.total_investment)  # fmt: skip
        actions.describe([card], writer=writer)
    data = (POLICIES / "presets" / "departments" / "book.toml").read_bytes()
    policy.adopt(data, "book.toml", effective=date(2025, 1, 1), at=at, by="office")
    month.seal(JULY, at=at, by="office")
    board = text(client("leader"), f"/supervision/?month={JULY}")
    assert "部门亮灯" in board and f"/supervision/departments/{quote(office)}/" in board
    why = text(client("leader"), f"/supervision/departments/{office}/?month={JULY}")
    assert f"<h1>{office}</h1>" in why and "项目中有 0 个" in why
    assert town.east in text(client("leader"), f"/projects/?month={JULY}&q={quote(office)}")
    assert "部门亮灯" not in text(client("county"), f"/supervision/?month={JULY}")
    text(client("county"), f"/supervision/departments/{office}/?month={JULY}", status=404)


def test_any_page_is_saved_as_it_is_shown(town: Town) -> None:
    browser = client("leader")
    answer = browser.get(f"/?month={JULY}&as=xlsx")
    assert "spreadsheetml" in answer.headers["Content-Type"]
    book = load_workbook(io.BytesIO(answer.content))
    assert {"从谋划到达产", "三个迟迟", "县（市、区）比一比"} <= set(book.sheetnames)
    assert [cell.value for cell in book["从谋划到达产"][3]][:1] == ["阶段"]
    line = AuditLine.objects.get(act="export_shown")
    assert (line.actor, line.detail["page"]) == ("leader", f"/?month={JULY}&as=xlsx")
    assert "没有表格" in text(browser, "/account/password/?as=xlsx", status=404)
    assert Client(headers={"host": "localhost"}).get("/?as=xlsx").status_code == 302
