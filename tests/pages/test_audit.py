"""The audit administrator's page: searched, paged, exported without formulas, proved; and nobody else's."""

import csv
import io
from datetime import UTC, datetime, timedelta

import openpyxl
import pytest
from django.test import Client
from pytest_django import Settings

from ballast.kit import audit
from ballast.kit.audit.models import AuditLine
from kit.test_ledger import behind_our_back
from pages.cast import EVIL, settle
from pages.test_calendar import signed_in

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


@pytest.fixture
def auditor() -> Client:
    """The audit administrator, and 120 lines of two people, one a minute."""
    settle()
    for minute in range(120):
        audit.write(
            "submit" if minute % 2 else "seal", at=NOON + timedelta(minutes=minute), actor=f"user{minute % 3}",
            object=f"东港区 {minute:03d}", result="refused" if minute == 7 else "done", detail={"remark": EVIL},
        )  # fmt: skip
    return signed_in("audit")


def found(client: Client, query: str) -> list[str]:
    page = client.get(f"/audit/?{query}").content.decode()
    return [part.split("</td>")[0] for part in page.split('<td class="wrap">')[1:]]


def test_lines_are_found_by_everything_they_say(auditor: Client) -> None:
    assert found(auditor, "actor=user1&act=seal&since=2026-03-02T12:00&until=2026-03-02T12:10") == [
        "东港区 010", "东港区 004",
    ]  # fmt: skip
    assert found(auditor, "result=refused") == ["东港区 007"]
    assert found(auditor, "object=区+01&act=submit")[:2] == ["东港区 019", "东港区 017"]
    assert found(auditor, "text=calc&object=003") == ["东港区 003"]
    assert found(auditor, "text=没有这句") == []


def test_pages_go_by_key_and_back(auditor: Client) -> None:
    first = found(auditor, "object=东港")
    last = AuditLine.objects.get(object=first[-1]).pk
    second = found(auditor, f"object=东港&before={last}")
    assert (first[0], first[-1], second[0], len(second)) == ("东港区 119", "东港区 070", "东港区 069", 50)
    assert found(auditor, f"object=东港&after={AuditLine.objects.get(object=second[0]).pk}") == first
    page = auditor.get(f"/audit/?object=东港&after={last}").content.decode()
    assert "before=" in page and 'rel="prev"' not in page, "the newest page has nothing newer"


def test_an_export_is_audited_and_holds_no_formula(auditor: Client) -> None:
    taken = b"".join(auditor.get("/audit/export.csv?act=seal"))  # type: ignore[arg-type]
    lines = list(csv.reader(io.StringIO(taken.decode("utf-8-sig"))))
    assert len(lines) == 61 and lines[1][2:4] == ["user0", "封账"]
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(auditor.get("/audit/export.xlsx?text=calc"))))  # type: ignore[arg-type]
    cells = [cell for row in sheet.active.iter_rows(min_row=2) for cell in row]
    assert len(cells) == 120 * 11 and not any(cell.data_type == "f" for cell in cells)
    kept = AuditLine.objects.filter(act="audit_export", actor="audit").order_by("id")
    assert [line.detail["lines"] for line in kept] == [60, 120]


def test_text_that_begins_as_a_formula_is_quoted_in_csv(auditor: Client) -> None:
    audit.write("submit", at=NOON, actor="=1+1", object=EVIL)
    taken = b"".join(auditor.get("/audit/export.csv?actor=%3D1%2B1"))  # type: ignore[arg-type]
    [_, line] = csv.reader(io.StringIO(taken.decode("utf-8-sig")))
    assert line[2] == "'=1+1" and line[5] == f"'{EVIL}"


def test_the_chain_is_proved_from_the_page_and_a_changed_line_is_told(auditor: Client) -> None:
    assert "审计链完好" in auditor.post("/audit/verify/").content.decode()
    behind_our_back("UPDATE kit_auditline SET actor = 'nobody' WHERE object = '东港区 050'")
    page = auditor.post("/audit/verify/").content.decode()
    assert "1 条与写入时不符" in page and "seal" in page
    assert AuditLine.objects.filter(act="audit_verify").order_by("id").last().result == "broken"  # type: ignore[union-attr]


@pytest.mark.parametrize("query", ["since=yesterday", "until=2026-02-30T00:00"])
def test_a_time_that_is_none_is_refused_with_its_form(auditor: Client, query: str) -> None:
    answer = auditor.get(f"/audit/?{query}")
    assert answer.status_code == 400 and "2026-01-31T08:00" in answer.content.decode()


@pytest.mark.parametrize(
    "query", ["before=0&act=none", "before=x&after=²", f"before={'9' * 30}", "act='; DROP TABLE x"]
)
def test_no_question_breaks_the_page(auditor: Client, query: str) -> None:
    assert auditor.get(f"/audit/?{query}").status_code == 200


def test_a_line_says_the_address_and_the_session_and_no_key(auditor: Client, settings: Settings) -> None:
    for behind, told in ((0, "10.0.0.1"), (1, "172.16.0.4"), (2, "6.6.6.6"), (3, "10.0.0.1")):
        settings.ALLAUTH_TRUSTED_PROXY_COUNT = behind
        auditor.post("/audit/verify/", REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": "6.6.6.6, 172.16.0.4"})
        line = AuditLine.objects.filter(act="audit_verify").order_by("id").last()
        assert line is not None and line.detail["address"] == told
        key = auditor.cookies["sessionid"].value
        assert len(line.detail["session"]) == 12 and line.detail["session"] not in key
