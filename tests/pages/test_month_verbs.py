"""Sealing a month and taking its bulletin on the site: done by the project office, refused to everyone else."""

import io
import zipfile

import pytest
from django.test import Client
from django.utils import timezone

from ballast import month
from ballast.kit.audit import AuditLine
from ballast.kit.ledger.models import Seal
from ballast.rooms.people import actions as people
from ballast.rooms.registry.models import Project
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.reporting.cards import Slip
from ballast.rulebook.terms import AreaKind, Role
from rooms.reporting.cast import WAN, county
from town import PASSWORD, official

pytestmark = pytest.mark.django_db
JUNE = "2025-06"


@pytest.fixture
def cast() -> None:
    city = people.establish("990000", "清河市", kind=AreaKind.CITY)
    town = county()
    official("office", Role.PROJECT_OFFICE, city, name="闻思齐", office="清河市项目办")
    official("leader", Role.LEADER, city, name="安知行", office="清河市项目办")
    official("clerk", Role.REPORTER, town.area_id, name="倪书言", office="清河区发改局")


def signed_in(username: str) -> Client:
    client = Client()
    assert client.login(username=username, password=PASSWORD)
    return client


def test_the_project_office_seals_and_takes_the_bulletin(cast: None) -> None:
    office = signed_in("office")
    assert "封账" in office.get(f"/?month={JUNE}").content.decode()
    done = office.post(f"/months/{JUNE}/seal/", follow=True)
    assert "已封账" in done.content.decode()
    assert AuditLine.objects.filter(act="seal", object=JUNE, actor="office").count() == 1
    taken = office.post(f"/months/{JUNE}/bulletin/", {"form": "docx"})
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(taken.content)).namelist()
    assert ".docx" in taken.headers["Content-Disposition"]


def test_sealing_twice_is_refused_with_a_sentence(cast: None) -> None:
    office = signed_in("office")
    office.post(f"/months/{JUNE}/seal/")
    again = office.post(f"/months/{JUNE}/seal/")
    assert again.status_code in (400, 409, 422)
    assert "已封账" in again.content.decode()
    assert Seal.objects.count() == 1


@pytest.mark.parametrize("username", ["leader", "clerk"])
@pytest.mark.parametrize("verb", ["seal", "bulletin"])
def test_others_are_refused(cast: None, username: str, verb: str) -> None:
    person = signed_in(username)
    assert f"/months/{JUNE}/" not in person.get(f"/?month={JUNE}").content.decode()
    assert person.post(f"/months/{JUNE}/{verb}/").status_code == 403
    assert not Seal.objects.exists()


def test_a_stranger_signs_in_first(cast: None) -> None:
    assert "sign-in" in Client().post(f"/months/{JUNE}/seal/").headers["Location"]
    assert not Seal.objects.exists()


def test_a_board_that_was_kept_shows_the_next_edition(cast: None) -> None:
    office = signed_in("office")
    office.post(f"/months/{JUNE}/seal/")
    assert "1.4" in office.get(f"/?month={JUNE}").content.decode()
    plant = Project.objects.order_by("id").first()
    assert plant is not None
    changes = reporting.carried(plant.pk, JUNE, "declared", "month_completed", 4000 * WAN)
    slip = Slip(
        project_id=plant.pk, basis="declared", changes=changes, reason="漏报", evidence="凭证", approver="李主任"
    )
    month.correct(slip, at=timezone.now(), by="office")
    page = office.get(f"/?month={JUNE}").content.decode()
    assert "第 2 版" in page
    assert "1.5" in page
