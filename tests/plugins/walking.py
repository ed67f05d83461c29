"""Steps that many journeys take; each is over when what it leads to is there."""

import time
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

from plugins.browser import PATIENCE

PASSWORD = "ballast-demo-2025"
_entered: dict[tuple[str, str], Any] = {}  # the cookies of who entered at the gate of which house


def sign_in(page: Page, address: str, username: str) -> None:
    """Sign in to the golden city as one of its people: by the gate, or as who is still within."""
    page.context.add_cookies(_entered.get((address, username), []))
    if page.request.head(f"{address}/sign-out/", max_redirects=0).status != 302:
        return
    enter(page, address, username, PASSWORD)
    _entered[address, username] = page.context.cookies(address)


def enter(page: Page, address: str, username: str, password: str, *, to: str = "/sign-in/") -> None:
    """Enter by the gate on the way to a page."""
    page.goto(f"{address}{to}")
    page.fill("[name=username]", username)
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")
    # Whoever goes on before the answer is here takes back the question.
    page.wait_for_url(lambda url: urlsplit(url).path != "/sign-in/")


def until(page: Page, said: str) -> None:
    """Wait until a line of script is true of the page."""
    given_up = time.monotonic() + PATIENCE / 1000
    while not page.evaluate(said):
        assert time.monotonic() < given_up, f"it did not come true: {said}"
        page.wait_for_timeout(50)


def arrived(page: Page) -> None:
    """The page whose beginning was seen is here to its end."""
    page.wait_for_load_state()
