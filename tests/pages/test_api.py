"""The interface for programs: who may what by token, the whole loop by program, and whatever anybody may send."""

import base64
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import schemathesis
from django.contrib.auth import get_user_model
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings

from ballast.kit.audit import AuditLine
from ballast.rooms.gate import actions as gate
from ballast.rulebook.powers import Power
from ballast.site.api.doors import api
from kit.uploads import snaps
from pages.cast import JULY, settle, shown, toured
from pages.doors import BUSINESS, CLASH, FAULTY, GONE, NO, OUTSIDE, SEEN, UNFIT, Rule, rule
from pages.programs import sent, token
from rooms.meetings.quarter import held, item

pytestmark = pytest.mark.django_db
EAST = "P000001"
NOTHING = {"reports": [{"serial": EAST, "version": 0}]}
# Every operation, what is sent, and what each member of the cast is answered.
OPERATIONS: dict[tuple[str, str], tuple[Any, Rule]] = {
    ("get", "/api/areas"): (None, rule(SEEN)),
    ("get", "/api/months"): (None, rule(SEEN)),
    ("get", "/api/projects"): (None, rule(SEEN)),
    ("get", "/api/projects/{serial}"): (None, rule(SEEN, west=GONE)),
    ("get", "/api/projects/{serial}/lights/{month}"): (None, rule(SEEN, west=GONE)),
    ("get", "/api/figures"): (None, rule(SEEN, owner=NO)),
    ("get", "/api/figures/{code}"): (None, rule(SEEN, owner=NO)),
    ("get", "/api/months/{month}/worklist"): (None, rule(SEEN)),
    ("get", "/api/months/{month}/areas/{area}/reports"): (None, rule(SEEN, west=GONE, owner=GONE, steward=GONE)),
    ("get", "/api/months/{month}/reports/{serial}"): (None, rule(SEEN, west=GONE)),
    ("post", "/api/months/{month}/reports/save"): (
        {"edits": [{"serial": EAST, "cells": {"remarks": "x"}}]}, rule(SEEN, land=NO, leader=NO, west=GONE)
    ),
    ("post", "/api/months/{month}/reports/submit"): (NOTHING, rule(FAULTY, land=NO, leader=NO, west=GONE)),
    ("post", "/api/months/{month}/reports/recall"): (NOTHING, rule(CLASH, land=NO, leader=NO, west=GONE)),
    ("post", "/api/months/{month}/reports/accept"): (NOTHING, rule(FAULTY, west=GONE)),
    ("post", "/api/months/{month}/reports/send-back"): (
        {"reports": [{"serial": EAST, "version": 0, "remarks": {"": "请核对"}}]}, rule(CLASH, west=GONE)
    ),
    ("get", "/api/months/{month}/league"): (None, rule(SEEN, owner=NO)),
    ("get", "/api/questions"): (None, rule(SEEN)),
    ("get", "/api/questions/pending"): (None, rule(SEEN)),
    ("post", "/api/questions/{number}/answer"): ({"answer": "已补拍"}, rule(SEEN, land=NO, leader=NO, west=GONE)),
    ("post", "/api/questions/{number}/settle"): ({"verdict": "settle"}, rule(NO, office=CLASH, county=CLASH)),
    ("post", "/api/months/{month}/seal"): ({}, rule(NO, office=UNFIT)),
    ("get", "/api/items"): (None, rule(SEEN)),
    ("get", "/api/items/pending"): (None, rule(SEEN)),
    ("get", "/api/items/{item}"): (None, rule(GONE)),
    ("post", "/api/items/{item}/do"): ({"verb": "report", "words": "已进场"}, rule(GONE)),
    ("post", "/api/items/{item}/letter"): (None, rule(NO, office=GONE)),
    ("get", "/api/tours"): (None, rule(SEEN)),
    ("post", "/api/tours"): (
        {"kind": "none", "quarter": "2025-Q3", "held_on": "2025-09-20"}, rule(NO, office=UNFIT)
    ),
    ("get", "/api/tours/{tour}"): (None, rule(SEEN)),
    ("get", "/api/tours/{tour}/results"): (None, rule(NO, office=CLASH)),
    ("post", "/api/tours/{tour}/links"): ({}, rule(NO, office=SEEN)),
    ("get", "/api/tours/{tour}/papers"): (None, rule(NO, office=SEEN)),
    ("get", "/api/tours/{tour}/papers/{judge}"): (None, rule(NO, office=GONE)),
    ("post", "/api/tours/{tour}/papers/{judge}"): ({"project": EAST, "marks": {}}, rule(NO, office=CLASH)),
    ("get", "/api/tours/{tour}/slips"): (None, rule(SEEN)),
    ("post", "/api/tours/{tour}/slips"): (
        {"project": EAST, "reason": "看错", "evidence": "原件"}, rule(NO, office=UNFIT)
    ),
    ("post", "/api/tours/{tour}/slips/{slip}/{verb}"): ({}, rule(NO, office=UNFIT)),
    ("post", "/api/tours/{tour}/{verb}"): ({"reason": "改期"}, rule(NO, office=SEEN)),
}  # fmt: skip


