"""A real OpenID Connect provider (npm's oidc-provider) in a process of its own on loopback, and a person before it."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest
import requests

from plugins.serving import PATIENCE, free_port

ROOT = Path(__file__).parents[2]
BACK = "http://localhost/sign-in/sso/back/"


@dataclass(frozen=True)
class Person:
    """Somebody at the provider's pages, signing in there as ``name``."""

    issuer: str

    def answer(self, address: str, name: str, *, cancel: bool = False) -> str:
        """Follow the redirect to the provider, sign in and consent; the address it sends the browser back to."""
        with requests.Session() as browser:
            reply = browser.get(address, allow_redirects=False)
            while not (way := urljoin(reply.url, reply.headers.get("Location", ""))).startswith(BACK):
                if reply.is_redirect:
                    reply = browser.get(way, allow_redirects=False)
                    continue
                form = re.search(r'action="([^"]+)"', reply.text)
                assert form is not None, f"{reply.status_code} {reply.url}\n{reply.text[:2_000]}"
                if cancel:
                    reply = browser.get(f"{reply.url}/abort", allow_redirects=False)
                    continue
                prompt = "login" if 'name="login"' in reply.text else "consent"
                given = {"prompt": prompt, "login": name, "password": "any"}
                reply = browser.post(urljoin(reply.url, form[1]), data=given, allow_redirects=False)
            return way


@pytest.fixture(scope="session")
def provider() -> Iterator[Person]:
    """The provider, running; as whoever stands before it."""
    with running() as person:
        yield person


@contextmanager
def running(*, behind: int = 0) -> Iterator[Person]:
    """Run a provider whose clock is so many seconds behind."""
    node = shutil.which("node") or str(ROOT / "var/tools/bin/node")
    issuer = f"http://127.0.0.1:{free_port()}"
    command = [node, str(ROOT / "tests/plugins/provider.mjs"), issuer, BACK, str(behind)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        assert "listening" in said, f"the provider did not start: {said!r}"
        yield Person(issuer)
    finally:
        process.terminate()
        process.wait(PATIENCE)
