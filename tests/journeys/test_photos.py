"""A clerk shows the month's works: files dropped at a desk, a photo from a telephone, a question answered."""

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from kit.uploads import snaps
from pages.cast import PASSWORD, settle, shown
from plugins.walking import enter as sign_in
from plugins.walking import until

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
# What a browser's own file manager does: the files are in the hand, and are let go over the form.
DROP = """([form, files]) => {
  const hand = new DataTransfer();
  files.forEach(([name, kind, bytes]) => hand.items.add(new File([Uint8Array.from(bytes)], name, {type: kind})));
  ["dragenter", "dragover", "drop"].forEach((kind) => form.dispatchEvent(
    new DragEvent(kind, {dataTransfer: hand, bubbles: true, cancelable: true})));
}"""


@pytest.fixture
def enter(live_server: LiveServer) -> Callable[[Page, str], str]:
    """Sign in to the smallest city, and go to the photos of its eastern project."""
    town = settle()
    shown(town)

    def within(page: Page, username: str) -> str:
        sign_in(page, live_server.url, username, PASSWORD)
        page.goto(f"{live_server.url}/projects/{town.east}/#panel-evidence")
        return live_server.url

    return within


def test_files_dropped_at_a_desk_are_attached_and_a_bad_one_is_named(
    enter: Callable[[Page, str], str], page: Page
) -> None:
    enter(page, "east")
    form = page.locator("form.attach")
    form.get_by_label("佐证事项").select_option("milestone:started")
    photo = snaps.photo(datetime(2025, 7, 20, 9))
    files = [["a.jpg", "image/jpeg", list(photo)], ["b.jpg", "image/jpeg", list(b"<svg onload=alert(1)>")]]
    page.evaluate(DROP, [form.element_handle(), files])
    expect(form.locator("[data-chosen]")).to_contain_text("a.jpg、b.jpg")
    form.get_by_role("button", name="上传").press("Enter")
    expect(page.locator(".messages")).to_contain_text("已上传 1 个文件")
    expect(page.locator(".messages")).to_contain_text("b.jpg: SVG")
    picture = page.locator("ul.gallery img").first
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("complete", True)
    expect(picture).to_have_js_property("naturalWidth", 640)
    with page.expect_download() as taken:
        page.get_by_role("link", name="原件 a.jpg").click()
    assert taken.value.path().read_bytes() == photo


def test_a_telephone_takes_a_photo_and_answers_what_is_asked(enter: Callable[[Page, str], str], phone: Page) -> None:
    enter(phone, "owner")
    camera = phone.get_by_label("拍照")
    expect(camera).to_be_visible()
    expect(camera).to_have_attribute("capture", "environment")
    camera.set_input_files({"name": "IMG.jpg", "mimeType": "image/jpeg", "buffer": snaps.photo(seed=2)})
    phone.get_by_role("button", name="上传").click()
    expect(phone.locator("#panel-evidence")).to_contain_text("照片没有记录拍摄时间")
    until(phone, "document.documentElement.scrollWidth == 390")
    phone.locator("#panel-questions textarea").first.fill("补拍照片已上传")
    phone.locator("#panel-questions").get_by_role("button", name="回答").first.click()
    expect(phone.locator("#panel-questions")).to_contain_text("待审核")
    expect(phone.locator("#panel-questions")).to_contain_text("补拍照片已上传")
