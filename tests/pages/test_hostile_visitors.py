"""What a hostile visitor sends: refused with a sentence and the right status, never a broken page, nothing kept."""

import json
from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ballast.kit.audit import AuditLine
from ballast.kit.ledger.models import Entry
from ballast.site import refusing
from pages.cast import EVIL, JULY, PASSWORD, Town, settle

pytestmark = pytest.mark.django_db
LONG = "9" * 5_000
HOSTILE = ("-1", LONG, "²", "１２", "%00", "../..", "'; DROP TABLE x;--", "<script>alert(1)</script>", "%ff%fe")
ASKED = (
    "/?month=", "/?sort=", "/projects/?page=", "/projects/?sort=", "/projects/?q=", "/projects/?county=",
    "/figures/completed/?key=", "/figures/completed/?by=", "/figures/completed/?at=", "/figures/completed/?edition=",
    "/figures/?q=", "/map/?figure=", "/month/reports/?month=", "/projects/P000001/?at=",
)  # fmt: skip


@pytest.fixture
def town() -> Town:
    """The smallest city."""
    return settle()


@pytest.fixture
def office(town: Town) -> Client:
    """The project office's browser; a broken page answers 500 and is not raised."""
    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    client.force_login(get_user_model().objects.get(username="office"))
    return client


def test_no_address_breaks_a_page(office: Client) -> None:
    for path in ASKED:
        for said in HOSTILE:
            answer = office.get(path + said)
            assert answer.status_code in (200, 302, 400, 404), (path, said[:40], answer.status_code)
            assert b"<script>alert" not in answer.content, path


@pytest.mark.parametrize("pair", ["²", LONG, "-1", "", "9" * 9])
def test_a_pair_that_is_none_is_refused(office: Client, pair: str) -> None:
    assert office.post("/registry/review/", {"pair": pair, "decision": "same"}).status_code == 404


@pytest.mark.parametrize("field", ["f.0.1", "u.0.1", "u.0.-1", f"f.{LONG}.1", "sheet", "from", "year"])
def test_no_choice_breaks_the_preview(office: Client, town: Town, field: str) -> None:
    from ballast.kit.ledger.models import Source

    kept = Source.objects.select_related("file").get(pk=town.source).file
    assert kept is not None
    for said in ("²", LONG, "x"):
        assert office.get(f"/import/{kept.sha256}/", {field: said}).status_code == 200


@pytest.mark.parametrize("named", [{"list": "nosuch"}, {"new_list": "长" * 61}, {"list": "x" * 31, "new_list": "y"}])
def test_a_list_that_cannot_be_is_refused_and_nothing_kept(office: Client, town: Town, named: dict[str, str]) -> None:
    from ballast.kit.ledger.models import Source

    kept, entries = Source.objects.select_related("file").get(pk=town.source).file, Entry.objects.count()
    assert kept is not None
    answer = office.post(f"/import/{kept.sha256}/", named | {"year": "2025"})
    assert answer.status_code == 400 and "名单" in answer.content.decode()
    assert Entry.objects.count() == entries


def test_nul_in_a_form_or_an_address_is_refused(office: Client) -> None:
    for answer in (office.post("/registry/review/", {"remark": "a\0"}), office.get("/projects/?q=a%00")):
        assert answer.status_code == 400 and "NUL" in answer.content.decode()


def test_an_upload_beyond_the_limit_is_refused_unread(office: Client) -> None:
    sent = office.generic("POST", "/import/", b"x", CONTENT_LENGTH=str(refusing.LARGEST + 1))
    assert sent.status_code == 413 and "50 MB" in sent.content.decode()


def test_a_form_beyond_the_limit_is_refused_with_a_sentence(office: Client) -> None:
    sent = office.post("/registry/review/", {"remark": "x" * 3_000_000})
    assert sent.status_code == 413 and "没有接收" in sent.content.decode()


def _feature(name: str, point: str) -> bytes:
    ring = ",".join([point] * 4)
    return f'{{"features":[{{"properties":{{"name":{name}}},"geometry":{{"type":"Polygon","coordinates":[[{ring}]]}}}}]}}'.encode()  # noqa: E501


MAPS = (
    b"[" * 200_000,
    _feature('"\\ud800"', "[1,2]"),
    _feature('"东港区"', "[1,2,NaN]"),
    b'{"features":[' + b"1" * 5_000,
)


@pytest.mark.parametrize("sent", MAPS, ids=["deep", "halved", "no-number", "long-number"])
def test_a_hostile_map_is_told_and_not_kept(office: Client, sent: bytes) -> None:
    answer = office.post("/map/load/", {"file": SimpleUploadedFile("m.json", sent)}, follow=True)
    assert "GeoJSON" in answer.content.decode().split('class="messages"')[1]
    assert json.loads(office.get("/map/outlines.geojson").content)["features"] == []


def test_what_rides_on_a_point_is_dropped(office: Client) -> None:
    office.post("/map/load/", {"file": SimpleUploadedFile("m.json", _feature('"东港区"', '[1,2,"<img>"]'))})
    [feature] = json.loads(office.get("/map/outlines.geojson").content)["features"]
    assert feature["geometry"]["coordinates"] == [[[1, 2]] * 4]


def test_coming_going_and_taking_leave_audit_lines(town: Town) -> None:
    client = Client(headers={"host": "localhost"})
    client.post("/sign-in/", {"username": "office", "password": PASSWORD})
    assert client.get(f"/projects/export.xlsx?month={JULY}").status_code == 200
    assert client.get(f"/sources/{town.source}/original/").status_code == 200
    client.post("/sign-out/")
    acts = AuditLine.objects.filter(actor="office", act__in=("sign_in", "export", "download", "sign_out"))
    assert list(acts.order_by("id").values_list("act", flat=True)) == ["sign_in", "export", "download", "sign_out"]


def test_a_project_named_as_a_formula_or_a_tag_is_text_in_every_page(office: Client, town: Town) -> None:
    read: Callable[[str], str] = lambda path: office.get(path).content.decode()  # noqa: E731
    for path in (f"/projects/?month={JULY}", f"/projects/{town.west}/", f"/figures/projects/?month={JULY}"):
        assert EVIL not in read(path) and "=cmd|&#x27;" in read(path)
