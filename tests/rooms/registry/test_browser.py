"""The wizard in a real browser: from upload to outcome, a column's meaning changed on the way, at both widths."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from plugins.houses import House
from plugins.walking import enter, until
from rooms.registry.paper import changed, workbook

OPEN = """
import django; django.setup()
from rooms.registry.paper import city
from town import official
from ballast.rooms.people import queries
from ballast.rulebook.terms import Role
city()
area = queries.find_area("金州市").id
official("zhang", Role.PROJECT_OFFICE, area, name="张三", office="市项目办", password="kai gong 2025!")
"""


@pytest.fixture
def office(house: House, live: Callable[[House], str]) -> str:
    """The address of an installation with a city and a project office."""
    tests = str(Path(__file__).parents[2])
    told = house.environment | {"PYTHONPATH": os.pathsep.join([tests, *sys.path])}
    subprocess.run([sys.executable, "-c", OPEN], env=told, check=True)
    return live(house)


def fits(page: Page) -> None:
    """The page is no wider than its window."""
    until(page, "document.documentElement.scrollWidth <= window.innerWidth")


def paper(folder: Path, phase: str, unknown: str) -> Path:
    """A list of three projects of ``phase`` and one much like the third, one of them in a county not known."""
    twin = [4, "炼化一体化技术的改造项目", "", "高新园", "东方石化有限公司", "", "", "", 7, 5, "", ""]
    rows = [[*row[:1], f"{row[1]}{phase}", "", *row[3:]] for row in [*changed(2, 所属县区=unknown), twin]]
    file = folder / f"名单{phase}.xlsx"
    file.write_bytes(workbook(rows))
    return file


def walk(page: Page, address: str, file: Path, unknown: str) -> None:
    enter(page, address, "zhang", "kai gong 2025!", to="/import/")
    expect(page).to_have_url(f"{address}/import/")
    page.set_input_files("#file", str(file))
    page.get_by_role("button", name="预览").click()
    expect(page.get_by_role("heading", name="名单认成了什么")).to_be_visible()
    fits(page)
    expect(page.locator("tr.r-project td.k-date").first).to_have_text("2024-2026")
    page.get_by_label("H 列的含义").select_option("remarks")
    expect(page).to_have_url(re.compile(r"f\.0\.7=remarks"))
    expect(page.locator("tr.r-project td", has_text="2024-2026")).to_have_class("k-text")
    page.get_by_label(unknown).select_option("370103")
    page.get_by_label("新建名单").fill("市重点")
    page.get_by_role("button", name="导入 4 个项目").click()
    expect(page.get_by_role("heading", name="已导入")).to_be_visible()
    fits(page)
    page.goto(f"{address}/registry/review/")
    fits(page)
    page.get_by_role("button", name="是两个项目").click()
    expect(page.get_by_text("没有待核对的疑似重复")).to_be_visible()


@pytest.mark.slow
def test_the_wizard_on_a_desk_and_on_a_telephone(office: str, page: Page, phone: Page, tmp_path: Path) -> None:
    walk(page, office, paper(tmp_path, "", "城北区"), "城北区")
    walk(phone, office, paper(tmp_path, "三标段", "江北新区"), "江北新区")
