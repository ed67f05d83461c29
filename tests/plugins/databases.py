"""The test database, on SQLite and on PostgreSQL (by DATABASE_URL), and a data folder of each test's own."""

import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.conf import settings as django_settings
from django.contrib.auth import hashers
from django.db import connection
from pytest_django import Settings

from ballast.kit import engine
from plugins.houses import SERVER, House, new_database

REPLICA = "SET LOCAL session_replication_role = replica"  # PostgreSQL's way to let triggers rest
ORIGIN = "SET LOCAL session_replication_role = origin"
DATABASES = {"db", "transactional_db", "laid", "mould"}  # fixtures that bring one
TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


def pytest_configure(config: pytest.Config) -> None:
    """Nowhere are static files gathered: the tests' own server finds them where they lie."""
    nowhere = TemporaryDirectory(prefix="ballast-static-")
    config.add_cleanup(nowhere.cleanup)
    django_settings.STATIC_ROOT = nowhere.name


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL again only what has a database: the rest cannot come out otherwise than it did on SQLite."""
    if not os.environ.get("DATABASE_URL"):
        return
    without = [item for item in items if not _has_a_database(item)]
    config.hook.pytest_deselected(items=without)
    items[:] = [item for item in items if item not in set(without)]


def _has_a_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("django_db") or fixtures & DATABASES)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite's test database is a file, so that a second connection and other engines can read it."""
    database = django_settings.DATABASES["default"]
    if database["ENGINE"] == "django.db.backends.sqlite3":
        file = tmp_path_factory.mktemp("database") / "test.sqlite3"
        database.setdefault("TEST", {})["NAME"] = str(file)
        connection.settings_dict["TEST"]["NAME"] = str(file)


@pytest.fixture(scope="session")
def django_db_keepdb(laid: House, django_db_modify_db_settings: None) -> bool:
    """The test database is there before Django looks: a copy of the tables that were laid once for all workers."""
    name = connection.creation._get_test_db_name()
    if SERVER:
        new_database(SERVER, template=laid.database_url, name=name)
    else:
        shutil.copyfile(laid.folder / "ballast.sqlite3", name)
    return True


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:
    """The engine lets go of the test database before it is dropped; PostgreSQL drops none that is in use."""
    yield
    engine.detach()


@pytest.fixture(scope="session")
def data_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folders of all tests to come, counted: pytest itself would look for a free name among all that are there."""
    shelf = tmp_path_factory.mktemp("data")
    return (shelf / str(number) for number in count())


@pytest.fixture(autouse=True)
def data_folder(settings: Settings, data_folders: Iterator[Path]) -> Path:
    """A data folder of the test's own: row numbers start anew in every test, so files must too."""
    folder = next(data_folders)
    folder.mkdir()
    settings.DATA = folder
    settings.MEDIA_ROOT = folder / "files"
    return folder


@pytest.fixture(autouse=True, scope="session")
def no_demonstration() -> None:
    """Today is today, whatever city a developer's own folder holds."""
    django_settings.DEMONSTRATION_DAY = None


@pytest.fixture(autouse=True, scope="session")
def quick_passwords() -> None:
    """Passwords of a small town are hashed in no time; houses served beside the test hash them as they should."""
    own = "django.contrib.auth.hashers"  # the second is what passwords that serve once are kept by
    django_settings.PASSWORD_HASHERS = [f"{own}.MD5PasswordHasher", f"{own}.PBKDF2PasswordHasher"]
    hashers.get_hashers.cache_clear()
    hashers.get_hashers_by_algorithm.cache_clear()


@pytest.fixture(autouse=True, scope="session")
def flush_past_the_guards() -> Iterator[None]:
    """Tests with transactions of their own are cleaned up by emptying every table, which the ledger refuses."""
    operations = type(connection.ops)
    flush = operations.execute_sql_flush

    def unguarded(self: object, statements: list[str]) -> None:
        flush(self, _without_guards(statements))

    operations.execute_sql_flush = unguarded
    yield
    operations.execute_sql_flush = flush


def _without_guards(statements: list[str]) -> list[str]:
    if connection.vendor == "postgresql":
        return [REPLICA, *statements, ORIGIN]
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS)
        triggers = cursor.fetchall()
    lift = [f'DROP TRIGGER "{name}"' for name, _ in triggers]
    return [*lift, *statements, *(sql for _, sql in triggers)]
