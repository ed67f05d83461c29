"""A real browser whose pages may neither complain nor ask anything of another machine."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HERE = {"127.0.0.1", "localhost"}
OUTWARD = {"http", "https", "ws", "wss"}

# What a page may take on a machine with other things to do; a page that is well needs none of it.
PATIENCE = 120_000  # milliseconds
expect.set_options(timeout=PATIENCE / 2)

# Playwright keeps an event loop in the test's own thread, which Django takes for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium, headless."""
    program = shutil.which("chromium")
    if program is None:
        pytest.fail("chromium is not installed; `make test` as root installs it")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, headless=True, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def faults() -> Iterator[list[str]]:
    """What pages complained of or asked elsewhere; a test that means to be refused clears it, else it fails."""
    found: list[str] = []
    yield found
    assert not found, "the page is at fault:\n  " + "\n  ".join(found)


@pytest.fixture
def page(browser: Browser, faults: list[str]) -> Iterator[Page]:
    """A page on a desk: 1440 pixels wide."""
    with _opened(browser, faults, width=1440, height=900) as opened:
        yield opened


@pytest.fixture
def phone(browser: Browser, faults: list[str]) -> Iterator[Page]:
    """A page on a telephone: 390 pixels wide."""
    with _opened(browser, faults, width=390, height=844) as opened:
        yield opened


@contextmanager
def _opened(browser: Browser, faults: list[str], *, width: int, height: int) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="zh-CN", timezone_id="Asia/Shanghai"
    )
    context.set_default_timeout(PATIENCE)
    context.on("console", lambda message: _listen(message, faults))
    context.on("weberror", lambda error: faults.append(f"script: {error.error}"))
    context.on("request", lambda request: _follow(request, faults))
    opened = context.new_page()
    under_way = _under_way(opened)
    yield opened
    _settle(opened, under_way)
    context.close()


def _settle(page: Page, under_way: set[Request]) -> None:
    """Let what was asked last be answered: its server is not to find the database emptied meanwhile."""
    given_up = time.monotonic() + PATIENCE / 10_000
    while under_way and time.monotonic() < given_up:
        page.wait_for_timeout(20)


def _under_way(page: Page) -> set[Request]:
    """What a page asked and is not answered yet, now and later; what a page that was left asked, nobody waits for."""
    asked: set[Request] = set()
    page.on("request", lambda request: asked.add(request))
    page.on("requestfinished", lambda request: asked.discard(request))
    page.on("requestfailed", lambda request: asked.discard(request))
    page.on("framenavigated", lambda frame: asked.clear())
    return asked


def _listen(message: ConsoleMessage, faults: list[str]) -> None:
    if message.type == "error":
        faults.append(f"console: {message.text} ({message.location.get('url', '')})")


def _follow(request: Request, faults: list[str]) -> None:
    address = urlsplit(request.url)
    if address.scheme in OUTWARD and address.hostname not in HERE:
        faults.append(f"request to another machine: {request.url}")
