"""A judge on the bus marks a project with one thumb; the connection breaks, and the ballot arrives all the same.

What was marked wrongly is put right on the telephone too: by a slip one puts and another approves.
"""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from ballast.rooms.tours import actions, queries
from ballast.rooms.tours.models import Ballot
from plugins.walking import enter, until
from rooms.tours.cast import MARKS, Town, opened, who
from town import PASSWORD

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_a_ballot_typed_where_there_is_no_connection_arrives_when_there_is(
    live_server: LiveServer, phone: Page, faults: list[str]
) -> None:
    town, links = opened()
    phone.goto(f"{live_server.url}/tours/ballot/{links['甲市长']}/")
    expect(phone.locator(".count-left")).to_contain_text("4 个项目还没投")
    until(phone, "document.documentElement.scrollWidth <= innerWidth")
    first, second = phone.locator(f"#{town.serials['东一']}"), phone.locator(f"#{town.serials['东二']}")
    first.get_by_label("投资").fill("36.5")
    first.get_by_label("进度").fill("40")
    technology = first.locator(".mark").nth(2)
    for _ in range(3):
        technology.get_by_role("button", name="减").click()
    expect(technology.locator(".dial input")).to_have_value("18.5")

    phone.context.set_offline(True)
    first.get_by_role("button", name="投出这一票").click()
    expect(first).to_contain_text("没有网络，还没送达")
    second.locator("summary").click()
    second.get_by_label("投资").fill("33")
    phone.context.set_offline(False)
    phone.evaluate("window.dispatchEvent(new Event('online'))")
    expect(first).to_contain_text("已投")
    expect(phone.locator(".count-left")).to_contain_text("3 个项目还没投")
    [ballot] = Ballot.objects.all()
    assert ballot.marks == {"investment": "36.5", "progress": "40", "technology": "18.5"}

    phone.reload()
    expect(second.get_by_label("投资")).to_have_value("33")
    second.get_by_label("进度").fill("41")
    second.get_by_label("技术").fill("18")
    second.get_by_role("button", name="投出这一票").click()
    expect(second).to_contain_text("“进度”应为 0 至 40 分，不是 41")
    second.get_by_label("进度").fill("39")
    second.get_by_role("button", name="投出这一票").click()
    expect(second).to_contain_text("已投")
    assert queries.judges(queries.find(town.tour))[0].cast == 2
    faults.clear()  # the browser complains of the broken connection and of the refusal
    confirmed(town, links)
    corrected(phone, live_server.url, town)


def confirmed(town: Town, links: dict[str, str]) -> None:
    """The other ballots come in, the box is closed and the results confirmed."""
    later = timezone.now()
    for judge, token in links.items():
        for name in ("西一", "西二") if judge == "甲市长" else ("东一", "东二", "西一", "西二"):
            actions.cast(token, town.serials[name], MARKS, at=later)
    actions.close_ballot(town.tour, reason="", official=who("office"), at=later)
    actions.confirm(town.tour, official=who("office"), at=later)


def corrected(phone: Page, site: str, town: Town) -> None:
    """One of the office puts a slip against the ballot on the bus, another approves it; both editions stand."""
    results = f"{site}/tours/{town.tour}/results/"
    enter(phone, site, "office", PASSWORD)
    phone.goto(results)
    phone.locator("#amendments summary", has_text="提出更正单").click()
    form = phone.locator("#amendments details form")
    form.locator("[name=project]").select_option(town.serials["东一"])
    for item, mark in {"investment": "30", "progress": "40", "technology": "18.5"}.items():
        form.locator(f"[name={item}]").fill(mark)
    form.locator("[name=reason]").fill("投资一项在车上点错")
    form.locator("[name=evidence]").fill("评委签字的说明")
    until(phone, "document.documentElement.scrollWidth <= innerWidth")
    form.get_by_role("button").click()
    expect(phone.locator("#amendments")).to_contain_text("待批准")
    expect(phone.locator("#amendments").get_by_role("button", name="撤回")).to_be_visible()
    phone.context.clear_cookies()
    enter(phone, site, "second", PASSWORD)
    phone.goto(results)
    phone.locator("#amendments").get_by_role("button", name="批准", exact=True).click()
    expect(phone.locator("[role=status]")).to_contain_text("第 2 版")
    expect(phone.locator("#beside")).to_be_visible()
    until(phone, "document.documentElement.scrollWidth <= innerWidth")
