"""Phones written into lists as free text: by their ends everywhere, whole to whoever asks, who is noted."""

import io
from datetime import UTC, datetime, timedelta

import pytest
import xlsxwriter
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ballast.kit import audit, files
from ballast.kit.audit import AuditLine
from ballast.kit.ledger import journal
from ballast.kit.ledger.journal import latest_moment
from ballast.kit.models import Source
from ballast.rooms.registry import actions, queries
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting.models import Report
from pages.cast import JULY, Town, settle
from pages.test_api import sent, token

pytestmark = pytest.mark.django_db
PHONE, ENDS = "13912345678", "139****5678"
LAND, AMOUNT = "0531-86012345", "13812345678"
SLIP = "00000000-0000-0000-0000-000000000065"  # a name, however much its end looks like a number to call


@pytest.fixture
def town() -> Town:
    """A second list names a person with their phone, in the text of a cell and in a number's."""
    town = settle()
    at = (latest_moment() or pytest.fail()) + timedelta(hours=1)
    stored = files.keep(_list(), "责任人.xlsx", at=at, by="office")
    columns = {"name": "A", "responsible_person": "B", "total_investment": "D"}
    source = Source.objects.create(
        kind="list", file=stored, place="清单", columns=columns, received_at=at, received_by="office"
    )
    card = queries.find(town.east, held=EVERYWHERE)
    assert card is not None
    with journal.entry(at=at, by="office", action="import", source=source) as writer:
        named = {"responsible_person": f"张三 {PHONE}", "remarks": f"传真 {LAND}", "row": 2}
        actions.describe([type(card)(**{**_plain(card), **named})], writer=writer)
    return Town(town.east, town.west, source.pk)


def _plain(card: object) -> dict[str, object]:
    return {name: getattr(card, name) for name in card.__dataclass_fields__}  # type: ignore[attr-defined]


def _list() -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        sheet = book.add_worksheet("清单")
        sheet.write_row(0, 0, ["项目名称", "责任人", "电话", "总投资（元）"])
        sheet.write_row(1, 0, ["东港码头", f"张三 {PHONE}", int(PHONE), int(AMOUNT)])
    return held.getvalue()


def seen(username: str, path: str) -> str:
    client = Client(headers={"host": "localhost"})
    client.force_login(get_user_model().objects.get(username=username))
    return str(client.get(path).content.decode())


def test_the_project_page_its_history_and_programs_get_the_ends_alone(town: Town) -> None:
    for path in ("", "panels/history/"):
        said = seen("leader", f"/projects/{town.east}/{path}")
        assert ENDS in said and "0531-****2345" in said and PHONE not in said and LAND not in said, path
    for path in ("/api/projects", f"/api/projects/{town.east}"):
        told = sent(token("leader"), "get", path).content.decode()
        assert ENDS in told and PHONE not in told, path
    assert not AuditLine.objects.filter(act="view_phones").exists()


def test_whoever_asks_sees_them_whole_and_is_noted(town: Town) -> None:
    said = seen("steward", f"/projects/{town.east}/phones/")
    assert f"张三 {PHONE}" in said and LAND in said
    [line] = AuditLine.objects.filter(act="view_phones")
    assert (line.actor, line.detail["fields"]) == ("steward", ["remarks", "responsible_person"])
    assert PHONE not in str(list(AuditLine.objects.values_list("detail", flat=True)))
    assert PHONE not in seen("west", f"/projects/{town.east}/phones/")


def test_the_audit_trail_is_written_with_the_ends_alone_and_is_whole_so() -> None:
    told = {"change": {"old": f"张三 {PHONE}", "new": [LAND, int(AMOUNT)]}, "slip": SLIP}
    audit.write("amend", at=datetime(2025, 8, 4, tzinfo=UTC), actor="east", object=f"联系人 {PHONE}", detail=told)
    [line] = AuditLine.objects.filter(act="amend")
    assert line.object == f"联系人 {ENDS}"
    assert line.detail["change"] == {"old": f"张三 {ENDS}", "new": ["0531-****2345", int(AMOUNT)]}
    assert line.detail["slip"] == SLIP
    assert not list(audit.verify())


def test_the_sheet_a_value_was_read_from_hides_them_until_they_are_asked_for(town: Town) -> None:
    path = f"/sources/{town.source}/?row=2&field=responsible_person"
    said = seen("office", path)
    assert said.count(ENDS) == 2 and PHONE not in said
    assert AMOUNT in said, "an amount is no phone, however long"
    whole = seen("office", f"{path}&phones=show")
    assert whole.count(PHONE) == 2
    shown = [line.detail["shown"] for line in AuditLine.objects.filter(act="view").order_by("pk")]
    assert ["phone" in str(one) for one in shown] == [False, True]


def test_a_list_is_previewed_without_them(town: Town) -> None:
    client = Client(headers={"host": "localhost"})
    client.force_login(get_user_model().objects.get(username="office"))
    page = client.post("/import/", {"file": SimpleUploadedFile("责任人.xlsx", _list())}, follow=True).content.decode()
    assert f"张三{ENDS}" in page and f">{ENDS}<" in page and PHONE not in page
    assert AMOUNT in page, "an amount is no phone, however long"


def test_a_report_is_whole_to_who_types_it_alone_and_programs_lose_nothing(town: Town) -> None:
    told, path = f"业主 张三 {PHONE} 反映缺电", f"/api/months/{JULY}/reports"
    east = token("east")
    edit = {"edits": [{"serial": town.east, "cells": {"problems": told}}]}
    assert PHONE not in sent(east, "post", f"{path}/save", edit).content.decode()
    said = sent(east, "get", f"{path}/{town.east}").json()
    assert said["cells"]["problems"] == told.replace(PHONE, ENDS)
    assert PHONE not in sent(east, "get", f"/api/months/{JULY}/areas/990001/reports").content.decode()
    again = {"serial": town.east, "version": said["version"], "cells": {**said["cells"], "needs": "双回路"}}
    assert sent(east, "post", f"{path}/save", {"edits": [again]}).status_code == 200
    kept = Report.objects.get().values
    assert (kept["problems"], kept["needs"]) == (told, "双回路")
    page = f"/month/{JULY}/project/{town.east}/"
    assert PHONE in seen("east", page), "who types it reads what stands there"
    for reader in ("leader", "land"):
        assert ENDS in seen(reader, page) and PHONE not in seen(reader, page), reader
