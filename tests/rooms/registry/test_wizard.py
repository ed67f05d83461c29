"""The import wizard and the review page through the site: the project office's day, and who is turned away."""

import re
from io import BytesIO
from urllib.parse import parse_qs

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ballast.kit.audit import AuditLine
from ballast.kit.ledger.verification import verify
from ballast.rooms.people import queries as places
from ballast.rooms.registry.models import Merge, Profile, Project, Suspicion
from ballast.rulebook.terms import Role
from rooms.registry.paper import HEADER, ROWS, bring_in, changed, city, head, workbook
from town import PASSWORD, official

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def golden() -> None:
    city()


def signed_in(role: Role) -> Client:
    area = places.find_area("金州市")
    assert area is not None
    official("zhang", role, area.id, name="张三", office="市项目办")
    client = Client()
    assert client.login(username="zhang", password=PASSWORD)
    return client


@pytest.fixture
def office() -> Client:
    return signed_in(Role.PROJECT_OFFICE)


def uploaded(client: Client, data: bytes, name: str = "名单.xlsx") -> str:
    response = client.post("/import/", {"file": SimpleUploadedFile(name, data)})
    assert response.status_code == 302, response.content.decode()
    return str(response["Location"])


def test_from_upload_to_outcome(office: Client) -> None:
    address = uploaded(office, workbook())
    page = office.get(address).content.decode()
    assert "高端制剂产业园（一期）" in page
    assert 'class="k-money"' in page
    assert re.search(r'<option value="total_investment" selected>', page)
    done = office.post(address, {"new_list": "市重点", "year": "2025", "default_area": "370100"})
    assert done.status_code == 302
    told = office.get(done["Location"]).content.decode()
    assert "名单.xlsx" in told
    assert Project.objects.count() == 3
    assert {line.act for line in AuditLine.objects.all()} >= {"receive_list", "import_list"}
    again = office.post(address, {"new_list": "市重点", "year": "2025", "default_area": "370100"})
    assert again.status_code == 200
    assert Project.objects.count() == 3


def test_a_column_means_what_a_person_says(office: Client) -> None:
    header = ["序号", "项目名称", "所属县区", "甲数", "乙数"]
    rows = [[n, f"{word}工程", "城东区", 100 * n, 10 * n] for n, word in enumerate(["热电联产", "冷链物流", "钢板"], 1)]
    address = uploaded(office, workbook(rows, header=header, title="清单"))
    said = {"f.0.3": "annual_plan", "f.0.4": "total_investment", "u.0.-1": "100000000"}
    page = office.get(address, said).content.decode()
    assert page.count('value="total_investment" selected') == 1
    office.post(address, {**said, "year": "2025", "default_area": "370100"})
    assert Profile.objects.get(name="热电联产工程").total_investment == 10 * 100_000_000


def test_unknown_areas_are_asked_for_and_remembered(office: Client) -> None:
    address = uploaded(office, workbook(changed(2, 所属县区="城北区")))
    assert 'name="area_text" value="城北区"' in office.get(address).content.decode()
    before = head()
    refused = office.post(address, {"year": "2025"})
    assert refused.status_code == 400
    assert "名单!D5" in refused.content.decode()
    assert head() == before
    done = office.post(address, {"year": "2025", "area_text": "城北区", "area_code": "370103", "remember": "on"})
    assert done.status_code == 302
    found = places.find_area("城北区")
    assert found is not None
    assert found.name == "城西区"


def test_what_is_no_list_is_refused_on_the_page(office: Client) -> None:
    response = office.post("/import/", {"file": SimpleUploadedFile("名单.xlsx", b"%PDF-1.7 no sheet")})
    assert response.status_code == 400
    assert "PDF" in response.content.decode()
    assert office.post("/import/", {}).status_code == 400
    assert office.get("/import/" + "0" * 64 + "/").status_code == 404


def test_errors_of_the_list_are_shown_and_stop_the_import(office: Client) -> None:
    address = uploaded(office, workbook(changed(2, 总投资="待定约很多")))
    page = office.get(address).content.decode()
    assert "名单!I5" in page
    assert "disabled" in page
    assert office.post(address, {"year": "2025"}).status_code == 400
    assert not Project.objects.exists()


