"""The door: nobody in without signing in, and a county reporter only to the county's own projects."""

import pytest
from playwright.sync_api import Page, expect

from plugins.walking import PASSWORD, enter, sign_in

pytestmark = pytest.mark.slow

REPORTER, COUNTY = "mingwan", "溟湾区"
EVERYWHERE = (
    "/", "/panels/reports/", "/projects/", "/projects/export.xlsx", "/projects/P000148/",
    "/projects/P000148/panels/card/", "/sources/1/", "/sources/1/original/", "/map/", "/map/outlines.geojson",
    "/figures/", "/figures/completed/", "/import/",
)  # fmt: skip


def test_who_has_not_signed_in_is_sent_to_the_gate(golden_site: str, page: Page) -> None:
    for path in EVERYWHERE:
        answer = page.request.get(golden_site + path, max_redirects=0)
        assert answer.status == 302, path
        assert answer.headers["location"].startswith("/sign-in/"), path


def test_a_wrong_password_is_told_plainly(golden_site: str, page: Page) -> None:
    page.goto(f"{golden_site}/sign-in/")
    page.fill("#id_username", "xmb")
    page.fill("#id_password", "not-the-password")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("不对")


def test_a_reporter_sees_only_the_countys_projects(golden_site: str, page: Page) -> None:
    sign_in(page, golden_site, REPORTER)
    page.goto(f"{golden_site}/projects/?month=2025-07")
    own = int(page.locator(".head p").first.inner_text().split()[0])
    page.goto(f"{golden_site}/figures/projects/?month=2025-07")
    rows = page.locator("#rows")
    expect(rows).to_contain_text("其他地区项目合计")
    expect(rows).to_contain_text("与指标相符")
    expect(rows.locator("caption")).to_contain_text(f"{own} 个项目")


def test_a_foreign_project_is_not_there(golden_site: str, page: Page) -> None:
    sign_in(page, golden_site, "xmb")
    page.goto(f"{golden_site}/projects/?month=2025-07&sort=-total_investment")
    rows = page.locator("table.projects tbody tr")
    foreign = rows.filter(has_not_text=COUNTY).first.locator("th a").get_attribute("href")
    page.goto(f"{golden_site}{foreign}panels/history/")
    cell = page.locator("a.cell").first.get_attribute("href")
    page.context.clear_cookies()

    sign_in(page, golden_site, REPORTER)
    for path in (foreign, f"{foreign}panels/card/", f"{foreign}panels/history/", cell):
        assert page.request.get(f"{golden_site}{path}").status == 404, path
    page.goto(f"{golden_site}/projects/?month=2025-07")
    page.locator("table.projects tbody th a").first.click()
    expect(page.locator("#panel-card")).to_be_visible()


def test_who_signs_in_elsewhere_is_out_here_told_why_and_loses_nothing_typed(
    golden_site: str, page: Page, phone: Page
) -> None:
    sign_in(page, golden_site, "lingdao")
    page.goto(f"{golden_site}/people/delegations/")
    lending = page.locator("form[action='/people/delegations/new/']")
    for name, typed in (("taker", "xmb"), ("until", "2025-12-31"), ("reason", "出差两周")):
        lending.locator(f"[name={name}]").fill(typed)
    enter(phone, golden_site, "lingdao", PASSWORD, to="/sign-in/?next=/figures/")
    expect(phone).to_have_url(f"{golden_site}/figures/")
    phone.locator("details.mine summary").click()
    phone.get_by_role("link", name="我的账号").click()
    expect(phone.locator("h1")).to_have_text("安知行")
    lending.get_by_role("button").click()
    expect(page.locator(".messages")).to_contain_text("在别处登录")
    expect(page.locator("#id_username")).to_be_focused()
    page.fill("#id_username", "lingdao")
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{golden_site}/people/delegations/")
    expect(lending).to_contain_text("所填内容已放回表中")
    expect(lending.locator("[name=reason]")).to_have_value("出差两周")


def test_no_page_may_reach_out(golden_site: str, page: Page) -> None:
    answer = page.request.get(f"{golden_site}/sign-in/")
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert "script-src" not in answer.headers["content-security-policy"]
