"""A leader asks why: from the overview to the figure, its rows, one project, and the cell a value was read from."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from plugins.walking import arrived, sign_in

pytestmark = pytest.mark.slow

MONTH = "2025-07"


def test_from_the_overview_to_the_cell(golden_site: str, page: Page, tmp_path: Path) -> None:
    sign_in(page, golden_site, "lingdao")
    page.goto(f"{golden_site}/?month={MONTH}")
    expect(page.locator(".state.sealed")).to_contain_text("第 1 版")
    card = page.locator(".cards a", has_text="新开工亿元以上项目总投资")
    stated = card.locator(".value").inner_text().split()[0]
    card.click()

    # The figure says the same, and its rows add up to it.
    expect(page.locator("p.big")).to_contain_text(stated)
    expect(page.locator("#rows")).to_contain_text("与指标相符")
    arrived(page)
    total = float(page.locator("#rows-sum").inner_text().replace(",", ""))
    assert f"{total / 10_000:,.1f}" == stated

    # One county's part of it, then its largest project.
    page.locator("table a[href*='by=county'][href*='key=']").first.click()
    expect(page.locator("#rows")).to_contain_text("与指标相符")
    page.locator("#rows tbody th a").first.click()
    expect(page.locator("#panel-card")).to_contain_text("总投资")
    expect(page.locator("figure[data-chart='chart-timeline'] .canvas[data-drawn]")).to_have_count(1)

    # Its history comes when it is looked at; the total investment leads to its cell.
    page.locator("#panel-history").scroll_into_view_if_needed()
    change = page.locator("#panel-history li", has_text="总投资（万元）").last
    value = change.locator("strong").inner_text().replace(",", "")
    change.locator("a.cell").click()
    expect(page.locator("#cell")).to_be_visible()
    arrived(page)
    cell = page.locator("#cell").inner_text()
    assert float(cell) == float(value)

    # The original is the workbook itself: the same value stands at that address.
    [address] = re.findall(r"!([A-Z]+\d+)$", page.locator("h1").inner_text())
    with page.expect_download() as download:
        page.get_by_role("button", name="下载原件").click()
    file = tmp_path / "original.xlsx"
    download.value.save_as(file)
    book = load_workbook(file, data_only=True)
    assert any(str(sheet[address].value) in (cell, f"{cell}.0") for sheet in book.worksheets)


def test_a_month_is_chosen_and_a_county_sorted(golden_site: str, page: Page) -> None:
    sign_in(page, golden_site, "xmb")
    page.goto(golden_site)
    page.locator("select[name=month]").first.select_option("2025-05")
    expect(page.locator("h1")).to_contain_text("2025-05")
    page.locator("table.counties thead a", has_text="投资完成率").click()
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("投资完成率")
    arrived(page)
    rates = page.locator("table.counties tbody tr td:nth-of-type(4)").all_inner_texts()
    values = [float(text.strip().rstrip("%")) for text in rates]
    assert values == sorted(values, reverse=True)
    expect(page).to_have_url(re.compile(r"(?=.*month=2025-05)(?=.*sort=-completion_rate)"))
    page.locator("#counties select[name=figure]").select_option("stalled")
    expect(page.locator("#counties figcaption")).to_contain_text("停滞项目数")
    expect(page.locator("#counties .canvas[data-drawn]")).to_have_count(1)


def test_as_known_before_the_month_was_over(golden_site: str, page: Page) -> None:
    sign_in(page, golden_site, "xmb")
    page.goto(f"{golden_site}/figures/completed/?month={MONTH}")
    now = page.locator("p.big").inner_text()
    page.fill("input[name=at]", "2025-06-30")
    page.get_by_role("button", name="查看").click()
    expect(page.locator("[role=status]")).to_contain_text("2025-06-30")
    expect(page.locator("p.big")).not_to_have_text(now)
