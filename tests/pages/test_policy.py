"""Policy books on the site: a leader reads the book in words; the office checks, adopts and withdraws one."""

from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from ballast.kit.audit import AuditLine
from ballast.rooms.policy import queries
from ballast.rulebook.books.layers import POLICIES
from pages.cast import settle

pytestmark = pytest.mark.django_db
YINCHUAN = (POLICIES / "presets/yinchuan-2025/book.toml").read_text(encoding="utf-8")


def book(text: str = YINCHUAN) -> BytesIO:
    file = BytesIO(text.encode())
    file.name = "银川.toml"
    return file


@pytest.fixture
def office() -> Client:
    settle()
    return signed_in("office")


def signed_in(username: str) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(get_user_model().objects.get(username=username))
    return client


def test_a_city_without_a_book_reads_ballast_s_own(office: Client) -> None:
    page = signed_in("leader").get("/policy/").content.decode()
    assert "尚未采用手册" in page and "“落后序时（百分点）”高于 30 个百分点：红灯" in page
    assert 'name="file"' not in page  # who may not adopt is not asked to


def test_a_book_is_checked_without_being_kept_then_adopted_and_withdrawn(office: Client) -> None:
    checked = office.post("/policy/adopt/", {"file": book(), "act": "check"}).content.decode()
    assert "手册符合要求" in checked and "原文未规定，本手册按绿灯" in checked
    assert queries.adoptions() == []
    adopted = office.post("/policy/adopt/", {"file": book(), "act": "adopt", "reason": "市政府会议"}, follow=True)
    text = adopted.content.decode()
    assert adopted.status_code == 200 and "自 2025-04-01 起施行" in text and "亮灯标准·进度" in text
    assert AuditLine.objects.get(act="adopt_book").actor == "office"
    again = office.post("/policy/adopt/", {"file": book(), "act": "adopt"})
    assert again.status_code == 409 and "同一天不能有两本生效" in again.content.decode()
    office.post("/policy/withdraw/", {"effective": "2025-04-01", "reason": "误采用"})
    assert queries.adoptions() == []


def test_a_faulty_book_shows_every_fault_with_its_line(office: Client) -> None:
    wrong = YINCHUAN.replace("above = 30,", "above = 31,").replace('kind = "waiting"', 'kind = "waitin"')
    answer = office.post("/policy/adopt/", {"file": book(wrong), "act": "adopt"})
    page = answer.content.decode()
    assert answer.status_code == 422 and "没有采用" in page and "measures.unregistered" in page and "waiting" in page
    assert not AuditLine.objects.filter(act="adopt_book").exists() and queries.adoptions() == []


def test_hostile_names_and_texts_are_shown_as_text(office: Client) -> None:
    evil = YINCHUAN.replace("银川市 / Yinchuan", "<script>alert(1)</script>")
    office.post("/policy/adopt/", {"file": book(evil), "act": "adopt"})
    page = office.get("/policy/").content.decode()
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)" in page
