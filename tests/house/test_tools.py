"""The tests' own tools: the browser's watch, the throwaway PostgreSQL, the cleaning of a guarded ledger."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import psycopg
import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from playwright.sync_api import Page

import postgres
from ballast.kit.ledger.models import Entry
from plugins.houses import House
from plugins.serving import PATIENCE

UNRULY = b"""<title>x</title><link rel=icon href="data:,"><img src="http://elsewhere.invalid/x.png">
<script>console.error("not well"); setTimeout(() => { throw new Error("fell over") })</script>"""

UNWELL = ("not well", "fell over", "elsewhere.invalid")


class Unruly(BaseHTTPRequestHandler):
    """Serves one page that does everything a page must not do."""

    def do_GET(self) -> None:  # noqa: N802 - the name http.server asks for
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(UNRULY)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def unruly() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Unruly)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.slow
def test_the_browser_watches_what_a_page_does(page: Page, faults: list[str], unruly: str) -> None:
    page.goto(unruly)
    given_up = time.monotonic() + PATIENCE
    while not all(any(word in said for said in faults) for word in UNWELL) and time.monotonic() < given_up:
        page.wait_for_timeout(20)
    seen = "\n".join(faults)
    faults.clear()
    assert [word for word in UNWELL if word not in seen] == []


@pytest.mark.slow
def test_a_house_is_served_from_its_own_folder_and_copied(
    house: House, live: Callable[[House], str], tmp_path: Path
) -> None:
    twin = house.copy(tmp_path / "twin")
    addresses = {live(house), live(twin)}
    assert len(addresses) == 2
    for address in addresses:
        with urlopen(f"{address}/") as answer:
            assert answer.status == 200
    assert (twin.folder / "serve.log").exists()


@pytest.mark.slow
def test_the_throwaway_postgresql_is_real_and_goes_away() -> None:
    with postgres.running() as url, psycopg.connect(url, autocommit=True) as server:
        server.execute("CREATE EXTENSION pg_trgm")
        assert server.execute("SELECT lower('ÄB') = 'äb'").fetchone() == (True,)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url, connect_timeout=2)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_tests_clean_up_a_guarded_ledger_and_leave_it_guarded() -> None:
    line = {"moment": datetime(2025, 7, 1, tzinfo=UTC), "recorded": 0, "closed": 0}
    Entry.objects.create(**line)
    call_command("flush", verbosity=0, interactive=False)
    assert not Entry.objects.exists()
    Entry.objects.create(**line)
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute("DELETE FROM kit_entry")
