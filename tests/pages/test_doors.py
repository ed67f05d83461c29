"""No one let in who should not be: every address, for everyone, on GET and on POST, by the table of doors."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from ballast.kit import files
from ballast.kit.audit import AuditLine
from ballast.kit.ledger.models import Entry, Source
from ballast.rooms.people import actions as people
from ballast.rooms.people import queries as officials
from ballast.rooms.people.models import Area
from ballast.rooms.registry.models import ImportBatch, ProjectRole
from ballast.rooms.reporting.models import Submission
from pages.cast import JULY, PASSWORD, settle, shown, toured
from pages.doors import CAST, DOORS, OPEN_DOORS, OUTSIDE, Door

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
EAST, WEST = "东港码头", "cmd|"  # the projects of both counties, by what only they are called
# Whose names may never stand before a member's eyes.
FOREIGN = {member: {EAST, WEST} for member in OUTSIDE} | {"office": set(), "land": set(), "leader": set()}
FOREIGN |= dict.fromkeys(("county", "east", "owner", "steward"), {WEST}) | {"west": {EAST}}
AT = datetime(2025, 8, 5, tzinfo=UTC)


def patterns(resolver: URLResolver, room: str = "") -> Iterator[str]:
    """The name of every pattern of the site, those of a namespace as ``room:name``."""
    for found in resolver.url_patterns:
        if isinstance(found, URLPattern):
            assert found.name, f"{found.pattern} has no name"
            yield f"{room}:{found.name}" if room else str(found.name)
        elif found.namespace != "api":  # programs come by token; they have a matrix of their own
            yield from patterns(found, found.namespace or room)


@pytest.fixture
def known() -> dict[str, Any]:
    """The smallest city with a hand-in of the east and an import, and what stands for their ids."""
    town = settle()
    evidence, question = shown(town)
    source = Source.objects.select_related("file").get(pk=town.source)
    batch = ImportBatch.objects.create(file=source.file, at=AT, by="office", outcome={"rows": 2, "new": 2})
    handed_in = Submission.objects.create(
        area=Area.objects.get(code="990001"), month=JULY, file=files.keep(b"x", "七月.xlsx", at=AT, by="east"),
        handed_in_at=AT, handed_in_by="east", status="accepted", accepted=1,
    )  # fmt: skip
    [held] = officials.appointments(official_id=_person("west"))
    today = timezone.localdate()
    lent = people.delegate(
        _person("east"), _person("county"), powers=None, since=today, until=today + timedelta(days=1), reason="",
        on=today, at=timezone.now(), by="east",
    )  # fmt: skip
    role = ProjectRole.objects.filter(project__serial=town.east).first()
    assert source.file is not None and role is not None
    return {
        "SOURCE": town.source,
        "BATCH": batch.pk,
        "HANDED_IN": handed_in.pk,
        "SHA": source.file.sha256,
        "ROLE": role.pk,
        "HELD": held.id,
        "LENT": lent,
        "EVIDENCE": evidence,
        "QUESTION": question,
        "TOUR": toured(town),
    }


def _person(username: str) -> int:
    found = officials.official_named(username)
    assert found is not None
    return found.id


def address(door: Door, known: dict[str, Any]) -> str:
    """The door's address, with the ids of this test's city."""
    asked = {name: known.get(said, said) for name, said in door.arguments.items()}
    return reverse(door.name, kwargs=asked) + (f"?{door.query}" if door.query else "")


def browser(username: str = "", **asked: Any) -> Client:
    """A browser, signed in where a name is given."""
    client = Client(headers={"host": "localhost"}, **asked)
    if username:
        client.force_login(get_user_model().objects.get(username=username))
    return client


def test_every_address_of_the_site_stands_in_the_table_once() -> None:
    assert sorted(patterns(get_resolver())) == sorted(door.name for door in DOORS)


def test_every_door_answers_every_member_of_the_cast_as_the_table_says(known: dict[str, Any]) -> None:
    """And tells of nothing foreign, notes what it refuses and hands out, and brings no script of its own."""
    wrong, files = [], 0
    for member in CAST:
        client, last = browser(member), AuditLine.objects.latest("pk").pk
        for door in DOORS:
            for verb, expected in door.verbs.items():
                path = address(door, known)
                answer, lines = tried(client, verb, path, last)
                files += answer.has_header("Content-Disposition")
                found = [*faults(answer, expected[member], FOREIGN[member]), *unnoted(answer, lines, member)]
                wrong += [f"{member}: {verb} {path} {fault}" for fault in found]
    assert not wrong, "\n".join(wrong)
    assert files >= 3, "files are handed out, or the last of these proves nothing"


def tried(client: Client, verb: str, path: str, last: int) -> tuple[Any, list[AuditLine]]:
    """What the door answers, and the lines it left after the last; what it did is undone, who left by it is back."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        answer = getattr(client, verb)(path)
        lines = list(AuditLine.objects.filter(pk__gt=last))
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer, lines


