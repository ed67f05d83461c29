"""The golden city: built once a run, beside the tests that need none; copied for whoever reads it or changes it."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.houses import BALLAST, House, common, once
from plugins.serving import serving

BUILD = """
import sys
from pathlib import Path
from ballast.site.commands import main
if main(["demo", "--json"]) == 0:
    Path(sys.argv[1]).write_text(sys.argv[2])
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files that need no golden city first, while it is built; then those that do; short ones fill the end."""
    rank: dict[Path, int] = {}
    for item in items:
        mine = 1 if _wants(item) else 0 if item.get_closest_marker("slow") else 2
        known = rank.setdefault(item.path, mine)
        rank[item.path] = 1 if 1 in (mine, known) else min(mine, known)
    items.sort(key=lambda item: rank[item.path])


def _wants(item: pytest.Item) -> bool:
    return "mould" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session", autouse=True)
def begun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The first of many workers has the golden city built while all go on with what needs none."""
    if os.environ.get("PYTEST_XDIST_WORKER") != "gw0" or not any(map(_wants, request.session.items)):
        yield
        return
    building = _built_aside(common(tmp_path_factory), request.getfixturevalue("laid"))
    yield
    if building:
        building.wait()


def _built_aside(shared: Path, empty: House) -> "subprocess.Popen[bytes] | None":
    """A process that builds the city under the lock of ``once``; None where another worker was quicker."""
    ready = shared / "golden.url"
    with (shared / "golden.lock").open("w") as lock, (shared / "golden.log").open("w") as log:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if ready.exists():
            return None
        built = empty.copy(shared / "golden")
        command = [sys.executable, "-c", BUILD, str(ready), built.database_url]
        # It inherits the lock, and lets go of it when it ends, however it ends.
        return subprocess.Popen(command, env=built.environment, stdout=log, stderr=log, pass_fds=[lock.fileno()])


@pytest.fixture(scope="session")
def mould(laid: House, tmp_path_factory: pytest.TempPathFactory) -> House:
    """The golden city as it was built, for copying only."""

    def build(folder: Path) -> House:
        built = laid.copy(folder)
        built.ballast("demo")
        return built

    return once(tmp_path_factory, "golden", build)


@pytest.fixture(scope="session")
def golden(mould: House, tmp_path_factory: pytest.TempPathFactory) -> House:
    """The golden city, for reading only."""
    return mould.copy(tmp_path_factory.mktemp("golden") / "city")


@pytest.fixture
def city(mould: House, tmp_path: Path) -> House:
    """A copy of the golden city, to be changed at will."""
    return mould.copy(tmp_path / "city")


@pytest.fixture(scope="session")
def golden_site(mould: House, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of the golden city; each worker serves a copy of its own."""
    mine = mould.copy(tmp_path_factory.mktemp("site") / "city")
    with serving(BALLAST, mine.environment, mine.folder / "serve.log") as address:
        yield address
