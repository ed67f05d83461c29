"""A whole quarterly meeting of the golden city: called, its pack made and checked, shown in the room by keys and by a
telephone, decided, handed out, settled with evidence; and the next one opens with what was kept."""

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page, expect

from ballast.site.golden.seasons import OPEN, shown_on
from kit.uploads import snaps
from plugins.houses import House
from plugins.walking import sign_in

pytestmark = pytest.mark.slow

PLANT = "高端制剂产业园"
DECISION = "望潮区下月底前完成主体封顶"
PATIENCE = 300_000  # milliseconds a pack of some ninety subjects may take on a busy machine
TODAY = shown_on(OPEN)  # the day on which the golden city stands still


def test_a_quarterly_meeting(
    city: House, live: Callable[[House], str], page: Page, phone: Page, browser: Browser, tmp_path: Path
) -> None:
    site = live(city)
    sign_in(page, site, "xmb")
    meeting = called(page, site, "三季度全市重点项目推进会", TODAY)
    expect(page.locator("#agenda")).to_contain_text(PLANT)
    expect(page.locator("#agenda")).to_contain_text("重点产业项目逐个过")
    page.goto(f"{site}/meetings/{meeting}/")  # a page without a message of its own
    pack_made_and_checked(page, city)

    page.goto(f"{site}/meetings/{meeting}/")
    page.get_by_role("button", name="会议开始").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("进行中")
    item = page.locator("#agenda tbody tr", has_text=PLANT).locator("td.number").first.inner_text()
    in_the_room(page, phone, site, meeting, item)

    number = handed_out(page, site, meeting)
    minutes_are_out(page, site, meeting, number, tmp_path)
    settled(page, browser, site, number)

    following = called(page, site, "四季度全市重点项目推进会", TODAY + timedelta(days=60))
    page.goto(f"{site}/meetings/{following}/review/")
    expect(page.locator("#whole")).to_contain_text("到期 1 件 = 按期 1 + 逾期 0 + 未兑现 0；按期兑现率 1÷1=100.0%")
    expect(page.locator("#whole")).to_contain_text("望潮区")
    expect(page.locator("#carried")).to_contain_text("打通试验中心进场道路")
    expect(page.locator("#targets tbody tr")).not_to_have_count(0)


def called(page: Page, site: str, title: str, held_on: date) -> str:
    """A quarterly meeting on July's figures, called by the office; its number."""
    page.goto(f"{site}/meetings/")
    form = page.locator("#call")
    form.locator("[name=kind]").select_option("quarterly")
    form.locator("[name=title]").fill(title)
    form.locator("[name=month]").select_option("2025-07")
    form.locator("[name=held_on]").fill(f"{held_on}")
    form.get_by_role("button").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    return page.url.rstrip("/").rsplit("/", 1)[-1]


def pack_made_and_checked(page: Page, city: House) -> None:
    """The worker makes the pack while the page tells of it; every file was opened again; it is issued."""
    page.get_by_role("button", name="制作材料并核对").click()
    expect(page.locator("#packs .making")).to_contain_text("等候后台制作")
    city.ballast("work", "--once")
    page.locator("#packs").get_by_role("link", name="第 1 份材料已生成").click(timeout=PATIENCE)
    expect(page.locator("#check")).to_contain_text("已逐个重新打开核对：每个数都与固定数据一致")
    page.get_by_role("button", name="再次核对并印发").click(timeout=PATIENCE)
    expect(page.get_by_role("heading", level=1)).to_contain_text("已印发", timeout=PATIENCE)


