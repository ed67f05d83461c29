"""What a refusal says, and every look at need-to-know data, leaves its line; without the line nothing happens.

That every refusal and every file at every door leaves one, for every member of the cast: ``test_doors.py``.
"""

from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from ballast.kit.audit import AuditLine
from ballast.kit.ledger.journal import entry, latest_moment
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.people.models import Area
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry.cards import ProfileCard
from ballast.rooms.reporting import actions as reporting
from ballast.rooms.reporting.cards import ProgressCard
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import Basis
from pages.cast import JULY
from pages.doors import DOORS
from pages.test_doors import AT, address, browser, known

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
__all__ = ["known"]
RING = "[1,2],[2,2],[2,3],[1,2]"
MAP = (
    f'{{"features":[{{"properties":{{"name":"东港区"}},"geometry":{{"type":"Polygon","coordinates":[[{RING}]]}}}}]}}'
).encode()
SECRET = "密谈芯片厂"
STOP = {
    "sqlite": ["CREATE TRIGGER full_disk BEFORE INSERT ON kit_auditline BEGIN SELECT RAISE(ABORT, 'full'); END"],
    "postgresql": [
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full'; END $$",
        "CREATE TRIGGER full_disk BEFORE INSERT ON kit_auditline FOR EACH ROW EXECUTE FUNCTION full_disk()",
    ],
}  # fmt: skip


@pytest.fixture
def secret(known: dict[str, Any]) -> dict[str, Any]:
    """A project of the east whose investor is still being talked to, reported for July."""
    with entry(at=latest_moment() or AT, by="office", action="enrol") as writer:
        [project] = registry.enrol(1, writer=writer)
        east = Area.objects.get(code="990001").pk
        registry.describe([ProfileCard(project_id=project, name=SECRET, area_id=east)], writer=writer)
        talks = MilestoneCard(
            project_id=project, kind=MilestoneKind.NEGOTIATING, basis=Basis.DECLARED, actual_on=AT.date()
        )
        lifecycle.move([talks], writer=writer)
        reporting.report([ProgressCard(project_id=project, month=JULY, basis=Basis.DECLARED)], writer=writer)
    return known


def lines_of(client: Client, verb: str, path: str) -> tuple[Any, list[AuditLine]]:
    """The answer, and the lines it left."""
    before = AuditLine.objects.count()
    answer = getattr(client, verb)(path)
    return answer, list(AuditLine.objects.order_by("id")[before:])


def test_a_refusal_says_what_was_asked_and_why(known: dict[str, Any]) -> None:
    _, [line] = lines_of(browser("west"), "get", "/projects/P000001/?at=2025-08-01")
    assert (line.act, line.object) == ("refusal", "GET /projects/P000001/")
    assert line.detail["door"] == "project" and line.detail["status"] == 404 and line.detail["query"] == "at=2025-08-01"
    _, [line] = lines_of(browser("west"), "post", f"/months/{JULY}/seal/")
    assert line.detail["code"] == "not_allowed" and "封账" in line.detail["said"]


def test_strangers_and_addresses_that_are_none_leave_no_line(known: dict[str, Any]) -> None:
    for client, path in ((browser(), "/projects/"), (browser(), "/nowhere/"), (browser("office"), "/favicon.ico")):
        assert lines_of(client, "get", path)[1] == []


def test_whoever_sees_a_negotiation_is_noted(secret: dict[str, Any]) -> None:
    seen, client = [], browser("office")
    for door in DOORS:
        if door.name in ("account_login", "account_logout", "set_language"):
            continue
        asked = address(door, secret).replace("P000001", "P000003").replace("completed", "projects")
        path = f"{asked}{'&' if '?' in asked else '?'}month={JULY}"
        answer, lines = lines_of(client, "get", path)
        if not answer.streaming and SECRET in answer.content.decode("utf-8", "ignore"):
            seen.append(door.name)
            assert lines, f"the secret is seen at {path} and nobody notes it"
            assert "P000003" in str(lines[-1].detail) or lines[-1].act != "view", path
    assert {"projects", "project", "figures:figure"} <= set(seen), "the secret stands on pages, or this proves nothing"


@pytest.mark.parametrize("path", [f"/?month={JULY}", f"/figures/completed/?month={JULY}", f"/map/?month={JULY}"])
def test_a_ranking_before_its_publication_is_noted(known: dict[str, Any], path: str) -> None:
    _, lines = lines_of(browser("leader"), "get", path)
    [line] = [line for line in lines if line.act == "view"]
    assert JULY in line.detail["shown"]["ranking"]["first"][0]


def test_what_cannot_be_noted_does_not_happen(secret: dict[str, Any]) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    acts = (
        ("post", "/calendar/day/", {"day": "2025-04-01", "works": "off", "paper": "x"}),
        ("post", f"/months/{JULY}/seal/", {}),
        ("post", "/map/load/", {"file": SimpleUploadedFile("m.json", MAP)}),
        ("get", "/projects/export.xlsx", {}),
        ("get", "/projects/P000003/", {}),
        ("get", f"/?month={JULY}", {}),
        ("get", f"/sources/{secret['SOURCE']}/original/", {}),
    )
    with connection.cursor() as cursor:
        for statement in STOP[connection.vendor]:
            cursor.execute(statement)
    stood = rows()
    for verb, path, said in acts:
        client = browser("office", raise_request_exception=False)
        answer = getattr(client, verb)(path, said)
        assert answer.status_code == 500, path
        assert SECRET.encode() not in answer.content and not answer.has_header("Content-Disposition")
    assert rows() == stood


def rows() -> dict[str, int]:
    """How many rows every table of ours has."""
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models() if model.__module__.startswith("ballast.")
    }  # fmt: skip