def last() -> str:
    """The month now reported: the one before this."""
    return f"{timezone.localdate().replace(day=1) - timedelta(days=1):%Y-%m}"


def path(template: str, month: str = "", question: int = 0, tour: str = "") -> str:
    """An operation's address for the eastern project, in the month now reported."""
    verb = "approve" if "{slip}" in template else "call-off"
    month, known = month or last(), {"item": "2099-001-01", "tour": tour, "verb": verb, "judge": 1, "slip": 1}
    return template.format(serial=EAST, month=month, area="990001", code="completed", number=question, **known) + (
        f"?month={month}" if "{code}" in template else ""
    )


def test_every_operation_stands_in_the_matrix() -> None:
    known = {(verb, where) for where, verbs in api.get_openapi_schema()["paths"].items() for verb in verbs}
    assert known == set(OPERATIONS)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: " ".join(one))
def test_every_operation_answers_every_member_as_the_matrix_says(operation: tuple[str, str]) -> None:
    town = settle()
    question = shown(town)[1] if "{number}" in operation[1] else 0
    tour = toured(town) if "{tour}" in operation[1] else ""
    verb, template = operation
    body, expected = OPERATIONS[operation]
    wrong = []
    for member in BUSINESS:
        secret = token(member)
        with transaction.atomic():
            answer = sent(secret, verb, path(template, question=question, tour=tour), body)
            transaction.set_rollback(True)
        if answer.status_code != expected[member]:
            wrong.append(f"{member}: {answer.status_code}, not {expected[member]}: {answer.content[:300].decode()}")
    assert sent("", verb, path(template, question=question, tour=tour), body).status_code == 401
    assert not wrong, "\n".join(wrong)


def test_administrators_and_the_former_lend_nothing() -> None:
    settle()
    for member in OUTSIDE:
        with pytest.raises(gate.TokenRefused):
            token(member)


