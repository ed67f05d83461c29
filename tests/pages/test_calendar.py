"""The working calendar on the site: a notice is shown as read before it holds; one day is settled; a leader reads."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from ballast.kit.audit import AuditLine
from ballast.kit.workdays import standing
from pages.cast import settle
from rulebook.test_holidays import NOTICES

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Client:
    settle()
    return signed_in("office")


def signed_in(username: str) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(get_user_model().objects.get(username=username))
    return client


def test_a_notice_is_shown_as_read_and_holds_once_confirmed(office: Client) -> None:
    form = {"year": "2026", "text": NOTICES[2026], "paper": "国办发明电〔2025〕7号"}
    read = office.post("/calendar/notice/", form).content.decode()
    assert "通知读出的结果" in read and not standing().years
    entered = office.post("/calendar/notice/", form | {"confirmed": "1"}, follow=True).content.decode()
    assert "国办发明电〔2025〕7号" in entered
    assert standing().years == {2026}
    assert AuditLine.objects.filter(act="enter_notice", object="2026", actor="office").count() == 1


def test_a_faulty_notice_is_refused_with_its_sentence_and_kept_in_the_form(office: Client) -> None:
    text = NOTICES[2026].replace("共9天", "共8天")
    answer = office.post("/calendar/notice/", {"year": "2026", "text": text, "paper": "x", "confirmed": "1"})
    page = answer.content.decode()
    assert answer.status_code == 400 and "日期算来是 9 天" in page and "共8天" in page
    assert not standing().years and not AuditLine.objects.filter(act="enter_notice").exists()


def test_one_day_is_settled_and_taken_back(office: Client) -> None:
    day = {"day": "2025-04-01", "works": "off", "paper": "三月三"}
    assert "三月三" in office.post("/calendar/day/", day, follow=True).content.decode()
    assert not standing().is_workday(date(2025, 4, 1))
    office.post("/calendar/day/", {"day": "2025-04-01", "works": ""})
    assert standing().is_workday(date(2025, 4, 1))


@pytest.mark.parametrize("said", [{}, {"day": "2025-02-30", "works": "on"}, {"day": "2025-02-03", "works": "perhaps"}])
def test_no_day_is_refused(office: Client, said: dict[str, str]) -> None:
    assert office.post("/calendar/day/", said | {"paper": "x"}).status_code == 400
    assert not standing().ruled


def test_a_leader_reads_an_unknown_year_and_cannot_enter_it(office: Client) -> None:
    leader = signed_in("leader")
    page = leader.get("/calendar/?year=2098").content.decode()
    assert "尚未录入" in page and "<textarea" not in page
    assert leader.post("/calendar/notice/", {"year": "2098", "text": "x", "paper": "x"}).status_code == 403