def in_the_room(page: Page, phone: Page, site: str, meeting: str, item: str) -> None:
    """The screen follows keys and a telephone without an account; what is typed at either is kept at once."""
    page.goto(f"{site}/meetings/{meeting}/room/")
    stage = page.locator("#stage")
    page.keyboard.press("ArrowRight")
    expect(stage).to_contain_text("上次会议复盘")
    expect(stage).to_contain_text("到期 4 件 = 按期 2 + 逾期 1 + 未兑现 1；按期兑现率 2÷4=50.0%；另有 2 件未到期")
    page.keyboard.type(item)
    expect(stage.get_by_role("heading", level=1)).to_have_text(PLANT)
    expect(stage.locator(".bigs")).to_contain_text("10.0 亿元")
    expect(stage.locator(".promises")).to_contain_text("按期兑现 协调供电公司接通第二回路电源")
    page.keyboard.press("d")
    page.locator("#typing textarea").fill(DECISION)
    page.locator("#typing").get_by_role("button", name="记下").click()
    expect(stage.locator(".decided")).to_contain_text(f"1. {DECISION}")

    page.keyboard.press("p")
    page.get_by_role("button", name="显示二维码").click()
    expect(page.locator("#pairing img")).to_be_visible()
    phone.goto(page.locator("#pairing .address").inner_text())
    phone.get_by_role("button", name="接入这部手机").click()
    expect(page.locator("#pairing .connected")).to_contain_text("手机 1")
    page.locator("#telephone").get_by_role("button", name="关闭").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text(PLANT)
    note = phone.locator("form.note")
    note.locator("[name=speaker]").fill("滕定邦")
    note.locator("textarea").fill("10 亿带起十几家企业，要多谋划这样的项目。")
    note.get_by_role("button", name="记下").click()
    expect(stage.locator(".remarked")).to_contain_text("滕定邦 10 亿带起十几家企业")
    phone.get_by_role("button", name="下一页").click()
    expect(stage.get_by_role("heading", level=1)).not_to_have_text(PLANT)
    expect(phone.get_by_role("heading", level=1)).not_to_contain_text(PLANT)
    page.keyboard.press("p")
    page.get_by_role("button", name="断开").click()
    expect(phone.locator("#stage")).to_contain_text("遥控已断开")


def handed_out(page: Page, site: str, meeting: str) -> str:
    """The decision becomes an item of the county's office; its number."""
    in_time = TODAY + timedelta(days=30)
    page.goto(f"{site}/meetings/{meeting}/outcomes/")
    form = page.locator("form.assign")
    form.locator("[name=office]").select_option(label="望潮区重点项目办公室")
    form.locator("[name=deadline]").fill(f"{in_time}")
    form.get_by_role("button", name="交办").click()
    expect(page.locator("#decisions")).to_contain_text(f"{in_time}")
    return page.locator("#decisions article a").first.inner_text()


def minutes_are_out(page: Page, site: str, meeting: str, number: str, tmp_path: Path) -> None:
    """The meeting is closed; its minutes are numbered and say what was decided and handed out."""
    page.goto(f"{site}/meetings/{meeting}/")
    page.get_by_role("button", name="会议结束").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("已结束")
    page.goto(f"{site}/meetings/{meeting}/outcomes/")
    page.get_by_role("button", name="出纪要").click()
    with page.expect_download() as taken:
        page.get_by_role("link", name="会纪").click()
    file = tmp_path / "minutes.docx"
    taken.value.save_as(file)
    said = "".join(docx.Document(io.BytesIO(file.read_bytes())).element.body.itertext())
    assert all(words in said for words in (DECISION, number, "滕定邦"))


def settled(page: Page, browser: Browser, site: str, number: str) -> None:
    """The county submits with a photo, the office settles; neither can be skipped."""
    county = browser.new_page(viewport={"width": 390, "height": 844}, locale="zh-CN")
    county.set_default_timeout(PATIENCE)
    sign_in(county, site, "wangchao-xmb")
    county.goto(f"{site}/month/worklist/")
    county.locator("#my-items a", has_text=DECISION).click()
    photo = {"name": "封顶.jpg", "mimeType": "image/jpeg", "buffer": snaps.photo(datetime(2025, 8, 20, 9), seed=1)}
    form = county.locator("#do-submit")
    form.locator("[name=files]").set_input_files([photo])  # type: ignore[list-item]
    form.get_by_role("button", name="提交销号").click()
    expect(county.get_by_role("status")).to_contain_text("已登记：提交销号")
    expect(county.locator("#do-settle")).to_have_count(0)
    county.close()

    page.goto(f"{site}/items/{number}/")
    page.locator("#do-settle").get_by_role("button", name="销号").click()
    expect(page.locator(".head")).to_contain_text("已销号")
    expect(page.locator(".head")).to_contain_text("按期兑现")
    expect(page.locator("#history img")).to_have_count(1)
