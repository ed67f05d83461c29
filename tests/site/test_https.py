"""Behind a proxy that speaks HTTPS: what the environment says becomes settings, and the settings hold."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings

from ballast.rooms.gate.views import asked
from plugins.houses import House

NAMES = (
    "SECURE_HSTS_SECONDS", "CSRF_TRUSTED_ORIGINS", "SECURE_PROXY_SSL_HEADER", "ALLAUTH_TRUSTED_PROXY_COUNT",
    "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE",
)  # fmt: skip
READ = f"""
import json
from ballast.site import settings
print(json.dumps({{name: getattr(settings, name) for name in {NAMES}}}))
"""


def told(folder: Path, **environment: str) -> list[object]:
    """The settings of a house in this environment."""
    done = subprocess.run(
        [sys.executable, "-c", READ], env=House(folder).environment | environment, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout).values())


def test_the_environment_says_how_the_site_is_reached(tmp_path: Path) -> None:
    assert told(tmp_path) == [0, [], None, 0, False, False]
    https = {"BALLAST_HTTPS": "1", "BALLAST_PROXIES": "1", "BALLAST_HOSTS": "a.gov.cn,.b.gov.cn"}
    header = ["HTTP_X_FORWARDED_PROTO", "https"]
    assert told(tmp_path, **https) == [31536000, ["https://a.gov.cn", "https://*.b.gov.cn"], header, 1, True, True]
    more = {"BALLAST_HSTS": "0", "BALLAST_ORIGINS": "https://a.gov.cn:8443"}
    assert told(tmp_path, **https, **more) == [0, ["https://a.gov.cn:8443"], header, 1, True, True]


def test_browsers_are_told_to_come_by_https_only(settings: Settings) -> None:
    settings.SECURE_HSTS_SECONDS, settings.SECURE_PROXY_SSL_HEADER = 600, ("HTTP_X_FORWARDED_PROTO", "https")
    client = Client(headers={"host": "localhost"})
    assert "Strict-Transport-Security" not in client.get("/sign-in/").headers
    answer = client.get("/sign-in/", headers={"x-forwarded-proto": "https"})
    assert answer.headers["Strict-Transport-Security"] == "max-age=600"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.9", "10.0.0.1"), (1, "203.0.113.9", "203.0.113.9"),
        (1, "6.6.6.6, 203.0.113.9", "203.0.113.9"), (2, "6.6.6.6, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "203.0.113.9", "10.0.0.1"), (1, "", "10.0.0.1"), (1, "nonsense", ""),
    ],
)  # fmt: skip
def test_an_address_is_the_one_the_own_proxies_tell(
    settings: Settings, proxies: int, forwarded: str, address: str
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    assert asked.address(RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", headers=headers)) == address
