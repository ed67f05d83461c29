"""The pages: reporters hand in for their own area, the project office for all, leaders only read."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ballast.kit.ledger.models import Entry
from ballast.rooms.people import actions as people
from ballast.rooms.reporting import actions
from ballast.rooms.reporting.cards import Chosen
from ballast.rooms.reporting.models import Progress, Submission
from ballast.rulebook.terms import AreaKind, Role
from rooms.reporting import cast
from rooms.reporting.cast import County
from town import PASSWORD, official

pytestmark = pytest.mark.django_db
PAGE = reverse("month-reports", args=["2025-07"])


@pytest.fixture
def town(db: None) -> County:
    return cast.county()


def signed_in(role: Role, area_id: int) -> Client:
    """The browser of an official with ``role`` in an office of the area."""
    username = f"{role}-{area_id}".replace("_", "-")
    official(username, role, area_id)
    client = Client(headers={"accept-language": "en"})
    assert client.login(username=username, password=PASSWORD)
    return client


def hand_in(client: Client, data: bytes, name: str = "月报.xlsx") -> object:
    """Upload a file on the page of July."""
    return client.post(reverse("hand-in", args=["2025-07"]), {"file": SimpleUploadedFile(name, data)}, follow=True)


def test_a_reporter_downloads_fills_and_hands_in(town: County) -> None:
    client = signed_in(Role.REPORTER, town.area_id)
    assert "2 due projects" in client.get(PAGE).content.decode()
    form = client.get(reverse("month-form", args=["2025-07", "990101"]))
    assert form.headers["Content-Type"].endswith("spreadsheetml.sheet")
    page = hand_in(client, cast.edited(form.content, cast.filling(town)))
    assert page.redirect_chain
    assert "2 projects were submitted and wait for review." in page.content.decode()
    assert not Progress.objects.current().filter(month="2025-07").exists()
    assert "In review" in client.get(PAGE).content.decode()
    for role in (Role.COUNTY_OFFICE, Role.PROJECT_OFFICE):
        chosen = [Chosen(cast.serial_of(one), 1) for one in (town.plant, town.store)]
        actions.accept("2025-07", chosen, official=cast.person(f"the-{role}", role, town.area_id), at=timezone.now())
    assert Progress.objects.current().filter(month="2025-07").count() == 2
    assert Submission.objects.get().handed_in_by == f"reporter-{town.area_id}"
    assert "Complete" in client.get(PAGE).content.decode()


def test_a_form_sent_back_shows_every_cell(town: County) -> None:
    client = signed_in(Role.REPORTER, town.area_id)
    page = hand_in(client, cast.edited(cast.july(), cast.filling(town, month_completed="两千六百万", node="挖坑")))
    said = page.content.decode()
    assert "月报.xlsx · 月报表!M" in said
    assert "text_amount" in said
    assert "not_a_choice" in said
    assert not Progress.objects.filter(month="2025-07").exists()


def test_a_file_that_is_no_form_is_refused_on_the_page(town: County) -> None:
    client = signed_in(Role.PROJECT_OFFICE, town.area_id)
    page = hand_in(client, b"%PDF-1.7 nothing", "月报.xlsx")
    assert page.status_code == 422
    assert "really a PDF" in page.content.decode()
    assert client.post(reverse("hand-in", args=["2025-07"])).status_code == 422


def test_a_reporter_hands_in_for_their_own_area_only(town: County) -> None:
    other = people.establish("990102", "东岭县", kind=AreaKind.COUNTY)
    client = signed_in(Role.REPORTER, other)
    head = Entry.objects.order_by("-id").first()
    page = hand_in(client, cast.edited(cast.july(), cast.filling(town)))
    assert page.status_code == 422
    assert "which you do not report for" in page.content.decode()
    assert "清河区" not in client.get(PAGE).content.decode()
    assert client.get(reverse("month-form", args=["2025-07", "990101"])).status_code == 404
    assert Entry.objects.order_by("-id").first() == head


def test_a_reviewer_has_the_words_to_call_for_what_is_missing(town: County) -> None:
    official("feng", Role.REPORTER, town.area_id)
    said = signed_in(Role.COUNTY_OFFICE, town.area_id).get(PAGE).content.decode()
    assert "【催报】2025-07 月报尚缺 2 项，已逾期" in said and "清河区 缺 2 项（填报员：" in said
    assert "【催报】" not in signed_in(Role.LEADER, town.area_id).get(PAGE).content.decode()


def test_leaders_read_and_do_not_hand_in(town: County) -> None:
    client = signed_in(Role.LEADER, town.area_id)
    page = client.get(PAGE)
    assert page.status_code == 200
    assert "Check and hand in" not in page.content.decode()
    refused = hand_in(client, cast.edited(cast.july(), cast.filling(town)))
    assert refused.status_code == 403
    assert "fill in and submit monthly reports" in refused.content.decode()
    assert not Progress.objects.filter(month="2025-07").exists()


def test_the_page_of_no_month_is_refused(town: County) -> None:
    client = signed_in(Role.LEADER, town.area_id)
    assert client.get(reverse("month-reports", args=["2025-13"])).status_code == 400
    assert client.get(reverse("reports"), {"month": "2025-07"}).headers["Location"] == PAGE
    assert client.get(reverse("submission", args=["2025-07", 9])).status_code == 404


def test_a_stranger_is_asked_to_sign_in(town: County) -> None:
    assert "sign-in" in Client().get(PAGE).headers["Location"]
