"""The way of one cell: workbook, fault, corrected, accepted, sealed, figure, bulletin, and back to the cell."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from plugins.houses import House
from plugins.walking import sign_in

pytestmark = pytest.mark.slow

MONTH = "2025-08"
SHEET = "月报表"
WAN = 10_000


def headings(sheet: Any) -> dict[str, int]:
    """The column of every heading of the form, by its words."""
    found: dict[str, int] = {}
    for row in sheet.iter_rows(min_row=1, max_row=8):
        for cell in row:
            if isinstance(cell.value, str):
                found.setdefault("".join(cell.value.split()), cell.column)
    return found


class Form:
    """A county's August form, open at the row of a building project that reported in July."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.book = load_workbook(file)
        self.sheet = self.book[SHEET]
        self.columns = headings(self.sheet)
        self.row = next(row for row in range(6, self.sheet.max_row + 1) if self._building(row))
        self.name = str(self.at("项目名称").value)

    def _building(self, row: int) -> bool:
        started = self.sheet.cell(row, self.columns["实际开工时间"]).value
        before = self.sheet.cell(row, self.columns["开工累计至上月"]).value
        total = self.sheet.cell(row, self.columns["总投资"]).value
        return bool(started and isinstance(before, int | float) and before + 1000 < total)

    def at(self, heading: str) -> Any:
        """The project's cell under a heading."""
        return self.sheet.cell(self.row, self.columns[heading])

    @property
    def address(self) -> str:
        """The cell of this month's investment."""
        return str(self.at("本月完成").coordinate)

    def fill(self) -> None:
        """345.67 万元 this month, the sums moved along with it, progress in words."""
        self.at("本月完成").value = 345.67
        self.at("1–8月完成").value = round(self.at("本年累计至上月").value + 345.67, 4)
        self.at("开工累计").value = round(self.at("开工累计至上月").value + 345.67, 4)
        self.at("形象进度").value = "主体施工"
        self.at("说明（对提示的解释）").value = "已与企业核对，数据属实"
        self.save()

    def save(self) -> None:
        self.book.save(self.file)


def figure(code: str, *more: str) -> list[str]:
    """The words of a command that reads a figure of the month."""
    return ["figure", code, "--period", MONTH, *more]


def test_one_cell_from_the_workbook_to_the_bulletin_and_back(
    city: House, live: Callable[[House], str], page: Page, tmp_path: Path
) -> None:
    done, building = city.answers(figure("completed_month", "--by", "area"), figure("stage_building", "--by", "area"))
    file = tmp_path / "8月月报.xlsx"
    city.ballast("form", MONTH, "--area", unreported(done, building), "-o", str(file))
    form = Form(file)

    # A fault: words where a number belongs. The answer names the cell, and nothing is recorded.
    form.at("本月完成").value = "约三百万"
    form.save()
    refused = json.loads(city.ballast("submit", str(file), "--json", check=False).stdout)
    assert refused["status"] != "accepted"
    assert any(form.address in finding["where"] for finding in refused["findings"])

    # Corrected and accepted: 345.67 万元.
    form.fill()
    accepted, after = city.answers(["submit", str(file)], figure("completed_month"))
    assert accepted["status"] == "accepted", accepted
    amount = 3_456_700
    assert after["total"]["numerator"] == (done["total"]["numerator"] or 0) + amount

    # Sealed: the figure is fixed, and the row behind it is this project.
    bulletin = tmp_path / "bulletin.docx"
    _, fixed, _, of_the_year = city.answers(
        ["seal", MONTH, "--by", "xmb"], figure("completed_month", "--rows"), ["bulletin", MONTH, "-o", str(bulletin)],
        figure("completed"),
    )  # fmt: skip
    assert fixed["edition"] == 1
    mine = next(row for row in fixed["rows"] if row["name"] == form.name)
    assert mine["contribution"] == amount
    assert sum(row["contribution"] for row in fixed["rows"]) == fixed["total"]["numerator"]

    stands_in_the_bulletin(bulletin, of_the_year["total"]["numerator"])
    leads_back_to_the_cell(live(city), page, mine["serial"], form.address)


def unreported(done: Any, building: Any) -> str:
    """An area that has projects at work and has not yet reported August."""
    return next(
        code for code, value in building["values"].items()
        if value["numerator"] and not (done["values"].get(code) or {}).get("numerator")
    )  # fmt: skip


def stands_in_the_bulletin(file: Path, total: int) -> None:
    """In the bulletin, among the sum of the year."""
    nodes = Document(io.BytesIO(file.read_bytes())).element.body.iter()
    words = "".join(node.text or "" for node in nodes if node.tag.endswith("}t"))
    assert f"累计完成投资{total / 1e8:.1f}亿元" in words


def leads_back_to_the_cell(address: str, page: Page, serial: str, cell: str) -> None:
    """And back: from the project's history to the very cell of the workbook that was handed in."""
    sign_in(page, address, "xmb")
    page.goto(f"{address}/projects/{serial}/panels/history/")
    page.locator("a.cell", has_text=f"!{cell}").first.click()
    expect(page.locator("mark")).to_have_text("345.67")
    expect(page.locator("main")).to_contain_text("8月月报.xlsx")
