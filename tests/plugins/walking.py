"""Steps that many journeys take."""

from playwright.sync_api import Page

PASSWORD = "ballast-demo-2025"


def sign_in(page: Page, address: str, username: str) -> None:
    """Sign in to the golden city as one of its people."""
    page.goto(f"{address}/sign-in/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url(f"{address}/")
