"""The one place that reads the environment."""

import os
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

from django.core.exceptions import ImproperlyConfigured

DATA = Path(os.environ.get("BALLAST_DATA", "var")).resolve()
SECRET = os.environ.get("BALLAST_SECRET", "")
DEBUG = os.environ.get("BALLAST_DEBUG", "") == "1"
HOSTS = os.environ.get("BALLAST_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
HTTPS = os.environ.get("BALLAST_HTTPS", "") == "1"
HSTS = int(os.environ.get("BALLAST_HSTS", "31536000")) if HTTPS else 0
PROXIES = int(os.environ.get("BALLAST_PROXIES", "0"))
ORIGINS = os.environ.get("BALLAST_ORIGINS", "")
ENTRY = os.environ.get("BALLAST_ENTRY", "")
STATIC_STORAGE = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG
    else "whitenoise.storage.CompressedStaticFilesStorage"
)
S3 = {
    name: os.environ.get(f"BALLAST_S3_{name.upper()}", "")
    for name in ("bucket", "endpoint", "key", "secret", "region", "prefix", "addressing")
}
AUDIT_MONTHS = int(os.environ.get("BALLAST_AUDIT_MONTHS", "6"))
DATABASE_URL = os.environ.get("DATABASE_URL", "")
DAY_FILE = DATA / "demonstration-day"  # left there by ``ballast demo``


def use_settings() -> None:
    """Name Ballast's settings to Django, unless the environment names others."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ballast.site.settings")


def secret() -> str:
    """The signing key: from the environment, else one made once and kept in the data folder."""
    if SECRET:
        return SECRET
    kept = DATA / "secret"
    if not kept.exists():
        DATA.mkdir(parents=True, exist_ok=True)
        draft = DATA / f".secret.{os.getpid()}"  # another process beginning now finds the whole key or none
        draft.touch(mode=0o600)
        draft.write_text(os.urandom(32).hex())
        draft.replace(kept)
    return kept.read_text()


def demonstration_day() -> date | None:
    """The day a demonstration stands still on: as said, else as ``ballast demo`` left it; None in a real house."""
    said = os.environ.get("BALLAST_DAY", "") or (DAY_FILE.read_text().strip() if DAY_FILE.exists() else "")
    try:
        return date.fromisoformat(said) if said else None
    except ValueError as error:
        raise ImproperlyConfigured(f"BALLAST_DAY “{said}” 应写成 2025-09-10 / should be written 2025-09-10") from error


def file_store() -> dict[str, object]:
    """Django's storage of received files: the data folder, or a bucket of any store that speaks S3."""
    if not S3["bucket"]:
        return {"BACKEND": "ballast.kit.storing.WholeFiles"}
    options = {
        "bucket_name": S3["bucket"], "endpoint_url": S3["endpoint"] or None, "access_key": S3["key"] or None,
        "secret_key": S3["secret"] or None, "region_name": S3["region"] or None, "location": S3["prefix"],
        "addressing": S3["addressing"] or "auto",
    }  # fmt: skip
    return {"BACKEND": "ballast.kit.bucket.Bucket", "OPTIONS": options}


def trusted_origins() -> list[str]:
    """The origins whose forms are taken where a proxy speaks HTTPS for us: those named, else every host by HTTPS."""
    if ORIGINS:
        return ORIGINS.split(",")
    names = [f"*{host}" if host.startswith(".") else host for host in HOSTS if host != "*"]
    return [f"https://{name}" for name in names] if HTTPS else []


def reminders() -> dict[str, Any]:
    """How reminders reach people: mail server, servers of the city's own, the office's group, and our own address."""
    channels = ("wecom", "dingtalk", "feishu")
    servers = {name: os.environ.get(f"BALLAST_{name.upper()}_SERVER", "") for name in channels}
    group = {name: os.environ.get(f"BALLAST_GROUP_{name.upper()}", "") for name in (*channels, "mail")}
    return {
        "mail": os.environ.get("BALLAST_MAIL", ""),
        "link": os.environ.get("BALLAST_ADDRESS", "").rstrip("/"),
        "servers": {name: said for name, said in servers.items() if said},
        "group": {name: said for name, said in group.items() if said},
    }


def single_sign_on() -> dict[str, str]:
    """The government's OpenID Connect provider; empty where there is none."""
    issuer = os.environ.get("BALLAST_SSO_ISSUER", "").rstrip("/")
    if not issuer:
        return {}
    return {
        "issuer": issuer,
        "client": os.environ.get("BALLAST_SSO_CLIENT", "ballast"),
        "secret": os.environ.get("BALLAST_SSO_SECRET", ""),
        "claim": os.environ.get("BALLAST_SSO_CLAIM", "preferred_username"),
        "name": os.environ.get("BALLAST_SSO_NAME", "统一身份认证"),
    }


def providers(told: dict[str, str]) -> dict[str, Any]:
    """The provider as django-allauth wants it told: with PKCE, and without a page of its own."""
    app = {
        "provider_id": "sso", "name": told.get("name"), "client_id": told.get("client"), "secret": told.get("secret"),
        "settings": {
            "server_url": f"{told.get('issuer')}/.well-known/openid-configuration", "oauth_pkce_enabled": True,
        },
    }  # fmt: skip
    return {"openid_connect": {"APPS": [app] if told else []}}


def database() -> dict[str, object]:
    """Django's database setting: SQLite in WAL with IMMEDIATE transactions, or PostgreSQL by its URL."""
    if not DATABASE_URL:
        DATA.mkdir(parents=True, exist_ok=True)
        pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
        options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "ballast.sqlite3", "OPTIONS": options}
    url = urlparse(DATABASE_URL)
    if url.scheme not in ("postgres", "postgresql"):
        raise ValueError(f"DATABASE_URL: {url.scheme}:// is not postgresql://user:password@host:port/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": url.hostname or "",
        "PORT": str(url.port or ""),
        "CONN_MAX_AGE": 60,
    }