def test_the_whole_loop_by_program() -> None:
    settle()
    east, county, office = token("east"), token("county"), token("office")
    waiting = sent(east, "get", f"/api/months/{last()}/worklist").json()
    assert EAST in {one["serial"] for one in waiting["to_fill"]}
    cells = {"month_completed": 100, "year_to_date": 2_000, "to_date": 20_000, "form_progress": "主体施工",
             "explanation": "按计划推进"}  # fmt: skip
    key = {"HTTP_IDEMPOTENCY_KEY": "one"}
    edits = {"edits": [{"serial": EAST, "cells": cells}]}
    first = sent(east, "post", f"/api/months/{last()}/reports/save", edits, **key).json()
    again = sent(east, "post", f"/api/months/{last()}/reports/save", edits, **key).json()
    assert (first["replayed"], again["replayed"]) == (False, True)
    assert first["moved"] == again["moved"]
    for secret, act, state in ((east, "submit", "submitted"), (county, "send-back", "returned"),
                               (east, "submit", "submitted"), (county, "accept", "county_accepted"),
                               (office, "accept", "accepted")):  # fmt: skip
        version = sent(east, "get", f"/api/months/{last()}/reports/{EAST}").json()["version"]
        one = {"serial": EAST, "version": version, "remarks": {"month_completed": "请核对"} if "send" in act else {}}
        answer = sent(secret, "post", f"/api/months/{last()}/reports/{act}", {"reports": [one]})
        assert answer.status_code == 200, answer.content.decode()
        assert answer.json()["moved"][0]["state"] == state
    sealed = sent(office, "post", f"/api/months/{last()}/seal", {})
    assert (sealed.status_code, sealed.json()["number"]) == (200, 1)
    figure = sent(office, "get", f"/api/figures/completed_month?month={last()}").json()
    assert (figure["edition"], figure["total"]) == (1, {"numerator": 1_000_000, "denominator": 1})
    late = sent(east, "post", f"/api/months/{last()}/reports/save", edits)
    assert (late.status_code, late.json()["code"]) == (409, "month_sealed")
    acts = set(AuditLine.objects.values_list("act", flat=True))
    assert {"report_save", "report_submit", "report_send_back", "report_accept", "seal"} <= acts


def test_a_question_is_answered_and_settled_by_program() -> None:
    _, question = shown(settle())
    east, county = token("east"), token("county")
    [waiting] = sent(east, "get", "/api/questions/pending").json()["to_answer"]["first"]
    assert (waiting["card"]["id"], waiting["who"], waiting["due_on"]) == (question, "东港区", "2025-08-10")
    others = sent(token("office"), "get", "/api/questions/pending").json()["of_others"]
    assert (others["count"], others["first"][0]["card"]["id"]) == (1, question)
    answered = sent(east, "post", f"/api/questions/{question}/answer", {"answer": "照片为补传"}).json()
    assert (answered["state"], answered["answered_by"]) == ("answered", "east")
    stale = sent(east, "post", f"/api/questions/{question}/answer", {"answer": "再答"})
    assert (stale.status_code, stale.json()["code"]) == (409, "question_moved_on")
    [look] = sent(county, "get", "/api/questions/pending").json()["to_look_at"]["first"]
    bare = sent(county, "post", f"/api/questions/{look['card']['id']}/settle", {"verdict": "reopen"})
    assert (bare.status_code, bare.json()["code"]) == (400, "answer_missing")
    done = sent(county, "post", f"/api/questions/{look['card']['id']}/settle", {"verdict": "settle"}).json()
    assert (done["state"], done["looked_by"]) == ("settled", "county")
    assert sent(east, "get", "/api/questions?state=settled").json()[0]["id"] == done["id"]
    assert {"question_answer", "question_settle"} <= set(AuditLine.objects.values_list("act", flat=True))


