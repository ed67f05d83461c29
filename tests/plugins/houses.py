"""Whole installations beside the test: their own folder, their own database, their own server process."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from plugins.serving import serving

BALLAST = Path(sys.executable).parent / "ballast"
SERVER = os.environ.get("DATABASE_URL", "")
ONE_BY_ONE = """
import contextlib, io, json, sys
from ballast.site.commands import main
said = []
for words in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert main([*words, "--json"]) == 0, out.getvalue()
    said.append(out.getvalue())
print(json.dumps(said))
"""


@dataclass(frozen=True)
class House:
    """One installation of Ballast: where its data lies, and which database it has (empty: SQLite in ``folder``)."""

    folder: Path
    database_url: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """The environment its processes run in."""
        told = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        told["BALLAST_DATA"] = str(self.folder)
        return told | ({"DATABASE_URL": self.database_url} if self.database_url else {})

    def ballast(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run the command line in this installation; with ``check`` a failure fails the test and shows why."""
        return self._run([str(BALLAST), *arguments], check=check)

    def answers(self, *commands: Sequence[str]) -> list[Any]:
        """What many commands answer in JSON, each as the command line gives it, all in one process."""
        done = self._run([sys.executable, "-c", ONE_BY_ONE, json.dumps(commands)], check=True)
        return [json.loads(said) for said in json.loads(done.stdout)]

    def migrate(self) -> None:
        """Lay the tables of an empty database."""
        self.ballast("migrate")

    def copy(self, folder: Path, *, server: str = SERVER) -> "House":
        """The same installation again, to be changed at will; this one must have no process running."""
        shutil.copytree(self.folder, folder)
        return House(folder, new_database(server, template=self.database_url) if self.database_url else "")

    def _run(self, command: list[str], *, check: bool) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        if check and done.returncode:
            pytest.fail(f"{' '.join(command)}: {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done


@pytest.fixture(scope="session")
def laid(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Tables and nothing in them, laid once; for copying only."""
    empty = House(tmp_path_factory.mktemp("laid") / "house", new_database(SERVER))
    empty.migrate()
    return empty


@pytest.fixture
def house(laid: House, tmp_path: Path) -> House:
    """An empty installation: tables, and nothing in them."""
    return laid.copy(tmp_path / "house")


@pytest.fixture(scope="session")
def mould(tmp_path_factory: pytest.TempPathFactory) -> House:
    """The golden city, built once for all workers; for copying only: what is open cannot be copied."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    ready = shared / "golden.url"
    with (shared / "golden.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            built = House(shared / "golden", new_database(SERVER))
            built.ballast("demo")
            ready.write_text(built.database_url)
    return House(shared / "golden", ready.read_text())


@pytest.fixture(scope="session")
def golden(mould: House, tmp_path_factory: pytest.TempPathFactory) -> House:
    """The golden city, for reading only."""
    return mould.copy(tmp_path_factory.mktemp("golden") / "city")


@pytest.fixture
def city(mould: House, tmp_path: Path) -> House:
    """A copy of the golden city, to be changed at will."""
    return mould.copy(tmp_path / "city")


@pytest.fixture
def live() -> Iterator[Callable[[House], str]]:
    """Serve an installation until the test ends; gives its address, as ``http://127.0.0.1:8123``."""
    with ExitStack() as servers:
        yield lambda served: servers.enter_context(serving(BALLAST, served.environment, served.folder / "serve.log"))


@pytest.fixture(scope="session")
def golden_site(mould: House, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of the golden city; each worker serves a copy of its own."""
    mine = mould.copy(tmp_path_factory.mktemp("site") / "city")
    with serving(BALLAST, mine.environment, mine.folder / "serve.log") as address:
        yield address


def new_database(server: str, template: str = "") -> str:
    """The URL of a new database on the server; empty where there is none and the database is SQLite."""
    if not server:
        return ""
    name = f"house_{uuid.uuid4().hex}"
    copied = f' TEMPLATE "{urlsplit(template).path[1:]}"' if template else ""
    with _copying(), psycopg.connect(server, autocommit=True) as on:
        on.execute(f'CREATE DATABASE "{name}"{copied}'.encode())
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


@contextmanager
def _copying() -> Iterator[None]:
    """One copy at a time: PostgreSQL copies no database that is being read."""
    with Path("/tmp/ballast-copying.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
