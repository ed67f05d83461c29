"""On a telephone, by keyboard alone, in English: every page serves."""

import pytest
from playwright.sync_api import Page, expect

from plugins.walking import PASSWORD, sign_in, until

pytestmark = pytest.mark.slow

PAGES = (
    "/", "/projects/", "/projects/P000148/", "/projects/P000148/panels/history/", "/map/", "/figures/",
    "/figures/completion_rate/", "/figures/completed/?by=stage&key=building", "/sources/1/",
    "/account/", "/account/password/", "/month/worklist/", "/month/2025-08/review/", "/month/2025-08/grid/379925/",
    "/month/2025-08/project/P000316/",
    "/league/?month=2025-06", "/league/year/?month=2025-06",
    "/league/subject/?month=2025-06&sheet=league&subject=379904&indicator=invested",
)  # fmt: skip
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
HEADINGS = "[...document.querySelectorAll('h1,h2,h3,h4')].map(heading => Number(heading.tagName[1]))"
NAMELESS = """[...document.querySelectorAll('main input:not([type=hidden]), main select, main button, main a[href]')]
    .filter(e => !(e.labels?.length || e.textContent.trim() || e.getAttribute('aria-label'))).map(e => e.outerHTML)"""


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_on_a_telephone(golden_site: str, phone: Page, path: str) -> None:
    sign_in(phone, golden_site, "xmb")
    phone.goto(golden_site + path)
    phone.wait_for_load_state("networkidle")
    until(phone, f"{WIDER} <= 0")
    expect(phone.locator("h1")).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_in_order_for_those_who_listen(golden_site: str, page: Page, path: str) -> None:
    sign_in(page, golden_site, "xmb")
    page.goto(golden_site + path)
    page.wait_for_load_state("networkidle")
    levels = page.evaluate(HEADINGS)
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(deeper - upper <= 1 for upper, deeper in zip(levels, levels[1:], strict=False))
    assert page.evaluate(NAMELESS) == []
    expect(page.locator("table:not(:has(caption))")).to_have_count(0)
    expect(page.locator("thead th:not([scope])")).to_have_count(0)


def test_the_whole_way_by_keyboard(golden_site: str, page: Page) -> None:
    page.goto(golden_site)
    expect(page.locator("#id_username")).to_be_focused()
    page.keyboard.type("xmb")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{golden_site}/month/worklist/")
    page.goto(golden_site)

    # The first stop is the link past the navigation; after it the page's own first link and controls.
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{golden_site}/#content")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="正当理由例外在期")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("main select[name=month]").first).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="出通报（Word）")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".cards a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#rows")).to_be_visible()

    # The person's menu opens, closes and signs out by keyboard.
    page.locator("details.mine summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="退出登录")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="退出登录")).to_be_hidden()
    page.keyboard.press("Enter")
    leave = page.locator("details.mine form button:focus")
    while not leave.count():
        page.keyboard.press("Tab")
        expect(page.locator("details.mine :focus")).to_have_count(1)  # never past the end of the menu
    page.keyboard.press("Enter")
    page.wait_for_url(f"{golden_site}/sign-in/")


def test_the_second_language(golden_site: str, page: Page) -> None:
    sign_in(page, golden_site, "xmb")
    page.goto(golden_site)
    page.get_by_role("button", name="English").click()
    expect(page.locator("nav.rooms")).to_contain_text("Overview")
    expect(page.locator(".cards")).to_contain_text("Completion rate")
    page.get_by_role("button", name="中文").click()
    expect(page.locator("nav.rooms")).to_contain_text("总览")