def faults(answer: Any, expected: int, foreign: set[str]) -> Iterator[str]:
    """What is wrong with an answer; the projects that sheets tell of are of their own tests."""
    if answer.status_code != expected:
        yield f"{answer.status_code}, not {expected}"
    kind = answer.headers.get("Content-Type", "")
    said = answer.content.decode() if "html" in kind or "json" in kind else ""
    yield from (f"tells of {name}" for name in (EAST, WEST) if name in foreign and name in said)
    if "html" in kind:
        tags = [part.split(">")[0] for part in said.split("<script")[1:]]
        if not all(" src=" in tag or "application/json" in tag for tag in tags) or " onclick=" in said:
            yield "has a script of its own"


def unnoted(answer: Any, lines: list[AuditLine], member: str) -> Iterator[str]:
    """Every refusal leaves one line that says by whom and from where, and so does every file."""
    refused = [line for line in lines if line.result == "refused"]
    if len(refused) != (answer.status_code >= 400):
        yield f"{answer.status_code} left {len(refused)} refusals"
    if not all(line.actor == member and line.detail["address"] for line in refused):
        yield "was not refused to them by name and address"
    if answer.has_header("Content-Disposition") and [line.actor for line in lines] != [member]:
        yield "left a file unnoted"


def test_a_stranger_is_sent_to_the_gate_from_everywhere(known: dict[str, Any]) -> None:
    entries = Entry.objects.count()
    for door in DOORS:
        for verb in ("get", "post"):
            answer = getattr(browser(), verb)(address(door, known))
            if door.name not in OPEN_DOORS:
                assert answer.status_code == 302, (verb, door.name)
                assert answer.headers["Location"].startswith("/sign-in/?next=/"), (verb, door.name)
    assert Entry.objects.count() == entries


def test_no_form_is_taken_without_its_token(known: dict[str, Any]) -> None:
    for door in DOORS:
        answer = browser("office", enforce_csrf_checks=True).post(address(door, known))
        assert answer.status_code == 403, door.name


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_no_door_leads_off_the_site(known: dict[str, Any], away: str) -> None:
    entered = browser().post("/sign-in/", {"username": "office", "password": PASSWORD, "next": away})
    chosen = browser().post("/language/", {"language": "en", "next": away}, headers={"referer": away})
    left = browser("office").post("/sign-out/", {"next": away})
    for answer in (entered, chosen, left):
        assert answer.status_code == 302 and answer.headers["Location"] in ("/", "/start/", "/sign-in/")


def test_every_answer_carries_its_guards(known: dict[str, Any]) -> None:
    for path in ("/", "/nowhere/", f"/sources/{known['SOURCE']}/original/", "/projects/export.xlsx"):
        answer = browser("office").get(path)
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
        assert "unsafe" not in answer.headers["Content-Security-Policy"].split("style-src")[0]
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["Cache-Control"] == "private, no-store"
