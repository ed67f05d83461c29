"""Typing and passing on by the pages: saved, marked, sent back; hostile and foolish requests are refused aloud."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ballast.kit.audit import AuditLine
from ballast.rooms.people import actions as people
from ballast.rooms.reporting.models import Report
from ballast.rulebook.terms import AreaKind, Role
from rooms.reporting import cast
from rooms.reporting.cast import MONTH, County
from town import PASSWORD, official

pytestmark = pytest.mark.django_db
UNREADABLE = [
    None, [], {}, {"edits": []}, {"edits": "x"}, {"by": "clerk", "edits": [{"serial": 1}]},
    {"by": "clerk", "edits": [{"serial": "P000001", "version": "1", "cells": {}}]},
]  # fmt: skip


@pytest.fixture
def town(db: None) -> County:
    return cast.county()


def signed_in(username: str, role: Role, area_id: int) -> Client:
    """The browser of an official."""
    official(username, role, area_id)
    client = Client(headers={"accept-language": "en", "accept": "application/json"})
    assert client.login(username=username, password=PASSWORD)
    return client


def sent(client: Client, body: Any) -> Any:
    """What saving ``body`` answers."""
    return client.post(reverse("report-save", args=[MONTH]), json.dumps(body), content_type="application/json")


def typed(town: County, by: str = "clerk", version: int = 0, key: str = "", **cells: object) -> dict[str, Any]:
    """What the page sends for the plant."""
    edit = {"serial": cast.serial_of(town.plant), "version": version, "cells": cells}
    return {"by": by, "key": key, "edits": [edit]}


def passed(client: Client, verb: str, one: str, **more: str) -> Any:
    """What the button of a verb leads to."""
    return client.post(reverse("report-pass", args=[MONTH]), {"verb": verb, "one": one, **more}, follow=True)


def test_what_is_typed_is_saved_and_answered_with_sums_and_marks(town: County) -> None:
    client = signed_in("clerk", Role.REPORTER, town.area_id)
    answer = sent(client, typed(town, month_completed="2,600.5", form_progress="=1+1"))
    [row] = answer.json()["rows"]
    assert answer.status_code == 200 and row["state"] == "draft" and row["version"] == 1
    assert row["cells"]["month_completed"] == 2600.5 and row["cells"]["form_progress"] == "=1+1"
    assert row["proposed"] == {"year_to_date": 14600.5, "to_date": 14600.5}
    assert AuditLine.objects.filter(act="report_save", actor="clerk").exists()
    page = client.get(reverse("report-grid", args=[MONTH, "990101"])).content.decode()
    assert '"month_completed": 2600.5' in page and "=HYPERLINK" in page


def test_a_replayed_batch_is_done_once_and_a_lost_answer_given_again(town: County) -> None:
    client = signed_in("clerk", Role.REPORTER, town.area_id)
    body = typed(town, key="once", month_completed=10)
    assert sent(client, body).json()["rows"] == sent(client, body).json()["rows"]
    assert Report.objects.get().version == 1


@pytest.mark.parametrize("body", UNREADABLE)
def test_what_no_page_sends_is_refused(town: County, body: object) -> None:
    answer = sent(signed_in("clerk", Role.REPORTER, town.area_id), body)
    assert answer.status_code == 400 and answer.json()["code"] == "unreadable" and not Report.objects.exists()


def test_a_page_left_open_by_another_person_saves_nothing(town: County) -> None:
    answer = sent(signed_in("clerk", Role.REPORTER, town.area_id), typed(town, by="somebody", month_completed=1))
    assert answer.status_code == 409 and "not clerk's" in answer.json()["said"] and not Report.objects.exists()


def test_nobody_types_into_anothers_project(town: County) -> None:
    elsewhere = people.establish("990102", "白河县", kind=AreaKind.COUNTY)
    client = signed_in("stranger", Role.REPORTER, elsewhere)
    assert sent(client, typed(town, by="stranger", month_completed=1)).status_code == 404
    assert client.get(reverse("report", args=[MONTH, cast.serial_of(town.plant)])).status_code == 404
    assert client.get(reverse("report-grid", args=[MONTH, "990101"])).status_code == 404
    assert AuditLine.objects.filter(act="report_save", actor="stranger", result="refused").exists()


def test_a_report_goes_its_way_by_the_buttons_and_comes_back_with_a_remark_on_its_cell(town: County) -> None:
    clerk = signed_in("clerk", Role.REPORTER, town.area_id)
    county = signed_in("county", Role.COUNTY_OFFICE, town.area_id)
    serial = cast.serial_of(town.plant)
    sent(clerk, typed(town, month_completed=2600, form_progress="主体封顶"))
    assert "1 report submitted." in passed(clerk, "submit", f"{serial}:1").content.decode()
    assert serial in county.get(reverse("report-review", args=[MONTH])).content.decode()
    said = {"remark.month_completed": "<b>请核对</b>", "back": "review"}
    assert "1 report sent back." in passed(county, "send_back", f"{serial}:1", **said).content.decode()
    page = clerk.get(reverse("worklist") + f"?month={MONTH}").content.decode()
    assert "&lt;b&gt;请核对&lt;/b&gt;" in page and "2,600" in page
    stale = passed(county, "accept", f"{serial}:1", back=f"report:{serial}").content.decode()
    assert Report.objects.get().state == "returned" and "message error" in stale


def test_a_clerk_is_led_from_one_report_to_the_next_and_an_end(town: County) -> None:
    client = signed_in("clerk", Role.REPORTER, town.area_id)
    plant, store = cast.serial_of(town.plant), cast.serial_of(town.store)
    for here, then in ((plant, store), (store, plant)):
        page = client.get(reverse("report", args=[MONTH, here]))
        assert page.context["page"].following == then
        assert f'href="{reverse("report", args=[MONTH, then])}">Next to fill in' in page.content.decode()
    full = {"month_completed": 500, "form_progress": "吊装", "explanation": "如实"}
    version = sent(client, {"by": "clerk", "edits": [{"serial": store, "version": 0, "cells": full}]}).json()["rows"]
    passed(client, "submit", f"{store}:{version[0]['version']}")
    assert client.get(reverse("report", args=[MONTH, plant])).context["page"].following == ""
    leader = signed_in("leader", Role.LEADER, town.area_id)
    assert leader.get(reverse("report", args=[MONTH, plant])).context["page"].following == ""


def test_a_remark_of_five_thousand_and_one_characters_is_too_long(town: County) -> None:
    clerk = signed_in("clerk", Role.REPORTER, town.area_id)
    county = signed_in("county", Role.COUNTY_OFFICE, town.area_id)
    serial = cast.serial_of(town.plant)
    sent(clerk, typed(town, month_completed=2600, form_progress="主体封顶"))
    passed(clerk, "submit", f"{serial}:1")
    page = passed(county, "send_back", f"{serial}:1", **{"remark.": "长" * 5001}).content.decode()
    assert "at most 5000 characters" in page and Report.objects.get().state == "submitted"
    assert "what would be right" in passed(county, "send_back", f"{serial}:1").content.decode()


def test_nothing_ticked_is_said(town: County) -> None:
    county = signed_in("county", Role.COUNTY_OFFICE, town.area_id)
    answer = county.post(reverse("report-pass", args=[MONTH]), {"verb": "accept"})
    assert answer.status_code == 400 and answer.json()["code"] == "nothing_chosen"


def test_the_worklist_counts_the_days_of_the_month(town: County) -> None:
    clerk = signed_in("clerk", Role.REPORTER, town.area_id)
    page = clerk.get(reverse("worklist") + f"?month={MONTH}").content.decode()
    assert "2 reports to do" in page and "late" in page
