"""Steps that many journeys take."""

from typing import Any

from playwright.sync_api import Page

PASSWORD = "ballast-demo-2025"
_entered: dict[tuple[str, str], Any] = {}  # the cookies of who entered at the gate of which house


def sign_in(page: Page, address: str, username: str) -> None:
    """Sign in to the golden city as one of its people: by the gate, or as who is still within."""
    page.context.add_cookies(_entered.get((address, username), []))
    if page.request.head(f"{address}/sign-out/", max_redirects=0).status != 302:
        return
    page.goto(f"{address}/sign-in/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    _entered[address, username] = page.context.cookies(address)
