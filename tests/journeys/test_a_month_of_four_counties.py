"""A month by hand: typed on a phone and in a grid, returned twice, sealed with one missing, corrected by two people."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from journeys.four_counties import MONTH
from plugins.houses import House
from plugins.walking import arrived, until
from plugins.walking import enter as sign_in
from town import PASSWORD

pytestmark = pytest.mark.slow
TESTS = Path(__file__).parent.parent


@pytest.fixture
def site(house: House, live: Callable[[House], str]) -> str:
    """The address of the town's own server."""
    path = os.pathsep.join(part for part in (str(TESTS), os.environ.get("PYTHONPATH", "")) if part)
    told = house.environment | {"PYTHONPATH": path, "DJANGO_SETTINGS_MODULE": "ballast.site.settings"}
    subprocess.run([sys.executable, "-m", "journeys.four_counties"], env=told, check=True)
    return live(house)


def enter(page: Page, site: str, username: str) -> None:
    """Sign in as somebody, whoever sat here before."""
    page.context.clear_cookies()
    sign_in(page, site, username, PASSWORD)


def test_what_a_clerk_types_on_a_phone_outlives_the_session(site: str, phone: Page, faults: list[str]) -> None:
    enter(phone, site, "clerk1")
    expect(phone.locator("h1")).to_contain_text("我的待办")
    phone.goto(f"{site}/month/{MONTH}/project/P000001/")
    phone.fill("#cell-month_completed", "1,250")
    phone.fill("#cell-form_progress", "主体封顶")
    expect(phone.locator("#saving")).to_contain_text("已保存")
    phone.context.clear_cookies()
    phone.fill("#cell-problems", "雨季停工三天")
    expect(phone.locator("#saving")).to_contain_text("登录已失效")
    faults.clear()  # the browser notes the refusal it was given

    enter(phone, site, "county1")  # another person at the same machine is offered nothing of it
    phone.goto(f"{site}/month/{MONTH}/project/P000001/")
    expect(phone.locator(".kept")).to_be_hidden()
    expect(phone.locator("body")).not_to_contain_text("雨季")

    enter(phone, site, "clerk1")
    phone.goto(f"{site}/month/{MONTH}/project/P000001/")
    expect(phone.locator(".kept")).to_contain_text("尚未保存")
    phone.get_by_role("button", name="恢复到表中").click()
    expect(phone.locator("#saving")).to_contain_text("已保存")
    expect(phone.locator("#cell-problems")).to_have_value("雨季停工三天")
    expect(phone.locator("#cell-month_completed")).to_have_value("1,250")
    until(phone, "document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    until(phone, "Object.keys(localStorage).length == 0")


def typed(page: Page, site: str, place: int, amount: str) -> None:
    """A county's clerk types the month into the grid and submits it."""
    enter(page, site, f"clerk{place}")
    page.goto(f"{site}/month/{MONTH}/grid/99000{place}/")
    page.locator("table.typing tbody tr").first.locator("td").nth(3).click()
    page.keyboard.type(amount)
    page.keyboard.press("Enter")
    page.locator("table.typing tbody tr").first.locator("td").nth(7).click()
    page.keyboard.type("主体封顶")
    page.keyboard.press("Tab")
    expect(page.locator("#saving")).to_contain_text("已保存")
    page.locator("#grid-submit button").click()
    expect(page.locator(".messages")).to_contain_text("已提交 1 项")


def accepted(page: Page, site: str, username: str) -> None:
    """A reviewer accepts everything by the key for it."""
    enter(page, site, username)
    page.goto(f"{site}/month/{MONTH}/review/")
    while page.locator("#review-one").count():
        before = page.locator("ul.queue li").count()
        page.keyboard.press("a")
        expect(page.locator("ul.queue li")).to_have_count(before - 1)
        expect(page.locator("#one-panel")).to_be_visible()
        arrived(page)


def sealed(page: Page, site: str) -> None:
    """The board tells who is late, the page of the seal who is missing; then the month is sealed."""
    page.goto(f"{site}/month/board/?month={MONTH}")
    expect(page.locator("table.heat tfoot")).to_contain_text("3/4")
    page.goto(f"{site}/month/{MONTH}/sealing/")
    expect(page.locator("#absent")).to_contain_text("1 项")
    expect(page.locator("details.shown")).to_contain_text("北滩县新厂")
    page.locator("input[type=checkbox]").check()
    page.get_by_role("button", name=re.compile("封账")).click()
    expect(page.locator(".state.sealed").first).to_be_visible()
    page.goto(f"{site}/month/{MONTH}/sealing/")
    expect(page.locator("#seals")).to_contain_text("本月已封账")


def corrected(page: Page, site: str) -> None:
    """One person files a slip, another approves it."""
    enter(page, site, "county1")
    page.goto(f"{site}/month/{MONTH}/slip/P000001/?field=month_completed&new=1300")
    page.fill("[name=reason]", "少计一笔付款")
    page.fill("[name=evidence]", "付款凭证 88 号")
    page.get_by_role("button", name="提出更正单").click()
    expect(page.locator("article.slip")).to_contain_text("待批准")
    expect(page.get_by_role("button", name="批准")).to_have_count(0)
    enter(page, site, "second")
    page.goto(f"{site}/month/slips/")
    page.get_by_role("button", name="批准，并出更正后的新版").click()
    expect(page.locator(".messages")).to_contain_text(f"{MONTH} (2)")


def test_a_month_with_one_late_one_returned_twice_and_one_corrected(site: str, page: Page) -> None:
    for place, amount in ((1, "1250"), (2, "900"), (3, "700")):
        typed(page, site, place, amount)
    for remark, amount in (("请附凭证", "910"), ("凭证与金额不符", "920")):
        enter(page, site, "county2")
        page.goto(f"{site}/month/{MONTH}/review/")
        page.keyboard.press("r")
        page.keyboard.type(remark)
        page.keyboard.press("Control+Enter")
        expect(page.locator(".messages")).to_contain_text("已退回 1 项")
        enter(page, site, "clerk2")
        page.goto(f"{site}/month/worklist/?month={MONTH}")
        expect(page.locator("article.back")).to_contain_text(remark)
        typed(page, site, 2, amount)
    for username in ("county1", "county2", "county3", "office"):
        accepted(page, site, username)

    sealed(page, site)
    corrected(page, site)
    enter(page, site, "leader")
    expect(page).to_have_url(f"{site}/")
    page.goto(f"{site}/month/{MONTH}/project/P000001/")
    expect(page.locator("#one-panel")).to_contain_text("1,250")
    expect(page.locator("main form")).to_have_count(0)
