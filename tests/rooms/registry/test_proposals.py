"""Lists counties send: only of their own area, recorded when the city office commits them, or sent back."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ballast.kit.audit import AuditLine
from ballast.rooms.people import queries as places
from ballast.rooms.registry import queries
from ballast.rooms.registry.models import AnnualPlan, Profile, Project, Proposal
from ballast.rulebook.terms import ProposalState, Role
from rooms.registry.paper import ROWS, city, workbook
from town import PASSWORD, official

pytestmark = pytest.mark.django_db

EAST = [[n, f"{name}项目", "", "", "甲公司", "", "新建", "", 1000 * n, 100, "", ""] for n, name in enumerate("甲乙", 1)]


@pytest.fixture(autouse=True)
def people() -> None:
    city()
    for name, role, area in (
        ("zhang", Role.PROJECT_OFFICE, "金州市"), ("li", Role.COUNTY_OFFICE, "城东区"),
        ("wang", Role.REPORTER, "城西区"),
    ):  # fmt: skip
        found = places.find_area(area)
        assert found is not None
        official(name, role, found.id)


def client(name: str) -> Client:
    signed_in = Client()
    assert signed_in.login(username=name, password=PASSWORD)
    return signed_in


def uploaded(by: Client, rows: list[list[object]], name: str = "东区名单.xlsx") -> str:
    answer = by.post("/import/", {"file": SimpleUploadedFile(name, workbook(rows, title="2025年重点项目名单"))})
    assert answer.status_code == 302
    return str(answer["Location"])


def acts() -> list[tuple[str, str, str]]:
    found = AuditLine.objects.filter(act__in=("propose_list", "return_list", "import_list")).order_by("pk")
    return [(line.act, line.actor, line.result) for line in found]


def test_a_county_sends_its_list_and_the_city_commits_it() -> None:
    county, office = client("li"), client("zhang")
    address = uploaded(county, EAST)
    page = county.get(address).content.decode()
    assert "报送 2 个项目" in page
    assert 'name="new_list"' not in page
    said = {"f.0.9": "other_year_plan", "s.0.0": "keep", "year": "2025"}
    assert county.post(address, said)["Location"] == "/import/"
    assert not Project.objects.exists()
    assert "待确认" in county.get("/import/").content.decode()
    link = re.search(r'href="(/import/[0-9a-f]{64}/\?[^"]+)"', office.get("/import/").content.decode())
    assert link is not None
    shown = office.get(link[1].replace("&amp;", "&"))
    assert "城东区 报送" in shown.content.decode()
    sent = Proposal.objects.get()
    form = {**said, "proposal": sent.pk, "default_area": "370102", "new_list": "市重点"}
    assert office.post(address, form).status_code == 302
    assert {profile.area.code for profile in Profile.objects.current()} == {"370102"}
    assert not AnnualPlan.objects.exists()
    card = queries.proposal(sent.pk)
    assert card is not None
    assert (card.state, card.decided_by, card.batch_id is None) == (ProposalState.ACCEPTED, "zhang", False)
    assert "已入账" in county.get("/import/").content.decode()
    assert acts() == [("propose_list", "li", "done"), ("import_list", "zhang", "done")]
    again = office.post(address, form)
    assert again.status_code == 404
    assert acts()[-1][0] == "import_list"


def test_a_list_with_a_project_of_another_county_is_refused_with_its_cell() -> None:
    county = client("li")
    answer = county.post(uploaded(county, ROWS), {"year": "2025"})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "显示面板生产线扩建项目”在城西区，不是您负责的地区" in page
    assert "名单!D5" in page
    assert not Proposal.objects.exists()
    assert acts() == [("propose_list", "li", "refused")]


def test_parks_come_with_their_county_and_unknown_areas_are_faults() -> None:
    county = client("li")
    park = [[1, "丙项目", "", "高新园", "甲公司", "", "", "", 1000, 100, "", ""]]
    assert county.post(uploaded(county, park, "园区.xlsx"), {}).status_code == 302
    far = [[1, "丁项目", "", "南海县", "甲公司", "", "", "", 1000, 100, "", ""]]
    refused = county.post(uploaded(county, far, "远处.xlsx"), {})
    assert "不认识的地区“南海县”" in refused.content.decode()


def test_a_list_is_sent_back_with_a_reason() -> None:
    county, office = client("li"), client("zhang")
    county.post(uploaded(county, EAST), {"year": "2025"})
    sent = Proposal.objects.get()
    assert office.post(f"/import/sent/{sent.pk}/return/", {"reason": " "}).status_code == 400
    assert county.post(f"/import/sent/{sent.pk}/return/", {"reason": "x"}).status_code == 403
    assert office.post(f"/import/sent/{sent.pk}/return/", {"reason": "总投资请核对"}).status_code == 302
    assert "总投资请核对" in county.get("/import/").content.decode()
    assert "东区名单" not in office.get("/import/").content.decode()
    assert office.post(f"/import/sent/{sent.pk}/return/", {"reason": "再退"}).status_code == 404
    assert acts() == [("propose_list", "li", "done"), ("return_list", "zhang", "done")]


def test_a_county_sees_neither_other_counties_lists_nor_files_it_did_not_upload() -> None:
    east, west = client("li"), client("wang")
    address = uploaded(east, EAST)
    east.post(address, {"year": "2025"})
    assert west.get(address).status_code == 404
    assert west.post(address, {}).status_code == 404
    assert "东区名单" not in west.get("/import/").content.decode()
    assert west.get("/import/done/1/").status_code == 403
