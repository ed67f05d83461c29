"""The project office finds projects: facets, search, sort, pages, all in the address, and takes them away in Excel."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from plugins.browser import PATIENCE
from plugins.walking import arrived, sign_in

pytestmark = pytest.mark.slow

TOTAL, NAME = 11, 2


def asked(page: Page, /, **words: str) -> None:
    """This stands in the address."""
    for name, word in words.items():
        expect(page).to_have_url(re.compile(rf"[?&]{name}={word}(&|#|$)"))


def count(page: Page) -> int:
    """How many projects the list says it has."""
    return int(page.locator(".head p").first.inner_text().split()[0].replace(",", ""))


def test_filter_search_sort_and_page(golden_site: str, page: Page) -> None:
    sign_in(page, golden_site, "xmb")
    page.goto(f"{golden_site}/projects/?month=2025-07")
    everything = count(page)
    assert everything > 600

    option = page.locator("#facet-stage label", has_text="在建")
    said = int(option.locator(".count").inner_text())
    option.locator("input").check()
    expect(page.locator(".chosen")).to_contain_text("在建")
    asked(page, stage="building")
    assert count(page) == said < everything

    page.get_by_role("link", name="下一页").click()
    expect(page.locator("nav.pages")).to_contain_text("2 /")
    asked(page, page="2", stage="building")

    page.locator("thead a", has_text="年度计划").click()
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("年度计划")
    arrived(page)
    plans = page.locator("table.projects tbody tr td:nth-of-type(5)").all_inner_texts()
    known = [float(text.replace(",", "")) for text in plans if text != "—"]
    assert known == sorted(known, reverse=True) and len(known) > 10

    page.locator("#q").fill("码头")
    expect(page.locator(".chosen")).to_contain_text("码头")
    names = page.locator("table.projects tbody th").all_inner_texts()
    assert names and all("码头" in name for name in names)
    expect(page.locator("#q")).to_be_focused()

    address = page.url
    page.goto(f"{golden_site}/")
    page.goto(address)
    assert page.locator("table.projects tbody th").all_inner_texts() == names


def test_the_back_button_shows_the_list_before(golden_site: str, page: Page) -> None:
    sign_in(page, golden_site, "xmb")
    page.goto(f"{golden_site}/projects/?month=2025-07")
    before = count(page)
    page.locator("#facet-stage label", has_text="签约").locator("input").check()
    expect(page.locator(".chosen")).to_contain_text("签约")
    page.go_back()
    expect(page.locator(".chosen .tag")).to_have_count(0)
    assert count(page) == before


def test_the_list_without_scripts(golden_site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    sign_in(page, golden_site, "xmb")
    page.goto(f"{golden_site}/projects/?month=2025-07")
    page.locator("#facet-stage label", has_text="在建").locator("input").check()
    page.get_by_role("button", name="查询").click()
    asked(page, stage="building")
    expect(page.locator("table.projects tbody tr")).to_have_count(50)
    context.close()


def test_the_export_has_the_filter_and_real_numbers(golden_site: str, page: Page, tmp_path: Path) -> None:
    sign_in(page, golden_site, "xmb")
    page.goto(f"{golden_site}/projects/?month=2025-07&stage=building")
    told = count(page)
    shown = page.locator("table.projects tbody tr").first
    name = shown.locator("th").inner_text()
    total = float(shown.locator("td").nth(3).inner_text().replace(",", ""))
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 Excel").click()
    file = tmp_path / "projects.xlsx"
    download.value.save_as(file)
    sheet = load_workbook(file).active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=3))
    assert len(rows) == told
    assert rows[0][NAME - 1].value == name and rows[0][TOTAL - 1].value == pytest.approx(total)
    assert all(isinstance(row[TOTAL - 1].value, int | float) for row in rows)
    assert all(cell.data_type != "f" for row in rows for cell in row)
    assert {row[5].value for row in rows} == {"在建"}
