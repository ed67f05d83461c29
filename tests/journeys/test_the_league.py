"""A ranking is looked at, published, read by a county down to a cell, appealed and answered, in a real browser.

A figure of the statistics office that it rests on is put right by a slip, on a telephone.
"""

import pytest
from playwright.sync_api import Page, expect

from plugins.walking import sign_in, until

pytestmark = pytest.mark.slow
JULY = "/league/?month=2025-07&sheet=parks"


def test_from_a_secret_ranking_to_an_answered_appeal(golden_site: str, page: Page, phone: Page) -> None:
    sign_in(page, golden_site, "yinjiao-xmb")
    page.goto(golden_site + JULY)
    expect(page.locator("h1")).to_have_text("园区亮晒 2025-06")
    expect(page.locator(".message")).to_contain_text("2025-07 没有可看的排名")

    _as(page, golden_site, "xmb")
    page.goto(golden_site + JULY)
    expect(page.locator(".tag.warn").first).to_have_text("未公布（限知）")
    expect(page.locator("#publish")).to_contain_text("公布全部名次")
    page.get_by_role("button", name="公布第 1 版").click()
    expect(page.locator("[role=status]")).to_contain_text("已公布")

    # The county reads its park's score: the indicator, its projects, and the cell one of them was read from.
    _as(page, golden_site, "yinjiao-xmb")
    page.goto(golden_site + JULY)
    expect(page.locator("figure[data-chart] .canvas[data-drawn]")).to_be_visible()
    page.get_by_role("link", name="银礁化工新材料产业园").first.click()
    expect(page.locator("#parts tfoot")).to_contain_text("/ 100")
    page.locator("#parts").get_by_role("link", name="完成投资").click()
    page.locator("#projects a.cell").first.click()
    expect(page.locator("table.sheet .asked mark")).to_be_visible()
    page.go_back()

    _appeal(page)

    _as(page, golden_site, "xmb")
    page.goto(f"{golden_site}/league/appeals/")
    row = page.locator("tbody tr").first
    row.locator("summary").click()
    row.locator("[name=outcome]").select_option("dismissed")
    row.locator("input[name=words]").fill("产值按统计口径，八月计入")
    row.get_by_role("button").click()
    expect(page.locator("tbody tr").first).to_contain_text("不成立")

    page.goto(f"{golden_site}/league/year/?sheet=parks&month=2025-07")
    page.locator("table.league").get_by_role("link", name="银礁化工新材料产业园").click()
    expect(page.locator("#causes h2").first).to_contain_text("2025-06 → 2025-07")
    _slip(phone, golden_site)


def _slip(phone: Page, site: str) -> None:
    """The office puts a slip against a published figure, and takes it back."""
    sign_in(phone, site, "xmb")
    phone.goto(f"{site}/month/slips/")
    phone.locator("#area-slip summary").click()
    form = phone.locator("#area-slip form")
    form.locator("[name=area]").select_option(label="溟湾区")
    form.locator("[name=indicator]").select_option("fai")
    form.locator("[name=month]").select_option("2025-07")
    for name, words in {"new": "1,234,567", "reason": "企业七月补报", "evidence": "统计局复函"}.items():
        form.locator(f"[name={name}]").fill(words)
    until(phone, "document.documentElement.scrollWidth <= innerWidth")
    form.get_by_role("button", name="提出").click()
    slip = phone.locator("article.slip", has_text="企业七月补报")
    expect(slip).to_contain_text("1,234,567")
    slip.get_by_role("button", name="撤回").click()
    expect(phone.locator("article.slip", has_text="企业七月补报")).to_contain_text("已撤回")


def _appeal(page: Page) -> None:
    """Against one part of the score that is shown."""
    page.locator("#appeal select").select_option(label="投产产值")
    page.locator("#appeal input[name=reason]").fill("六月投产的装置产值漏报")
    page.locator("#appeal input[name=evidence]").fill("税务申报表 7 号")
    page.get_by_role("button", name="申诉").click()
    expect(page.locator("[role=status]")).to_contain_text("已受理申诉：申诉〔")
    expect(page.locator("tbody tr").first).to_contain_text("待答复")


def _as(page: Page, site: str, username: str) -> None:
    """Somebody else sits down at the same browser."""
    page.context.clear_cookies()
    sign_in(page, site, username)
