"""Photos, papers and questions on the pages: sent by a browser, shown, handed out, answered and settled."""

import io
from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from PIL import Image

from ballast.kit.audit import AuditLine
from ballast.rooms.registry.models import Evidence
from ballast.rooms.reporting.models import Question
from kit.uploads import snaps
from pages.cast import JULY, PASSWORD, Town, settle, shown

pytestmark = pytest.mark.django_db
EAST = "/projects/P000001/"
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def town() -> Town:
    return settle()


def browser(username: str) -> Client:
    client = Client(headers={"host": "localhost", "accept-language": "zh-CN"})
    assert client.login(username=username, password=PASSWORD)
    return client


def send(client: Client, *files: tuple[str, bytes], claim: str = f"progress:{JULY}", caption: str = "") -> HttpResponse:
    """What a form with these files answers, its messages with it."""
    sent = [SimpleUploadedFile(name, data, content_type="text/html") for name, data in files]
    return client.post(f"{EAST}evidence/", {"claim": claim, "caption": caption, "files": sent}, follow=True)


def snap(seed: int = 1) -> bytes:
    return snaps.photo(datetime(2025, 7, 20, 9), seed=seed, place=snaps.SITE)


def test_a_photo_is_sent_shown_small_and_handed_out_as_it_came(town: Town) -> None:
    east = browser("east")
    page = send(east, ("IMG_1.jpg", snap()), caption=HOSTILE).content.decode()
    assert "已上传 1 个文件" in page and "&lt;script&gt;alert(1)" in page and HOSTILE not in page
    assert "摄于 2025-07-20 09:00" in page and "项目没有坐标" in page
    [fact] = Evidence.objects.all()
    small = east.get(f"{EAST}evidence/{fact.pk}.jpg")
    assert small.headers["Content-Type"] == "image/jpeg" and small.headers["X-Content-Type-Options"] == "nosniff"
    assert not Image.open(io.BytesIO(small.content)).getexif()
    whole = browser("leader").get(f"{EAST}evidence/{fact.pk}/original/")
    assert whole.content == snap() and whole.headers["Content-Disposition"] == 'attachment; filename="IMG_1.jpg"'
    line = AuditLine.objects.get(act="download", result="done")
    assert (line.actor, line.object, line.detail["project"]) == ("leader", "IMG_1.jpg", "P000001")
    assert browser("west").get(f"{EAST}evidence/{fact.pk}/original/").status_code == 404
    assert browser("west").get(f"/projects/P000002/evidence/{fact.pk}.jpg").status_code == 404


def test_what_is_refused_says_why_and_the_rest_is_kept(town: Town) -> None:
    sent = (("a.jpg", snap()), ("b.jpg", b"<svg onload=alert(1)>"), ("c.pdf", b"x"))
    page = send(browser("owner"), *sent).content.decode()
    said = page.split('class="messages"')[1].split("</div>")[0]
    assert "b.jpg: SVG 图形里可以藏脚本" in said and "c.pdf: 认不出这种文件" in said
    assert Evidence.objects.count() == 1


def test_a_photo_that_asks_is_said_at_once_and_on_the_page(town: Town) -> None:
    east = browser("east")
    old = snaps.photo(datetime(2025, 5, 20, 9))
    page = send(east, ("old.jpg", old)).content.decode()
    assert page.count("早于所佐证的 2025-07 月") >= 3  # as a message, beside the photo, as a question
    assert "早于所佐证的 2025-07 月" in east.get("/questions/").content.decode()
    taken_back = east.post(f"{EAST}evidence/{Evidence.objects.get().pk}/take-back/", {"reason": "传错"}, follow=True)
    assert "已撤回" in taken_back.content.decode() and "还没有照片" in taken_back.content.decode()
    assert "没有询问" in east.get("/questions/").content.decode()


@pytest.mark.parametrize(("who", "may"), [("east", True), ("steward", True), ("leader", False), ("land", False)])
def test_only_who_reports_has_the_form(town: Town, who: str, may: bool) -> None:
    page = browser(who).get(EAST).content.decode()
    assert ('name="files"' in page) is may and ('capture="environment"' in page) is may
    assert 'name="files"' not in browser(who).get(f"{EAST}?at=2025-08-04").content.decode()


def test_a_question_is_answered_by_the_county_and_settled_by_the_city(town: Town) -> None:
    _, question = shown(town)
    east, office = browser("east"), browser("office")
    kept = {"month": JULY, "area": "990001", "state": "open"}
    done = east.post(f"/questions/{question}/answer/", {"answer": HOSTILE, **kept})
    assert done.headers["Location"] == f"/questions/?month={JULY}&area=990001&state=open"
    answered = Question.objects.current().get()
    page = office.get("/questions/?state=answered").content.decode()
    assert "待审核 1" in page and "&lt;script&gt;" in page and HOSTILE not in page
    done = office.post(f"/questions/{answered.pk}/settle/", {"verdict": "settle", "from": "project"})
    assert done.headers["Location"] == f"{EAST}#panel-questions"
    assert Question.objects.current().get().state == "settled"
    assert "待回答 0" in browser("east").get(f"/questions/?month={JULY}").content.decode()
    stale = east.post(f"/questions/{question}/answer/", {"answer": "再答"})
    assert stale.status_code == 409 and "新的进展" in stale.content.decode()


@pytest.mark.parametrize("query", ["state=nosuch", "page=²", "page=-1", "page=" + "9" * 6, "month=x", "area=%27"])
def test_no_question_asked_of_the_list_breaks_it(town: Town, query: str) -> None:
    assert browser("office").get(f"/questions/?{query}").status_code == 200


def test_the_checks_are_listed_with_how_often_they_spoke(town: Town) -> None:
    shown(town)
    page = browser("office").get(f"/checks/?month={JULY}").content.decode()
    row = page.split('id="photo_before"')[1].split("</tr>")[0]
    assert "进度照片应摄于当月" in row and "接收后询问" in row and '<td class="number">1</td>' in row
    row = page.split('id="registration_overdue"')[1].split("</tr>")[0]
    assert '<td class="number">2</td>' in row
    assert '<td class="number">1</td>' in browser("east").get(f"/checks/?month={JULY}").content.decode().split(
        'id="registration_overdue"'
    )[1].split("</tr>")[0]  # fmt: skip
    assert browser("office").get("/checks/?month=2025-13").status_code == 400