def years() -> bytes:
    """Last year's sheet before this year's; one project is on both."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target)
    for year, names in ((2024, "甲乙"), (2025, "甲丙")):
        page = book.add_worksheet(f"{year}年")
        page.write(0, 0, f"{year}年重点项目（单位：万元）")
        page.write_row(1, 0, ["序号", "项目名称", "总投资", "所属县区"])
        for place, name in enumerate(names, 1):
            page.write_row(place + 1, 0, [place, f"{name}大桥工程", 100 * place, "城东区"])
    book.close()
    return target.getvalue()


def test_last_years_sheet_is_set_apart_until_a_person_counts_it(office: Client) -> None:
    address = uploaded(office, years())
    page = office.get(address).content.decode()
    assert "导入 2 个项目" in page
    assert (
        "这是较早年度的同一名单（2025 年的在“2025年”），未计入" in office.get(address, {"sheet": "0"}).content.decode()
    )
    assert "导入 4 个项目" in office.get(address, {"s.0.0": "keep"}).content.decode()
    left = office.get(address, {"s.1.0": "leave"}).content.decode()
    assert "导入 2 个项目" in left
    assert "导入时选择不读这张表" in left
    office.post(address, {"s.1.0": "leave", "year": "2024", "default_area": "370100"})
    assert set(Profile.objects.values_list("name", flat=True)) == {"甲大桥工程", "乙大桥工程"}


def test_a_named_cell_leads_to_its_row(office: Client) -> None:
    rows = [*changed(2, 总投资="10-15"), *[[n, f"第{n}号工程", "", "城东区"] for n in range(4, 90)]]
    page = office.get(uploaded(office, workbook(rows))).content.decode()
    link = re.search(r'<a href="\?([^"]*)#r5">名单!I5</a>', page)
    assert link is not None
    assert parse_qs(link[1].replace("&amp;", "&")) == {"sheet": ["0"], "from": ["1"]}
    assert 'id="r5"' in page


def test_groups_that_do_not_reconcile_come_first(office: Client) -> None:
    rows = [["一、城东区（2个）", "", "", "", "", "", "", "", 999, "", "", ""], *[[n, *ROWS[n][1:]] for n in range(3)]]
    page = office.get(uploaded(office, workbook(rows, header=HEADER))).content.decode()
    assert "城东区" in page
    assert 'class="tag warn"' in page


@pytest.mark.parametrize(
    ("role", "address"),
    [
        (Role.REPORTER, "/registry/review/"), (Role.DEPARTMENT, "/import/"), (Role.DEPARTMENT, "/registry/review/"),
        (Role.LEADER, "/import/"), (Role.LEADER, "/registry/review/"), (Role.OWNER, "/import/"),
    ],
)  # fmt: skip
def test_only_the_project_office_imports_and_reviews(role: Role, address: str) -> None:
    client = signed_in(role)
    assert client.get(address).status_code == 403
    assert client.post(address, {"pair": "1"}).status_code == 403


def test_a_stranger_is_sent_to_sign_in() -> None:
    assert Client().get("/import/").status_code == 302


def a_pair() -> Suspicion:
    bring_in(workbook())
    bring_in(
        workbook([[1, "显示面板生产线的扩建", "", "城西区", "金海光电有限公司", "", "", "", 9, 1, "", ""]]),
        name="另.xlsx", list_code="chain", list_name="产业项目", minutes=1,
    )  # fmt: skip
    return Suspicion.objects.get()


def test_two_that_are_one_are_merged_by_a_person(office: Client) -> None:
    pair = a_pair()
    page = office.get("/registry/review/").content.decode()
    assert "显示面板生产线的扩建" in page
    office.post("/registry/review/", {"pair": pair.pk, "decision": "same", "remark": "同一条产线"})
    merge = Merge.objects.current().get()
    assert (merge.project_id, merge.into_id) == (pair.second_id, pair.first_id)
    kept = Profile.objects.current().get(project=pair.first_id)
    assert kept.project.memberships.filter(named_list__code="chain").exists()
    line = AuditLine.objects.get(act="decide_suspicion")
    assert (line.actor, line.detail["decision"], line.detail["remark"]) == ("zhang", "same", "同一条产线")
    assert office.post("/registry/review/", {"pair": pair.pk, "decision": "different"}).status_code == 409
    assert verify() == []


def test_two_that_are_two_stay_two_and_are_not_asked_again(office: Client) -> None:
    pair = a_pair()
    before = head()
    office.post("/registry/review/", {"pair": pair.pk, "decision": "different"})
    assert (head(), Merge.objects.count()) == (before, 0)
    assert Suspicion.objects.get().decision == "different"
    assert "显示面板生产线的扩建" in office.get("/registry/review/").content.decode()