def test_an_item_is_answered_with_evidence_and_settled_by_program() -> None:
    town = held()
    number = item(town)
    land, office = token("land"), token("office")
    [waiting] = sent(land, "get", "/api/items/pending").json()["to_do"]
    assert (waiting["number"], waiting["standing"]["state"]) == (number, "open")
    assert sent(token("east"), "post", f"/api/items/{number}/do", {"verb": "report", "words": "x"}).status_code == 403
    bare = sent(land, "post", f"/api/items/{number}/do", {"verb": "submit"})
    assert (bare.status_code, bare.json()["code"]) == (400, "item_refused"), "not without evidence"
    photo = base64.b64encode(snaps.photo(datetime(2025, 7, 20, 9), seed=1)).decode()
    done = sent(land, "post", f"/api/items/{number}/do",
                {"verb": "submit", "papers": [{"name": "现场.jpg", "content": photo}]}).json()  # fmt: skip
    assert (done["item"]["standing"]["state"], done["steps"][-1]["papers"][0]["name"]) == ("submitted", "现场.jpg")
    assert sent(land, "post", f"/api/items/{number}/do", {"verb": "settle"}).status_code == 403, (
        "never by its own office"
    )
    assert "settle" in sent(office, "get", f"/api/items/{number}").json()["verbs"]
    settled = sent(office, "post", f"/api/items/{number}/do", {"verb": "settle"}).json()
    assert settled["item"]["standing"]["state"] == "settled"
    assert sent(office, "get", "/api/items").json() == []
    assert [one["number"] for one in sent(office, "get", "/api/items?which=all").json()] == [number]
    late = sent(office, "post", f"/api/items/{number}/letter")
    assert (late.status_code, late.json()["code"]) == (400, "item_refused")
    lines = AuditLine.objects.filter(act="handle_item", object=number).values_list("actor", "result")
    assert set(lines) == {("land", "done"), ("office", "done")}


def test_a_token_does_no_more_than_it_was_lent_and_its_refusal_is_on_record() -> None:
    settle()
    reader = token("office", Power.READ)
    assert sent(reader, "get", "/api/projects").status_code == 200
    refused = sent(reader, "post", f"/api/months/{JULY}/seal", {})
    assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")
    line = AuditLine.objects.latest("id")
    assert (line.act, line.actor, line.result) == ("refusal", "office", "refused")


def test_a_token_that_ended_or_was_taken_back_opens_nothing() -> None:
    settle()
    user, at = get_user_model().objects.get(username="east"), timezone.now()
    secret = token("east")
    gate.revoke_token(user, user.api_tokens.get().pk, at=at)
    for bad in (secret, "ballast_made-up", secret[:-1]):
        answer = sent(bad, "get", "/api/projects")
        assert (answer.status_code, answer.json()["code"]) == (401, "bad_token")
        assert answer.json()["zh"]
    old = token("east", until=timezone.localdate() + timedelta(days=1))
    user.api_tokens.filter(revoked_at__isnull=True).update(expires_on=timezone.localdate() - timedelta(days=1))
    assert sent(old, "get", "/api/projects").status_code == 401
    for last in (timezone.localdate(), timezone.localdate() + timedelta(days=400)):
        with pytest.raises(gate.TokenRefused):
            token("east", until=last)


def test_what_has_not_the_form_wanted_names_its_place() -> None:
    settle()
    answer = sent(
        token("east"), "post", f"/api/months/{last()}/reports/save", {"edits": [{"serial": "一号", "cells": {}}]}
    )
    assert answer.status_code == 422
    assert "serial" in answer.json()["where"]
    wrong = {"edits": [{"serial": EAST, "cells": {"no_such_column": 1}}]}
    answer = sent(token("east"), "post", f"/api/months/{last()}/reports/save", wrong)
    assert answer.status_code in (400, 422)
    assert "no_such_column" in answer.content.decode()


schema = schemathesis.openapi.from_dict(api.get_openapi_schema())
schema.app = get_wsgi_application()


@pytest.fixture
def open_connection() -> Iterator[None]:
    """Requests through WSGI end by closing the database's connection; the test's own is to stay open."""
    for ends in (request_started, request_finished):
        ends.disconnect(close_old_connections)
    yield
    for ends in (request_started, request_finished):
        ends.connect(close_old_connections)


@pytest.mark.slow
@pytest.mark.usefixtures("open_connection")
@schema.parametrize()
@settings(
    max_examples=8, deadline=None, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_nothing_that_is_sent_brings_it_down(case: Any) -> None:
    if not get_user_model().objects.exists():
        settle()
    secret = token("office")
    answer = case.call(headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code < 500, answer.content
    get_user_model().objects.get(username="office").api_tokens.all().delete()
