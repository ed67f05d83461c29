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


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], House]) -> House:
    """A house made once for all workers, for copying only: what is open cannot be copied."""
    shared = common(factory)
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ready = shared / f"{name}.url"
        if not ready.exists():
            shutil.rmtree(shared / name, ignore_errors=True)  # of a making that fell
            ready.write_text(make(shared / name).database_url)
        return House(shared / name, ready.read_text())


def common(factory: pytest.TempPathFactory) -> Path:
    """The folder that all workers of this run know."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def laid(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Tables and nothing in them, for copying only."""

    def lay(folder: Path) -> House:
        empty = House(folder, new_database(SERVER))
        empty.migrate()
        return empty

    return once(tmp_path_factory, "laid", lay)


@pytest.fixture
def house(laid: House, tmp_path: Path) -> House:
    """An empty installation: tables, and nothing in them."""
    return laid.copy(tmp_path / "house")


@pytest.fixture
def live() -> Iterator[Callable[[House], str]]:
    """Serve an installation until the test ends; gives its address, as ``http://127.0.0.1:8123``."""
    with ExitStack() as servers:
        yield lambda served: servers.enter_context(serving(BALLAST, served.environment, served.folder / "serve.log"))


def new_database(server: str, template: str = "", name: str = "") -> str:
    """The URL of a new database on the server; empty where there is none and the database is SQLite."""
    if not server:
        return ""
    name = name or f"house_{uuid.uuid4().hex}"
    copied = f' TEMPLATE "{urlsplit(template).path[1:]}"' if template else ""
    with _copying(), psycopg.connect(server, autocommit=True) as on:
        on.execute(f'DROP DATABASE IF EXISTS "{name}"'.encode())  # of an earlier run
        on.execute(f'CREATE DATABASE "{name}"{copied}'.encode())
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


@contextmanager
def _copying() -> Iterator[None]:
    """One copy at a time: PostgreSQL copies no database that is being read."""
    with Path("/tmp/ballast-copying.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
