"""From a red light to its letter: the office looks why, writes what is due, and notes what came back."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from plugins.walking import arrived, sign_in

pytestmark = pytest.mark.slow


def test_letters_are_written_handed_out_and_answered(
    golden_site: str, page: Page, faults: list[str], tmp_path: Path
) -> None:
    sign_in(page, golden_site, "xmb")
    page.goto(f"{golden_site}/supervision/")
    page.locator(".tabs a", has_text="函件").click()
    due = page.locator("#due tbody tr")
    expect(due).not_to_have_count(0)
    arrived(page)
    before, sent = due.count(), page.locator("#sent tbody tr").count()

    # The row leads to the reasons of the very light the letter will be about.
    subject = due.first.locator("th a").inner_text()
    due.first.locator("th a").click()
    expect(page.locator("h1")).to_have_text(subject)
    expect(page.locator(".why .sums").first).to_be_visible()
    page.go_back()

    # Two ticked are two letters; they are no longer due.
    for row in (0, 1):
        due.nth(row).locator("input[name=step]").check()
    page.get_by_role("button", name="生成所选并编号").click()
    expect(page.locator("[role=status]").first).to_contain_text("项督〔")
    expect(due).to_have_count(before - 2)
    expect(page.locator("#sent tbody tr")).to_have_count(sent + 2)
    arrived(page)

    number = _handed_out(page, tmp_path / "letter.docx")
    _answered(page, number)

    # Nothing ticked is refused with a sentence.
    page.get_by_role("button", name="生成所选并编号").click()
    expect(page.locator("main")).to_contain_text("没有勾选任何一项")
    faults.clear()


def _handed_out(page: Page, file: Path) -> str:
    """The newest letter is a document in which its number and what it is about stand; its number."""
    newest = page.locator("#sent tbody tr").first
    number = newest.locator("th a").inner_text()
    with page.expect_download() as download:
        newest.locator("th a").click()
    download.value.save_as(file)
    told = "\n".join(one.text for one in docx.Document(BytesIO(file.read_bytes())).paragraphs)
    assert number in told
    assert newest.locator("td").first.inner_text().removeprefix("关于").rsplit("的", 1)[0] in told
    return number


def _answered(page: Page, number: str) -> None:
    """What came back is noted beside its letter."""
    row = page.locator("#sent tbody tr", has_text=number)
    row.locator("summary").click()
    row.locator("select[name=what]").select_option("replied")
    row.locator("input[name=words]").fill("已增加班组，月底前补回")
    row.get_by_role("button", name="登记").click()
    expect(page.locator("#sent tbody tr", has_text=number)).to_contain_text("已增加班组，月底前补回")
